// The first band, by the rules in codes/1/bands.json, as BandRules applies them.
import rules from "../resources/codes/1/bands.json";

const BANDS = ["P0", "P1", "P2", "P3", "P4"];
const worse = (one, other) => (BANDS.indexOf(one) < BANDS.indexOf(other) ? one : other);

const holds = (wanted, said) =>
  Object.entries(wanted).every(([name, values]) => values.every((value) => (said[name] ?? []).includes(value)));

const only = (allowed, said) =>
  Object.entries(allowed ?? {}).every(([name, values]) => (said[name] ?? []).every((value) => values.includes(value)));

// said: the codes under the names that the rules know; words: the account.
export function triage(said, words) {
  const fired = rules.rules.filter((rule) => rule.when.some((one) => holds(one, said)) && only(rule.nothingBut, said));
  const little = rules.tooLittle;
  const nothing = little.nothingIn.every((name) => (said[name] ?? []).every((code) => little.saysNothing.includes(code)));
  const tooLittle = words.trim().length < little.accountCharactersBelow && nothing;
  const otherwise = tooLittle ? little.band : rules.otherwise;
  const band = fired.length > 0 ? fired.map((rule) => rule.band).reduce(worse) : otherwise;
  return { band, rules: fired.map((rule) => rule.rule) };
}

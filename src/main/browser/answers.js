// From the fields of the form to what is sealed, as intake/ReportForm and Submission read them.

const ELSEWHERE = "elsewhere";
const DANGERS = ["NOW", "SOON", "NO", "UNSURE"];
const TIMES = ["TODAY", "WEEK", "ABOUT", "ONGOING"];
const NEVER = ["CALL", "MESSAGE", "VISIT", "FAMILY", "COMMUNITY"];
const ROWS = 10;
const TRACES = { "SEL.TEL": "phone", "SEL.ACC": "handle", "SEL.ID": "name", "SEL.VEH": "car" };
const ANY = ["ANONYMOUS", "PSEUDONYM", "IDENTITY"];

// What a tick asks more of: as reports/ConsentRow has it.
const CONSENTS = {
  C0: {},
  C1: {},
  C2: {},
  C3: { name: true },
  C4: { country: true, levels: ANY },
  C5: { country: true, levels: ANY },
  C6: { levels: ["IDENTITY"] },
  C7: { levels: ["PSEUDONYM", "IDENTITY"] },
  C8: { country: true, levels: ANY },
  C9: { country: true, levels: ANY },
  C10: { review: ["YEAR", "THREE_YEARS", "FIVE_YEARS", "TEN_YEARS"] },
  C11: {},
};

// fields: the values under each name, those that were ticked or typed.
export function read(fields) {
  const all = (name) => (fields[name] ?? []).filter((value) => value !== "");
  const words = (name) => (fields[name] ?? [""])[0].replaceAll("\r\n", "\n");
  const given = (name) => (words(name).trim() === "" ? null : words(name));
  const has = (name, value) => all(name).includes(value);
  const among = (name, values) => (values.includes(words(name)) ? words(name) : null);

  function suspect(row) {
    const typed = (what) => given(`${what}-${row}`);
    const traces = Object.entries(TRACES)
      .map(([type, what]) => ({ type, value: words(`${what}-${row}`).trim() }))
      .filter((trace) => trace.value !== "");
    const actor = typed("actor");
    const one = { actor, basis: typed("basis"), traces, words: typed("words") };
    if (!actor && !one.basis && !one.words && traces.length === 0) return [];
    if (!one.basis && actor && actor !== "ACT.UNK") one.basis = "ATT.UNK";
    return [one];
  }

  function contact() {
    const contact = {
      times: given("contact-times"),
      never: all("contact-never").filter((never) => NEVER.includes(never)),
      neverWords: given("contact-words"),
      way: given("contact-way"),
    };
    return contact.times || contact.never.length || contact.neverWords || contact.way ? contact : null;
  }

  function choice(scope, asks) {
    const picked = (name, values) => (values ? (values.includes(words(name)) ? words(name) : values[0]) : null);
    return {
      granted: true,
      country: asks.country ? given(`${scope}-country`) : null,
      identity: picked(`${scope}-identity`, asks.levels),
      name: asks.name ? given(`${scope}-name`) : null,
      review: picked(`${scope}-review`, asks.review),
    };
  }

  const suspects = Array.from({ length: ROWS }, (_, row) => suspect(row)).flat();
  const insider = has("insider", "yes") || suspects.some((one) => one.actor?.startsWith("ACT.INSIDER"));
  const ticked = all("evidence");
  const about = given("about");
  const consent = {};
  for (const [scope, asks] of Object.entries(CONSENTS)) {
    if (has("consent", scope)) consent[scope] = choice(scope, asks);
  }
  return {
    danger: among("danger", DANGERS),
    account: words("account"),
    demands: all("demands"),
    means: all("means"),
    channels: all("channels"),
    when: among("when", TIMES) ?? (about ? "ABOUT" : null),
    about,
    where: given("where"),
    routeByCountry: has("routeByCountry", "yes"),
    residence: given("residence"),
    suspects,
    relatives: given("relatives"),
    evidence: ticked.length === 0 && has("files", "yes") ? ["EVD.UNK"] : ticked,
    urgency: all("urgency"),
    wishes: all("wishes"),
    desk: given("desk"),
    exclude: all("exclude"),
    excludeText: given("excludeText"),
    insider,
    insiderAt: insider ? (given("insiderAt") ?? ELSEWHERE) : null,
    contact: contact(),
    consent,
  };
}

const LONG = {
  account: 20_000,
  relatives: 5_000,
  about: 200,
  excludeText: 5_000,
};

// What is still missing or too long, in the order of the questions: screen, field and key of the sentence.
export function missed(answers) {
  const found = [];
  const miss = (screen, field, key) => found.push({ screen, field, key });
  const long = (name, screen, key) => (answers[name] ?? "").length > LONG[name] && miss(screen, name, key);
  if (!answers.danger) miss("DANGER", "danger-NOW", "missed_danger");
  if (answers.account.trim() === "" && answers.evidence.length === 0) miss("STORY", "account", "missed_account");
  long("account", "STORY", "missed_account_long");
  long("about", "WHEN", "missed_when");
  const tooMuch = (one) => (one.words ?? "").length > 1_000 || one.traces.some((trace) => trace.value.length > 200);
  if (answers.suspects.some(tooMuch)) miss("ACTORS", "actors", "missed_suspects");
  long("relatives", "RELATIVES", "missed_relatives");
  long("excludeText", "WHO", "missed_exclude_text");
  const { C0, C3, C4, C5 } = answers.consent;
  if (!C0) miss("MAY", "consent-C0", "missed_keep");
  if (C3 && !C3.name) miss("MAY", "C3-name", "missed_name");
  if ((C3?.name ?? "").length > 200) miss("MAY", "C3-name", "missed_long");
  if (C4 && !C4.country) miss("MAY", "C4-country", "missed_country_police");
  if (C5 && !C5.country) miss("MAY", "C5-country", "missed_country_service");
  const contact = answers.contact ?? {};
  const wordy = [contact.times, contact.neverWords, contact.way].some((text) => (text ?? "").length > 500);
  if (wordy) miss("CONTACT", "contact-times", "missed_contact");
  return found;
}

// The codes under the names by which the rules for the bands ask for them.
export function said(answers) {
  return {
    danger: [answers.danger],
    demands: answers.demands,
    means: answers.means,
    urgency: answers.urgency,
    evidence: answers.evidence,
    wishes: answers.wishes,
    insider: answers.insider ? ["yes"] : [],
    actors: answers.suspects.map((one) => one.actor).filter(Boolean),
  };
}

// What is sealed under the locks. page: language, wording (of the consent shown), and the moment.
export function contents(answers, page, triage) {
  const hour = new Date(Math.floor(page.now / 3_600_000) * 3_600_000).toISOString().replace(".000", "");
  const stamp = { language: page.language, wording: page.wording, hour, how: "WEB" };
  const decisions = {};
  for (const [scope, choice] of Object.entries(answers.consent)) decisions[scope] = { ...choice, stamp };
  const { danger, account, demands, means, channels, when, about, where, residence } = answers;
  const { suspects, evidence, urgency, wishes, exclude, excludeText, insider, insiderAt, contact } = answers;
  return {
    language: page.language,
    account: {
      ...{ language: page.language, danger, account, demands, means, channels, when, about, where, residence },
      ...{ suspects, evidence, urgency, wishes, excluded: exclude, excludeText, insider, insiderAt, contact },
    },
    relatives: answers.relatives,
    triage: triage(said(answers), account),
    consent: { decisions, language: page.language, wording: page.wording, hour },
  };
}

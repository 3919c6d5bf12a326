// A whole report, sealed: what POST /api/v1/sealed-reports takes, and the receipt that stays here.
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { toBase64, utf8, uuid } from "./bytes.js";
import { reporterOf } from "./derive.js";
import { newReceipt } from "./receipt.js";
import { route } from "./route.js";
import { REPORTER, place, sealJson, sealPart } from "./seal.js";

const RECOVERY = "00000000-0000-0000-0000-000000000002";

const newKey = async () => {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
};

async function sealedPart(report, kind, compartment, value, key) {
  const id = uuid();
  return { id, sealed: toBase64(await sealJson(place(report, id, kind, compartment), value, key.recipient)) };
}

async function lock(report, holder, recipient, account, relatives) {
  const one = async (compartment, key) =>
    toBase64(await sealPart(place(report, holder, "GRANT", compartment), utf8(key.identity), recipient));
  return { holder, account: await one("ACCOUNT", account), relatives: await one("RELATIVES", relatives) };
}

// The secret of a report: made once, so that a report that is sealed again is still the same one.
export async function newSecret(published, onProgress) {
  const receipt = newReceipt();
  const reporter = await reporterOf(receipt, published.receipts, onProgress);
  return { receipt, reporter, id: uuid(), account: await newKey(), relatives: await newKey() };
}

// contents: { language, account, relatives, triage, consent }; answers: what the way depends on.
export async function sealReport(published, secret, contents, answers) {
  const { desk, restricted, holders } = route(published, { ...answers, language: contents.language });
  const { id, reporter, account, relatives } = secret;
  const held = [
    [REPORTER, reporter.recipient],
    [RECOVERY, published.recovery],
    ...holders.map((member) => [member.member, member.recipient]),
  ];
  const locks = [];
  for (const [holder, recipient] of held) locks.push(await lock(id, holder, recipient, account, relatives));
  return {
    id,
    lookup: toBase64(reporter.lookup),
    language: contents.language,
    desk,
    country: answers.routeByCountry && answers.where ? answers.where : null,
    band: contents.triage.band,
    restricted,
    account: await sealedPart(id, "ACCOUNT", "ACCOUNT", contents.account, account),
    triage: await sealedPart(id, "TRIAGE", "ACCOUNT", contents.triage, account),
    consent: await sealedPart(id, "CONSENT", "ACCOUNT", contents.consent, account),
    relatives: contents.relatives
      ? await sealedPart(id, "RELATIVES", "RELATIVES", contents.relatives, relatives)
      : null,
    locks,
  };
}

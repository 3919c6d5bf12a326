// Runs functions of the bundles for a Java test: node run.mjs BUNDLE... < [{"call": name, "with": [arguments]}]
import { File } from "node:buffer";
import { webcrypto } from "node:crypto";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

globalThis.crypto ??= webcrypto;
const bundle = {};
for (const file of process.argv.slice(2)) Object.assign(bundle, await import(pathToFileURL(file)));
const bytes = (text) => Uint8Array.from(Buffer.from(text, "base64"));
const base64 = (value) => Buffer.from(value).toString("base64");

const calls = {
  ...bundle,
  sealPart: async ([report, part, kind, compartment], content, recipient) =>
    base64(await bundle.sealPart(bundle.place(report, part, kind, compartment), bytes(content), recipient)),
  sealPiece: async (report, upload, index, content, pieceBytes, recipient) =>
    base64(await bundle.sealPiece(report, upload, index, bytes(content), pieceBytes, recipient)),
  reporterOf: async (receipt, receipts) => {
    const reporter = await bundle.reporterOf(receipt, receipts);
    return { ...reporter, lookup: base64(reporter.lookup) };
  },
  kindOf: (head) => bundle.kindOf(bytes(head)),
  sealedFile: async (content, name, type, sender, begun) => {
    const file = new File([bytes(content)], name, { type, lastModified: 1 });
    const sealed = new bundle.SealedFile(file, { ...sender, again: bytes(sender.again) });
    const wanted = await sealed.wanted();
    await sealed.begun(begun);
    const pieces = [];
    for (let i = 0; i < sealed.filled; i++) pieces.push(base64(await sealed.piece(i)));
    return { wanted, pieces, completion: await sealed.completion() };
  },
  vouchedFor: (published) => Object.fromEntries(bundle.vouchedFor(published)),
  report: async (published, contents, answers, receipt) => {
    const secret = await bundle.newSecret(published);
    if (receipt) Object.assign(secret, { receipt, reporter: await bundle.reporterOf(receipt, published.receipts) });
    return { receipt: secret.receipt, sealed: await bundle.sealReport(published, secret, contents, answers) };
  },
  contents: (fields, page) => bundle.contents(bundle.read(fields), page, bundle.triage),
  missed: (fields) => bundle.missed(bundle.read(fields)),
  receipts: (count) => Array.from({ length: count }, () => bundle.newReceipt()),
};

const wishes = JSON.parse(readFileSync(0, "utf8"));
const answers = [];
for (const wish of wishes) {
  try {
    answers.push({ value: await calls[wish.call](...wish.with) });
  } catch (error) {
    answers.push({ error: String(error.message) });
  }
}
process.stdout.write(JSON.stringify(answers));

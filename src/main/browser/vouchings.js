// Whose key is whose: read from what was signed, down from the root key, as staff/Vouchings checks it.
import { ed25519 } from "@noble/curves/ed25519.js";
import { fromBase64, utf8 } from "./bytes.js";

const LONGEST_CHAIN = 8;
const FIELDS = ["member", "role", "alias", "desk", "state", "recipient", "verifying"];

function read(statement) {
  const [format, ...fields] = statement.split(" ");
  if (format !== "amanet-vouching-v1" || fields.length !== FIELDS.length) return null;
  const member = {};
  for (const [i, name] of FIELDS.entries()) {
    if (!fields[i].startsWith(name + "=")) return null;
    member[name] = fields[i].slice(name.length + 1);
  }
  member.alias = decodeURIComponent(member.alias.replaceAll("+", "%20"));
  return member;
}

const signed = (line, key) =>
  ed25519.verify(fromBase64(line.signature), utf8(line.statement), fromBase64(key), { zip215: false });

// The members whom the root key stands for, by id.
export function vouchedFor(published) {
  const lines = new Map(published.vouchings.map((line) => [line.member, line]));
  const known = new Map();

  function holds(id, remaining) {
    if (known.has(id)) return known.get(id);
    const line = lines.get(id);
    if (!line || remaining === 0) return null;
    const member = read(line.statement);
    if (!member || member.member !== id) return null;
    const voucher = line.voucher ? holds(line.voucher, remaining - 1) : null;
    if (line.voucher && voucher?.role !== "LEAD") return null;
    if (!line.voucher && member.role !== "LEAD") return null;
    if (!signed(line, voucher ? voucher.verifying : published.rootKey)) return null;
    known.set(id, member);
    return member;
  }

  for (const id of lines.keys()) holds(id, LONGEST_CHAIN);
  return known;
}

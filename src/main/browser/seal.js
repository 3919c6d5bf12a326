// Seals parts in the one layout there is: place, content, padding, in one age file for one X25519 recipient.
import { Encrypter } from "age-encryption";
import { concat, utf8 } from "./bytes.js";

const KIB = 1024;
const MIB = 1024 * KIB;
const STEPS = [KIB, 4 * KIB, 16 * KIB, 64 * KIB, MIB, 8 * MIB, 64 * MIB];
const MARK = 0x80;
const X25519 = /^age1[02-9ac-hj-np-z]{58}$/;
export const REPORTER = "00000000-0000-0000-0000-000000000001"; // stands for whoever holds the receipt
const PIECE_PLACE_BYTES = 256; // what the place and the mark may take in a piece of a file, beside its content

export function paddedSize(bytes) {
  const largest = STEPS[STEPS.length - 1];
  return STEPS.find((step) => bytes < step) ?? (Math.floor(bytes / largest) + 1) * largest;
}

export function place(report, part, kind, compartment) {
  const text = utf8(["amanet part v1", report, part, kind, compartment, "1"].join("\n"));
  return concat(Uint8Array.of(text.length >> 8, text.length & 0xff), text);
}

async function ageFile(plain, recipient) {
  if (!X25519.test(recipient)) throw new Error("not an X25519 recipient");
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return encrypter.encrypt(plain);
}

function padded(where, content, size) {
  const plain = new Uint8Array(size);
  plain.set(where);
  plain.set(content, where.length);
  plain[where.length + content.length] = MARK;
  return plain;
}

export const sealPart = (where, content, recipient) =>
  ageFile(padded(where, content, paddedSize(where.length + content.length)), recipient);

export const sealJson = (where, value, recipient) => sealPart(where, utf8(JSON.stringify(value)), recipient);

// One piece of a file, as docs/ARCHITECTURE.md has it under "Pieces sealed by the sender".
export function sealPiece(report, upload, index, content, pieceBytes, recipient) {
  const kind = "PIECE." + String(index).padStart(5, "0");
  const where = place(report, upload, kind, "ACCOUNT");
  return ageFile(padded(where, content, pieceBytes + PIECE_PLACE_BYTES), recipient);
}

export const sealedPieceBytes = (pieceBytes) => {
  const plain = pieceBytes + PIECE_PLACE_BYTES;
  return 184 + plain + 16 * Math.ceil(plain / (64 * KIB));
};

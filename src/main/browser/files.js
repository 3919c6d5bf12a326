// Files that are sealed piece by piece while they are read: none is ever in memory whole.
import { hkdf } from "@noble/hashes/hkdf.js";
import { hmac } from "@noble/hashes/hmac.js";
import { sha256, sha512 } from "@noble/hashes/sha2.js";
import { Decrypter, identityToRecipient } from "age-encryption";
import { concat, fromBase64, hex, toBase64, utf8 } from "./bytes.js";
import { HEAD_BYTES, kindOf } from "./kind.js";
import { REPORTER, place, sealJson, sealPiece, sealedPieceBytes } from "./seal.js";

const MIB = 1024 * 1024;
const SMALL = MIB / 16;
const PIECE = 4 * MIB;
const STEP = 64 * MIB;
const NAME_CHARACTERS = 255;
const MARK = 0x80;

const toBase64Url = (bytes) => toBase64(bytes).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");

// Into how many pieces a file goes, as evidence/Layout has it.
export function layoutOf(bytes) {
  if (bytes <= SMALL) return { pieceBytes: SMALL, pieces: 1 };
  if (bytes <= MIB) return { pieceBytes: MIB, pieces: 1 };
  if (bytes <= 2 * PIECE) return { pieceBytes: PIECE, pieces: 2 };
  return { pieceBytes: PIECE, pieces: (STEP / PIECE) * Math.ceil(bytes / STEP) };
}

// What is needed to send files under a receipt. With the report's own key at hand nothing is kept that opens anything.
export function senderOf(reporter, account) {
  return {
    lookup: toBase64Url(reporter.lookup),
    recipient: reporter.recipient,
    again: hkdf(sha256, utf8(reporter.identity), undefined, utf8("amanet upload again v1"), 32),
    ...(account ? { account } : { identity: reporter.identity }),
  };
}

// The public half of the report's key, out of the lock for whoever holds the receipt; a lock from elsewhere is refused.
export async function keyIn(lock, report, identity) {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const inside = await decrypter.decrypt(fromBase64(lock));
  const where = place(report, REPORTER, "GRANT", "ACCOUNT");
  if (!where.every((byte, i) => inside[i] === byte)) throw new Error("a lock from elsewhere");
  return identityToRecipient(new TextDecoder().decode(inside.subarray(where.length, inside.lastIndexOf(MARK))));
}

const bytesOf = async (blob) => new Uint8Array(await blob.arrayBuffer());

export class SealedFile {
  constructor(file, sender) {
    Object.assign(this, { file, sender, ...layoutOf(file.size) });
    this.filled = Math.ceil(file.size / this.pieceBytes); // the empty ones behind are left to the service
    this.length = this.filled * sealedPieceBytes(this.pieceBytes);
    this.sha256 = sha256.create();
    this.sha512 = sha512.create();
    this.hashed = 0;
    this.sealed = new Map();
    this.last = Promise.resolve();
  }

  read(index) {
    return bytesOf(this.file.slice(index * this.pieceBytes, (index + 1) * this.pieceBytes));
  }

  // What begins an upload. The same file under the same receipt brings the same token, and goes on where it stood.
  async wanted() {
    const { name, type, size, lastModified } = this.file;
    const start = sha256(await this.read(0));
    const named = concat(start, utf8(JSON.stringify([name, type, size, lastModified])));
    const { lookup, recipient, again } = this.sender;
    const token = toBase64Url(hmac(sha256, again, named));
    return { lookup, recipient, token, sealed: true, pieces: this.pieces, pieceBytes: this.pieceBytes };
  }

  // What the service answered: where the pieces belong, and whom they are for.
  async begun({ id, report, lock }) {
    const { account, identity } = this.sender;
    Object.assign(this, { id, report, recipient: account ?? (await keyIn(lock, report, identity)) });
  }

  // One piece, made once; it is kept until a later one is asked for. Asked for early, it is ready in time.
  piece(index) {
    for (const older of this.sealed.keys()) if (older < index - 1) this.sealed.delete(older);
    if (!this.sealed.has(index)) {
      this.last = this.last.then(() => this.seal(index));
      this.last.catch(() => {}); // said to whoever asks for the piece
      this.sealed.set(index, this.last);
    }
    return this.sealed.get(index);
  }

  async seal(index) {
    await this.hashUpTo(index);
    const content = await this.read(index);
    if (this.hashed === index) this.hash(content);
    return sealPiece(this.report, this.id, index, content, this.pieceBytes, this.recipient);
  }

  // Also what had arrived before this page was opened.
  async hashUpTo(index) {
    while (this.hashed < index) this.hash(await this.read(this.hashed));
  }

  hash(content) {
    this.sha256.update(content);
    this.sha512.update(content);
    this.hashed++;
  }

  // What ends an upload: sealed, what only readers of the report may know of the file.
  async completion() {
    this.completed ??= this.last.then(() => this.sealParticulars());
    return this.completed;
  }

  async sealParticulars() {
    await this.hashUpTo(this.filled);
    const { name, type, size } = this.file;
    const particulars = {
      name: name.slice(-NAME_CHARACTERS),
      type: type.slice(-NAME_CHARACTERS),
      kind: kindOf(await bytesOf(this.file.slice(0, HEAD_BYTES))),
      size,
      sha256: hex(this.sha256.digest()),
      sha512: hex(this.sha512.digest()),
    };
    const sealed = await sealJson(place(this.report, this.id, "EXHIBIT", "ACCOUNT"), particulars, this.recipient);
    return { particulars: toBase64(sealed), recipient: this.recipient };
  }
}

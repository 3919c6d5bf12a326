// Work for the service, where it asks for some: ALTCHA, version 1. A number is found by trying.
import { sha256 } from "@noble/hashes/sha2.js";
import { hex, toBase64, utf8 } from "./bytes.js";

const AT_ONCE = 4000; // tries between two looks at what the person does

const pause = () => new Promise((done) => setTimeout(done));

// The number for which SHA-256 of the salt with it behind is the challenge.
async function solve({ challenge, salt, maxnumber }) {
  const begun = sha256.create().update(utf8(salt));
  for (let number = 0; number <= maxnumber; number++) {
    if (hex(begun.clone().update(utf8(String(number))).digest()) === challenge) return number;
    if (number % AT_ONCE === AT_ONCE - 1) await pause();
  }
  throw new Error("no number solves it");
}

// What goes into the header Proof, for what will be sent under this name.
export async function proofFor(name, ask) {
  const given = await ask("/api/v1/challenges?for=" + hex(sha256(utf8(name))));
  const { algorithm, challenge, salt, signature } = given;
  const number = await solve(given);
  return toBase64(utf8(JSON.stringify({ algorithm, challenge, number, salt, signature })));
}

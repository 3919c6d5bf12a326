// What a reporter keeps: 26 random digits and two check digits (ISO 7064 MOD 97-10), as sealing/Receipt makes them.
import { random } from "./bytes.js";

const RANDOM_DIGITS = 26;
const DIGITS = 28;
const MODULUS = 97;
const FAIR_BYTES = 250; // above, a remainder of ten would favour the small digits

const remainder = (digits) => [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % MODULUS, 0);

export function newReceipt() {
  let digits = "";
  while (digits.length < RANDOM_DIGITS) {
    const [byte] = random(1);
    if (byte < FAIR_BYTES) digits += byte % 10;
  }
  return digits + String(MODULUS + 1 - remainder(digits + "00")).padStart(2, "0");
}

export const isReceipt = (digits) => digits.length === DIGITS && remainder(digits) === 1;

export const groups = (digits) => digits.match(/.{4}/g);

// The digits that somebody typed, of every script; each script has its ten in a row.
export function digitsIn(typed) {
  let digits = "";
  for (const [character] of typed.matchAll(/\p{Nd}/gu)) {
    let zero = character.codePointAt(0);
    const point = zero;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
    digits += (point - zero) % 10;
  }
  return digits;
}

// What was typed back from paper, held against what was given: a kind and a number, as TypedBack says it.
export function typedBack(typed, receipt, decoy) {
  const digits = digitsIn(typed);
  if (digits === receipt) return { kind: "RIGHT" };
  if (digits === "") return { kind: "NOTHING" };
  if (digits === decoy) return { kind: "THE_DECOY" };
  if (digits.length !== DIGITS) return { kind: "OTHER_LENGTH", number: digits.length };
  const given = groups(receipt);
  return { kind: "OTHER_GROUP", number: groups(digits).findIndex((group, i) => group !== given[i]) + 1 };
}

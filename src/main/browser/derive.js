// From a receipt to an age identity and a lookup id, as sealing/KeyDerivation and DerivedIdentity do it.
import { argon2idAsync } from "@noble/hashes/argon2.js";
import { hkdf } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bech32 } from "@scure/base";
import { identityToRecipient } from "age-encryption";
import { fromBase64, utf8 } from "./bytes.js";

const DERIVED_BYTES = 64;
const SALT_MIN_BYTES = 16;

// A dishonest server could ask for less, so that the receipt can be guessed, or for more than the device has.
const LEAST = { memoryKib: 19 * 1024, iterations: 2, parallelism: 1 };
const MOST = { memoryKib: 256 * 1024, iterations: 12, parallelism: 4 };

function requireFloors(receipts, salt) {
  const fits = Object.keys(LEAST).every((name) => receipts[name] >= LEAST[name] && receipts[name] <= MOST[name]);
  if (!fits || salt.length < SALT_MIN_BYTES) throw new Error("the parameters for receipts are too weak or too strong");
}

export async function reporterOf(receipt, receipts, onProgress) {
  const salt = fromBase64(receipts.salt);
  requireFloors(receipts, salt);
  const derived = await argon2idAsync(utf8(receipt), salt, {
    m: receipts.memoryKib,
    t: receipts.iterations,
    p: receipts.parallelism,
    dkLen: DERIVED_BYTES,
    asyncTick: 30,
    onProgress,
  });
  const key = (purpose) => hkdf(sha256, derived, undefined, utf8(purpose), 32);
  const identity = bech32.encodeFromBytes("AGE-SECRET-KEY-", key("amanet identity v1")).toUpperCase();
  const lookup = key("amanet lookup v1");
  derived.fill(0);
  return { identity, recipient: await identityToRecipient(identity), lookup };
}

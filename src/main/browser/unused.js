// Stands for parts of libraries that nothing here calls.
export const MLKEM768P256 = undefined;
export const MLKEM768X25519 = undefined;
export const p256 = undefined;
export const scrypt = undefined;

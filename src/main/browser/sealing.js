// What is loaded once somebody has begun to write: everything that touches a key.
export { reporterOf } from "./derive.js";
export { SealedFile, keyIn, layoutOf, senderOf } from "./files.js";
export { kindOf } from "./kind.js";
export { proofFor } from "./proof.js";
export { digitsIn, groups, isReceipt, newReceipt, typedBack } from "./receipt.js";
export { newSecret, sealReport } from "./report.js";
export { NobodyCouldRead, route, serving } from "./route.js";
export { paddedSize, place, sealJson, sealPart, sealPiece, sealedPieceBytes } from "./seal.js";
export { triage } from "./triage.js";
export { vouchedFor } from "./vouchings.js";

// The letter: the same form in one file, without a connection. What is sealed is saved, for anybody to hand in.
import { contents, missed } from "./answers.js";
import { utf8 } from "./bytes.js";
import { compare, forget, showReceipt, soonOf } from "./receiptscreens.js";
import { Screens } from "./screens.js";
import { place, sealPart } from "./seal.js";
import * as sealing from "./sealing.js";

const NOBODY = "00000000-0000-0000-0000-000000000000";

const form = document.querySelector("form[data-screens]");
const published = JSON.parse(document.querySelector("#keys").textContent);
let given;
let letter;

async function seal(screens) {
  const answers = screens.answers();
  const found = missed(answers);
  if (found.length > 0) return screens.tell(found);
  if (screens.facts.busy) return undefined;
  screens.set("busy", true);
  try {
    const bars = screens.find("progress");
    const secret = await sealing.newSecret(published.keys, (part) => bars.forEach((bar) => (bar.value = part)));
    const { language, wording } = form.dataset;
    const inside = contents(answers, { language, wording, now: Date.now() }, sealing.triage);
    const report = await sealing.sealReport(published.keys, secret, inside, answers);
    const where = place(NOBODY, NOBODY, "LETTER", "LETTERBOX");
    letter = await sealPart(where, utf8(JSON.stringify(report)), published.letterbox);
    given = { receipt: secret.receipt, decoy: sealing.newReceipt(), soon: soonOf(report.band) };
    showReceipt(screens, given, sealing);
    screens.show("RECEIPT");
  } catch (error) {
    if (error instanceof sealing.NobodyCouldRead) {
      screens.show("WHO", true);
      screens.refuse("refused_nobody_could_read");
    } else {
      screens.refuse("impossible");
    }
  } finally {
    screens.set("busy", false);
  }
  return undefined;
}

// Saved by hand, as often as somebody likes: it is the same letter.
function save() {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([letter], { type: "application/octet-stream" }));
  link.download = "letter.age";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function compared(screens) {
  if (!compare(screens, given, sealing)) return;
  screens.show("KEPT");
  forget(screens);
}

const all = new Screens(form, { send: seal, compare: compared, save });
for (const address of all.find("[data-address]")) address.textContent = published.address;
all.show("SAFETY");

const exit = document.querySelector("[data-leave]");
exit.addEventListener("click", (event) => {
  event.preventDefault();
  forget(all);
  location.replace(exit.href);
});

// After sealing: the code is shown until its owner has typed it back from paper. It never leaves this page.

import { clear } from "./fields.js";

const hints = { NOTHING: "back_empty", OTHER_LENGTH: "back_count", OTHER_GROUP: "back_group", THE_DECOY: "back_decoy" };
const NUMBER = "99"; // stands in the texts where a number comes

function digits(screens, which, groups) {
  for (const list of screens.find(`[data-digits="${which}"]`)) {
    list.replaceChildren(
      ...groups.map((group) => {
        const item = document.createElement("li");
        item.textContent = group;
        return item;
      }),
    );
  }
}

// given: receipt and decoy (28 digits each), band, and the reference where there is one.
export function showReceipt(screens, given, sealing) {
  digits(screens, "receipt", sealing.groups(given.receipt));
  digits(screens, "decoy", sealing.groups(given.decoy));
  for (const reference of screens.find("[data-reference]")) reference.textContent = given.reference ?? "";
  for (const soon of screens.find("[data-soon]")) soon.hidden = soon.dataset.soon !== given.soon;
}

export const soonOf = (band) => (band === "P4" ? "p3" : band.toLowerCase());

// Whether the right one was typed; where not, the page says kindly what differs.
export function compare(screens, given, sealing) {
  const [typed] = screens.find("#typed");
  const { kind, number } = sealing.typedBack(typed.value, given.receipt, given.decoy);
  if (kind === "RIGHT") return true;
  const [hint] = screens.find("#back-hint");
  hint.textContent = screens.text(hints[kind]).replace(NUMBER, number ?? "");
  hint.hidden = false;
  screens.mark(typed, hint.id);
  typed.focus();
  return false;
}

// Nothing that was typed, and no code but the second, stays in the page.
export function forget(screens) {
  clear(screens.sections);
  digits(screens, "receipt", []);
}

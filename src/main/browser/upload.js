// Files and voices from a page, sealed on this device before they leave it. Keeps nothing on the device.
import { fetched } from "./fetched.js";
import { SHOWN } from "./pages.js";
import { Sending } from "./sending.js";
import { recorder } from "./voice.js";

function element(name, text) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  return made;
}

// A line of the list: name, bar, word, button.
function lineIn(list, words, name) {
  const line = element("li");
  const label = element("bdi", name);
  label.dir = "auto";
  const bar = Object.assign(element("progress"), { max: 1, value: 0 });
  bar.setAttribute("aria-label", `${words.progress} ${name}`);
  const said = element("p");
  said.setAttribute("role", "status");
  const button = Object.assign(element("button", words.pause), { type: "button", className: "quiet" });
  button.setAttribute("aria-label", `${words.pause} ${name}`);
  line.append(label, bar, said, button);
  list.append(line);
  return { bar, said, button, name };
}

// Whoever has typed the receipt on this page. Made once; where that fails, the next file tries again.
function ofReceipt(form, sealing) {
  let sender;
  return (get) => {
    sender ??= get("/api/v1/desks/keys")
      .then(({ receipts }) => sealing.reporterOf(sealing.digitsIn(form.elements.receipt.value), receipts))
      .then((reporter) => sealing.senderOf(reporter));
    sender.catch(() => (sender = undefined));
    return sender;
  };
}

let lists = []; // of pages that another has taken the place of: what is on its way goes on

// section: the part of a page that takes files; sender: who sends them, where that is known without a receipt.
export function attach(section, sender) {
  const form = section.querySelector("form[data-upload]");
  const list = section.querySelector("[data-sending]");
  const unsealed = section.querySelector("[data-unsealed]");
  const words = form.dataset;
  const inputs = [...form.querySelectorAll("input[type=file]")];
  let sealing;
  let whose;
  let last = Promise.resolve();
  list.append(...lists.flatMap((older) => [...older.children]));
  lists = [list];

  async function ready() {
    try {
      sealing ??= await fetched(words.sealingSrc, words.sealingIntegrity);
      whose ??= sender ? () => sender : ofReceipt(form, sealing);
      unsealed.hidden = true;
      return true;
    } catch {
      unsealed.hidden = false;
      unsealed.focus();
      return false;
    }
  }

  // One after the other, in the order in which they were chosen.
  function enqueue(file) {
    const sending = new Sending(file, lineIn(list, words, file.name), words, sealing, whose);
    last = last.then(() => sending.run());
  }

  async function chosen(event) {
    event.preventDefault();
    const files = inputs.flatMap((input) => [...input.files]).filter((file) => file.size > 0);
    if (files.length === 0) inputs[0].focus();
    else if (await ready()) {
      files.forEach(enqueue);
      inputs.forEach((input) => (input.value = ""));
    }
  }

  async function spoken(file) {
    const can = await ready();
    if (can) enqueue(file);
    return can;
  }

  form.addEventListener("submit", chosen);
  unsealed.querySelector("button")?.addEventListener("click", () => form.submit());
  recorder(section.querySelector("[data-voice]"), form.querySelector("[data-plain]"), spoken);
  section.querySelector("[data-sealed]").hidden = false;
}

function begin() {
  const form = document.querySelector("form[data-upload]");
  if (form) attach(form.closest("section"));
}

begin();
document.addEventListener(SHOWN, begin);

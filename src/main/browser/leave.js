// On every page of reporters: leaves at once, by Shift three times or by the link; and whatever is asked for takes the
// place of the page that is shown, so that one line in the history is all there ever is of this site.
import { pageFrom, show } from "./pages.js";

// Each page of a form that is sent by the browser itself is forgotten: "back" shows an empty one.
const unsent = (address) => new URL(address, location.href).pathname.replace(/\/receipt$/, "");
const forget = () => history.replaceState(null, "", unsent(location.href));
const ours = (address) => new URL(address, location.href).origin === location.origin;

addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});

const link = document.querySelector("[data-leave]");
const exit = link?.href;
let presses = 0;
let timer = 0;

function leave() {
  document.documentElement.hidden = true;
  forget();
  location.replace(exit);
}

document.addEventListener("keyup", (event) => {
  if (!exit) return;
  clearTimeout(timer);
  presses = event.key === "Shift" ? presses + 1 : 0;
  if (presses === 3) leave();
  timer = setTimeout(() => (presses = 0), 2000);
});

document.addEventListener("click", (event) => {
  const followed = event.target.closest?.("a[href]");
  if (!followed || event.defaultPrevented) return;
  if (followed === link) {
    event.preventDefault();
    leave();
    return;
  }
  const elsewhere = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (elsewhere || followed.hasAttribute("download") || followed.target || !ours(followed.href)) return;
  event.preventDefault();
  location.replace(followed.href);
});

// What a form sends, and where: as the browser would.
function wish(form, button) {
  const data = new FormData(form);
  if (button?.name) data.append(button.name, button.value);
  const address = button?.getAttribute("formaction") ?? form.getAttribute("action");
  const body = form.enctype === "multipart/form-data" ? data : new URLSearchParams(data);
  return { address, body };
}

function sendPlainly(form, button) {
  const { address } = wish(form, button);
  form.action = address;
  if (button?.name) form.append(Object.assign(document.createElement("input"), { type: "hidden", name: button.name, value: button.value }));
  form.submit();
}

let waiting = false;

async function send(form, button) {
  const { address, body } = wish(form, button);
  let whole;
  try {
    whole = await pageFrom("POST", address, body);
  } catch (error) {
    if (error.answered) location.replace(address);
    else sendPlainly(form, button);
    return;
  }
  show(whole);
  history.replaceState(null, "", unsent(address));
}

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (form.matches("[data-forget]")) forget();
  if (event.defaultPrevented || form.method !== "post" || form.matches("[data-take-over]")) return;
  event.preventDefault();
  if (waiting) return;
  waiting = true;
  event.submitter?.setAttribute("aria-disabled", "true");
  await send(form, event.submitter).finally(() => (waiting = false));
});

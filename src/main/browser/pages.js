// Pages that take the place of the one that is shown, without another line in the history.
import { fetched } from "./fetched.js";

const PATIENCE = 60_000;
export const SHOWN = "amanet-shown"; // told to the document once another page stands in it

// A whole page; parsing text into one is what the policy of our pages forbids.
export function pageFrom(method, address, body) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, address);
    request.setRequestHeader("Accept", "text/html");
    request.responseType = "document";
    if (method === "GET") request.timeout = PATIENCE;
    const none = (answered) => reject(Object.assign(new Error("no page"), { answered }));
    request.onload = () => (request.response?.querySelector("#content") ? resolve(request.response) : none(true));
    request.onerror = request.ontimeout = () => none(false);
    request.send(body);
  });
}

// Its texts and what is in it; the way out stays, as somebody listens to it.
export function take(whole) {
  const root = document.documentElement;
  root.lang = whole.documentElement.lang;
  root.dir = whole.documentElement.dir;
  for (const selector of [".skip", "#content", ".foot"]) {
    document.querySelector(selector).replaceWith(document.importNode(whole.querySelector(selector), true));
  }
  for (const selector of ["[data-leave]", ".brand"]) {
    const [stays, other] = [document.querySelector(selector), whole.querySelector(selector)];
    stays.textContent = other.textContent;
    if (other.title) stays.title = other.title;
    stays.setAttribute("href", other.getAttribute("href"));
  }
}

// The same, with its scripts, and read from its beginning.
export function show(whole) {
  take(whole);
  scrollTo(0, 0);
  const first = document.querySelector("#content [autofocus]") ?? document.querySelector("#content h1");
  if (first?.tagName === "H1") first.tabIndex = -1;
  first?.focus({ preventScroll: first.tagName === "H1" });
  for (const script of whole.querySelectorAll("script[type=module]")) {
    fetched(script.getAttribute("src"), script.integrity).catch(() => {}); // the page works without it
  }
  document.dispatchEvent(new Event(SHOWN));
}

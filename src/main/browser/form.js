// The form where scripts run: all screens at once and none of the answers sent, sealed at the end on this device.
import { contents, missed, read } from "./answers.js";
import { fieldsOf, fill } from "./fields.js";
import { fetched } from "./fetched.js";
import { SHOWN, pageFrom, take } from "./pages.js";
import { compare, forget, showReceipt, soonOf } from "./receiptscreens.js";
import { Screens } from "./screens.js";

let screens;
let given; // what the pages after sending show
let secret; // of this report, whatever becomes of the line
let pending; // what was sent without an answer
let sealing;

// Takes over from the page of the server: its texts, and its answers where there are any.
function install(whole, fields, current) {
  take(whole);
  const form = document.querySelector("form[data-screens]");
  screens = new Screens(form, { send, compare: compared, plain });
  fill(screens.sections, fields);
  for (const other of document.querySelectorAll("[data-whole]")) other.addEventListener("click", () => speak(other));
  screens.show(current);
  prefetch(form);
}

// What touches keys is fetched while somebody reads the first question.
function prefetch({ dataset }) {
  fetched(dataset.sealingSrc, dataset.sealingIntegrity).catch(() => {}); // said where it is needed
}

// The same form in another language, with everything that was typed.
async function speak(other) {
  try {
    const whole = await pageFrom("GET", other.dataset.whole);
    const { current, edit } = screens;
    install(whole, screens.fields(), current);
    screens.edit = edit;
    screens.refresh();
    history.replaceState(null, "", other.dataset.path);
  } catch {
    screens.refuse("refused_unavailable");
  }
}

async function asJson(answer) {
  const body = await answer.json().catch(() => ({}));
  if (answer.ok) return body;
  throw Object.assign(new Error("refused"), { status: answer.status, slug: (body.type ?? "").split("/").pop() });
}

const get = (address) => fetch(address, { cache: "no-store" }).then(asJson);

const keys = () => get("/api/v1/desks/keys");

const sent = (body, more = {}) =>
  fetch("/api/v1/sealed-reports", { method: "POST", headers: { "Content-Type": "application/json", ...more }, body }).then(asJson);

// Where much more is sent than usual, this device is asked to work a little for it.
async function post(body) {
  try {
    return await sent(body);
  } catch (error) {
    if (error.slug !== "proof-wanted") throw error;
    return sent(body, { Proof: await sealing.proofFor(secret.id, get) });
  }
}

async function sealed(answers, published) {
  secret ??= await sealing.newSecret(published, (part) => screens.find("progress").forEach((bar) => (bar.value = part)));
  const { language, wording } = screens.form.dataset;
  const inside = contents(answers, { language, wording, now: Date.now() }, sealing.triage);
  const report = await sealing.sealReport(published, secret, inside, answers);
  return { body: JSON.stringify(report), band: report.band };
}

// The same answers are sent as the same bytes: whatever became of the first try, it is one report.
async function delivered(answers) {
  const words = JSON.stringify(answers);
  const before = pending;
  if (before?.words !== words) pending = { words, ...(await sealed(answers, await keys())) };
  try {
    return { ...(await post(pending.body)), band: pending.band };
  } catch (error) {
    if (error.slug === "conflict" && before && before !== pending) {
      return { ...(await post(before.body)), band: before.band, before: true };
    }
    if (error.status !== 400) throw error;
    // Somebody has left the desk since: for those who are there now, once more.
    pending = { words, ...(await sealed(answers, await keys())) };
    return { ...(await post(pending.body)), band: pending.band };
  }
}

async function send() {
  const answers = screens.answers();
  const found = missed(answers);
  if (found.length > 0) return screens.tell(found);
  if (screens.facts.busy) return undefined;
  screens.set("busy", true);
  try {
    const { sealingSrc, sealingIntegrity } = screens.form.dataset;
    sealing ??= await fetched(sealingSrc, sealingIntegrity);
    const { reference, band, before } = await delivered(answers);
    given = { receipt: secret.receipt, decoy: sealing.newReceipt(), reference, soon: soonOf(band) };
    screens.set("before", Boolean(before));
    showReceipt(screens, given, sealing);
    document.querySelector("[data-languages]")?.remove();
    screens.show("RECEIPT");
  } catch (error) {
    refused(error);
  } finally {
    screens.set("busy", false);
  }
  return undefined;
}

function refused(error) {
  const retry = { busy: "refused_busy", "too-many-requests": "refused_too_many_requests", "proof-wanted": "refused_busy", unavailable: "refused_unavailable" };
  if (error.slug === "nobody-could-read" || (sealing && error instanceof sealing.NobodyCouldRead)) {
    screens.show("WHO", true);
    screens.refuse("refused_nobody_could_read");
  } else if (retry[error.slug] || error.status >= 500) {
    screens.refuse(retry[error.slug] ?? "refused_other", "refused_again", ["refused_once"]);
  } else if (!navigator.onLine || (error instanceof TypeError && sealing)) {
    screens.refuse("refused_unavailable", "refused_again", ["refused_once"]);
  } else {
    screens.show("UNSEALED");
  }
}

// On the reporter's own word: where this device cannot seal, the service seals on arrival.
function plain() {
  const form = screens.form;
  form.append(...screens.sections, Object.assign(document.createElement("input"), { type: "hidden", name: "go", value: "send" }));
  form.elements.at.value = "CHECK";
  form.submit();
}

function compared() {
  if (!compare(screens, given, sealing)) return;
  screens.form.replaceWith(screens.place); // it has ended, and what comes now has a form of its own
  screens.show("KEPT");
  takeFiles(sealing.senderOf(secret.reporter, secret.account.recipient));
  secret = pending = undefined;
  forget(screens);
}

// Files can follow at once; where that fails, the page says how to come back with the code.
async function takeFiles(sender) {
  const [later] = screens.find("template[data-files]");
  const { attach } = await fetched(later.dataset.src, later.dataset.integrity);
  later.before(document.importNode(later.content, true));
  attach(later.previousElementSibling, sender);
}

// Every page of the form that the server has written can be taken over where it stands.
function begin(form) {
  const whole = pageFrom("GET", form.dataset.takeOver);
  whole.catch(() => {}); // without it, this page works as it does without scripts
  const fields = () => fieldsOf(form);
  const at = () => form.elements.at.value;
  if (at() !== "SAFETY") {
    whole.then((found) => install(found, fields(), at())).catch(() => {});
    return;
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const button = event.submitter;
    button?.setAttribute("aria-disabled", "true"); // heard: on a thin line the screens take their time
    whole
      .then((found) => install(found, fields(), "DANGER"))
      .catch(() => {
        form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "go", value: button?.value ?? "next" }));
        form.submit();
      });
  });
}

function start() {
  const form = document.querySelector("form[data-take-over]");
  if (form) begin(form);
}

if (typeof document !== "undefined") {
  start();
  document.addEventListener(SHOWN, start);
}

export { contents, missed, read };

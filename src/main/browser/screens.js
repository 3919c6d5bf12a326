// Shows the screens of a form one at a time. All of them came with the page, so that going on asks nobody for anything;
// only the one that is shown stands in it.
import { missed, read } from "./answers.js";
import { fieldsOf } from "./fields.js";

const FIRST = "SAFETY";
const LAST = "CHECK";
const HURRY_FROM = "STORY";
const NEEDED_LAST = "MAY";
const STANDS = /^(rows|go|key|insiderAt|C\d+-(identity|review))$/; // chosen already where nobody chose

const all = (root, selector) => Array.from(root.querySelectorAll(selector));

export class Screens {
  // acts: what else a button may ask for, by its value.
  constructor(form, acts) {
    this.form = form;
    this.acts = acts;
    this.sections = all(form, "[data-screen]");
    this.place = form.querySelector("[data-place]");
    for (const section of this.sections) {
      section.remove();
      section.hidden = false;
    }
    this.steps = this.sections.map((section) => section.dataset.screen).filter((name) => !this.isApart(name));
    this.facts = {};
    this.edit = false;
    form.addEventListener("submit", (event) => this.asked(event));
    form.addEventListener("change", () => this.refresh());
  }

  isApart(name) {
    return this.section(name).hasAttribute("data-apart");
  }

  section(name) {
    return this.sections.find((section) => section.dataset.screen === name);
  }

  fields() {
    return fieldsOf(...this.sections);
  }

  answers() {
    return read(this.fields());
  }

  find(selector) {
    return this.sections.flatMap((section) => all(section, selector));
  }

  asked(event) {
    event.preventDefault();
    const section = this.section(this.current);
    const pressed = event.submitter && !event.submitter.hasAttribute("data-enter") ? event.submitter.value : null;
    this.go(pressed ?? section.dataset.enter ?? "next");
  }

  go(where) {
    const at = this.steps.indexOf(this.current);
    if (this.acts[where]) return void this.acts[where](this);
    if (where === "next") return this.onwards(this.edit ? LAST : this.steps[at + 1]);
    if (where === "short") return this.onwards(NEEDED_LAST);
    if (where === "back") return this.show(this.steps[at - 1]);
    if (where === "add") return this.addRow();
    if (where === "pause") return this.pause();
    if (where === "resume") return this.show(this.paused, this.edit);
    return this.show(where, this.current === LAST);
  }

  // On to another screen, where this one can stay as it is.
  onwards(next) {
    const here = missed(this.answers()).filter((one) => one.screen === this.current);
    if (here.length > 0) this.tell(here);
    else this.show(next);
  }

  pause() {
    this.paused = this.current;
    const edit = this.edit;
    this.show("PAUSED");
    this.edit = edit;
  }

  show(name, edit = false) {
    this.current = name;
    this.edit = edit;
    this.forgetTold();
    this.place.replaceChildren(this.section(name));
    if (!this.isApart(name)) this.form.elements.at.setAttribute("value", name);
    this.refresh();
    scrollTo(0, 0);
    const title = this.section(name).querySelector("h1");
    title?.setAttribute("tabindex", "-1");
    title?.focus({ preventScroll: true });
  }

  // What a screen shows depends on what was answered on others.
  refresh() {
    const fields = this.fields();
    const answers = read(fields);
    const at = this.steps.indexOf(this.current);
    const told = answers.account.trim() !== "" || answers.evidence.length > 0;
    const halfway = Boolean(answers.danger) && told;
    const ready = halfway && Boolean(answers.consent.C0);
    const step = at >= 0 && this.current !== FIRST && this.current !== LAST;
    const enough = step && !this.edit && (ready || (halfway && this.current === NEEDED_LAST));
    const early = at >= this.steps.indexOf(HURRY_FROM) && at < this.steps.indexOf(NEEDED_LAST);
    this.facts = {
      ...this.facts,
      edit: this.edit,
      way: !this.edit,
      danger: answers.danger === "NOW" || answers.danger === "SOON",
      ready,
      unready: !ready,
      enough,
      hurry: !enough && !this.edit && early && (halfway || this.current === HURRY_FROM),
      answers: Boolean(answers.consent.C1),
      silent: !answers.consent.C1,
    };
    this.showFacts();
    this.showAnswered(fields);
    this.showRows();
  }

  set(fact, value) {
    this.facts[fact] = value;
    this.showFacts();
  }

  showFacts() {
    for (const element of this.find("[data-if]")) element.hidden = !this.facts[element.dataset.if];
  }

  // A question is answered when one of its fields says something.
  showAnswered(fields) {
    for (const state of this.find("[data-answered]")) {
      const names = all(this.section(state.dataset.answered), "[name]").map((field) => field.name);
      const says = (name) => !STANDS.test(name) && (fields[name] ?? []).some((value) => value.trim() !== "");
      const said = names.some(says);
      state.hidden = said !== (state.dataset.is === "yes");
    }
  }

  rows() {
    return this.find("fieldset.row");
  }

  // Rows that were filled, and one more where it was asked for.
  showRows() {
    const filled = (row) =>
      all(row, "input, select, textarea").some((field) => (field.type === "radio" ? field.checked : field.value.trim() !== ""));
    const rows = this.rows();
    const last = Math.max(0, this.wantedRows ?? 0, rows.findLastIndex?.(filled) ?? rows.map(filled).lastIndexOf(true));
    rows.forEach((row, i) => (row.hidden = i > last));
    this.lastRow = last;
    for (const more of this.find("[data-add]")) more.hidden = last >= rows.length - 1;
  }

  addRow() {
    this.wantedRows = Math.min(this.lastRow + 1, this.rows().length - 1);
    this.showRows();
    this.rows()[this.wantedRows].querySelector("input").focus();
  }

  text(key) {
    return this.form.querySelector(`template[data-text="${key}"]`)?.content.textContent.trim() ?? "";
  }

  // Says kindly what is missing, with a link to each field.
  tell(found) {
    if (found[0].screen !== this.current) this.show(found[0].screen, true);
    this.forgetTold();
    const here = found.filter((one) => one.screen === this.current);
    const list = here.map((one) => {
      const link = Object.assign(document.createElement("a"), { href: "#" + one.field });
      link.textContent = this.text(one.key);
      link.id = one.field + "-missed";
      const item = document.createElement("li");
      item.append(link);
      const field = this.form.querySelector("#" + CSS.escape(one.field));
      if (field) this.mark(field, link.id);
      return item;
    });
    this.open("missed_title", [], list);
    this.section(this.current).querySelector(".question")?.classList.add("missed");
  }

  mark(field, described) {
    field.dataset.described ??= field.getAttribute("aria-describedby") ?? "";
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", `${described} ${field.dataset.described}`.trim());
  }

  // Says why it could not be sent.
  refuse(key, title = "refused_look", more = []) {
    this.forgetTold();
    this.open(title, [this.text(key), ...more.map((one) => this.text(one))], []);
  }

  open(title, sentences, list) {
    const box = this.form.querySelector("#missed");
    box.querySelector("[data-title]").textContent = this.text(title);
    box.querySelector("[data-why]").textContent = sentences.join(" ");
    box.querySelector("ul").replaceChildren(...list);
    box.hidden = false;
    box.focus();
    box.scrollIntoView({ block: "start" });
  }

  forgetTold() {
    const box = this.form.querySelector("#missed");
    box.hidden = true;
    for (const field of this.find("[aria-invalid]")) {
      field.removeAttribute("aria-invalid");
      if (field.dataset.described) field.setAttribute("aria-describedby", field.dataset.described);
      else field.removeAttribute("aria-describedby");
    }
    for (const section of this.find(".question.missed")) section.classList.remove("missed");
  }
}

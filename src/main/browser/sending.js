// One file on its way: sealed and sent piece by piece (tus 1.0), held on to after a broken line, paused by hand.

const LONGEST_WAIT = 30;
const SOON = 1;
const JSON_TYPE = { "Content-Type": "application/json" };

// One request; never rejects. A status of 0 is a broken line.
function ask(method, address, headers, body, step) {
  const request = new XMLHttpRequest();
  const answer = new Promise((done) => {
    request.open(method, address);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    if (step) request.upload.onprogress = (event) => step(event.loaded);
    request.onloadend = () => done(request);
    request.send(body);
  });
  return { answer, stop: () => request.abort() };
}

const wait = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));
const passes = (status) => status === 0 || status === 423 || status === 429 || status >= 500;
const json = (request) => JSON.parse(request.responseText);

class Refused extends Error {}

export class Sending {
  // words: what is said, by name; sealing: what seals; whose: gives who sends, asking through what it is given.
  constructor(file, line, words, sealing, whose) {
    Object.assign(this, { file, line, words, sealing, whose });
    line.button.addEventListener("click", () => this.pressed());
  }

  label(text) {
    this.line.button.textContent = text;
    this.line.button.setAttribute("aria-label", `${text} ${this.line.name}`);
  }

  say(text) {
    this.line.said.textContent = text;
  }

  show(bytes) {
    this.line.bar.value = bytes / this.sealed.length;
  }

  pressed() {
    if (this.paused) {
      this.paused = null;
      this.label(this.words.pause);
      this.say("");
      this.goOn();
    } else {
      this.paused = new Promise((done) => (this.goOn = done));
      this.label(this.words.on);
      this.say(this.words.paused);
      this.current?.stop();
    }
  }

  async request(start) {
    this.current = start();
    const got = await this.current.answer;
    this.current = null;
    return got;
  }

  // Asks again and again where the line or the service is away for a while.
  async steady(start) {
    for (let seconds = SOON; ; seconds = Math.min(seconds * 2, LONGEST_WAIT)) {
      if (this.paused) await this.paused;
      const got = await this.request(start);
      if (!passes(got.status)) {
        this.say("");
        return got;
      }
      if (this.paused) continue;
      this.say(this.words.broken);
      await wait(Number(got.getResponseHeader("Retry-After")) || seconds);
    }
  }

  async run() {
    let end = this.words.failed;
    try {
      this.say(this.words.sealing);
      const sender = await this.whose(async (address) => json(this.require(200, await this.steady(() => ask("GET", address, {})))));
      this.sealed = new this.sealing.SealedFile(this.file, sender);
      await this.begin();
      await this.pieces();
      await this.complete();
      end = this.words.arrived;
    } catch (error) {
      if (error instanceof Refused && error.message) end = error.message;
    }
    this.say(end);
    this.line.button.remove();
  }

  require(status, got, why = "") {
    if (got.status !== status) throw new Refused(why);
    return got;
  }

  async begin() {
    const wanted = JSON.stringify(await this.sealed.wanted());
    const got = await this.steady(() => ask("POST", "/api/v1/inbox/uploads", JSON_TYPE, wanted));
    this.require(201, got, got.status === 413 ? this.tooMuch(json(got).errors) : "");
    const upload = json(got);
    this.address = "/api/v1/uploads/" + upload.id;
    this.headers = { "Tus-Resumable": "1.0.0", "Upload-Token": upload.token };
    this.pieceBytes = upload.pieceBytes;
    this.offset = upload.offset;
    await this.sealed.begun(upload);
    this.show(this.offset);
  }

  tooMuch(faults) {
    return faults.some((fault) => fault.pointer === "/pieces") ? this.words.large : this.words.full;
  }

  async pieces() {
    while (this.offset < this.sealed.length) {
      if (this.paused) {
        await this.paused;
        await this.stand();
        continue;
      }
      const index = this.offset / this.pieceBytes;
      const body = await this.sealed.piece(index);
      if (this.paused) continue;
      const got = await this.request(() => this.patch(index, body));
      if (got.status === 204) this.arrived(got);
      else if (passes(got.status) || got.status === 409 || got.status === 400) await this.broken();
      else throw new Refused();
    }
  }

  patch(index, body) {
    const from = this.offset;
    const headers = { ...this.headers, "Upload-Offset": String(from), "Content-Type": "application/offset+octet-stream" };
    const sent = ask("PATCH", this.address, headers, body, (loaded) => this.show(from + loaded));
    if (index + 1 < this.sealed.filled) this.sealed.piece(index + 1); // sealed while this one is on its way
    return sent;
  }

  arrived(got) {
    this.offset = Number(got.getResponseHeader("Upload-Offset"));
    this.show(this.offset);
    this.say("");
  }

  async broken() {
    if (this.paused) return;
    this.say(this.words.broken);
    await wait(SOON);
    await this.stand();
  }

  // Where it stands there: what went out may have arrived, or not.
  async stand() {
    this.arrived(this.require(204, await this.steady(() => ask("HEAD", this.address, this.headers))));
  }

  async complete() {
    const body = JSON.stringify(await this.sealed.completion());
    let tries = 0;
    const got = await this.steady(() => {
      tries++;
      return ask("POST", this.address + "/completion", { ...this.headers, ...JSON_TYPE }, body);
    });
    // The answer to an earlier try may have been lost: then it is whole already.
    if (got.status !== 409 || tries === 1) this.require(204, got);
    this.show(this.sealed.length);
  }
}

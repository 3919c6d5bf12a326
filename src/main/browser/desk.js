// On the queue: says when something changes, goes through the rows by key, and follows a batch while it goes on.
const rows = document.querySelector("[data-rows]");
const batch = document.querySelector("[data-batch]");

// Counts are told again and again; the rows stay until somebody wants the new ones.
function follow() {
  let before;
  const source = new EventSource("/desk/changes");
  source.onmessage = ({ data }) => {
    if (before !== undefined && data !== before) {
      const { bands } = JSON.parse(data);
      for (const place of document.querySelectorAll("[data-count]")) {
        const count = bands[place.dataset.count];
        place.textContent = count < 1000 ? count : "999+";
      }
      document.querySelector("[data-changed]").hidden = false;
    }
    before = data;
  };
}

// Only while the table has the focus, so that no key surprises anybody elsewhere.
const KEYS = {
  j: () => go(1),
  k: () => go(-1),
  x: () => tick(),
  o: () => current()?.querySelector("a").click(),
  u: () => rows.querySelectorAll("[name=report]").forEach((box) => (box.checked = false)),
};

const current = () => document.activeElement.closest("tbody tr");

function go(by) {
  const all = [...rows.querySelectorAll("tbody tr")];
  const at = all.indexOf(current());
  const next = at < 0 ? all[0] : all[Math.min(Math.max(at + by, 0), all.length - 1)];
  next.querySelector("a").focus();
}

function tick() {
  const box = current()?.querySelector("[name=report]");
  if (box) box.checked = !box.checked;
}

function listen() {
  document.querySelector("[data-keys]").hidden = false;
  rows.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const act = KEYS[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}

async function* linesOf(answer) {
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const lines = (rest + value).split("\n");
    rest = lines.pop();
    yield* lines;
  }
}

async function start(event) {
  const data = new FormData(batch);
  const wanted = new Set(data.getAll("report")).size;
  if (wanted === 0) return; // the page says so
  event.preventDefault();
  const shown = batch.querySelector("[data-progress]");
  const bar = shown.querySelector("progress");
  batch.querySelector("fieldset").disabled = true;
  shown.hidden = false;
  bar.max = wanted;
  let done = 0;
  const answer = await fetch(batch.action, {
    method: "POST",
    headers: { Accept: "application/x-ndjson" },
    body: new URLSearchParams(data),
    redirect: "manual",
  });
  if (!answer.ok) {
    location.reload(); // the vault is locked, or the sign-in is over: the page says which
    return;
  }
  try {
    for await (const line of linesOf(answer)) {
      bar.value += 1;
      const { id, problem } = JSON.parse(line);
      const row = batch.querySelector(`[value^="${id} "]`).closest("tr");
      row.classList.add(problem ? "stayed" : "done");
      done += problem ? 0 : 1;
    }
  } finally { // a line that broke leaves the rest as it was, and that is said
    const ended = shown.querySelector("[data-ended]");
    ended.textContent = done < wanted ? ended.dataset.some.replace("#", wanted - done) : ended.dataset.all;
  }
}

if (window.EventSource) follow();
if (rows) listen();
batch?.addEventListener("submit", start);

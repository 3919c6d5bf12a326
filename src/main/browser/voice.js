// A voice: recorded, heard, recorded again, sent like any file.

const ENDINGS = { "audio/webm": "webm", "video/webm": "webm", "audio/ogg": "ogg", "audio/mp4": "m4a" };
const BUTTONS = ["record", "stop", "listen", "again", "send"];
const SECOND = 1000;

// send: takes a file, and says whether it is on its way.
export function recorder(voice, plain, send) {
  if (!window.MediaRecorder || !navigator.mediaDevices) return;
  voice.hidden = false;
  plain.hidden = true;
  const part = (name) => voice.querySelector(`[data-${name}]`);
  const said = part("said");
  const listenLabel = part("listen").textContent;
  let running = null;
  let blob = null;
  let playing = null;
  let count = 0;

  function show(...names) {
    for (const name of BUTTONS) part(name).hidden = !names.includes(name);
    if (document.activeElement?.hidden) part(names[0]).focus();
  }

  function silence() {
    playing?.close();
    playing = null;
    part("listen").textContent = listenLabel;
  }

  async function record() {
    silence();
    let microphone;
    try {
      microphone = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      said.textContent = said.dataset.none;
      plain.hidden = false;
      return;
    }
    const pieces = [];
    running = new MediaRecorder(microphone);
    running.ondataavailable = (event) => pieces.push(event.data);
    running.onstop = () => {
      microphone.getTracks().forEach((track) => track.stop());
      blob = new Blob(pieces, { type: running.mimeType.split(";")[0] });
      said.textContent = "";
      show("listen", "again", "send");
    };
    running.start(SECOND);
    said.textContent = said.dataset.running;
    show("stop");
  }

  // Decoded here and not by an element: the page may load no media from anywhere, not even from itself.
  async function listen() {
    if (playing) return silence();
    const audio = new AudioContext();
    playing = audio;
    part("listen").textContent = part("listen").dataset.other;
    const source = audio.createBufferSource();
    source.buffer = await audio.decodeAudioData(await blob.arrayBuffer());
    source.connect(audio.destination);
    source.onended = silence;
    return source.start();
  }

  async function give() {
    silence();
    const name = `voice-${count + 1}.${ENDINGS[blob.type] ?? "audio"}`;
    if (!(await send(new File([blob], name, { type: blob.type })))) return;
    count += 1;
    blob = null;
    show("record");
  }

  part("record").addEventListener("click", record);
  part("again").addEventListener("click", record);
  part("stop").addEventListener("click", () => running.stop());
  part("listen").addEventListener("click", listen);
  part("send").addEventListener("click", give);
}

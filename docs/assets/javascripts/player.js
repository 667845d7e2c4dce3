// Raises each native <audio> in a [data-player] to a player. Without this file the page is whole:
// the native controls stay. Every word comes from the page; no sound is fetched before it is wanted.
import { clock, copy, exact, moment, say, store, tab } from "./say.js";

export const players = [];

// Seconds that a button or a key goes back or forward.
const [BACK, FORWARD, ARROW] = [15, 30, 5];

export class Player {
  constructor(root) {
    this.root = root;
    this.words = root.dataset;
    this.audio = root.querySelector("audio");
    this.memory = `heard:${new URL(this.audio.src).pathname}`;
    this.heard = false;
    this.saved = 0;
    for (const name of ["scale", "time", "now", "speed", "volume", "offer"]) this[name] = root.querySelector(`[data-${name}]`);
    this.chapters = [...root.querySelectorAll("[data-start]")].map((item) => this.chapter(item));
    this.listen();
    this.controls();
    this.pace();
    this.mirror(root.querySelector("[data-act=toggle]"));
    this.audio.controls = false;
    root.classList.add("player--live");
    const stopped = store.get(this.memory);
    if (stopped) this.propose(stopped, "resume");
    else this.show();
  }

  get length() {
    const { duration } = this.audio;
    return duration > 0 && duration < Infinity ? duration : Number(this.words.duration);
  }

  get told() {
    return this.words.of.replace("{time}", clock(this.audio.currentTime)).replace("{length}", clock(this.length));
  }

  // ---- What a reader can ask for ----
  play(from) {
    if (from !== undefined) this.seek(from);
    this.audio.play().catch((error) => this.fail(error));
  }

  toggle() {
    if (this.audio.paused) this.play();
    else this.audio.pause();
  }

  seek(time) {
    this.audio.currentTime = Math.max(0, Math.min(time, this.length - 0.1));
    this.scale.setAttribute("aria-valuetext", this.told);
    this.show();
  }

  skip(by) {
    this.seek(this.audio.currentTime + by);
    say(this.told);
  }

  mute() {
    this.audio.muted = !this.audio.muted;
  }

  link() {
    const time = clock(this.audio.currentTime);
    const address = `${new URL(this.words.page, location.href).href}#t=${time}`;
    copy(address, this.words.copied.replace("{time}", time), () => say(address, true));
  }

  // A moment in the address, or where the reader stopped: the time is set, nothing plays unasked.
  propose(time, word) {
    this.seek(time);
    if (!this.offer) return;
    this.offer.querySelector("span").textContent = this.words[word].replace("{time}", clock(this.audio.currentTime));
    this.offer.hidden = false;
  }

  // ---- What the reader sees ----
  at(time) {
    return this.chapters.findLastIndex((chapter) => chapter.start <= time + 0.05);
  }

  show() {
    const time = this.audio.currentTime;
    const current = this.chapters[this.at(time)];
    this.scale.value = time;
    this.scale.parentElement.style.setProperty("--at", Math.min(time / this.length, 1));
    this.time.textContent = clock(time);
    if (this.now && current) this.now.textContent = current.title;
    for (const chapter of this.chapters) {
      if (chapter === current && (this.heard || time)) chapter.button.setAttribute("aria-current", "true");
      else chapter.button.removeAttribute("aria-current");
    }
    this.audio.dispatchEvent(new Event("moment"));
  }

  chapter(item) {
    const button = document.createElement("button");
    const start = Number(item.dataset.start);
    button.type = "button";
    button.append(...item.childNodes);
    button.addEventListener("click", () => this.play(start));
    item.append(button);
    return { button, start, title: button.lastElementChild.textContent };
  }

  mirror(button) {
    const tell = () => {
      const { paused } = this.audio;
      button.dataset.state = paused ? "paused" : "playing";
      button.setAttribute("aria-label", paused ? this.words.play : this.words.pause);
      button.title = paused ? this.words.play : this.words.pause;
    };
    button.addEventListener("click", () => this.toggle());
    for (const name of ["play", "pause"]) this.audio.addEventListener(name, tell);
    tell();
  }

  // ---- What happens ----
  listen() {
    const on = (names, act) => { for (const name of names) this.audio.addEventListener(name, () => act(name)); };
    on(["play"], () => this.begin());
    on(["timeupdate"], () => {
      this.show();
      if (Math.abs(this.audio.currentTime - this.saved) > 4) this.remember();
    });
    on(["durationchange"], () => this.show());
    on(["pause", "ended"], () => this.remember());
    on(["waiting", "playing", "pause"], (name) => { this.root.dataset.state = name; });
    on(["seeked", "playing", "ratechange"], () => this.place());
    on(["error"], () => this.fail({}));
    addEventListener("pagehide", () => this.remember());
    this.root.addEventListener("keydown", (event) => this.key(event));
  }

  begin() {
    for (const other of players) if (other !== this) other.audio.pause();
    // From here on memory knows the place better than the address does.
    if (!this.heard && !Number.isNaN(moment(location.hash))) history.replaceState(null, "", location.pathname + location.search);
    this.heard = true;
    if (this.offer) this.offer.hidden = true;
    this.session();
  }

  remember() {
    const { currentTime, ended } = this.audio;
    if (this.heard) store.set(this.memory, !ended && currentTime > 3 && currentTime < this.length - 3 ? currentTime : 0);
    this.saved = currentTime;
  }

  fail(error) {
    if (error.name !== "AbortError") say(this.words.error, true);
  }

  // ---- Buttons, keys, pace and volume ----
  controls() {
    const acts = { back: () => this.skip(-BACK), forward: () => this.skip(FORWARD), link: () => this.link(), mute: () => this.mute(), offer: () => this.play() };
    for (const [name, act] of Object.entries(acts)) this.root.querySelector(`[data-act=${name}]`)?.addEventListener("click", act);
    this.scale.addEventListener("input", () => this.seek(Number(this.scale.value)));
    this.scale.addEventListener("focus", () => this.scale.setAttribute("aria-valuetext", this.told));
    this.volume?.addEventListener("input", () => { this.audio.volume = Number(this.volume.value); this.audio.muted = false; });
    this.audio.addEventListener("volumechange", () => {
      if (this.volume) this.volume.value = this.audio.muted ? 0 : this.audio.volume;
      this.root.querySelector("[data-act=mute]")?.setAttribute("aria-pressed", this.audio.muted);
    });
  }

  pace() {
    const set = (rate) => { this.audio.defaultPlaybackRate = rate; this.audio.playbackRate = rate; };
    set(tab.get("speed") || 1);
    if (!this.speed) return;
    this.speed.value = String(this.audio.playbackRate);
    this.speed.addEventListener("change", () => {
      set(Number(this.speed.value));
      tab.set("speed", this.audio.playbackRate === 1 ? 0 : this.audio.playbackRate);
    });
  }

  key(event) {
    const { target } = event;
    if (event.altKey || event.ctrlKey || event.metaKey || target.matches("select, input:not([type=range])")) return;
    const key = event.key.toLowerCase();
    // Space presses a button and arrows turn the volume: they have a use of their own there.
    if (key === " " && target.closest("button, a, summary")) return;
    if (key.startsWith("arrow") && target === this.volume) return;
    const toggle = () => this.toggle();
    const act = {
      " ": toggle, k: toggle, m: () => this.mute(), j: () => this.skip(-BACK), l: () => this.skip(FORWARD),
      arrowleft: () => this.skip(-ARROW), arrowright: () => this.skip(ARROW),
    }[key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  // ---- The keys on a headset, the lock screen of a phone ----
  session() {
    const { mediaSession } = navigator;
    if (!mediaSession) return;
    const { title, show, image } = this.words;
    const artwork = [{ src: new URL(image, location.href).href, sizes: "480x480", type: "image/webp" }];
    mediaSession.metadata = new MediaMetadata({ title, artist: show, album: show, artwork });
    const to = (step) => () => {
      const chapter = this.chapters[this.at(this.audio.currentTime) + step];
      if (chapter) this.seek(chapter.start);
    };
    const acts = {
      play: () => this.play(), pause: () => this.audio.pause(), seekto: ({ seekTime }) => this.seek(seekTime),
      seekbackward: () => this.skip(-BACK), seekforward: () => this.skip(FORWARD),
      previoustrack: this.chapters.length ? to(-1) : null, nexttrack: this.chapters.length ? to(1) : null,
    };
    for (const [name, act] of Object.entries(acts)) {
      try { mediaSession.setActionHandler(name, act); } catch { /* an older browser */ }
    }
  }

  place() {
    if (!this.heard || !navigator.mediaSession?.setPositionState) return;
    const position = Math.min(this.audio.currentTime, this.length);
    navigator.mediaSession.setPositionState({ duration: this.length, playbackRate: this.audio.playbackRate, position });
  }
}

for (const root of document.querySelectorAll("[data-player]")) players.push(new Player(root));

// A moment belongs to the one player of an episode's page.
function follow(player) {
  const time = exact(moment(location.hash));
  if (Number.isNaN(time)) return;
  if (!player.audio.paused) player.seek(time);
  else {
    player.propose(time, "moment");
    player.root.scrollIntoView({ block: "center" });
  }
}

if (players.length === 1) {
  const [player] = players;
  addEventListener("hashchange", () => follow(player));
  document.addEventListener("click", (event) => {
    const anchor = event.target.closest("a[href^='#t=']");
    if (!anchor || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    player.play(Number(anchor.dataset.start ?? moment(anchor.hash)));
  });
  follow(player);
}

for (const button of document.querySelectorAll("[data-copy]")) {
  const target = document.getElementById(button.dataset.copy);
  button.hidden = false;
  button.addEventListener("click", () => {
    copy(target.textContent.trim(), button.dataset.copied, () => getSelection().selectAllChildren(target));
  });
}

// Makes the transcript of an episode follow the player: the line being spoken is marked, a line is
// clicked to play from it, the language is switched, the text is searched. It is all text without this.
import { say } from "./say.js";
import { players } from "./player.js";

const section = document.querySelector("[data-transcript]");
const [player] = players;
const still = matchMedia("(prefers-reduced-motion: reduce)");

// "Č" is found by "c". Letter by letter, so that places in the folded text are places in the text.
const bare = (letter) => (letter.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase() + letter)[0];
const fold = (text) => text.split("").map(bare).join("").replace(/\s/g, " ");

class Transcript {
  constructor() {
    this.box = section.querySelector("[data-box]");
    this.back = section.querySelector("[data-follow]");
    this.texts = new Map();
    this.lines = new Map();
    for (const text of section.querySelectorAll("details")) this.add(text);
    this.elsewhere = new Map([...section.querySelectorAll("[data-elsewhere]")].map((link) => [link.dataset.elsewhere, link]));
    this.buttons = [...section.querySelectorAll("[data-choose]")];
    this.default = this.texts.keys().next().value;
    this.following = true;
    this.listen();
    this.show(this.default);
    const asked = new URLSearchParams(location.search).get("transcript");
    if (this.texts.has(asked) || this.elsewhere.has(asked)) this.turn(asked);
  }

  add(text) {
    this.texts.set(text.dataset.language, text);
    this.lines.set(text.dataset.language, [...text.querySelectorAll("[data-start]")].map((line) => this.line(line)));
  }

  // Anchors are for readers without scripts; here an address with a moment leads to the player.
  line(line) {
    line.removeAttribute("id");
    line.tabIndex = -1;
    return { line, start: Number(line.dataset.start) };
  }

  // Another language's transcript is on the page of that language.
  async bring(language) {
    const link = this.elsewhere.get(language);
    const page = new DOMParser().parseFromString(await (await fetch(link.href)).text(), "text/html");
    // Asked for twice, it may have come meanwhile.
    if (this.texts.has(language)) return;
    const text = document.importNode(page.querySelector(`.transcript [data-language="${language}"]`), true);
    text.hidden = true;
    link.parentElement.replaceWith(text);
    this.add(text);
  }

  // Shows a language unless another has been asked for meanwhile; tells whether it can be had.
  async turn(language) {
    this.wanted = language;
    try { if (!this.texts.has(language)) await this.bring(language); } catch { return false; }
    if (this.wanted === language) this.show(language);
    return true;
  }

  listen() {
    player.audio.addEventListener("moment", () => this.mark());
    for (const button of this.buttons) button.addEventListener("click", () => this.choose(button));
    // Whoever scrolls, reads; the text must not run away from under the eyes.
    for (const name of ["wheel", "touchmove"]) this.box.addEventListener(name, () => this.follow(false), { passive: true });
    this.box.addEventListener("pointerdown", (event) => { if (event.target === this.box) this.follow(false); });
    this.box.addEventListener("click", (event) => { if (event.target.closest("[data-start]")) this.following = true; });
    this.back.addEventListener("click", () => { this.follow(true); this.current?.focus({ preventScroll: true }); });
    section.addEventListener("keydown", (event) => this.key(event));
  }

  follow(on) {
    this.following = on;
    this.back.hidden = on || !this.current;
    if (on && this.current) this.reveal(this.current);
  }

  async choose(button) {
    const { choose: language, said } = button.dataset;
    if (!await this.turn(language)) location.assign(this.elsewhere.get(language).href);
    if (this.language !== language) return;
    say(said);
    const query = new URLSearchParams(location.search);
    if (this.language === this.default) query.delete("transcript");
    else query.set("transcript", this.language);
    history.replaceState(null, "", location.pathname + (String(query) && `?${query}`) + location.hash);
  }

  show(language) {
    this.language = language;
    for (const [code, text] of this.texts) text.hidden = !(text.open = code === language);
    for (const button of this.buttons) button.setAttribute("aria-pressed", button.dataset.choose === language);
    this.box.scrollTop = 0;
    this.mark();
    if (!this.current) this.rove(this.lines.get(language)[0].line);
    this.follow(true);
    section.dispatchEvent(new Event("language"));
  }

  mark() {
    const { audio, heard } = player;
    const time = audio.currentTime;
    const current = heard || time ? this.lines.get(this.language).findLast(({ start }) => start <= time + 0.05)?.line : null;
    if (current === this.current) return;
    this.current?.removeAttribute("aria-current");
    this.current = current;
    if (!current) return;
    current.setAttribute("aria-current", "true");
    if (!this.box.contains(document.activeElement)) this.rove(current);
    this.back.hidden = this.following;
    if (this.following) this.reveal(current);
  }

  // Only the box scrolls, never the page.
  reveal(line) {
    const from = line.getBoundingClientRect().top - this.box.getBoundingClientRect().top;
    const top = this.box.scrollTop + from - this.box.clientHeight / 3;
    this.box.scrollTo({ top, behavior: still.matches ? "auto" : "smooth" });
  }

  // One stop of the Tab key for the whole text; arrows go from line to line.
  rove(line) {
    for (const { line: other } of this.lines.get(this.language)) other.tabIndex = other === line ? 0 : -1;
  }

  key(event) {
    const lines = this.lines.get(this.language).map(({ line }) => line);
    const at = lines.indexOf(event.target);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: lines.length - 1 }[event.key];
    if (at >= 0 && event.key.startsWith("Page")) this.follow(false);
    if (at < 0 || to === undefined) { player.key(event); return; }
    event.preventDefault();
    if (!lines[to]) return;
    this.follow(false);
    this.rove(lines[to]);
    lines[to].focus({ preventScroll: true });
    this.reveal(lines[to]);
  }
}

class Search {
  constructor(transcript) {
    this.transcript = transcript;
    this.form = section.querySelector("form");
    this.field = this.form.querySelector("input");
    this.status = this.form.querySelector("[role=status]");
    this.hits = [];
    this.form.addEventListener("input", () => this.find());
    this.form.addEventListener("submit", (event) => { event.preventDefault(); this.go(1); });
    this.field.addEventListener("keydown", (event) => this.key(event));
    for (const button of this.form.querySelectorAll("[data-go]")) button.addEventListener("click", () => this.go(Number(button.dataset.go)));
    section.addEventListener("language", () => this.find());
  }

  key(event) {
    if (event.key === "Enter" && event.shiftKey) { event.preventDefault(); this.go(-1); }
    if (event.key === "Escape") { this.field.value = ""; this.find(); }
  }

  // The lines are searched as one text: words may run on from one line to the next.
  find() {
    const nodes = this.transcript.lines.get(this.transcript.language).map(({ line }) => line.firstChild);
    const starts = [];
    let text = "";
    for (const node of nodes) { starts.push(text.length); text += `${fold(node.data)} `; }
    const wanted = fold(this.field.value.trim());
    const place = (at) => {
      const index = starts.findLastIndex((start) => start <= at);
      return [nodes[index], Math.min(at - starts[index], nodes[index].length)];
    };
    this.hits = [];
    for (let at = wanted ? text.indexOf(wanted) : -1; at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
      const range = new Range();
      range.setStart(...place(at));
      range.setEnd(...place(at + wanted.length - 1));
      range.setEnd(range.endContainer, Math.min(range.endOffset + 1, range.endContainer.length));
      this.hits.push(range);
    }
    this.at = -1;
    this.paint("found", this.hits);
    this.paint("found-here", []);
    if (this.hits.length) this.go(1);
    else this.status.textContent = wanted ? this.form.dataset.none : "";
    for (const button of this.form.querySelectorAll("[data-go]")) button.hidden = this.hits.length < 2;
  }

  go(step) {
    if (!this.hits.length) return;
    this.at = (this.at + step + this.hits.length) % this.hits.length;
    const hit = this.hits[this.at];
    const line = hit.startContainer.parentElement;
    this.paint("found-here", [hit]);
    this.transcript.follow(false);
    this.transcript.rove(line);
    this.transcript.reveal(line);
    this.status.textContent = this.form.dataset.found.replace("{n}", this.at + 1).replace("{total}", this.hits.length);
  }

  paint(name, ranges) {
    if (globalThis.Highlight) CSS.highlights.set(name, new Highlight(...ranges));
  }
}

if (player) {
  for (const tool of section.querySelectorAll("[data-tools]")) tool.hidden = false;
  section.classList.add("transcript--live");
  player.mirror(section.querySelector("[data-act=toggle]"));
  new Search(new Transcript());
}

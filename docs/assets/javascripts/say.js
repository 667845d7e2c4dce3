// One region tells what has happened: aloud to a screen reader, and where asked, as a note at the foot.
const region = document.createElement("p");
region.className = "said";
region.setAttribute("role", "status");
document.body.append(region);
let silence;

export function say(text, shown = false) {
  region.classList.toggle("said--shown", shown);
  region.textContent = text;
  clearTimeout(silence);
  silence = setTimeout(() => { region.textContent = ""; region.classList.remove("said--shown"); }, 5000);
}

// ---- What the player and the transcript share: times as people and addresses write them ----
// What is remembered stays on this device; a private window may refuse even that.
const memory = (kind) => ({
  get(key) { try { return Number(window[kind].getItem(key)) || 0; } catch { return 0; } },
  set(key, value) {
    try { if (value) window[kind].setItem(key, value); else window[kind].removeItem(key); } catch { /* private mode */ }
  },
});
export const store = memory("localStorage");
// Until the tab is closed.
export const tab = memory("sessionStorage");

export function clock(seconds) {
  const whole = Math.floor(seconds + 0.001);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (number) => String(number).padStart(2, "0");
  return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

// W3C Media Fragments: #t=83, #t=1:23, #t=1:02:03.5; of a range, its beginning.
export function moment(hash) {
  const [, time] = /[#&]t=(?:npt:)?(\d+(?::[0-5]?\d){0,2}(?:\.\d+)?)/.exec(hash) || [];
  return time === undefined ? NaN : time.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
}

// Today where the reader is, as citations write it: 2026-11-22.
export function today() {
  const now = new Date();
  return new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
}

// A gap in a citation is filled; a line that it may save is kept free, so that nothing below moves.
export function fill(gap, text) {
  const paragraph = gap.closest(".cite__text");
  paragraph.style.minHeight ||= `${paragraph.offsetHeight}px`;
  gap.textContent = text;
}

export async function copy(text, done, otherwise) {
  try {
    await navigator.clipboard.writeText(text);
    say(done, true);
  } catch { otherwise(); }
}

// Addresses count whole seconds: what begins within that second is what is meant.
export function exact(time) {
  const starts = [...document.querySelectorAll("[data-start]")].map((element) => Number(element.dataset.start));
  return starts.find((start) => start >= time && start < Math.floor(time) + 1) ?? time;
}

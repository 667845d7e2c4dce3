// What the head of every page does: the scheme, the way to the other language, the key to the search,
// and the scripts that come when they are wanted.
// What is chosen is kept on the reader's device alone, and only when chosen.
const KEY = "scheme";
const root = document.documentElement;

function stored() {
  try { return localStorage.getItem(KEY); } catch { return null; }
}

function current() {
  return root.dataset.scheme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
}

if (stored()) root.dataset.scheme = stored();

function enable() {
  for (const button of document.querySelectorAll("[data-scheme-switch]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      root.dataset.scheme = current() === "dark" ? "light" : "dark";
      try { localStorage.setItem(KEY, root.dataset.scheme); } catch { /* private mode */ }
    });
  }
  const switches = [...document.querySelectorAll("[data-language-switch]")];
  // Before the link is followed, opened in a tab or copied: a pointer, a key and a menu all come by here.
  for (const link of switches) for (const sign of ["pointerdown", "focus", "click"]) link.addEventListener(sign, () => carry(link));
  suggest(switches);
  for (const part of document.querySelectorAll("[data-module]")) near.observe(part);
}

// What only a part further down needs is loaded when the reader comes near it.
const near = new IntersectionObserver((entries) => entries.filter((entry) => entry.isIntersecting).forEach(({ target }) => {
  near.unobserve(target);
  // Where it cannot be had, the page is whole without it.
  import(new URL(target.dataset.module, location)).then(() => target.removeAttribute("data-module"), () => {});
}), { rootMargin: "50%" });

// The switch of language keeps the choices in the address, the section, and the moment that plays.
function carry(link) {
  const sounds = document.querySelectorAll("[data-player] audio");
  let place = location.hash.slice(1);
  if (sounds.length === 1 && !sounds[0].paused) place = `t=${Math.floor(sounds[0].currentTime)}`;
  else {
    try { place = JSON.parse(link.dataset.anchors || "{}")[decodeURIComponent(place)] ?? place; } catch { /* no anchor of ours */ }
  }
  link.href = link.href.split(/[?#]/)[0] + location.search + (place && `#${place}`);
}

// Who comes from elsewhere and would rather read another language is offered it, once, on the page
// where they enter. Nothing of that is kept, and nobody is led away.
function suggest(switches) {
  const { referrer, documentElement: { lang } } = document;
  if (!location.protocol.startsWith("http") || (referrer && new URL(referrer).origin === location.origin)) return;
  // Slovaks read Czech.
  const wanted = navigator.languages.map((code) => code.split("-")[0].replace("sk", "cs"));
  const offered = wanted.find((code) => code === lang || switches.some((link) => link.lang === code));
  const link = switches.find(({ lang: code, dataset }) => code === offered && dataset.suggestion);
  if (!link) return;
  const make = (name, values) => Object.assign(document.createElement(name), values);
  const hint = make("div", { className: "hint", lang: offered });
  const way = make("a", { href: link.href, hreflang: offered, textContent: link.dataset.suggestion });
  const close = make("button", { type: "button", ariaLabel: link.dataset.close, textContent: "×" });
  way.addEventListener("click", () => { carry(link); way.href = link.href; });
  close.addEventListener("click", () => hint.remove());
  hint.addEventListener("keydown", ({ key }) => { if (key === "Escape") hint.remove(); });
  hint.append(way, close);
  document.querySelector(".masthead__tools").append(hint);
}

// "/" leads to the search, unless it is being written, or the reader has turned it off for this tab
// (WCAG 2.1.4: speech and shaky hands press keys that are not meant).
const SLASH = "slash";
function off() {
  try { return sessionStorage.getItem(SLASH) === "off"; } catch { return false; }
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.altKey || event.ctrlKey || event.metaKey || off()) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const way = document.querySelector("[data-search-field]") || document.querySelector("[data-search-link]");
  if (!way) return;
  event.preventDefault();
  if (way.matches("input")) { way.focus(); way.select(); }
  else way.click();
});

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", enable);
else enable();

// The chosen light or dark scheme. Kept on the reader's device alone, and only when chosen.
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
  // The switch of language keeps the place on the page.
  for (const link of document.querySelectorAll("[data-language-switch]")) {
    link.addEventListener("click", () => { link.href = link.href.split(/[?#]/)[0] + location.search + location.hash; });
  }
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", enable);
else enable();

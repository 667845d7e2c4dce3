// Citations: today's date in them and a button to copy each.
// Without this file every citation is there to be selected, with a gap for the date.
import { fill, say, today } from "./say.js";

const date = new Date().toLocaleDateString("en-US", { year: "numeric", month: "long", day: "numeric" });
for (const gap of document.querySelectorAll("[data-seen]")) {
  fill(gap, gap.dataset.seen === "day" ? today() : date);
}

// With its italics for a word processor, and as plain text for anything else.
async function copy(source, done) {
  const [text, html] = [source.textContent.trim(), source.innerHTML.replace(/<\/?span[^>]*>/g, "").trim()];
  try {
    if (globalThis.ClipboardItem) {
      const blob = (content, type) => new Blob([content], { type });
      await navigator.clipboard.write([new ClipboardItem({
        "text/plain": blob(text, "text/plain"), "text/html": blob(html, "text/html"),
      })]);
    } else {
      await navigator.clipboard.writeText(text);
    }
    say(done, true);
  } catch { getSelection().selectAllChildren(source); }
}

for (const button of document.querySelectorAll("[data-cite-copy]")) {
  button.hidden = false;
  button.addEventListener("click", () => copy(document.getElementById(button.dataset.citeCopy), button.dataset.copied));
}

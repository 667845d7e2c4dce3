// Citations: today's date in them, a button to copy each, and files with only what a filter shows.
// Without this file every citation is there to be selected, with a gap for the date.
import { say } from "./say.js";

const today = new Date();
const day = new Date(today - today.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
const date = today.toLocaleDateString("en-US", { year: "numeric", month: "long", day: "numeric" });
for (const gap of document.querySelectorAll("[data-seen]")) {
  gap.textContent = gap.dataset.seen === "day" ? day : date;
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

// How each kind of file is taken apart, what names a part, and how parts are put together.
const FORMATS = {
  bib: { parts: (text) => text.trim().split(/\n\n(?=@)/), key: (part) => /^@\w+\{([^,]+),/.exec(part)?.[1], whole: (parts) => `${parts.join("\n\n")}\n` },
  ris: { parts: (text) => text.split(/(?<=\nER {2}- \r\n)\r\n/), key: (part) => /^ID {2}- (.+?)\r?$/m.exec(part)?.[1], whole: (parts) => parts.join("\r\n") },
  json: { parts: (text) => JSON.parse(text), key: (part) => part.id.replace("/", "-"), whole: (parts) => JSON.stringify(parts, null, 1) },
};

async function keep(address) {
  const { parts, key, whole } = FORMATS[address.split(".").pop()];
  // The catalogue tells what it shows: most of it may stand on no page.
  const shown = await (await import("./catalogue.js")).keys();
  const text = await (await fetch(address)).text();
  const file = new Blob([whole(parts(text).filter((part) => shown.has(key(part))))]);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = address.split("/").pop();
  link.click();
  URL.revokeObjectURL(link.href);
}

for (const row of document.querySelectorAll("[data-cite-shown]")) {
  row.hidden = false;
  for (const button of row.querySelectorAll("[data-file]")) {
    button.addEventListener("click", () => keep(button.dataset.file));
  }
}

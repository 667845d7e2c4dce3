// Checksums: a button to copy each, and a file that the reader has verified in the browser.
// Nothing is sent anywhere. Without this file the page tells the commands that do the same.
import { say } from "./say.js";

for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) break;
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      say(button.dataset.copied, true);
    } catch { getSelection().selectAllChildren(button.parentElement.querySelector(".hash")); }
  });
}

const verify = document.querySelector("[data-verify]");
const told = verify.querySelector("[data-told]");
const held = [...document.querySelectorAll("[data-sha256]")];

function answer(state, name) {
  told.dataset.state = state;
  told.textContent = told.dataset[state].replace("{name}", name);
}

function mark(found) {
  for (const one of held) one.classList.toggle("holding--found", one === found);
}

async function sha256(file) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

let latest;
async function check(file) {
  latest = file;
  answer("busy", file.name);
  mark();
  let sum;
  try { sum = await sha256(file); } catch { answer("unread", file.name); return; }
  if (latest !== file) return; // another one has been picked since
  const found = held.find((one) => one.dataset.sha256 === sum);
  // A browser tells a second download of a name apart: "report (1).pdf".
  const name = file.name.replace(/ ?\(\d+\)(?=\.[^.]+$)/, "");
  const namesake = found ?? held.find((one) => one.dataset.name === name);
  answer(found ? "match" : namesake ? "differs" : "strange", found ? found.dataset.name : file.name);
  mark(found);
}

// Browsers hash only on pages that came safely.
if (globalThis.crypto?.subtle) {
  verify.hidden = false;
  verify.querySelector("input").addEventListener("change", ({ target }) => {
    if (target.files[0]) check(target.files[0]);
  });
}

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

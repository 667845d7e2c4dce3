// Filters a list that is whole without it. The choice is kept in the address, so that it can be linked.
const form = document.querySelector("[data-filter]");
const cards = [...document.querySelectorAll("[data-list] .card")];
const groups = [...document.querySelectorAll("[data-group]")];
const status = form.querySelector("[role=status]");

// "Č" is found by "c": letters are compared without their marks.
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const texts = cards.map((card) => fold(card.textContent));

function matches(card, text, choices) {
  return choices.words.every((word) => text.includes(word))
    && choices.facets.every(([name, value]) => (card.dataset[name] || "").split(" ").includes(value));
}

function apply() {
  const entries = [...new FormData(form)].filter(([, value]) => value);
  const choices = {
    words: fold(entries.find(([name]) => name === "q")?.[1] || "").split(/\s+/).filter(Boolean),
    facets: entries.filter(([name]) => name !== "q"),
  };
  let shown = 0;
  cards.forEach((card, index) => {
    card.hidden = !matches(card, texts[index], choices);
    if (!card.hidden) shown += 1;
  });
  for (const group of groups) group.hidden = !group.querySelector(".card:not([hidden])");
  status.textContent = !entries.length ? ""
    : shown ? form.dataset.count.replace("{n}", shown).replace("{total}", cards.length)
    : form.dataset.none;
  const query = new URLSearchParams(entries).toString();
  history.replaceState(null, "", (query ? `?${query}` : location.pathname) + location.hash);
}

for (const [name, value] of new URLSearchParams(location.search)) {
  if (form.elements[name]) form.elements[name].value = value;
}
form.hidden = false;
form.addEventListener("input", apply);
form.addEventListener("reset", () => setTimeout(apply));
form.addEventListener("submit", (event) => event.preventDefault());
if (location.search) apply();

// Lists were once narrowed where they stand; the addresses of such choices lead to the catalogue now.
const form = document.querySelector("[data-find]");
const query = new URLSearchParams(location.search);
if (["q", "theme", "type", "country", "language", "holding"].some((name) => query.get(name))) {
  query.set("kind", form.elements.kind.value);
  location.replace(`${form.action}?${query}`);
}

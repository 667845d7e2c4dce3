// Renders works with citeproc-js, each as if it were the only one; reads JSON, writes JSON.
const fs = require("fs");
const CSL = require("citeproc");

const { style, locale, locales, items } = JSON.parse(fs.readFileSync(0, "utf8"));
const known = Object.fromEntries(items.map((item) => [item.id, item]));
const engine = new CSL.Engine(
  { retrieveLocale: (code) => locales[code] ?? locales["en-US"], retrieveItem: (id) => known[id] },
  style, locale,
);
const rendered = items.map(({ id }) => {
  engine.updateItems([id]);
  return engine.makeBibliography()[1].join("");
});
process.stdout.write(JSON.stringify(rendered));

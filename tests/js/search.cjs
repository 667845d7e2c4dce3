// Runs the browser's own search engine on the files of a built site.
// Input: {site, language, queries, words}; output: {answers, keys, files}.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

for (const name of ["words", "engine", "results"]) require(`../../docs/assets/javascripts/search-${name}.js`);

const asked = JSON.parse(fs.readFileSync(0, "utf8"));
const files = [];

async function load(name) {
  let value;
  const file = `assets/search/${name}.js`;
  const text = fs.readFileSync(path.join(asked.site, file), "utf8");
  vm.runInNewContext(text, { archiveSearch: (given, read) => { if (given === name) value = read; } });
  files.push(file);
  return value;
}

async function answer(engine, query) {
  const { found, mended, lost } = await engine.search(query);
  const shown = await Promise.all(found.slice(0, 10).map((one) => engine.shown(one)));
  return {
    total: found.length,
    mended: mended.map(({ typed, meant }) => [typed, meant.form]),
    lost: lost.map(({ typed }) => typed),
    results: shown.map(({ u, t, parts, excerpt }, i) => ({
      address: u,
      title: t,
      missing: found[i].missing,
      places: parts.map(({ anchor, heading, pieces }) => ({ anchor, heading: heading.map(([text]) => text).join(""), text: pieces.map(([text]) => text).join(""), marked: pieces.filter(([, hit]) => hit).map(([text]) => text) })),
      excerpt: excerpt && excerpt.pieces.map(([text]) => text).join(""),
    })),
    files: files.splice(0),
  };
}

(async () => {
  const base = await load(asked.language);
  const engine = new globalThis.ArchiveSearch.Search(base, load);
  const answers = [];
  for (const query of asked.queries || []) {
    if (asked.fresh) for (const kept of ["files", "keys", "read", "blocks", "seen"]) engine[kept].clear();
    answers.push(await answer(engine, query));
  }
  const keys = (asked.words || []).map((word) => engine.words.key(word));
  const counts = (asked.texts || []).map((text) => [...text.matchAll(/[\p{L}\p{N}]+/gu)].length);
  process.stdout.write(JSON.stringify({ answers, keys, counts, facets: engine.facets.map(({ name, values }) => [name, values]) }));
})();

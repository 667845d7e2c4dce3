// Which records fit a choice, and how many each further choice would leave. No page in here: only numbers.

// Rows of numbers become one run of numbers, with the place where each row begins.
export function unpack(index) {
  for (const facet of index.facets) {
    const starts = new Uint32Array(index.total + 1);
    const cells = [];
    facet.rows.forEach((row, i) => {
      if (typeof row === "number") cells.push(row);
      else cells.push(...row);
      starts[i + 1] = cells.length;
    });
    Object.assign(facet, { starts, cells: Uint32Array.from(cells), at: new Map(facet.values.map((value, i) => [value, i])) });
    delete facet.rows;
  }
  const known = index.from.filter(Boolean);
  index.first = known.reduce((a, b) => Math.min(a, b), Infinity);
  index.last = index.to.reduce((a, b) => Math.max(a, b), 0);
  return index;
}

function failsFacet(facet, values, fails, bit) {
  const wanted = new Uint8Array(facet.values.length);
  for (const value of values) wanted[facet.at.get(value)] = 1;
  for (let i = 0; i < fails.length; i += 1) {
    let found = 0;
    for (let c = facet.starts[i]; c < facet.starts[i + 1]; c += 1) found |= wanted[facet.cells[c]];
    if (!found) fails[i] |= bit;
  }
}

// Each record has a bit for every limit that it fails: none, and it is shown; one, and it counts
// beside the other values of that limit alone. So one pass finds the rows and all counts.
// choice: { facets: { name: [value] }, from, to, words: [text], order }; texts: folded, for the words.
export function pick(index, choice, texts) {
  const { total, facets, from, to } = index;
  const fails = new Uint32Array(total);
  const YEARS = facets.length;
  const WORDS = YEARS + 1;
  facets.forEach((facet, f) => {
    const values = choice.facets[facet.name];
    if (values?.length) failsFacet(facet, values, fails, 1 << f);
  });
  const [low, high] = [choice.from || 0, choice.to || 9999];
  for (let i = 0; i < total; i += 1) {
    if ((choice.from || choice.to) && !(from[i] && to[i] >= low && from[i] <= high)) fails[i] |= 1 << YEARS;
    if (choice.words.length && !choice.words.every((word) => texts[i].includes(word))) fails[i] |= 1 << WORDS;
  }
  const rows = [];
  const counts = facets.map((facet) => new Uint32Array(facet.values.length));
  const years = new Uint32Array(Math.max(0, index.last - index.first + 1));
  const without = new Uint32Array(WORDS + 1);
  for (let i = 0; i < total; i += 1) {
    const failed = fails[i];
    if (failed & (failed - 1)) continue;
    const only = failed ? 31 - Math.clz32(failed) : -1;
    if (failed) without[only] += 1;
    else rows.push(i);
    for (let f = failed ? only : 0; f < (failed ? only + 1 : YEARS) && f < YEARS; f += 1) {
      for (let c = facets[f].starts[i]; c < facets[f].starts[i + 1]; c += 1) counts[f][facets[f].cells[c]] += 1;
    }
    if (from[i] && (!failed || only === YEARS)) for (let y = from[i]; y <= to[i]; y += 1) years[y - index.first] += 1;
  }
  // The index is in the order of titles; what has no year comes last.
  if (choice.order === "newest") rows.sort((a, b) => from[b] - from[a] || a - b);
  if (choice.order === "oldest") rows.sort((a, b) => (from[a] || 9999) - (from[b] || 9999) || a - b);
  return { rows, counts, years, without: without.map((n) => n + rows.length) };
}

// "Č" is found by "c": letters are compared without their marks.
export const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
const OWN = ["from", "to", "q", "sort"];

// An address holds identifiers, never words: it means the same in every language.
export function read(query, facets) {
  const asked = new URLSearchParams(query);
  const year = (name) => (/^\d{4}$/.test(asked.get(name) || "") ? Number(asked.get(name)) : 0);
  const chosen = facets.map(({ name, at }) => [name, [...new Set(asked.getAll(name))].filter((value) => at.has(value)).sort()]);
  const text = (asked.get("q") || "").trim();
  return {
    facets: Object.fromEntries(chosen), from: year("from"), to: year("to"), text,
    words: fold(text).split(/\s+/).filter(Boolean), order: ["newest", "oldest"].find((order) => order === asked.get("sort")) || "title",
  };
}

export function write(choice) {
  const query = new URLSearchParams();
  for (const [name, values] of Object.entries(choice.facets)) for (const value of values) query.append(name, value);
  const own = [choice.from, choice.to, choice.text, choice.order === "title" ? "" : choice.order];
  OWN.forEach((name, i) => { if (own[i]) query.append(name, own[i]); });
  return query.toString();
}

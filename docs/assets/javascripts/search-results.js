// What a result shows of a document, where it opens, and by what results can be narrowed.
// Needs search-engine.js.
(() => {
  const { WORD, Engine } = globalThis.ArchiveSearch;
  // Words of an excerpt, and of them those before the first hit.
  const EXCERPT = 34;
  const BEFORE = 10;

  class Search extends Engine {
    // ---- From documents to what is shown ----
    async shown({ document, words }, limit = 3) {
      const hits = words.flatMap(({ found, rarity }, index) => (found.get(document) || [])
        .map(({ at, weight }) => ({ at, weight: weight * rarity, index }))).sort((a, b) => a.at - b.at);
      const told = await this.load(`d${document}`);
      const named = this.named[document];
      const places = new Map();
      for (const hit of hits) {
        if (hit.at < named) continue;
        let index = told.p.findLastIndex(([start]) => start <= hit.at);
        if (index < 0) index = 0;
        const place = places.get(index) || { index, hits: [] };
        place.hits.push(hit);
        places.set(index, place);
      }
      const worth = ({ hits: all }) => {
        const best = new Map();
        for (const { index, weight } of all) best.set(index, Math.max(best.get(index) || 0, weight));
        return [...best.values()].reduce((sum, weight) => sum + weight, 0) + 0.05 * Math.min(all.length, 5);
      };
      const minor = ({ index }) => (told.p[index]?.[3] ? 0.3 : 1);
      const ranked = [...places.values()].map((place) => ({ ...place, worth: worth(place) * minor(place) }))
        .sort((a, b) => b.worth - a.worth || a.index - b.index);
      // What every record has is shown where there is nothing better.
      const better = ranked.filter(({ index }) => !told.p[index]?.[3]);
      const chosen = (better.length ? better : ranked).slice(0, limit);
      const parts = await Promise.all(chosen.map((place) => this.part(told, document, place)));
      const excerpt = parts.some(({ anchor }) => !anchor) ? null : await this.part(told, document, { index: 0, hits: [] });
      return { ...told, document, parts, excerpt, title: this.marked(told.t, 0, hits) };
    }

    // The text of a place around its densest hits, in pieces: [text, is it a hit].
    async part(told, document, { index, hits }) {
      const [start, anchor, heading] = told.p[index] || [this.named[document], "", ""];
      const body = start + [...heading.matchAll(WORD)].length;
      const moment = anchor.startsWith("t=");
      const end = moment ? start + EXCERPT : told.p[index + 1]?.[0] ?? Infinity;
      const inside = hits.filter(({ at }) => at >= body);
      const from = moment ? start : Math.max(body, (this.densest(inside) ?? body) - BEFORE);
      const text = await this.text(told, document, from, Math.min(end, from + EXCERPT));
      const title = heading || told.p.find((place) => place[1] === anchor && place[2])?.[2] || "";
      return {
        anchor,
        heading: heading ? this.marked(heading, start, hits) : [[title, false]],
        pieces: this.marked(text, from, hits),
        before: from > body,
        after: from + EXCERPT < (moment ? told.n : end),
      };
    }

    densest(hits) {
      let best = null;
      for (const hit of hits) {
        const near = hits.filter(({ at }) => at >= hit.at && at < hit.at + EXCERPT - BEFORE);
        const worth = new Set(near.map(({ index }) => index)).size + near.length / 100;
        if (!best || worth > best.worth) best = { at: hit.at, worth };
      }
      return best?.at;
    }

    // A block of a document's text and where its words begin, or null after the last.
    async block(told, document, n) {
      const name = `${document}-${n}`;
      if (!this.blocks.has(name)) {
        const text = n ? await this.load(`d${name}`) : told.x;
        this.blocks.set(name, { text, starts: [...text.matchAll(WORD)].map(({ index }) => index) });
      }
      return this.blocks.get(name);
    }

    // The text from one word to before another.
    async text(told, document, from, to) {
      const size = this.base.block;
      let text = "";
      for (let n = Math.floor(from / size); n * size < Math.min(to, told.n); n++) {
        const block = await this.block(told, document, n);
        const at = (word) => block.starts[word - n * size] ?? block.text.length;
        text += block.text.slice(at(Math.max(from, n * size)), at(to));
      }
      return text.trim().replace(/\n/g, " ").replace(/[\s([„“"«]+$/, "");
    }

    marked(text, from, hits) {
      const at = new Set(hits.map((hit) => hit.at));
      const pieces = [];
      let done = 0;
      let number = from;
      for (const { 0: word, index } of text.matchAll(WORD)) {
        if (at.has(number++)) {
          pieces.push([text.slice(done, index), false], [word, true]);
          done = index + word.length;
        }
      }
      pieces.push([text.slice(done), false]);
      return pieces.filter(([piece]) => piece);
    }

    // ---- Narrowing ----
    has(document, name, value) {
      if (name === "year") {
        const years = this.years[document];
        return !!years && years[0] <= Number(value) && Number(value) <= years[1];
      }
      const facet = this.facets.find((one) => one.name === name);
      const bit = facet.values.findIndex(([one]) => one === value);
      return bit >= 0 && !!(facet.of[document] & (1 << bit));
    }

    narrowed(found, choices, but) {
      const chosen = Object.entries(choices).filter(([name, value]) => value && name !== but);
      return found.filter(({ document }) => chosen.every(([name, value]) => this.has(document, name, value)));
    }

    // How many results each value would leave, the other choices being kept.
    counts(found, choices) {
      const facets = this.facets.map(({ name, label, values, of }) => {
        const numbers = values.map(() => 0);
        for (const { document } of this.narrowed(found, choices, name)) {
          for (let bits = of[document], i = 0; bits; bits >>= 1, i++) numbers[i] += bits & 1;
        }
        return { name, label, values: values.map(([value, told], i) => [value, told, numbers[i]]) };
      });
      const years = new Map();
      for (const { document } of this.narrowed(found, choices, "year")) {
        const span = this.years[document];
        for (let year = span?.[0]; span && year <= span[1]; year++) years.set(year, (years.get(year) || 0) + 1);
      }
      return { facets, years: [...years].sort((a, b) => b[0] - a[0]) };
    }
  }

  globalThis.ArchiveSearch.Search = Search;
})();

// Finds and ranks documents in the index that archive.search writes. Knows no page: it asks `load(name)`
// for files. Needs search-words.js.
(() => {
  const { WORD, SHORTEST, Words, nearness, parse, reader, slips, unpacked } = globalThis.ArchiveSearch;
  // A record, a page with a text of its own, a document page by page, a list, what repeats the rest.
  const STANDING = [1, 0.9, 0.85, 0.7, 0.3];
  // A list is not what somebody means who types its whole name.
  const NAMED = 2;
  const REPEAT = 4;
  // So few results ask for more, and so many of those that lack a word.
  const FEW = 4;
  const MORE = 20;
  const REMEMBERED = 50;

  class Engine {
    constructor(base, load) {
      this.base = base;
      this.words = new Words(base.rules);
      this.files = new Map();
      this.load = (name) => {
        if (!this.files.has(name)) {
          const file = load(`${base.folder}/${name}`);
          file.catch(() => this.files.delete(name));
          this.files.set(name, file);
        }
        return this.files.get(name);
      };
      this.keys = new Map();
      this.read = new Map();
      this.blocks = new Map();
      this.seen = new Map();
      this.zones(base);
    }

    zones(base) {
      const take = (text, width) => {
        const rows = [];
        let row = [];
        for (const number of unpacked(text)) if (row.push(number) === width) { rows.push(row); row = []; }
        return rows;
      };
      this.titled = take(base.zones, 3).map(([title]) => title);
      this.named = take(base.zones, 3).map(([title, names]) => title + names);
      const lengths = take(base.zones, 3).map(([, , length]) => length + 1);
      const mean = lengths.reduce((sum, length) => sum + length, 0) / (lengths.length || 1);
      this.norm = lengths.map((length) => 0.5 + 0.5 * Math.min(4, length / mean));
      this.standing = unpacked(base.standing);
      this.years = take(base.years, 2).map(([first, more]) => (first ? [first + 1899, first + 1899 + more] : null));
      this.facets = base.facets.map(({ name, label, values, of }) => ({ name, label, values, of: unpacked(of) }));
    }

    // ---- From words to keys of the index ----
    shard(key) {
      const { shards } = this.base;
      let [low, high] = [0, shards.length];
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (shards[middle] <= key) low = middle; else high = middle;
      }
      return low;
    }

    async shelf(number) {
      if (!this.read.has(number)) {
        const entries = await this.load(`p${number}`);
        for (const entry of entries) this.keys.set(entry[0], entry);
        this.read.set(number, entries);
      }
      return this.read.get(number);
    }

    async entry(key) {
      await this.shelf(this.shard(key));
      return this.keys.get(key);
    }

    // The words that begin with what has been written so far, the commonest of them.
    async begun(start) {
      const first = this.shard(start);
      const last = Math.min(this.shard(`${start}\uffff`), first + 1);
      const shelves = await Promise.all(Array.from({ length: last - first + 1 }, (_, i) => this.shelf(first + i)));
      const found = shelves.flat().filter(([key]) => key.startsWith(start) && !key.includes("="));
      return found.sort((a, b) => b[2].length - a[2].length).slice(0, 24);
    }

    async bucket(letters, end) {
      const { buckets } = this.base;
      const number = (letters.charCodeAt(0) * 31 + letters.charCodeAt(1) + (end ? 17 : 0)) % buckets;
      return (await this.load(`w${number}`)).map((told) => told.split(" "));
    }

    // One slip leaves the beginning or the end of a word whole. The commonest word that fits is meant.
    async mended(word) {
      if (word.key.length < SHORTEST || word.folded.length < 4 || !/^\p{L}+$/u.test(word.key)) return null;
      const known = new Map();
      const halves = await Promise.all([this.bucket(word.key.slice(0, 2), false), this.bucket(word.key.slice(-2), true)]);
      for (const half of halves) half.forEach(([key, form = key], rank) => known.set(key, { key, form, rank }));
      const alphabet = new Set([...known.keys()].join(""));
      let best = null;
      for (const slip of slips(word.folded, alphabet)) {
        const found = known.get(this.words.reduce(slip));
        if (found && (!best || found.rank < best.rank)) best = found;
      }
      return best;
    }

    async near(word) {
      if (word.key.length < SHORTEST) return [];
      const shelf = await this.bucket(word.key.slice(0, 2), false);
      const common = (key) => { let n = 0; while (n < key.length && key[n] === word.key[n]) n++; return n; };
      return shelf.map(([key, form = key]) => [common(key), form]).filter(([n]) => n >= SHORTEST)
        .sort((a, b) => b[0] - a[0]).slice(0, 5).map(([, form]) => form);
    }

    // While a query is being written, all words but the last stay what they were.
    async known(word, mend) {
      const name = [word.typed, !!word.open, mend, word.sure].join(" ");
      if (!this.seen.has(name)) {
        await this.resolve(word, mend);
        word.found = this.places(word);
        word.rarity = Math.log(1 + this.base.documents / (0.5 + word.found.size));
        if (this.seen.size > REMEMBERED) this.seen.clear();
        this.seen.set(name, word);
      }
      const { entries, meant, found, rarity } = this.seen.get(name);
      return Object.assign(word, { entries, meant, found, rarity });
    }

    // The entries of a word with what each is worth: the word itself, what begins with it, what it may have meant.
    async resolve(word, mend) {
      const exact = await this.entry(word.key);
      word.entries = exact ? [[exact, 1]] : [];
      if (word.sure) return;
      if (word.open || !exact) {
        const begun = word.folded.length >= SHORTEST ? await this.begun(word.folded) : [];
        for (const entry of begun) if (entry !== exact) word.entries.push([entry, 0.5]);
      }
      if (word.entries.length || (word.open && !mend)) return;
      word.meant = await this.mended(word);
      const entry = word.meant && await this.entry(word.meant.key);
      if (entry) word.entries.push([entry, 0.8]);
    }

    // The documents whose whole name was typed.
    async called(text) {
      const [first, ...others] = [...text.matchAll(WORD)].map(([word]) => this.words.fold(word));
      const entry = first && await this.entry(`${first}=${others.join(" ")}`);
      const found = new Map();
      if (entry) this.spread(found, entry[2], 1, entry[1]);
      return found;
    }

    // ---- From keys to documents ----
    places(word) {
      const found = new Map();
      for (const [entry, worth] of word.entries) {
        for (let i = 1; i < entry.length; i += 2) {
          const weight = worth * (word.meant ? 1 : nearness(entry[i], word, this.words));
          this.spread(found, entry[i + 1], weight, entry[i]);
        }
      }
      if (word.entries.length > 1 || word.entries[0]?.[0].length > 3) for (const hits of found.values()) if (hits.length > 1) hits.sort((a, b) => a.at - b.at);
      return found;
    }

    spread(found, run, weight, form) {
      const { next, left } = reader(run);
      for (let document = 0; left();) {
        document += next();
        let hits = found.get(document);
        if (!hits) found.set(document, hits = []);
        for (let at = 0, more = next(); more > 0; more--) hits.push({ at: at += next(), weight, form });
      }
    }

    holds(document, phrase, maps) {
      const parts = phrase.map((word) => word.key && maps.get(word)?.get(document));
      const anchor = phrase.findIndex((word) => word.key);
      if (anchor < 0) return true;
      const fits = (word, form) => (word.typed === word.folded ? this.words.fold(form) === word.folded : form === word.typed);
      const starts = (parts[anchor] || []).filter((hit) => fits(phrase[anchor], hit.form)).map((hit) => hit.at - anchor);
      return starts.some((start) => phrase.every((word, i) => !word.key
        || (parts[i] || []).some((hit) => hit.at === start + i && fits(word, hit.form))));
    }

    score(document, words, named) {
      let [score, covered, whole, titled, missing] = [0, 0, 0, 0, 0];
      words.forEach((word, i) => {
        whole += word.rarity;
        const hits = word.found.get(document);
        if (!hits) { missing += 1; return; }
        let [times, title, name] = [0, 0, 0];
        for (const { at, weight } of hits) {
          if (at < this.titled[document]) title = Math.max(title, weight);
          else if (at < this.named[document]) name = Math.max(name, weight);
          else times += weight;
        }
        covered += word.rarity;
        titled += title;
        score += word.rarity * (2.2 * title + 1.6 * name * (title ? 0.3 : 1) + 1.4 * times / (times + 1.5 * this.norm[document]));
        if (i && words[i - 1].found.has(document)) score += 0.8 * Math.min(word.rarity, words[i - 1].rarity) * this.closeness(words[i - 1], word, document);
      });
      // A title that says just what was asked for.
      if (titled) score += 3 * (titled / words.length) ** 2 * (titled / Math.max(this.titled[document], titled)) * (whole / words.length);
      if (named.has(document) && this.standing[document] <= NAMED) score += 3 * whole;
      return { score: score * (covered / whole) ** 2 * STANDING[this.standing[document]], missing };
    }

    // How near two words come to each other, in this order: both lists of places are sorted.
    closeness(one, other, document) {
      const [before, after] = [one.found.get(document), other.found.get(document)];
      let best = 0;
      for (let i = 0, j = 0; i < before.length && j < after.length;) {
        const gap = after[j].at - before[i].at;
        if (gap > 0 && gap < 4) best = Math.max(best, 1 / gap);
        if (gap > 0) i++; else j++;
      }
      return best;
    }

    // Answers with documents in order, each with its hits; `partly` where no document has all words.
    // `mend` is false while a word is being written: it lacks letters rather than holds a slip.
    async search(text, { mend = true } = {}) {
      const { wanted, phrases } = parse(text, this.words);
      const [named] = await Promise.all([this.called(text), ...wanted.map((word) => this.known(word, mend))]);
      const maps = new Map();
      for (const word of wanted) {
        maps.set(word, word.found);
      }
      const words = wanted.filter((word) => word.found.size);
      const lost = wanted.filter((word) => !word.found.size);
      const found = [];
      const documents = new Set(words.flatMap((word) => [...word.found.keys()]));
      for (const document of documents) {
        if (!phrases.every((phrase) => this.holds(document, phrase, maps))) continue;
        const { score, missing } = this.score(document, words, named);
        found.push({ document, score, missing: missing + lost.length, words });
      }
      found.sort((a, b) => b.score - a.score || a.document - b.document);
      return { found: this.enough(found, wanted.length), wanted, lost, mended: words.filter((word) => word.meant) };
    }

    // Without words, everything: narrowed, it is a list.
    everything() {
      const found = this.norm.map((_, document) => ({ document, score: 0, missing: 0, words: [] }));
      return { found, wanted: [], lost: [], mended: [] };
    }

    // Those with all words first; where there are few, those that lack some after them. What repeats
    // the rest of the archive has all words too easily.
    enough(found, wanted) {
      const repeats = ({ document }) => this.standing[document] === REPEAT;
      const whole = found.filter((one) => !one.missing && !repeats(one));
      if (whole.length > FEW || wanted < 2) return found.filter(({ missing }) => !missing || wanted < 2);
      const least = Math.min(...found.map(({ missing }) => missing));
      const fair = found.filter((one) => !whole.includes(one) && one.missing <= Math.max(least, wanted >> 1));
      return [...whole, ...fair.slice(0, MORE)];
    }
  }

  globalThis.ArchiveSearch.Engine = Engine;
})();

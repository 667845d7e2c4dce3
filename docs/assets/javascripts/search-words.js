// Words as the index knows them: the same as archive.search.words, letter for letter; a query's parts;
// the slips of a hand; numbers as archive.search.files packs them. Classic scripts all three, so that
// they also run from a disk (file://).
(() => {
  const WORD = /[\p{L}\p{N}]+/gu;
  const ISBN = /(?<![\d-])(?:97[89][- ]?)?\d(?:[- ]?\d){8}[- ]?[\dXx](?![\d-])/g;
  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const VALUE = new Uint8Array(128);
  for (let i = 0; i < 64; i++) VALUE[DIGITS.charCodeAt(i)] = i;
  const SHORTEST = 3;
  // Numbers one after the other: `next()` gives each, `left()` tells whether there are more.
  function reader(text) {
    let at = 0;
    const next = () => {
      let number = 0;
      for (let shift = 0; ; shift += 5) {
        const digit = VALUE[text.charCodeAt(at++)];
        number |= (digit & 31) << shift;
        if (digit < 32) return number;
      }
    };
    return { next, left: () => at < text.length };
  }

  function unpacked(text) {
    const numbers = [];
    for (const { next, left } = reader(text); left();) numbers.push(next());
    return numbers;
  }

  // ---- Words: the same as archive.search.words, letter for letter ----
  class Words {
    constructor({ endings, stop, letters }) {
      this.letters = letters;
      this.stop = new Set(stop.split(" "));
      this.table = new Map(endings.split(" ").filter(Boolean).map((rule) => {
        const [change, least] = rule.split(":");
        const [ending, replacement = ""] = change.split(">");
        return [ending, [replacement, Number(least) || SHORTEST]];
      }));
      this.longest = Math.max(0, ...[...this.table.keys()].map((ending) => ending.length));
    }

    fold(word) {
      const bare = word.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
      return bare.replace(/[^a-z0-9]/g, (letter) => this.letters[letter] ?? letter);
    }

    shortened(word) {
      for (let size = Math.min(this.longest, word.length - 1); size > 0; size--) {
        const rule = this.table.get(word.slice(-size));
        if (rule && word.length - size + rule[0].length >= rule[1]) return word.slice(0, -size) + rule[0];
      }
      return word;
    }

    reduce(folded) {
      if (folded.length <= SHORTEST || !/^\p{L}+$/u.test(folded) || !this.longest) return folded;
      for (let shorter; (shorter = this.shortened(folded)) !== folded;) folded = shorter;
      return folded;
    }

    key(word) {
      const folded = this.fold(word);
      return this.stop.has(folded) ? "" : this.reduce(folded);
    }
  }

  function isbn(text) {
    const digits = text.replace(/[- ]/g, "").toUpperCase();
    const values = [...digits].map((digit) => (digit === "X" ? 10 : Number(digit)));
    const sum = (weight) => values.reduce((total, value, place) => total + value * weight(place), 0);
    if (digits.length === 10) return sum((place) => 10 - place) % 11 ? "" : `isbn${digits.slice(0, 9)}`;
    return digits.includes("X") || sum((place) => (place % 2 ? 3 : 1)) % 10 ? "" : `isbn${digits.slice(3, 12)}`;
  }

  // Every word that differs from this one by one slip: a letter more, less, other, or two changed round.
  function* slips(word, alphabet) {
    for (let i = 0; i <= word.length; i++) {
      const [before, after] = [word.slice(0, i), word.slice(i)];
      if (after) yield before + after.slice(1);
      if (after.length > 1) yield before + after[1] + after[0] + after.slice(2);
      for (const letter of alphabet) {
        yield before + letter + after;
        if (after) yield before + letter + after.slice(1);
      }
    }
  }

  // ---- A query: words to be found, phrases among them ----
  function parse(text, words) {
    const wanted = [];
    const phrases = [];
    let rest = text.normalize("NFC").replace(ISBN, (number) => {
      const core = isbn(number);
      if (core) wanted.push({ typed: number.trim(), folded: core, key: core, sure: true });
      return core ? " " : number;
    });
    const take = (part, phrase) => {
      for (const [typed] of part.matchAll(WORD)) {
        const word = { typed: typed.toLowerCase(), folded: words.fold(typed), key: words.key(typed), sure: !!phrase };
        if (phrase) phrase.push(word);
        if (word.key) wanted.push(word);
      }
    };
    if (wanted.length) rest = rest.replace(/\bISBN\b/gi, " ");
    rest = rest.replace(/["„“”«»]([^"„“”«»]+)["„“”«»]/g, (_, part) => {
      const phrase = [];
      take(part, phrase);
      if (phrase.length) phrases.push(phrase);
      return " ";
    });
    take(rest);
    // The last word may still be being written; alone, even a small one: "pro" may become "projekt".
    const [small] = rest.matchAll(WORD);
    if (!wanted.length && small) wanted.push({ typed: small[0].toLowerCase(), folded: words.fold(small[0]), key: words.reduce(words.fold(small[0])) });
    const last = wanted[wanted.length - 1];
    if (last && /[\p{L}]$/u.test(rest)) last.open = !last.sure && last.folded.length >= SHORTEST;
    return { wanted, phrases };
  }

  // How near a form in a text is to the word as it was typed: whoever types marks, wants them.
  function nearness(form, word, words) {
    if (form === word.typed) return 1;
    const marked = word.typed !== word.folded;
    const folded = words.fold(form);
    if (!marked) return folded === word.folded ? 0.97 : 0.9;
    if (folded === word.folded) return 0.6;
    let same = 0;
    while (same < form.length && form[same] === word.typed[same]) same++;
    return same >= Math.min(word.key.length, folded.length) - 1 ? 0.9 : 0.6;
  }

  globalThis.ArchiveSearch = { WORD, SHORTEST, Words, nearness, parse, reader, slips, unpacked };
})();

// The search page. The engine and the index are fetched when they are wanted: with a query in the
// address, or when the field gets the focus. Scripts all of them, so that it works from a disk too.
(() => {
  const form = document.querySelector("[data-search]");
  const field = form.elements.q;
  const part = (name) => document.querySelector(`[data-${name}]`);
  const [told, found, narrow, list, more, nothing, start] = ["told", "found", "narrow", "results", "more", "nothing", "start-here"].map(part);
  const words = JSON.parse(form.dataset.words);
  const root = new URL(form.dataset.root.replace(/\/?$/, "/"), location.href);
  const language = document.documentElement.lang;
  const plural = new Intl.PluralRules(language);
  const FACETS = ["kind", "theme", "year", "language"];
  // In this order: each needs those before it.
  const ENGINE = ["words", "engine", "results"].map((name) => `assets/javascripts/search-${name}.js`);
  const PAGE = 10;
  // Milliseconds without a key after which a word counts as written.
  const PAUSE = 400;

  // A folder opened from a disk shows its files, not its page.
  const page = (address) => new URL(address + (location.protocol === "file:" && /(^|\/)$/.test(address) ? "index.html" : ""), root).href;
  const make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
    element.append(...children.filter((child) => child !== null && child !== undefined));
    return element;
  };
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const number = (n) => new Intl.NumberFormat(language).format(n);
  const counted = (n) => filled(words[`count_${plural.select(n)}`] || words.count_other, { n: number(n) });

  // ---- Files ----
  const waiting = new Map();
  globalThis.archiveSearch = (name, value) => waiting.get(name)?.(value);
  const script = (address) => new Promise((done, failed) => {
    document.head.append(Object.assign(document.createElement("script"), { async: !ENGINE.includes(address), src: new URL(address, root).href, onload: done, onerror: () => failed(new Error(address)) }));
  });
  const load = (name) => new Promise((done, failed) => {
    waiting.set(name, done);
    script(`assets/search/${name}.js`).then(() => waiting.delete(name), failed);
  });
  let engine;
  const ready = () => (engine ??= Promise.all([load(language), ...ENGINE.map(script)])
    .then(([base]) => new globalThis.ArchiveSearch.Search(base, load))
    .catch((error) => { engine = undefined; throw error; }));

  // ---- What is asked ----
  const asked = () => {
    const given = new URLSearchParams(location.search);
    return { q: given.get("q") || "", choices: Object.fromEntries(FACETS.map((name) => [name, given.get(name) || ""])) };
  };
  let { choices } = asked();
  let noted;
  function note(now = false) {
    clearTimeout(noted);
    noted = setTimeout(() => {
      const given = new URLSearchParams([["q", field.value.trim()], ...Object.entries(choices)].filter(([, value]) => value));
      history.replaceState(null, "", String(given) ? `?${given}` : location.pathname);
    }, now ? 0 : 300);
  }

  // ---- What is shown ----
  const marked = (pieces) => pieces.map(([text, hit]) => (hit ? make("mark", {}, text) : text));
  const text = ({ before, pieces, after }) => [before ? "… " : "", ...marked(pieces), after ? " …" : ""];

  function place(result, one) {
    const moment = one.anchor.startsWith("t=") && one.anchor.slice(2);
    const time = moment && (moment.includes(":") ? moment : `${Math.floor(moment / 60)}:${String(moment % 60).padStart(2, "0")}`);
    const name = time ? [filled(words.moment, { time })] : marked(one.heading);
    return make("li", {}, make("a", { href: `${page(result.u)}#${one.anchor}` }, ...name), make("span", {}, ...text(one)));
  }

  function result(one) {
    const first = one.parts.find(({ anchor }) => !anchor);
    const places = one.parts.filter(({ anchor, heading }) => anchor && (anchor.startsWith("t=") || heading[0]?.[0]));
    const lead = first || one.excerpt;
    return make("li", { class: "hit" },
      make("p", { class: "eyebrow" }, [one.l, one.d].filter(Boolean).join(" · ")),
      make("h3", { class: "hit__title" }, make("a", { href: page(one.u), lang: one.g }, ...marked(one.title))),
      lead && lead.pieces.length ? make("p", { class: "hit__text", lang: one.g }, ...text(lead)) : null,
      places.length ? make("ul", { class: "hit__places" }, ...places.map((other) => place(one, other))) : null);
  }

  function chip(name, value, label, n) {
    const chosen = choices[name] === value;
    const button = make("button", { type: "button", class: "seek__chip", "aria-pressed": String(chosen), "data-facet": name, "data-value": value }, label, make("span", { class: "count" }, ` ${number(n)}`));
    button.addEventListener("click", () => choose(name, chosen ? "" : value));
    return button;
  }

  function facets({ facets: all, years }) {
    const groups = all.map(({ name, label, values }) => {
      const shown = values.filter(([value, , n]) => n || choices[name] === value);
      return shown.length > 1 || choices[name] ? make("fieldset", {}, make("legend", {}, label), make("div", { class: "seek__chips" }, ...shown.map(([value, told_, n]) => chip(name, value, told_, n)))) : null;
    });
    if (years.length > 1 || choices.year) {
      const option = (value, label) => make("option", { value, selected: choices.year === String(value) }, label);
      const select = make("select", { id: "search-year" }, option("", words.year_any), ...years.map(([year, n]) => option(year, `${year} (${number(n)})`)));
      select.addEventListener("change", () => choose("year", select.value));
      groups.push(make("div", { class: "seek__year" }, make("label", { for: "search-year" }, words.year), select));
    }
    return groups.filter(Boolean);
  }

  function choose(name, value) {
    choices = { ...choices, [name]: value };
    const focused = document.activeElement?.dataset;
    const again = focused?.facet ? `[data-facet="${focused.facet}"][data-value="${focused.value}"]` : "#search-year";
    note(true);
    run().then(() => document.querySelector(again)?.focus());
  }

  // ---- The search ----
  let turn = 0;
  let shown = PAGE;
  let paused;
  async function run({ keep = false, mend = true } = {}) {
    const mine = ++turn;
    clearTimeout(paused);
    if (!keep) shown = PAGE;
    const q = field.value.trim();
    const wanted = q || Object.values(choices).some(Boolean);
    document.title = q ? document.title.replace(/^(?:„.*“: )?/, `„${q}“: `) : document.title.replace(/^„.*“: /, "");
    if (!wanted) { rest(); return; }
    try {
      const search = await ready();
      const answer = q ? await search.search(q, { mend }) : search.everything();
      if (mine !== turn) return;
      // A word half written is not yet a word that is not there.
      if (!mend && answer.lost.length) paused = setTimeout(run, PAUSE);
      if (!mend && !answer.found.length) { told.replaceChildren(make("p", {}, words.loading)); return; }
      const left = search.narrowed(answer.found, choices);
      const results = await Promise.all(left.slice(0, shown).map((one) => search.shown(one)));
      if (mine !== turn) return;
      await show(search, q, answer, left, results);
    } catch {
      if (mine === turn) told.replaceChildren(make("p", {}, words.failed));
    }
  }

  async function show(search, q, answer, left, results) {
    const partly = left.findIndex(({ missing }) => missing);
    const items = results.map(result);
    list.replaceChildren(...items.flatMap((item, i) => (i === partly && partly > 0 ? [make("li", { class: "seek__divider" }, words.more_partly), item] : [item])));
    part("facets").replaceChildren(...facets(search.counts(answer.found, choices)));
    const lines = [left.length ? counted(left.length) : words.none];
    for (const { typed, meant } of answer.mended) lines.push(filled(words.mended, { typed, meant: meant.form }));
    if (partly === 0 && answer.wanted.length > 1) lines.push(words.partly);
    told.replaceChildren(...lines.map((line) => make("p", {}, line)));
    found.hidden = !answer.found.length;
    more.hidden = left.length <= shown;
    nothing.hidden = !!left.length;
    start.hidden = true;
    const other = part("other");
    if (other) other.href = `${other.href.split("?")[0]}?${new URLSearchParams({ q })}`;
    if (!left.length) await suggest(search, answer);
  }

  async function suggest(search, { lost, found: all }) {
    const near = all.length ? [] : [...new Set((await Promise.all(lost.map((word) => search.near(word)))).flat())];
    const box = part("near");
    box.hidden = !near.length;
    box.replaceChildren(words.near, " ", ...near.flatMap((word) => [make("a", { class: "seek__chip", href: `?${new URLSearchParams({ q: word })}` }, word), " "]));
    start.hidden = !!all.length;
  }

  function rest() {
    told.replaceChildren();
    list.replaceChildren();
    for (const element of [found, nothing]) element.hidden = true;
    start.hidden = false;
  }

  // ---- Keys ----
  const links = () => [field, ...list.querySelectorAll("a"), ...(more.hidden ? [] : [more])];
  function move(step) {
    const all = links();
    const next = all[all.indexOf(document.activeElement) + step];
    next?.focus();
    return next;
  }
  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const among = links().includes(document.activeElement);
    if (event.key === "Escape" && document.activeElement !== field && found.contains(document.activeElement)) { field.focus(); field.select(); }
    else if (event.key === "ArrowDown" && among) move(1) && event.preventDefault();
    else if (event.key === "ArrowUp" && among && document.activeElement !== field) move(-1) && event.preventDefault();
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    note(true);
    await run();
    list.querySelector("a")?.focus();
  });

  // The key that leads here from every page can be turned off until the tab is closed; scheme.js heeds it.
  function slash() {
    const box = part("slash");
    try {
      box.checked = sessionStorage.getItem("slash") !== "off";
      box.addEventListener("change", () => { if (box.checked) sessionStorage.removeItem("slash"); else sessionStorage.setItem("slash", "off"); });
      box.parentElement.hidden = false;
    } catch { /* private mode */ }
  }

  // ---- From the address ----
  function recall() {
    const given = asked();
    field.value = given.q;
    choices = given.choices;
    run();
  }
  slash();
  part("without").hidden = true;
  for (const element of document.querySelectorAll("[data-themes]")) element.hidden = false;
  if (location.protocol === "file:") for (const link of start.querySelectorAll("a")) if (/\/$/.test(link.pathname)) link.pathname += "index.html";
  narrow.open = matchMedia("(min-width: 60rem)").matches;
  field.addEventListener("focus", () => ready().catch(() => {}));
  field.addEventListener("input", () => { note(); run({ mend: false }); });
  more.addEventListener("click", async () => {
    const before = list.querySelectorAll(".hit").length;
    shown += PAGE;
    await run({ keep: true });
    list.querySelectorAll(".hit")[before]?.querySelector("a").focus();
  });
  addEventListener("popstate", recall);
  if (location.search) recall();
  else if (matchMedia("(hover: hover)").matches) field.focus();
})();

// The facets of the catalogue. Without this file they are links, and the list stands whole in its pages.
import { say } from "./say.js";

const [MANY, ROWS] = [100, 30];
const panel = document.querySelector("[data-facets]");
const form = panel.querySelector("form");
const heading = document.querySelector("[data-count]");
const shelf = document.querySelector("[data-shelf]");
const language = document.documentElement.lang;
const collator = new Intl.Collator(language);
const plural = new Intl.PluralRules(language);
const whole = heading.textContent;
const wide = matchMedia("(min-width: 60rem)");
let index, texts, choice, found, loading, quiet, unrolled;
// What counts, from the first choice on.
let facets;

function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name, value);
    else if (value !== "" && value !== false && value != null) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== ""));
  return made;
}

const number = (n) => n.toLocaleString(language);
const put = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const records = (n) => `${number(n)}\u00a0${index.words[plural.select(n)] || index.words.other}`;
const fetched = async (name) => {
  const answer = await fetch(`${name}.json`);
  if (!answer.ok) throw new Error(answer.status);
  return answer.json();
};

function load() {
  loading ??= Promise.all([fetched("facets"), import("./facets.js")]).then(([told, module]) => {
    facets = module;
    index = facets.unpack(told);
    choice = facets.read("", index.facets);
  }).catch((error) => { loading = undefined; throw error; });
  return loading;
}

// ---- The list

function row(i) {
  const kind = index.facets[0].values[index.facets[0].cells[index.facets[0].starts[i]]];
  const date = index.dates.values[index.dates.rows[i]];
  const note = ["person", "theme", "holding"].map((name) => {
    const facet = index.facets.find((one) => one.name === name);
    const cells = [...facet.cells.subarray(facet.starts[i], facet.starts[i + 1])];
    return (name === "person" ? cells.slice(0, 3) : cells).map((cell) => facet.labels[cell]).join(", ");
  }).filter(Boolean).join(" · ");
  return el("li", {},
    el("p", { class: "eyebrow" }, index.kinds.values[index.kinds.rows[i]], ...(date ? [" ", el("span", { class: "dot" }, "·"), ` ${date}`] : [])),
    el("h3", {}, el("a", { href: `../${kind}/${index.ids[i]}/`, lang: index.langs[i] }, index.titles[i]),
      ...(index.acronyms[i] ? [" ", el("abbr", {}, index.acronyms[i])] : [])),
    note ? el("p", { class: "note" }, note) : "");
}

const list = el("ol", { class: "shelf", "data-shelf": true, hidden: true });
const more = el("button", { class: "button button--quiet", type: "button", hidden: true, click: () => extend(true) });
const chips = el("ul", { class: "chips", hidden: true });
const nothing = el("div", { class: "nothing", hidden: true });

function extend(move) {
  const from = list.children.length;
  list.append(...found.rows.slice(from, from + ROWS).map(row));
  const left = found.rows.length - list.children.length;
  more.hidden = !left;
  more.textContent = put(index.words.more_rows, { n: `${Math.min(ROWS, left)} / ${number(left)}` });
  if (move) list.children[from]?.querySelector("a").focus();
}

// ---- What is chosen

const limits = () => [
  ...index.facets.flatMap((facet, bit) => choice.facets[facet.name].map((value) => ({
    bit, name: facet.name, value, label: `${facet.label}: ${facet.labels[facet.at.get(value)]}`,
  }))),
  ...["from", "to"].filter((name) => choice[name]).map((name) => ({ bit: index.facets.length, name, label: `${index.words[name]} ${choice[name]}` })),
  ...(choice.text ? [{ bit: index.facets.length + 1, name: "q", label: `${index.words.words}: ${choice.text}` }] : []),
];

function drop(limit) {
  if (limit.name === "q") [choice.text, choice.words] = ["", []];
  else if (limit.value) choice.facets[limit.name] = choice.facets[limit.name].filter((value) => value !== limit.value);
  else choice[limit.name] = 0;
}

async function remove(limit, at) {
  drop(limit);
  await changed();
  (chips.querySelectorAll("button")[at] || [...chips.querySelectorAll("button")].at(-1) || heading).focus();
}

async function clear(given = limits()) {
  given.forEach(drop);
  await changed();
  heading.focus();
}

function showLimits(chosen) {
  const { words } = index;
  chips.setAttribute("aria-label", words.chosen);
  chips.replaceChildren(...chosen.map((limit, at) => el("li", {}, el("button", {
    type: "button", class: "chip", "aria-label": put(words.clear, limit), click: () => remove(limit, at),
  }, limit.label))));
  if (chosen.length) chips.append(el("li", {}, el("button", { type: "button", class: "chip chip--all", click: () => clear() }, words.clear_all)));
  chips.hidden = !chosen.length;
  nothing.hidden = Boolean(found.rows.length);
  const bits = [...new Set(chosen.map((limit) => limit.bit))].filter((bit) => found.without[bit]);
  nothing.replaceChildren(el("p", {}, words.nothing), el("ul", {}, ...bits.map((bit) => {
    const own = chosen.filter((limit) => limit.bit === bit);
    const label = own.map((limit) => limit.label).join(", ");
    return el("li", {}, el("button", { type: "button", class: "button button--quiet", click: () => clear(own) }, put(words.nothing_without, { label, n: number(found.without[bit]) })));
  })), el("button", { type: "button", class: "button", click: () => clear() }, words.clear_all));
  document.querySelector("[data-number]").textContent = chosen.length ? `(${chosen.length})` : "";
}

// ---- The values of a facet

const choices = (name) => form.querySelector(`[data-facet="${name}"]`);
const option = (facet, value, label, count) => el("li", {}, el("label", {},
  el("input", { type: "checkbox", name: facet, value }), el("span", {}, label), " ", el("span", { class: "count" }, count)));

function offer(facet, box, typed = "") {
  const chosen = choice.facets[facet.name];
  const wanted = facets.fold(typed);
  const all = facet.values.map((value, i) => i).filter((i) => facets.fold(facet.labels[i]).includes(wanted))
    .sort((a, b) => collator.compare(facet.labels[a], facet.labels[b]));
  box.querySelector("ul").replaceChildren(...all.slice(0, MANY).map((i) => option(facet.name, facet.values[i], facet.labels[i], "")));
  box.querySelector(".facet__rest").textContent = all.length > MANY ? put(index.words.and_more, { n: number(all.length - MANY) }) : "";
  for (const value of chosen) if (!typed) need(facet, box, value);
  showCounts(facet);
}

function need(facet, box, value) {
  if ([...box.querySelectorAll("input[type=checkbox]")].some((input) => input.value === value)) return;
  box.querySelector("ul").append(option(facet.name, value, facet.labels[facet.at.get(value)], ""));
}

async function expand(box, button) {
  await ready();
  const facet = index.facets.find((one) => one.name === box.dataset.facet);
  const find = el("input", { type: "search", "aria-label": put(index.words.within_facet, facet), autocomplete: "off", input: () => offer(facet, box, find.value) });
  box.querySelector("ul").before(find);
  button.replaceWith(el("p", { class: "note facet__rest" }));
  offer(facet, box);
  find.focus();
}

function showCounts(facet) {
  const box = choices(facet.name);
  const counts = found.counts[index.facets.indexOf(facet)];
  for (const input of box.querySelectorAll("input[type=checkbox]")) {
    const count = counts[facet.at.get(input.value)];
    input.checked = choice.facets[facet.name].includes(input.value);
    input.closest("label").classList.toggle("none", !count);
    input.closest("label").querySelector(".count").textContent = number(count);
  }
}

function showYears() {
  const box = form.querySelector("[data-years]");
  if (!box) return;
  const { first } = index;
  for (const name of ["from", "to"]) form.elements[name].value = choice[name] || "";
  const most = Math.max(1, ...found.years);
  const bars = Array.from(found.years, (n, i) => {
    const [height, year] = [n && Math.max(2, Math.round(n * 40 / most)), first + i];
    const out = (choice.from && year < choice.from) || (choice.to && year > choice.to);
    return n ? `<rect x="${i * 8 + 1}" y="${41 - height}" width="6" height="${height}"${out ? ' class="out"' : ""}/>` : "";
  });
  box.querySelector("svg").innerHTML = `${bars.join("")}<path d="M0 40.5H${bars.length * 8}"/>`;
}

// ---- All of it

function show(aloud) {
  found = facets.pick(index, choice, texts);
  const chosen = limits();
  const untouched = !chosen.length && choice.order === "title" && !unrolled;
  shelf.hidden = !untouched;
  if (rest) rest.hidden = !untouched;
  list.hidden = untouched;
  list.replaceChildren();
  if (untouched) more.hidden = true;
  else extend();
  heading.textContent = untouched ? whole : records(found.rows.length);
  done.hidden = false;
  done.textContent = put(index.words.show_rows, { n: records(found.rows.length) });
  showLimits(chosen);
  for (const facet of index.facets) {
    const box = choices(facet.name);
    if (!box) continue;
    for (const value of choice.facets[facet.name]) need(facet, box, value);
    if (choice.facets[facet.name].length) box.open = true;
    showCounts(facet);
  }
  showYears();
  form.elements.q.value = choice.text;
  order.value = choice.order;
  clearTimeout(quiet);
  if (aloud) quiet = setTimeout(() => say(found.rows.length ? records(found.rows.length) : index.words.nothing), 400);
}

async function ready() {
  await load();
  if (choice.words.length) texts ??= await fetched("words");
  found ??= facets.pick(index, choice, texts);
}

async function changed(replace) {
  await ready();
  const query = facets.write(choice);
  if (query !== location.search.slice(1)) history[replace ? "replaceState" : "pushState"](null, "", (query ? `?${query}` : location.pathname) + location.hash);
  show(true);
}

async function follow(aloud) {
  await load();
  choice = facets.read(location.search, index.facets);
  await ready();
  show(aloud);
}

async function taken(event) {
  const input = event.target;
  if (!input.name) return;
  await load();
  if (input.type === "checkbox") {
    const others = choice.facets[input.name].filter((value) => value !== input.value);
    choice.facets[input.name] = (input.checked ? [...others, input.value] : others).sort();
  } else if (input.name === "q") {
    choice.text = input.value.trim();
    choice.words = facets.fold(choice.text).split(/\s+/).filter(Boolean);
  } else if (input.name === "sort") choice.order = input.value;
  else choice[input.name] = Number(input.value);
  await changed(input.name === "q");
}

const tried = (work) => (...all) => work(...all).catch(() => say(panel.dataset.failed, true));

// ---- The links become choices

for (const box of form.querySelectorAll("[data-facet]")) {
  for (const link of box.querySelectorAll("[data-value]")) {
    link.closest("li").replaceWith(option(box.dataset.facet, link.dataset.value, link.textContent, link.closest("li").querySelector(".count").textContent));
  }
  const rest = box.querySelector("[data-more]");
  if (rest) {
    const button = el("button", { type: "button", class: "facet__all", click: () => tried(expand)(box, button) }, rest.textContent);
    rest.closest("p").replaceWith(button);
  }
}
const order = document.querySelector("[data-order]").content.querySelector("select");
heading.after(order.closest("label"));
heading.closest("div").after(chips, nothing);
shelf.after(list, more);
// The pages of the list are for readers without scripts.
const pager = document.querySelector("[data-pager]");
const unroll = async () => { await ready(); unrolled = true; show(); extend(true); };
const rest = pager && el("button", { class: "button button--quiet", type: "button", click: tried(unroll) }, pager.dataset.more);
if (rest) pager.replaceWith(rest);
const done = el("button", { type: "button", class: "button facets__done", hidden: true, click: () => { panel.open = false; heading.focus(); heading.scrollIntoView(); } });
form.append(done);
for (const template of form.querySelectorAll("template")) template.replaceWith(el("div", { class: "facet__years" }, template.content));
form.addEventListener("submit", (event) => event.preventDefault());
for (const place of [form, order]) {
  place.addEventListener(place === order ? "change" : "input", tried(taken));
  place.addEventListener("focusin", () => load().catch(() => {}), { once: true });
}
wide.addEventListener("change", () => { panel.open = wide.matches; });
panel.open = wide.matches;
addEventListener("popstate", tried(() => follow(true)));
if (location.search) tried(follow)(true);

// ---- The citations of what the list shows

async function keep(address) {
  await ready();
  const facet = index.facets[0];
  const { keep: kept } = await import("./cite-shown.js");
  // Citations are told apart by kind and identifier, joined by a hyphen.
  await kept(address, new Set(found.rows.map((i) => `${facet.values[facet.cells[facet.starts[i]]]}-${index.ids[i]}`)));
}

for (const row of document.querySelectorAll("[data-cite-shown]")) {
  row.hidden = false;
  for (const button of row.querySelectorAll("[data-file]")) button.addEventListener("click", () => tried(keep)(button.dataset.file));
}

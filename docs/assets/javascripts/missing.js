// One page answers every missing address: it begins with the language of the address, /en/… with English.
const { root: base } = document.currentScript.dataset;
const steps = location.pathname.slice(base.length).split("/").filter(Boolean);
const [code] = steps;
const answers = [...document.querySelectorAll("main > section")];
const own = answers.find((section) => section.lang === code);
if (own && own !== answers[0]) {
  const order = [own, ...answers.filter((section) => section !== own)];
  order.forEach((section, place) => {
    const old = section.querySelector("h1, h2");
    const heading = document.createElement(place ? "h2" : "h1");
    heading.append(...old.childNodes);
    old.replaceWith(heading);
    section.parentElement.append(section);
  });
  document.documentElement.lang = code;
  document.title = order.map((section) => section.querySelector("h1, h2").textContent).join(" / ");
}

// The words of the address are a good guess at what was looked for.
try {
  const words = decodeURIComponent(steps.at(-1) ?? "").replace(/\.\w+$/, "").replace(/[-_+]+/g, " ").trim();
  if (words !== code) for (const field of document.querySelectorAll("input[type=search]")) field.value = words;
} catch { /* an address that is no text */ }

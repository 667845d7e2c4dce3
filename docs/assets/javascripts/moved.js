// Leads on from an old address with whatever follows it: a query, a section, a moment.
const target = new URL(document.currentScript.dataset.target, location.href);
target.search = location.search;
target.hash = location.hash;
location.replace(target);

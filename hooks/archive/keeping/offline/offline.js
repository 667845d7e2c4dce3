// Only in the edition for a disk: what scripts fetch is handed over by a script beside
// the file, and a link that a script made to a folder leads to the folder's page.
(() => {
  const root = new URL(document.currentScript.dataset.root, location.href).href;
  const waiting = new Map();
  globalThis.offline = (name, text) => waiting.get(name)?.(new Response(text));
  globalThis.fetch = (address) => new Promise((done, failed) => {
    const name = new URL(address, location.href).href.slice(root.length).split(/[?#]/)[0];
    waiting.set(name, done);
    const src = `${root}${name}.js`;
    const onerror = () => failed(new TypeError(`${name}: not in this copy`));
    document.head.append(Object.assign(document.createElement("script"), { src, onerror }));
  });
  const complete = ({ target }) => {
    const link = target.closest?.("a[href]");
    if (link?.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
  };
  for (const kind of ["pointerdown", "click", "focusin"]) addEventListener(kind, complete, true);
})();

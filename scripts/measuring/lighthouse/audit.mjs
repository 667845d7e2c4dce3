// Runs Lighthouse over addresses, as phone and as desktop; a line of JSON for each.
// node audit.mjs CHROMIUM ADDRESS… ; the npm packages stand beside this file.
import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";

const [chromePath, ...addresses] = process.argv.slice(2);
const chromeFlags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const chrome = await launch({ chromePath, chromeFlags });
for (const address of addresses) {
  for (const screen of ["phone", "desktop"]) {
    const config = screen === "desktop" ? desktopConfig : undefined;
    const { lhr } = await lighthouse(address, { port: chrome.port, logLevel: "silent" }, config);
    const scores = Object.fromEntries(Object.values(lhr.categories).map(({ id, score }) => [id, Math.round((score ?? 0) * 100)]));
    const faults = Object.values(lhr.categories).flatMap(({ id, auditRefs }) => auditRefs
      .filter(({ id: audit, weight }) => weight && lhr.audits[audit].score !== null && lhr.audits[audit].score < (id === "performance" ? 0.9 : 1))
      .map(({ id: audit }) => `${audit}: ${lhr.audits[audit].displayValue ?? lhr.audits[audit].title}`));
    const times = Object.fromEntries(["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift", "speed-index"].map((audit) => [audit, lhr.audits[audit].numericValue]));
    console.log(JSON.stringify({ address, screen, scores, faults, times }));
  }
}
await chrome.kill();

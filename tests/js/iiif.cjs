// Reads IIIF manifests as viewers do; writes what is wrong with each of them.
const fs = require("fs");
const { presentation3StrictUpgrade } = require("@iiif/parser/strict");

const told = JSON.parse(fs.readFileSync(0, "utf8")).map((manifest) => {
  const state = { warnings: [] };
  presentation3StrictUpgrade(manifest, state);
  return state.warnings;
});
process.stdout.write(JSON.stringify(told));

// Reads a feed from standard input and writes what podcast-partytime makes of it, as JSON.
const { parseFeed } = require("podcast-partytime");

const xml = require("fs").readFileSync(0, "utf8");
process.stdout.write(JSON.stringify(parseFeed(xml)));

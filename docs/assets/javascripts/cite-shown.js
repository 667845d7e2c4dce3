// The citations of what a filter shows, cut out of the file with those of the whole archive.

// How each kind of file is taken apart, what names a part, and how parts are put together.
const FORMATS = {
  bib: { parts: (text) => text.trim().split(/\n\n(?=@)/), key: (part) => /^@\w+\{([^,]+),/.exec(part)?.[1], whole: (parts) => `${parts.join("\n\n")}\n` },
  ris: { parts: (text) => text.split(/(?<=\nER {2}- \r\n)\r\n/), key: (part) => /^ID {2}- (.+?)\r?$/m.exec(part)?.[1], whole: (parts) => parts.join("\r\n") },
  json: { parts: (text) => JSON.parse(text), key: (part) => part.id.replace("/", "-"), whole: (parts) => JSON.stringify(parts, null, 1) },
};

export async function keep(address, shown) {
  const { parts, key, whole } = FORMATS[address.split(".").pop()];
  const text = await (await fetch(address)).text();
  const file = new Blob([whole(parts(text).filter((part) => shown.has(key(part))))]);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = address.split("/").pop();
  link.click();
  URL.revokeObjectURL(link.href);
}

// Copies what the pages of the desk load, as its packages have it, with the licences and a list of digests.
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error("Say where the files go: node make.js FOLDER");
  process.exit(2);
}

const PARTS = [
  { name: "htmx.org", for: "swaps parts of pages", into: "vendor", files: ["dist/htmx.min.js"] },
  {
    name: "@fontsource-variable/source-serif-4",
    for: "the face of texts",
    into: "fonts",
    files: ["latin-wght-normal", "latin-ext-wght-normal", "latin-wght-italic", "latin-ext-wght-italic"].map(
      (each) => `files/source-serif-4-${each}.woff2`,
    ),
  },
  {
    name: "@fontsource-variable/ibm-plex-sans",
    for: "the face of figures and controls",
    into: "fonts",
    files: ["latin-wght-normal", "latin-ext-wght-normal"].map((each) => `files/ibm-plex-sans-${each}.woff2`),
  },
];

const digest = (path) => createHash("sha256").update(readFileSync(path)).digest("hex");

for (const each of ["vendor", "fonts"]) {
  rmSync(join(folder, each), { recursive: true, force: true });
  mkdirSync(join(folder, each), { recursive: true });
}
const listed = PARTS.map((part) => {
  const home = join("node_modules", part.name);
  const about = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
  const licence = `${part.into}/LICENSE-${part.name.replace(/^@[^/]+\//, "").replace(".org", "")}.txt`;
  copyFileSync(join(home, "LICENSE"), join(folder, licence));
  const files = part.files.map((file) => {
    const name = `${part.into}/${basename(file)}`;
    copyFileSync(join(home, file), join(folder, name));
    return { name, bytes: readFileSync(join(folder, name)).length, sha256: digest(join(folder, name)) };
  });
  return { name: part.name, version: about.version, licence: about.license, for: part.for, text: licence, files };
});
writeFileSync(join(folder, "vendored.json"), `${JSON.stringify(listed, null, 2)}\n`);
const bytes = listed.flatMap((part) => part.files).reduce((sum, file) => sum + file.bytes, 0);
console.log(`${listed.length} parts, ${(bytes / 1e6).toFixed(2)} MB, in ${folder}`);

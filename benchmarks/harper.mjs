// node harper.mjs FOLDER FILE: checks FILE with the harper.js that is installed in FOLDER.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, file] = process.argv.slice(2);
const at = (name) => pathToFileURL(join(folder, "node_modules/harper.js/dist", name)).href;
const harper = await import(at("index.js"));
const { binary } = await import(at("binary.js"));
const linter = new harper.LocalLinter({ binary });
await linter.setup();
const found = await linter.lint(readFileSync(file, "utf8"));
console.log(found.length);
process.exit(0);

// npm run new -- package|algorithm|check|importer NAME [DESCRIPTION]
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { filesOf } from "./new/package.mjs";
import { graph } from "./packages.mjs";
import { root } from "./run.mjs";

export function write(path, text) {
  if (existsSync(path)) throw new TypeError(`${path} exists already`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

const [kind, name, ...words] = process.argv.slice(2);
if (kind === "package" && name in graph) {
  for (const [file, text] of Object.entries(filesOf(name, words.join(" ")))) {
    write(join(root, "packages", name, file), text ?? readFileSync(join(root, "LICENSE"), "utf8"));
  }
} else {
  process.stderr.write(
    "usage: npm run new -- package NAME DESCRIPTION (a name of the graph in scripts/packages.mjs)\n",
  );
  process.exit(2);
}

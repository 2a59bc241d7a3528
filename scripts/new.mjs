// npm run new -- package NAME DESCRIPTION | algorithm PACKAGE/NAME | check PACKAGE/NAME | importer NAME
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { filesOf } from "./new/package.mjs";
import { algorithmFiles, checkFiles, importerFiles } from "./new/skeletons.mjs";
import { graph, publishedName } from "./packages.mjs";
import { must, root } from "./run.mjs";

const [kind, name = "", ...words] = process.argv.slice(2);
const [owner = "", short = ""] = name.includes("/") ? name.split("/") : ["interop", name];
const folder = `packages/${owner}`;
const makers = { algorithm: algorithmFiles, check: checkFiles, importer: importerFiles };

function filesFor() {
  if (kind === "package" && name in graph) {
    return Object.fromEntries(
      Object.entries(filesOf(name, words.join(" "))).map(([file, text]) => [
        `packages/${name}/${file}`,
        text ?? readFileSync(join(root, "LICENSE"), "utf8"),
      ]),
    );
  }
  const known =
    kind in makers && owner in graph && /^[a-z][a-z0-9-]*$/.test(short) && (kind === "importer" || name.includes("/"));
  return known ? makers[kind](publishedName(owner), folder, short) : undefined;
}

const files = filesFor();
if (files === undefined) {
  process.stderr.write(
    "usage: npm run new -- package NAME DESCRIPTION    (a name of the graph in scripts/packages.mjs)\n" +
      "       npm run new -- algorithm PACKAGE/NAME      (such as graph/shortest-path)\n" +
      "       npm run new -- check PACKAGE/NAME          (such as clarity/size-missing)\n" +
      "       npm run new -- importer NAME               (such as todo-txt)\n",
  );
  process.exit(2);
}
const taken = Object.keys(files).filter((file) => existsSync(join(root, file)));
if (taken.length > 0) {
  process.stderr.write(`${taken.join("\n")}\nexists already; nothing was written.\n`);
  process.exit(2);
}
for (const [file, text] of Object.entries(files)) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
  process.stdout.write(`${file}\n`);
}
must("biome", [
  "check",
  "--write",
  "--log-level=error",
  ...Object.keys(files).filter((file) => /\.(ts|mjs)$/.test(file)),
]);
process.stdout.write("Next: replace what the skeleton says, export it from src/index.ts, then npm test.\n");

// The JSON Schemas of results (draft 2020-12), made from the published types; fails when a committed one differs. --write rewrites.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createGenerator } from "ts-json-schema-generator";
import { root } from "../run.mjs";

const folder = join(root, "conformance/results");
const source = readFileSync(join(folder, "results.ts"), "utf8");
const names = [...source.matchAll(/export type \{([^}]+)\}/g)].flatMap(([, list]) =>
  list.split(",").map((name) => name.trim()),
);
const kebab = (name) => name.replace(/([a-z])([A-Z])/g, "$1-$2").toLowerCase();

/** Brands are for the compiler: no value has them. */
const isBrand = (name) => typeof name === "string" && name.startsWith("__@");

/** Draft 7 as draft 2020-12: what these types need differs in names alone. */
function modern(value) {
  if (Array.isArray(value)) return value.filter((member) => !isBrand(member)).map(modern);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).filter(([key]) => !isBrand(key));
  return Object.fromEntries(
    members.map(([key, member]) => [
      key === "definitions" ? "$defs" : key,
      key === "$ref" && typeof member === "string" ? member.replace("#/definitions/", "#/$defs/") : modern(member),
    ]),
  );
}

const generator = createGenerator({
  path: join(folder, "results.ts"),
  tsconfig: join(folder, "tsconfig.json"),
  expose: "export",
  topRef: false,
  jsDoc: "basic",
  additionalProperties: false,
  skipTypeCheck: true,
  sortProps: true,
});
let drifted = false;
for (const name of names.sort()) {
  const { $schema: _draft7, ...rest } = modern(generator.createSchema(name));
  const head = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: `https://evenkeel.dev/schema/${kebab(name)}/1.json`,
    title: kebab(name),
  };
  const text = `${JSON.stringify({ ...head, ...rest }, null, 2)}\n`;
  const file = join(root, "packages/schema/json", `${kebab(name)}.json`);
  const known = (() => {
    try {
      return readFileSync(file, "utf8");
    } catch {
      return undefined;
    }
  })();
  if (known === text) continue;
  if (process.argv.includes("--write")) writeFileSync(file, text);
  else {
    drifted = true;
    process.stderr.write(`packages/schema/json/${kebab(name)}.json is not what the types say (npm run schemas)\n`);
  }
}
process.exit(drifted ? 1 : 0);

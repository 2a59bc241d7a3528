// The canonical shape of a package; the generator writes it and the uniformity gate checks it.
import { graph, publishedName } from "../packages.mjs";

const third = {
  zod: "4.6.7",
  immer: "11.2.10",
  papaparse: "5.7.1",
  "read-excel-file": "9.3.17",
  "write-excel-file": "4.1.1",
  "hyparquet-writer": "0.17.0",
  saxes: "6.0.0",
  vega: "6.4.0",
  "vega-interpreter": "2.3.2",
  "vega-lite": "6.4.3",
  citty: "0.2.2",
};

export function subpathsOf(name) {
  const extra = graph[name]?.subpaths ?? [];
  return name === "cli" ? ["."] : [".", ...extra.map((path) => `./${path}`), "./testing"];
}

export function manifestOf(name, description, keep = {}) {
  const spec = graph[name];
  const uses = spec.uses === "all" ? Object.keys(graph).filter((other) => other !== name) : spec.uses;
  const file = (path) => (path === "." ? "index" : path.slice(2));
  const exports = Object.fromEntries(
    subpathsOf(name).map((path) => [path, { types: `./dist/${file(path)}.d.ts`, default: `./dist/${file(path)}.js` }]),
  );
  if (name === "cli") exports["./bin"] = { types: "./dist/bin.d.ts", default: "./dist/bin.js" };
  for (const folder of spec.ships ?? []) exports[`./${folder}/*`] = `./${folder}/*`;
  exports["./package.json"] = "./package.json";
  const dependencies = Object.fromEntries(
    [...uses.map((use) => [publishedName(use), "workspace:^"]), ...spec.brings.map((lib) => [lib, third[lib]])].sort(
      ([a], [b]) => (a < b ? -1 : 1),
    ),
  );
  const hasTesting = name !== "cli";
  return {
    name: publishedName(name),
    version: keep.version ?? "0.1.0",
    description,
    license: "MIT",
    type: "module",
    sideEffects: false,
    repository: { type: "git", url: "git+https://github.com/evenkeel/evenkeel.git", directory: `packages/${name}` },
    ...(keep.keywords ? { keywords: keep.keywords } : {}),
    files: ["dist", ...(spec.ships ?? [])],
    engines: { node: ">=20.19" },
    ...(keep.bin ? { bin: keep.bin } : {}),
    exports,
    scripts: {
      build: "tsup && node ../../scripts/declare.mjs",
      test: "vitest run --config ../../vitest.config.ts --root .",
    },
    ...(Object.keys(dependencies).length > 0 ? { dependencies } : {}),
    ...(hasTesting
      ? { peerDependencies: { "fast-check": "^4.0.0" }, peerDependenciesMeta: { "fast-check": { optional: true } } }
      : {}),
    devDependencies: {
      "@evenkeel/test-kit": "workspace:^",
      ...(spec.extraDev ?? {}),
      ...(keep.extraDev ?? {}),
      ...(hasTesting ? { "fast-check": "4.10.2" } : {}),
    },
    publishConfig: { access: "public", provenance: true },
    ...(keep["size-limit"] ? { "size-limit": keep["size-limit"] } : {}),
  };
}

const withNodeTypes = new Set(["cli", "evenkeel"]);
/** Packages whose schemas give their types by inference. */
const inferred = new Set(["schema"]);

export function filesOf(name, description) {
  const types = withNodeTypes.has(name) ? ["node"] : [];
  return {
    "package.json": `${JSON.stringify(manifestOf(name, description), null, 2)}\n`,
    "tsconfig.json": `${JSON.stringify({ extends: "../../tsconfig.base.json", compilerOptions: { types: ["node"], isolatedDeclarations: false, noEmit: true }, include: ["src", "test", "bench"] }, null, 2)}\n`,
    "tsconfig.build.json": `${JSON.stringify({ extends: "../../tsconfig.base.json", compilerOptions: { types, ...(inferred.has(name) ? { isolatedDeclarations: false } : {}), rootDir: "src", outDir: "dist", emitDeclarationOnly: true }, include: ["src"] }, null, 2)}\n`,
    "tsup.config.ts": 'import { packageConfig } from "../../tsup.base.js";\n\nexport default packageConfig();\n',
    "README.md": `# ${publishedName(name)}\n\n${description}\n\n<!-- functions -->\n<!-- /functions -->\n`,
    "docs/decisions.md": `# Decisions of ${publishedName(name)}\n\n| date | choice | dismissed | reason |\n|---|---|---|---|\n`,
    LICENSE: null,
  };
}

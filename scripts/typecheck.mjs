// Checks the types of all packages at once: `src` as it is published, tests as they run, what both read only once.
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { graph } from "./packages.mjs";
import { env, root, tsc } from "./run.mjs";

const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile() && each.name.endsWith(".ts"))
    .map((each) => join(each.parentPath, each.name));
const wantsDom = (file) => /^\/\/\/ <reference lib="dom" \/>/m.test(readFileSync(file, "utf8"));

/** Files that may see the same global names, and so share a program: same options, same third parties, the browser's names or not. */
const programs = new Map();
function add(config, files, brings = []) {
  const { include: _, extends: base, ...options } = JSON.parse(readFileSync(config, "utf8"));
  // Declarations are checked where they are written.
  const checksOnly = { noEmit: true, emitDeclarationOnly: false, declaration: false, isolatedDeclarations: false };
  const own = { ...options.compilerOptions, ...checksOnly, rootDir: root };
  for (const file of files) {
    const key = JSON.stringify([own, brings, wantsDom(file)]);
    if (!programs.has(key)) programs.set(key, { own, files: [] });
    programs.get(key).files.push(file);
  }
}

for (const name of readdirSync(join(root, "packages"))) {
  const folder = join(root, "packages", name);
  add(join(folder, "tsconfig.build.json"), filesIn(join(folder, "src")), graph[name]?.brings);
  add(join(folder, "tsconfig.json"), filesIn(join(folder, "test")));
}

const configs = join(root, "node_modules/.typecheck");
mkdirSync(configs, { recursive: true });
const written = [...programs.values()].map(({ own, files }, at) => {
  const config = join(configs, `${at}.json`);
  writeFileSync(config, JSON.stringify({ extends: join(root, "tsconfig.base.json"), compilerOptions: own, files }));
  return config;
});
const runs = [...written, join(root, "conformance/tsconfig.json")].map((config) =>
  spawnSync(process.execPath, [tsc, "--singleThreaded", "-p", config], { cwd: root, env, stdio: "inherit" }),
);
if (runs.some(({ status }) => status !== 0)) process.exit(1);

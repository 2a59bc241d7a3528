// Checks the types of all packages in one process: `src` as it is published, tests as they run, what both read only once.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { graph } from "./packages.mjs";
import { root } from "./run.mjs";
import ts from "./typescript.mjs";

const sources = new Map();
const wantsDom = (file) => /^\/\/\/ <reference lib="dom" \/>/m.test(readFileSync(file, "utf8"));

/** A compiler host that parses a file once for all programs. */
function hostOf(options) {
  const host = ts.createCompilerHost(options);
  const parse = host.getSourceFile;
  host.getSourceFile = (file, ...how) => {
    if (!sources.has(file)) sources.set(file, parse(file, ...how));
    return sources.get(file);
  };
  return host;
}

function configOf(file) {
  const config = ts.getParsedCommandLineOfConfigFile(
    file,
    { noEmit: true },
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (fault) => stop([fault]),
    },
  );
  if (config.errors.length > 0) stop(config.errors);
  return config;
}

/** Files that may see the same global names, and so share a program: same options, same third parties, the browser's names or not. */
const programs = new Map();
function add(config, wanted, brings = []) {
  const { rootDir, outDir, emitDeclarationOnly, isolatedDeclarations, configFilePath, ...options } = config.options;
  for (const file of config.fileNames.filter(wanted)) {
    const key = JSON.stringify([options, brings, wantsDom(file)]);
    if (!programs.has(key)) programs.set(key, { options, files: new Set() });
    programs.get(key).files.add(file);
  }
}

const isSource = (file) => /\/packages\/[^/]+\/src\//.test(file);
for (const name of readdirSync(join(root, "packages"))) {
  add(configOf(join(root, "packages", name, "tsconfig.build.json")), isSource, graph[name]?.brings);
  add(configOf(join(root, "packages", name, "tsconfig.json")), (file) => !isSource(file));
}
add(configOf(join(root, "conformance/tsconfig.json")), () => true);

const faults = [...programs.values()].flatMap(({ options, files }) => {
  const program = ts.createProgram([...files], options, hostOf(options));
  const checked = program.getSourceFiles().filter(({ fileName }) => files.has(fileName));
  return [
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...checked.flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]),
  ];
});
if (faults.length > 0) stop(faults);

function stop(faults) {
  process.stderr.write(
    ts.formatDiagnostics(faults, {
      getCanonicalFileName: (name) => name,
      getCurrentDirectory: () => root,
      getNewLine: () => "\n",
    }),
  );
  process.exit(1);
}

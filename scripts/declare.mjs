// Writes the declarations of the package it is run in, beside its bundles.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import ts from "./typescript.mjs";

const config = ts.getParsedCommandLineOfConfigFile("tsconfig.build.json", undefined, {
  ...ts.sys,
  onUnRecoverableConfigFileDiagnostic: (fault) => stop([fault]),
});

/** Where every export states its type a declaration needs its own file alone; else the compiler must infer it. */
const faults = config.options.isolatedDeclarations ? declareFileByFile() : declareTogether();
if (faults.length > 0) stop(faults);

function declareFileByFile() {
  return config.fileNames.flatMap((fileName) => {
    const { outputText, diagnostics } = ts.transpileDeclaration(readFileSync(fileName, "utf8"), {
      fileName,
      compilerOptions: config.options,
      reportDiagnostics: true,
    });
    const [file] = ts.getOutputFileNames(config, fileName, !ts.sys.useCaseSensitiveFileNames);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, outputText);
    return diagnostics;
  });
}

function declareTogether() {
  const program = ts.createProgram(config.fileNames, config.options);
  return [...ts.getPreEmitDiagnostics(program), ...program.emit().diagnostics];
}

function stop(faults) {
  process.stderr.write(
    ts.formatDiagnostics(faults, {
      getCanonicalFileName: (name) => name,
      getCurrentDirectory: ts.sys.getCurrentDirectory,
      getNewLine: () => "\n",
    }),
  );
  process.exit(1);
}

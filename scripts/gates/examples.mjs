// Runs the examples of doc comments and of Markdown files, and compares every `// =>` with what comes out.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { inspect, isDeepStrictEqual } from "node:util";
import { transformSync } from "esbuild";
import ts from "../typescript.mjs";

/** Same value, or the same text as Node shows it. */
function agrees(actual, expected) {
  try {
    if (isDeepStrictEqual(actual, new Function(`return (${expected});`)())) return true;
  } catch {
    // Not a JavaScript expression: compare as text.
  }
  return shown(actual) === expected;
}

const shown = (value) => inspect(value, { depth: null, breakLength: Number.POSITIVE_INFINITY, compact: true });

/** The body of one example: imports become dynamic, expressions with `// =>` become comparisons. */
function body(code) {
  const source = ts.createSourceFile("example.ts", code, ts.ScriptTarget.ES2022, true);
  const declared = new Set();
  const used = new Set();
  const visit = (node) => {
    if (ts.isIdentifier(node)) used.add(node.text);
    if (
      (ts.isVariableDeclaration(node) || ts.isBindingElement(node) || ts.isFunctionDeclaration(node)) &&
      node.name &&
      ts.isIdentifier(node.name)
    )
      declared.add(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  let out = "";
  for (const statement of source.statements) {
    const text = statement.getText(source);
    if (ts.isImportDeclaration(statement)) {
      const names =
        statement.importClause?.namedBindings?.elements
          ?.filter((each) => !each.isTypeOnly)
          .map((each) => (each.propertyName ? `${each.propertyName.text}: ${each.name.text}` : each.name.text)) ?? [];
      for (const each of statement.importClause?.namedBindings?.elements ?? []) declared.add(each.name.text);
      if (!statement.importClause?.isTypeOnly)
        out += `const { ${names.join(", ")} } = await import(${statement.moduleSpecifier.getText(source)});\n`;
      continue;
    }
    const rest = code.slice(statement.getEnd()).split("\n")[0];
    const mark = /^\s*\/\/ =>\s?(.*)$/.exec(rest);
    if (mark && ts.isExpressionStatement(statement))
      out += `__check(${statement.expression.getText(source)}, ${JSON.stringify(mark[1].trim())});\n`;
    else out += `${text}\n`;
  }
  return {
    code: transformSync(`async function example() {\n${out}\n}`, { loader: "ts", target: "node20" }).code,
    declared,
    used,
  };
}

/** Runs examples `{where, code}`; `scope` are module specifiers whose exports need no import. Returns faults. */
export async function runExamples(folder, examples, scope) {
  const cache = join(folder, ".cache");
  mkdirSync(cache, { recursive: true });
  const faults = [];
  const modules = await Promise.all(
    scope.filter((file) => existsSync(file)).map((file) => import(pathToFileURL(file).href)),
  );
  const names = [...new Set(modules.flatMap((module) => Object.keys(module)))];
  const parts = [];
  for (const [index, { where, code }] of examples.entries()) {
    try {
      const { code: text, declared, used } = body(code);
      const wanted = names.filter((name) => used.has(name) && !declared.has(name));
      parts.push(
        `export async function example${index}(__scope, __check) {\nconst { ${wanted.join(", ")} } = __scope;\n${text}\nawait example();\n}`,
      );
    } catch (error) {
      faults.push(`${where}: ${String(error.message ?? error).split("\n")[0]}`);
      parts.push(`export async function example${index}() {}`);
    }
  }
  const file = join(cache, "examples.mjs");
  writeFileSync(file, parts.join("\n"));
  const all = Object.assign({}, ...modules.reverse().map((module) => ({ ...module })));
  let checks = 0;
  const run = await import(`${pathToFileURL(file).href}?${Date.now()}`);
  for (const [index, { where }] of examples.entries()) {
    const check = (actual, expected) => {
      checks++;
      if (!agrees(actual, expected)) faults.push(`${where}: expected ${expected}\n    found ${shown(actual)}`);
    };
    try {
      await run[`example${index}`](all, check);
    } catch (error) {
      faults.push(`${where}: ${error.name}: ${error.message}`);
    }
  }
  rmSync(cache, { recursive: true, force: true });
  return { faults, checks };
}

/** The ```ts blocks of a Markdown file. */
export function markdownExamples(file) {
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(/^```ts\n([\s\S]*?)^```/gm)].map((match) => ({
    where: `${file}:${text.slice(0, match.index).split("\n").length}`,
    code: match[1],
  }));
}

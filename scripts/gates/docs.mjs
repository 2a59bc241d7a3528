// Every public function is documented in full, its example runs, and the READMEs' tables say what the comments say.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { workspacePackages } from "../packages.mjs";
import { root } from "../run.mjs";
import ts from "../typescript.mjs";
import { markdownExamples, runExamples } from "./examples.mjs";

const write = process.argv.includes("--write");
const faults = [];

function sources(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? sources(join(folder, entry.name))
      : entry.name.endsWith(".ts")
        ? [join(folder, entry.name)]
        : [],
  );
}

/** The checks of a package as a table: what each asks for, in the words of its comment. */
function checkTable(name) {
  const check =
    /\/\*\* ([^/]*?) \*\/\nexport const \w+: Check<[^>]*> = (?:\/\* @__PURE__ \*\/ )?\w+\(\s*\{\s*id: "([^"]+)",\s*kind: "(\w+)"/g;
  const needs = /needs: \[([^\]]*)\]/;
  const rows = sources(join(root, "packages", name, "src")).flatMap((path) => {
    const code = readFileSync(path, "utf8");
    return [...code.matchAll(check)].map(({ 0: found, 1: says, 2: id, 3: kind, index }) => {
      const fields =
        needs
          .exec(code.slice(index + found.length))?.[1]
          ?.replace(/"/g, "")
          .trim() ?? "";
      return `| \`${id}\` | ${kind} | ${fields} | ${says.replace(/\s*\n \* ?/g, " ")} |`;
    });
  });
  const head = ["<!-- checks -->", "", "| check | kind | needs | what it asks for |", "|---|---|---|---|"];
  return [...head, ...rows.sort(), "", "<!-- /checks -->"].join("\n");
}

/** Names a package exports from its entries (testing aside). */
function publicNames(folder, manifest) {
  const entries = Object.keys(manifest.exports)
    .filter((path) => path !== "./package.json" && path !== "./testing" && path !== "./bin")
    .map((path) => join(folder, "src", path === "." ? "index.ts" : `${path.slice(2)}.ts`));
  const names = new Set();
  for (const entry of entries.filter(existsSync)) {
    const source = ts.createSourceFile(entry, readFileSync(entry, "utf8"), ts.ScriptTarget.ES2022, true);
    for (const statement of source.statements) {
      if (ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause))
        for (const each of statement.exportClause.elements) names.add((each.propertyName ?? each.name).text);
      else if (statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))
        for (const name of declaredNames(statement)) names.add(name);
    }
  }
  return names;
}

function declaredNames(statement) {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  return statement.name ? [statement.name.text] : [];
}

function docOf(node) {
  const docs = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  return docs.at(-1);
}

const text = (comment) => (typeof comment === "string" ? comment : (ts.getTextOfJSDocComment(comment) ?? ""));

function checkFunction(where, statement, doc) {
  const say = (what) => faults.push(`${where}: ${what}`);
  const whole = doc.getText();
  const tags = doc.tags ?? [];
  for (const parameter of statement.parameters) {
    const name = ts.isIdentifier(parameter.name) ? parameter.name.text : undefined;
    if (
      name !== undefined &&
      !tags.some((tag) => ts.isJSDocParameterTag(tag) && tag.name.getText() === name && text(tag.comment).length > 2)
    )
      say(`@param ${name} is missing`);
  }
  const returns = statement.type?.getText() ?? "";
  const silent = /^(void|never|asserts .*)$/.test(returns);
  if (!silent && !tags.some((tag) => tag.tagName.text === "returns")) say("@returns is missing");
  for (const needed of ["Issues:", "Time", "Source:"])
    if (!whole.includes(needed)) say(`the line "${needed}" is missing`);
  const example = tags.find((tag) => tag.tagName.text === "example");
  if (example === undefined) say("@example is missing");
}

/** The code of an example as it stands in the comment. */
function exampleOf(doc) {
  const raw = doc.getText();
  const start = raw.indexOf("@example");
  if (start < 0) return undefined;
  const lines = raw
    .slice(start + "@example".length, raw.length - 2)
    .split("\n")
    .map((line) => line.replace(/^\s*\* ?/, ""));
  const code = lines.filter((line) => !/^```/.test(line.trim())).join("\n");
  const next = code.search(/^@\w/m);
  return next >= 0 ? code.slice(0, next) : code;
}

for (const { name, folder, manifest } of workspacePackages()) {
  if (!existsSync(join(folder, "src", "index.ts"))) continue;
  const names = publicNames(folder, manifest);
  const rows = [];
  const examples = [];
  for (const file of sources(join(folder, "src")).sort()) {
    if (file.endsWith("testing.ts")) continue;
    const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2022, true);
    for (const statement of source.statements) {
      if (!statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) continue;
      for (const declared of declaredNames(statement)) {
        if (!names.has(declared)) continue;
        const where = `${relative(root, file)}: ${declared}`;
        const doc = docOf(statement);
        if (doc === undefined) {
          faults.push(`${where}: has no doc comment`);
          continue;
        }
        if (!ts.isFunctionDeclaration(statement)) continue;
        checkFunction(where, statement, doc);
        const code = exampleOf(doc);
        if (code !== undefined) examples.push({ where, code });
        rows.push([
          declared,
          text(doc.comment)
            .split(/(?<=[.!?])\s|\n\n/)[0]
            .replace(/\s+/g, " ")
            .replace(/\|/g, "\\|"),
        ]);
      }
    }
  }
  const readme = join(folder, "README.md");
  rows.sort(([a], [b]) => (a < b ? -1 : 1));
  const table = [
    "<!-- functions -->",
    ...(rows.length > 0
      ? ["", "| function | what it does |", "|---|---|", ...rows.map(([fn, what]) => `| \`${fn}\` | ${what} |`), ""]
      : []),
    "<!-- /functions -->",
  ].join("\n");
  const before = readFileSync(readme, "utf8");
  const after = before
    .replace(/<!-- functions -->[\s\S]*<!-- \/functions -->/, () => table)
    .replace(/<!-- checks -->[\s\S]*<!-- \/checks -->/, () => checkTable(name));
  if (!before.includes("<!-- functions -->"))
    faults.push(`packages/${name}/README.md: has no place for the table of functions`);
  if (after !== before) {
    if (write) writeFileSync(readme, after);
    else faults.push(`packages/${name}/README.md: the table of functions is not what the comments say (npm run docs)`);
  }
  const dist = Object.values(manifest.exports).flatMap((target) =>
    typeof target === "string" || /testing|\/bin\./.test(target.default) ? [] : [join(folder, target.default)],
  );
  const scope = [...dist, join(root, "packages/kernel/dist/index.js")];
  const found = await runExamples(folder, [...examples, ...markdownExamples(readme)], scope);
  faults.push(...found.faults);
  if (write) process.stdout.write(`${name}: ${rows.length} functions, ${found.checks} values checked\n`);
}

const pages = [
  join(root, "README.md"),
  ...(existsSync(join(root, "docs"))
    ? readdirSync(join(root, "docs"))
        .filter((file) => file.endsWith(".md"))
        .map((file) => join(root, "docs", file))
    : []),
].filter(existsSync);
const found = await runExamples(join(root, "conformance"), pages.flatMap(markdownExamples), [
  join(root, "packages/kernel/dist/index.js"),
]);
faults.push(...found.faults);
for (const fault of faults) process.stderr.write(`${fault.replaceAll(`${root}/`, "")}\n`);
process.exit(faults.length > 0 ? 1 : 0);

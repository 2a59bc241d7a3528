// Starting points that build, pass and say what to replace: a mean for an algorithm, a title for a check, lines for an importer.
const camel = (name) => name.replace(/-([a-z])/g, (_all, letter) => letter.toUpperCase());
const pascal = (name) => camel(name).replace(/^[a-z]/, (letter) => letter.toUpperCase());

const changeset = (packageName, what) => `---\n"${packageName}": minor\n---\n\n${what}\n`;

/** Files of a new algorithm: one exported verb, its law, its oracle, its bench. */
export function algorithmFiles(packageName, folder, name) {
  const verb = camel(name);
  return {
    [`${folder}/src/${name}.ts`]: `/**
 * The arithmetic mean of numbers: replace this sentence, the loop and the source by the textbook's.
 *
 * Promises one number; does not promise to resist overflow.
 *
 * @param values - finite numbers, any unit, at least one
 * @returns the mean, same unit
 *
 * Issues: none.
 * Time O(n), space O(1).
 * Source: own.
 *
 * @example
 * ${verb}([1, 2, 6]); // => 3
 */
export function ${verb}(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
`,
    [`${folder}/test/${name}.test.ts`]: `import { deepFreeze, statedRuns } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ${verb} } from "../src/${name}.js";

const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 });

describe("${verb}", () => {
  test("documents itself by an example", () => {
    expect(${verb}(deepFreeze([1, 2, 6]))).toBe(3);
  });

  test("law: the order of the input does not matter", () => {
    fc.assert(fc.property(values, (list) => ${verb}(list) === ${verb}([...list].reverse())), { numRuns: statedRuns(100_000) });
  });

  test("oracle: agrees with exact whole numbers", () => {
    fc.assert(
      fc.property(values, (list) => {
        const total = list.reduce((sum, value) => sum + BigInt(value), 0n);
        return Math.abs(${verb}(list) - Number(total) / list.length) < 1e-9;
      }),
      { numRuns: statedRuns(10_000) },
    );
  });
});
`,
    [`${folder}/bench/${name}.bench.mjs`]: `import { ${verb} } from "../dist/index.js";

const values = Array.from({ length: 1_000_000 }, (_none, at) => at % 1000);
const best = (run) => Math.min(...Array.from({ length: 7 }, () => {
  const started = process.hrtime.bigint();
  run();
  return Number(process.hrtime.bigint() - started) / 1e6;
}));
const ours = best(() => ${verb}(values));
const plain = best(() => values.reduce((sum, value) => sum + value, 0) / values.length);
process.stdout.write(\`\${JSON.stringify({ name: "${verb} of a million against reduce", value: Math.round((ours / plain) * 100) / 100, unit: "ratio" })}\\n\`);
`,
    [`.changeset/${name}.md`]: changeset(packageName, `Add \`${verb}\`.`),
  };
}

/** Files of a new check over the clarity input; move it to the package it belongs to. */
export function checkFiles(packageName, folder, name) {
  const short = folder.split("/").at(-1);
  return {
    [`${folder}/src/${name}.ts`]: `import type { Check, Verdict } from "@evenkeel/checks";
import { openItems } from "@evenkeel/core";
import type { ${pascal(short)}Input } from "./types.js";

/** Every open item has a title of at least three letters: replace the sentence, the source and the rule. */
export const ${camel(name)}: Check<${pascal(short)}Input> = {
  id: "${short}/${name}",
  version: "1.0.0",
  kind: "heuristic",
  citation: [{ title: "Evenkeel house rule" }],
  needs: ["items.title"],
  dataClass: "planFact",
  params: { fewestLetters: 3 },
  evaluate: ({ plan }, { fewestLetters }) =>
    openItems(plan).map(
      (item): Verdict => ({
        outcome: item.title.length < Number(fewestLetters) ? "fail" : "pass",
        subject: { table: "items", id: item.id },
        measured: { value: item.title.length, unit: "letters" },
        threshold: { value: Number(fewestLetters), unit: "letters" },
        facts: { title: item.title },
      }),
    ),
};
`,
    [`${folder}/test/${name}.test.ts`]: `import { runChecks } from "@evenkeel/checks";
import { deepFreeze } from "@evenkeel/test-kit";
import { expect, test } from "vitest";
import { ${camel(name)} } from "../src/${name}.js";

test.each([
  ["ab", "fail"],
  ["abc", "pass"],
  ["abcd", "pass"],
])("a title %j: %s", (title, outcome) => {
  const input = deepFreeze({ plan: { formatVersion: 1 as const, items: [{ id: "A", title, kind: "task" as const }] }, now: 0 });
  expect(runChecks([${camel(name)}], input, { today: "2026-05-01" })[0]?.outcome).toBe(outcome);
});
`,
    [`.changeset/${name}.md`]: changeset(
      packageName,
      `Add the check \`${short}/${name}\`. Texts: add "${short}/${name}" to src/en.ts, and the check to the list of the package.`,
    ),
  };
}

/** Files of a new importer: one item a line, every line accounted for. */
export function importerFiles(packageName, folder, name) {
  const verb = `read${pascal(name)}`;
  return {
    [`${folder}/src/${name}.ts`]: `import type { WorkItem, WorkPlan } from "@evenkeel/core";
import { type Issue, issue, ok, type Result } from "@evenkeel/kernel";

/**
 * Reads one item a line: replace the grammar, and feed the tally so that mapped + kept + dropped = all fields.
 *
 * Empty lines are named and left out; nothing is guessed.
 *
 * @param text - decoded input
 * @returns a plan with one item a line
 *
 * Issues: interop/${name}-empty-line.
 * Time O(length), space O(lines).
 * Source: own.
 *
 * @example
 * ${verb}("Paint\\nDoors").value.items.length; // => 2
 */
export function ${verb}(text: string): Extract<Result<WorkPlan>, { readonly ok: true }> {
  const issues: Issue[] = [];
  const items = text.split("\\n").flatMap((line, index): WorkItem[] => {
    if (line.trim() !== "") return [{ id: String(index + 1), title: line.trim(), kind: "task" }];
    issues.push(issue("interop/${name}-empty-line", { severity: "warning", path: [index + 1], facts: { line: index + 1 } }));
    return [];
  });
  return ok({ formatVersion: 1, items }, issues);
}
`,
    [`${folder}/test/${name}.test.ts`]: `import { validatePlan } from "@evenkeel/core";
import { statedRuns } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { ${verb} } from "../src/${name}.js";

test("names the line it leaves out", () => {
  expect(${verb}("Paint\\n\\nDoors").issues.map(({ code, path }) => [code, ...path])).toEqual([["interop/${name}-empty-line", 2]]);
});

test("law: every line is an item or an issue, and the plan is valid", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const read = ${verb}(text);
      return (read.value.items?.length ?? 0) + read.issues.length === text.split("\\n").length && validatePlan(read.value).ok;
    }),
    { numRuns: statedRuns(10_000) },
  );
});
`,
    [`.changeset/${name}.md`]: changeset(
      packageName,
      `Read ${name}. Detection: add it to src/formats.ts and src/detect-format.ts; texts: src/en; subpath: package.json and scripts/packages.mjs.`,
    ),
  };
}

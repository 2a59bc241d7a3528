import { compareText, ok } from "@evenkeel/kernel";
import { baselineOf, compareWithBaseline, type Finding, toSarif } from "evenkeel";
import { exitOf, failOnArg } from "../fail-on.js";
import { commonArgs, oneOf } from "../options.js";
import { allTexts } from "../print-issues.js";
import { type CheckRun, configArgs, readConfig } from "../read-config.js";
import { readFiles } from "../read-files.js";
import { jurisdictionArg, reviewOf } from "../review-of.js";
import { findingsText } from "../texts/findings-text.js";
import { counted } from "../texts/lines.js";
import { writeOut } from "../write-out.js";
import { type Command, jsonText } from "./command.js";

/** `evenkeel check`: findings alone, for a build or a code scanner. */
export const check: Command = {
  name: "check",
  what: "findings about the work, each with its source and evidence",
  args: {
    ...commonArgs,
    format: { ...commonArgs.format, description: "text, json or sarif", valueHint: "text|json|sarif" },
    git: { type: "string", description: "check a git repository's own history", valueHint: "PATH" },
    viewer: { type: "string", description: "person who looks; their own records are then shown", valueHint: "PERSON" },
    ...jurisdictionArg,
    ...configArgs,
    "write-baseline": { type: "string", description: "write the failures found as a baseline", valueHint: "FILE" },
    ...failOnArg,
  },
  examples: [
    "evenkeel check plan.md",
    "evenkeel check jira.json --fail-on serious",
    "evenkeel check plan.json --pack clarity,coordination",
    "evenkeel check hours.csv --pack eu-wtd --jurisdiction DE --zone Europe/Berlin --viewer Ana",
    "evenkeel check plan.json --baseline known.json --fail-on moderate",
    "evenkeel check plan.xml --format sarif > work.sarif",
  ],
  run: async (options, io) => {
    const format = oneOf(options, "format", ["text", "json", "sarif"] as const);
    if (!format.ok) return format;
    const set = await readConfig(options, io);
    if (!set.ok) return set;
    const { input, baseline, texts, rules, unchecked } = set.value;
    const read = await readFiles(options, io);
    if (!read.ok) return read;
    const review = reviewOf(read.value, options, io, input);
    if (!review.ok) return review;
    const { findings, withheld, grants, issues, ran } = review.value;
    const compared = baseline === undefined ? undefined : compareWithBaseline(findings, baseline, ran);
    const fresh = compared?.fresh ?? findings;
    const exit = exitOf(fresh, options);
    if (!exit.ok) return exit;
    const target = options["write-baseline"];
    const written = typeof target === "string" ? writeOut(target, jsonText(baselineOf(findings)), io) : undefined;
    if (written?.ok === false) return written;
    const catalog = { ...allTexts, ...texts };
    const context = { ...(baseline === undefined ? {} : { baseline }), ran, issues, grants, withheld };
    const text =
      format.value === "sarif"
        ? jsonText(toSarif(findings, rules, catalog, input.waivers ?? [], context))
        : format.value === "json"
          ? jsonText({
              findings: fresh,
              ...(compared === undefined ? {} : { known: compared.known.length, gone: compared.gone }),
              ran,
              withheld,
              issues,
            })
          : findingsText({ ...review.value, findings: shownOf(review.value.findings, fresh) }, catalog) +
            missingText(findings) +
            comparedText(compared) +
            uncheckedText(unchecked);
    return ok({ text, exit: exit.value });
  },
};

/** What the checks that could not judge were lacking, the most wanted first. */
function missingText(findings: readonly Finding[]): string {
  const checksOf = new Map<string, Set<string>>();
  for (const { outcome, missing = [], checkId } of findings) {
    if (outcome !== "unknown") continue;
    for (const field of missing) checksOf.set(field, (checksOf.get(field) ?? new Set()).add(checkId));
  }
  if (checksOf.size === 0) return "";
  const wanted = [...checksOf].sort(([a, x], [b, y]) => y.size - x.size || compareText(a, b));
  const shown = wanted.slice(0, mostMissing).map(([field, checks]) => `${field} (${counted(checks.size, "check")})`);
  const more = wanted.length > mostMissing ? ` and ${counted(wanted.length - mostMissing, "field")} more` : "";
  const law = checksOf.has("people.jurisdiction") ? " --jurisdiction states the law for all who state none." : "";
  return `Missing for that: ${shown.join(", ")}${more}.${law}\n`;
}

const mostMissing = 6;

function uncheckedText(unchecked: CheckRun["unchecked"]): string {
  return unchecked
    .map(
      ({ pack, rules }) =>
        `${counted(rules, "rule")} of ${pack} did not run: not checked against the source; --unverified runs them.\n`,
    )
    .join("");
}

/** Findings to list: the new failures, and all that is not a failure. */
const shownOf = <Found extends Finding>(all: readonly Found[], fresh: readonly Found[]): readonly Found[] => [
  ...fresh.filter(({ outcome }) => outcome === "fail"),
  ...all.filter(({ outcome }) => outcome !== "fail"),
];

function comparedText(compared: ReturnType<typeof compareWithBaseline> | undefined): string {
  if (compared === undefined) return "";
  const { known, gone } = compared;
  return `Beside the baseline: ${known.length} known, ${gone.length} gone.\n`;
}

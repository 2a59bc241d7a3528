import { parseHistory, parsePlan, parseRecords } from "@evenkeel/schema";
import { testLaws } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { expect } from "vitest";
import { readAsana } from "../src/asana.js";
import { readBugzilla } from "../src/bugzilla.js";
import { readClickup } from "../src/clickup.js";
import { readGithub } from "../src/github.js";
import { readGitlab } from "../src/gitlab.js";
import { readLinear } from "../src/linear.js";
import { readMonday } from "../src/monday.js";
import type { Read } from "../src/testing.js";
import { sum } from "./accounted.js";
import { githubListing, githubProject } from "./github-samples.js";
import { linearGraph } from "./linear-samples.js";
import * as samples from "./tracker-samples.js";
import { countJson, countKept } from "./walkers.js";

const odd: fc.Arbitrary<unknown> = fc.constantFrom<unknown>(
  ...[
    null,
    true,
    0,
    -1,
    1e300,
    "",
    "0",
    "x",
    "2026-03-02",
    "2026-13-45T00:00:00Z",
    "__proto__",
    "constructor",
    "{}",
    "[1]",
  ],
  ...[
    [],
    {},
    [null],
    [[]],
    [{}],
    ["x"],
    { id: 1 },
    { name: "x" },
    { gid: "1" },
    { data: [{}] },
    { nodes: [null] },
    { status: {} },
  ],
);

/** A sample in which a few values, wherever they stand, are of another shape, and some members are gone. */
function reshaped(sample: string): fc.Arbitrary<string> {
  const edit = fc.record({ at: fc.nat(10_000), put: odd, isGone: fc.boolean() });
  return fc.array(edit, { minLength: 1, maxLength: 5 }).map((edits) => {
    const root = JSON.parse(sample);
    for (const { at, put, isGone } of edits) {
      const places: [Record<string, unknown>, string][] = [];
      const stack: unknown[] = [root];
      for (let value = stack.pop(); value !== undefined; value = stack.pop()) {
        if (typeof value !== "object" || value === null) continue;
        for (const key of Object.keys(value)) {
          places.push([value as Record<string, unknown>, key]);
          stack.push((value as Record<string, unknown>)[key] ?? null);
        }
      }
      const [holder, key] = places[at % Math.max(1, places.length)] ?? [undefined, ""];
      if (holder === undefined) continue;
      if (isGone && !Array.isArray(holder)) delete holder[key];
      else holder[key] = structuredClone(put);
    }
    return JSON.stringify(root);
  });
}

const law = (name: string, read: Read, sample: string) => ({
  name: `${name}: what is read is accounted for and passes the schemas`,
  statedRuns: 5_000,
  property: fc.property(reshaped(sample), (text) => {
    const result = read(text);
    if (!result.ok) {
      expect(result.issues[0].code).toMatch(/^interop\//);
      return;
    }
    const { plan, history, records, report } = result.value;
    const { read: all, imported, merged, rejected } = report.counts;
    expect(imported + merged + rejected).toBe(all);
    expect(sum(report.fields)).toBe(countJson(JSON.parse(text)));
    expect(countKept(plan)).toBe(sum(report.fields.filter((row) => row.fate === "kept-raw")));
    const parsed = [parsePlan(plan), parseHistory(history, plan), parseRecords(records)];
    expect(parsed.flatMap((each) => each.issues.filter((found) => found.severity === "error"))).toEqual([]);
  }),
});

testLaws("answers of another shape", [
  law("Asana", readAsana, samples.asana),
  law("GitLab", readGitlab, samples.gitlab),
  law("GitLab's graph", readGitlab, samples.gitlabGraph),
  law("monday.com", readMonday, samples.monday),
  law("Bugzilla", readBugzilla, samples.bugzilla),
  law("ClickUp", readClickup, samples.clickup),
  law("GitHub's listing", readGithub, githubListing),
  law("GitHub's projects", readGithub, githubProject),
  law("Linear", readLinear, linearGraph),
]);

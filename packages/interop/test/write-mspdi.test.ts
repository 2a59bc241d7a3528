import { readdirSync, readFileSync } from "node:fs";
import type { WorkPlan } from "@evenkeel/core";
import { orThrow } from "@evenkeel/kernel";
import { deepFreeze, sharedData } from "@evenkeel/test-kit";
import { describe, expect, test } from "vitest";
import { readMspdi, writeMspdi } from "../src/mspdi.js";
import { mspdi } from "./samples.js";

/** What a schedule is computed from, without what the format of the copy cannot hold. */
function schedulingInput(plan: WorkPlan): unknown {
  const bare = <T extends object>(rows: readonly T[] | undefined, ...extra: string[]) =>
    (rows ?? [])
      .map((row) =>
        Object.fromEntries(
          Object.entries(row).filter(([key]) => !["sources", "customFields", "extensions", ...extra].includes(key)),
        ),
      )
      .sort((a, b) => (String(a["id"]) < String(b["id"]) ? -1 : 1));
  return {
    projects: bare(plan.projects, "zone"),
    items: bare(plan.items),
    dependencies: bare(plan.dependencies, "id"),
    calendars: bare(plan.calendars),
    assignments: bare(plan.assignments),
    people: bare(plan.people),
    resources: bare(plan.resources),
    stored: plan.schedules?.find((row) => row.kind === "imported")?.items ?? [],
  };
}

function roundTrip(source: string | Uint8Array): void {
  const first = orThrow(readMspdi(source)).plan;
  const second = orThrow(readMspdi(writeMspdi(deepFreeze(first)))).plan;
  expect(schedulingInput(second)).toEqual(schedulingInput(first));
}

describe("what is written is read again as the same scheduling input", () => {
  test("for a small plan", () => roundTrip(mspdi));

  for (const folder of ["schedules/mspdi", "schedules/mspdi-calendars"]) {
    test(`for every file of ${folder}`, () => {
      const path = sharedData(...folder.split("/"));
      for (const name of path === undefined ? [] : readdirSync(path)) roundTrip(readFileSync(`${path}/${name}`));
    });
  }
});

test("hostile texts come out as text", () => {
  const plan: WorkPlan = { formatVersion: 1, items: [{ id: "1", title: "</Name><x>&\u0000\ud800", kind: "task" }] };
  expect(orThrow(readMspdi(writeMspdi(plan))).plan.items?.[0]?.title).toBe("</Name><x>&\ufffd\ufffd");
});

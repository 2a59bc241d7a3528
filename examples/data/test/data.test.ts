import { readFileSync } from "node:fs";
import { readWork } from "@evenkeel/interop";
import { deepFreeze } from "@evenkeel/test-kit";
import { reviewWork, type WorkHistory, type WorkPlan } from "evenkeel";
import { describe, expect, test } from "vitest";

const text = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), "utf8");
const now = "2026-11-20T09:00:00Z";

async function read(name: string): Promise<{ plan: WorkPlan; history: WorkHistory }> {
  const result = await readWork(text(name), { name });
  if (!result.ok) throw new TypeError(JSON.stringify(result.issues));
  return result.value;
}

/** Finish-to-start links between titles, so that formats with other ids can be compared; `plain` leaves lags out. */
function links(plan: WorkPlan, plain = false): string[] {
  const title = new Map((plan.items ?? []).map((item) => [item.id, item.title]));
  return (plan.dependencies ?? [])
    .filter(({ type, lag }) => type === "FS" && !(plain && lag !== undefined && lag.amount !== 0))
    .map(({ predecessorId, successorId }) => `${title.get(predecessorId)} > ${title.get(successorId)}`)
    .sort();
}

function reviewOf({ plan, history }: { plan: WorkPlan; history: WorkHistory }) {
  const review = reviewWork(deepFreeze({ plan, history, now }));
  if (!review.ok) throw new TypeError(JSON.stringify(review.issues));
  return review.value;
}

describe("the sample", () => {
  test("is what its generator writes", async () => {
    const { files } = (await import("../make.mjs")) as { files: Record<string, string> };
    for (const [name, content] of Object.entries(files)) expect([name, content === text(name)]).toEqual([name, true]);
  });

  test("tells the same dependencies in every format, as far as it can carry them", async () => {
    const { plan } = await read("portfolio.evenkeel.json");
    expect(links(plan).length).toBeGreaterThan(20);
    for (const name of ["jira.json", "items.csv", "plan.xml"])
      expect([name, links((await read(name)).plan)]).toEqual([name, links(plan)]);
    expect(links((await read("list.md")).plan)).toEqual(links(plan, true));
  });

  test("tells the same flow wherever the dates are carried", async () => {
    const flows = await Promise.all(
      ["portfolio.evenkeel.json", "jira.json", "items.csv"].map(async (name) => reviewOf(await read(name)).lead.flow),
    );
    expect(flows[0]?.throughput28).toBeGreaterThan(3);
    for (const { throughput28, cycleTime, wip } of flows)
      expect({ throughput28, cycleTime, wip }).toEqual({
        throughput28: flows[0]?.throughput28,
        cycleTime: flows[0]?.cycleTime,
        wip: flows[0]?.wip,
      });
  });

  test("holds the troubles its README names", async () => {
    const review = reviewOf(await read("portfolio.evenkeel.json"));
    const failed = new Set(review.findings.filter(({ outcome }) => outcome === "fail").map(({ checkId }) => checkId));
    const named = [
      "clarity/missing-acceptance",
      "clarity/open-decision",
      "clarity/missing-owner",
      "completion/item-ageing",
      "completion/item-blocked",
      "coordination/handoff-not-accepted",
      "coordination/need-before-promise",
      "sustainability/overload",
    ];
    expect(named.filter((check) => !failed.has(check))).toEqual([]);
    expect(review.executive.promises.find(({ commitmentId }) => commitmentId === "p-northgate")?.standing).toBe(
      "at-risk",
    );
    expect(review.first).toHaveLength(5);
  });
});

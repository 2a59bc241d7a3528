import { orThrow } from "@evenkeel/kernel";
import { expect, test } from "vitest";
import { readGitlab } from "../src/gitlab.js";
import { detectFormat } from "../src/index.js";
import { sum } from "./accounted.js";
import { countJsonText } from "./walkers.js";
import { gitlabExport } from "./wider-samples.js";

test("issues of the export of a whole project have their labels, people, estimates and whole histories", () => {
  expect(orThrow(detectFormat(gitlabExport))).toMatchObject({ format: "gitlab" });
  const { plan, history, records, report } = orThrow(readGitlab(gitlabExport));
  const [dig, fill] = plan.items ?? [];
  expect(dig).toMatchObject({
    ...{ id: "#1", title: "Dig", stateId: "closed", labels: ["sea"], dueDate: "2026-03-13" },
    ...{ createdAt: "2026-03-02T09:00:00Z", startedAt: "2026-03-03T09:00:00Z" },
    estimates: [
      { of: "points", value: { amount: 3 } },
      { of: "effort", value: { amount: 120 } },
    ],
  });
  expect([fill?.title, fill?.stateId, fill?.estimates]).toEqual(["Fill", "opened", undefined]);
  const moves = history.events.flatMap((event) =>
    event.type === "stateChanged" ? [[event.from, event.to, event.at, event.actor]] : [],
  );
  expect(moves).toEqual([
    ["opened", "label:workflow::doing", "2026-03-03T09:00:00Z", "80"],
    ["label:workflow::doing", "opened", "2026-03-05T09:00:00Z", "80"],
    ["opened", "closed", "2026-03-05T09:00:01Z", "80"],
  ]);
  expect(history.events.filter(({ type }) => type === "dateChanged")).toMatchObject([
    { field: "dueDate", to: "2026-03-13" },
  ]);
  expect(plan.people?.map(({ id, name }) => [id, name])).toContainEqual(["80", "Ada"]);
  expect(plan.assignments?.map(({ itemId, personId }) => [itemId, personId])).toEqual([["#1", "81"]]);
  expect(records.loggedEffort).toMatchObject([{ personId: "81", minutes: 30 }]);
  // Twenty notes are no first page here.
  expect(report.issues.map(({ code }) => code)).not.toContain("interop/gitlab-history-cut");
  expect(report.history).toMatchObject({ exact: 2, truncated: 0 });
  expect(sum(report.fields)).toBe(countJsonText(gitlabExport));
});

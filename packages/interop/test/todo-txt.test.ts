import { orThrow } from "@evenkeel/kernel";
import { expect, test } from "vitest";
import { readTodoTxt } from "../src/todo-txt.js";
import { todoTxt } from "./standard-samples.js";

test("a todo.txt gives its tasks, dates, projects and links", () => {
  const { plan, report } = orThrow(readTodoTxt(todoTxt));
  expect(plan.items?.map((item) => [item.id, item.title, item.stateId, item.priority, item.createdAt])).toEqual([
    ["dig", "Dig the basin", "todo", 1, "2026-03-01"],
    ["line-3", "Survey at 10:30 https://example.org/a", "done", 2, "2026-03-02"],
    ["line-4", "Fill", "todo", undefined, "2026-03-02"],
  ]);
  expect(plan.items?.[0]).toMatchObject({ dueDate: "2026-03-13", labels: ["sea"], customFields: { rec: "+1w" } });
  expect(plan.items?.[1]).toMatchObject({ finishedAt: "2026-03-04", projectId: "pier" });
  expect(plan.items?.[2]).toMatchObject({ parentId: "dig", constraints: [{ at: "2026-03-05" }] });
  expect(plan.projects?.map((row) => row.id)).toEqual(["pier", "map"]);
  expect(plan.dependencies?.map((row) => row.id)).toEqual(["dig>line-4"]);
  expect(report.fields.map((row) => [row.source, row.count])).toEqual([
    ["blank", 2],
    ["task", 3],
  ]);
});

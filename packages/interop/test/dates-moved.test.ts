import { orThrow } from "@evenkeel/kernel";
import { expect, test } from "vitest";
import { readAzureDevops } from "../src/azure-devops.js";
import { readGitlab } from "../src/gitlab.js";
import { readLinear } from "../src/linear.js";
import { readMonday } from "../src/monday.js";
import type { Import } from "../src/types.js";
import { expectAccounted } from "./accounted.js";

const datesMoved = ({ history }: Import) =>
  history.events.flatMap((event) =>
    event.type === "dateChanged" ? [[event.at, event.field, event.from, event.to]] : [],
  );

test("Azure DevOps: a new target date moves the due date, whatever the process calls it", () => {
  const update = (rev: number, name: string, oldValue: string | undefined, newValue: string) => ({
    ...{ id: rev, workItemId: 1, rev, revisedDate: `2026-03-0${rev}T10:00:00Z` },
    fields: {
      "System.ChangedDate": { newValue: `2026-03-0${rev}T09:00:00Z` },
      [name]: oldValue === undefined ? { newValue } : { oldValue, newValue },
    },
  });
  const fields = { "System.WorkItemType": "Task", "System.State": "New", "System.Title": "Dig" };
  const text = JSON.stringify({
    ...{ id: 1, rev: 3, fields },
    updates: [
      update(1, "System.State", undefined, "New"),
      update(2, "Microsoft.VSTS.Scheduling.TargetDate", undefined, "2026-04-01T00:00:00Z"),
      update(3, "Microsoft.VSTS.Scheduling.TargetDate", "2026-04-01T00:00:00Z", "2026-04-08T07:00:00Z"),
    ],
  });
  const read = orThrow(readAzureDevops(text));
  expect(datesMoved(read)).toEqual([
    ["2026-03-02T09:00:00Z", "dueDate", undefined, "2026-04-01"],
    ["2026-03-03T09:00:00Z", "dueDate", "2026-04-01", "2026-04-08T07:00:00Z"],
  ]);
  expectAccounted(read, text);
});

test("GitLab: due dates that moved are told in prose alone", () => {
  const note = (id: number, body: string) => ({
    ...{ id, body, system: true, noteable_id: 70, noteable_type: "Issue", author: { username: "ada" } },
    created_at: `2026-03-0${id}T10:00:00.000Z`,
  });
  const text = JSON.stringify([
    {
      ...{ id: 70, iid: 7, title: "Dig", state: "opened", labels: [], created_at: "2026-03-01T09:00:00.000Z" },
      notes: [
        note(1, "changed due date to March 10, 2026"),
        note(2, "changed start date to March 3, 2026 and changed due date to April 2, 2026"),
        note(3, "removed due date"),
        note(4, "changed the description"),
      ],
    },
  ]);
  const read = orThrow(readGitlab(text));
  expect(datesMoved(read)).toEqual([
    ["2026-03-01T10:00:00Z", "dueDate", undefined, "2026-03-10"],
    ["2026-03-02T10:00:00Z", "startDate", undefined, "2026-03-03"],
    ["2026-03-02T10:00:00Z", "dueDate", undefined, "2026-04-02"],
    ["2026-03-03T10:00:00Z", "dueDate", undefined, undefined],
  ]);
  expectAccounted(read, text);
});

test("Linear: a changed due date is a date that moved", () => {
  const entry = { id: "h1", createdAt: "2026-03-02T10:00:00Z", fromDueDate: "2026-03-10", toDueDate: "2026-03-20" };
  const state = { id: "s1", name: "Todo", type: "unstarted" };
  const issue = {
    id: "i1",
    identifier: "SEA-1",
    title: "Dig",
    createdAt: "2026-03-01T09:00:00Z",
    priorityLabel: "Low",
  };
  const text = JSON.stringify({ data: { issues: { nodes: [{ ...issue, state, history: { nodes: [entry] } }] } } });
  expect(datesMoved(orThrow(readLinear(text)))).toEqual([
    ["2026-03-02T10:00:00Z", "dueDate", "2026-03-10", "2026-03-20"],
  ]);
});

const column = (id: string, title: string, type: string) => ({ id, title, type, settings_str: "{}" });
const cell = (id: string, type: string, value: object | string, text = "", more: object = {}) => ({
  ...{ id, type, text, value: JSON.stringify(value) },
  ...more,
});
const board = (columns: object[], cells: object[], more: object = {}) =>
  JSON.stringify({
    data: {
      boards: [
        {
          ...{ id: "1", name: "Pier", columns, groups: [], ...more },
          items_page: {
            cursor: null,
            items: [{ id: "11", name: "Dig", created_at: "2026-03-01T10:00:00Z", column_values: cells }],
          },
        },
      ],
    },
  });

test("monday: the column that says when an item is due moves its due date, and so does the end of a timeline", () => {
  const log = (id: string, column_id: string, type: string, previous_value: object, value: object) => ({
    ...{ id, event: "update_column_value", created_at: "17724456000000000", user_id: "9", entity: "pulse" },
    data: JSON.stringify({
      pulse_id: 11,
      column_id,
      column_type: type,
      column_title: column_id,
      value,
      previous_value,
    }),
  });
  const dates = { activity_logs: [log("a1", "when", "date", {}, { date: "2026-03-06" })] };
  const due = board([column("when", "Deadline", "date")], [cell("when", "date", { date: "2026-03-06" })], dates);
  expect(datesMoved(orThrow(readMonday(due)))).toEqual([["2026-03-02T10:00:00Z", "dueDate", undefined, "2026-03-06"]]);
  const [before, now] = [
    { from: "2026-03-01", to: "2026-03-05" },
    { from: "2026-03-01", to: "2026-03-08" },
  ];
  const spans = { activity_logs: [log("a1", "span", "timerange", before, now)] };
  const span = board([column("span", "Timeline", "timeline")], [cell("span", "timeline", now)], spans);
  const read = orThrow(readMonday(span));
  expect(datesMoved(read)).toEqual([["2026-03-02T10:00:00Z", "dueDate", "2026-03-05", "2026-03-08"]]);
  expectAccounted(read, span);
});

test("monday: points, hours, milestones and tracked time of a board", () => {
  const session = (id: string, ended_at: string | null) => ({
    ...{ id, started_user_id: "9", started_at: "2026-03-02T10:00:00Z", ended_at },
  });
  const text = board(
    [
      column("hours", "Estimate (h)", "numbers"),
      column("points", "Story Points", "numbers"),
      column("span", "Timeline", "timeline"),
      column("tracked", "Time tracking", "time_tracking"),
      column("owner", "Owner", "people"),
    ],
    [
      cell("hours", "numbers", "6", "6"),
      cell("points", "numbers", "5", "5"),
      cell("span", "timeline", { from: "2026-03-02", to: "2026-03-02", visualization_type: "milestone" }),
      cell("tracked", "time_tracking", { running: "true" }, "01:30:00", {
        history: [session("1", "2026-03-02T11:30:00Z"), session("2", null)],
      }),
      cell("owner", "people", { personsAndTeams: [{ id: 9, kind: "person" }] }, "Ada"),
    ],
  );
  const read = orThrow(readMonday(text));
  expect(read.plan.items?.[0]).toMatchObject({
    kind: "milestone",
    estimates: [
      { of: "points", value: { amount: 5 } },
      { of: "effort", value: { amount: 360 } },
    ],
  });
  expect(read.records.loggedEffort).toEqual([
    { id: "11:1", itemId: "11", on: "2026-03-02T10:00:00Z", minutes: 90, personId: "9" },
  ]);
  expect(read.plan.people?.map(({ name }) => name)).toEqual(["Ada"]);
  expectAccounted(read, text);
});

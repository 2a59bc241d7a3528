import { orThrow } from "@evenkeel/kernel";
import { describe, expect, test } from "vitest";
import { readWork } from "../src/index.js";
import { proposeMapping } from "../src/mapped-csv.js";

const rowsOf = (text: string): string[][] => text.split("\n").map((line) => line.split(","));

/** Header and rows as tools without a reader of their own export them, with what the columns stand for. */
const tools: readonly (readonly [tool: string, text: string, expected: { readonly [header: string]: string }])[] = [
  [
    "Redmine",
    "#,Project,Tracker,Parent task,Status,Subject,Assignee,Updated,Category,Start date,Due date,Created,Closed\n7,Pier,Bug,,Closed,Dig,Bo,2026-03-05 08:00,Sea,2026-03-01,2026-03-20,2026-03-01 09:00,2026-03-05 08:00",
    { "#": "id", Subject: "title", Tracker: "type", "Parent task": "parent", Status: "status", Closed: "done" },
  ],
  [
    "OpenProject",
    "ID,Subject,Type,Status,Assignee,Start date,Finish date,Parent,Created on,Updated on\n7,Dig,Task,New,Bo,2026-03-01,2026-03-20,,2026-03-01,2026-03-05",
    { ID: "id", Subject: "title", "Finish date": "due", "Created on": "created", "Updated on": "updated" },
  ],
  [
    "Pivotal Tracker",
    "Id,Title,Type,Estimate,Current State,Created at,Accepted at,Deadline,Owned By\n7,Dig,bug,2,accepted,2026-03-01,2026-03-05,,Bo",
    { "Current State": "status", "Accepted at": "done", Deadline: "due", "Owned By": "owner" },
  ],
  [
    "Taiga",
    "id,ref,subject,owner,assigned_to,status,created_date,modified_date,finish_date,due_date\n1,12,Dig,ada,bo,Done,2026-03-01,2026-03-05,2026-03-05,2026-03-20",
    { id: "id", assigned_to: "owner", finish_date: "done", modified_date: "updated" },
  ],
  [
    "Planner",
    "Task ID,Task Name,Bucket Name,Progress,Assigned To,Created Date,Due Date,Completed Date\na1,Dig,Pier,Completed,Ada;Bo,2026-03-01,2026-03-20,2026-03-05",
    { "Task ID": "id", "Bucket Name": "list", Progress: "status", "Completed Date": "done" },
  ],
  [
    "YouTrack",
    "Issue Id,Summary,Created,Updated,Resolved,State,Assignee,Estimation,Spent time\nPI-1,Dig,2026-03-01,2026-03-05,2026-03-05,Fixed,bo,1d 2h,",
    { "Issue Id": "id", State: "status", Resolved: "done", Estimation: "estimate" },
  ],
  [
    "Trello",
    "Card ID,Card Name,Card Description,Members,Due Date,Last Activity Date,List Name,Board Name\n5f,Dig,by hand,ada,2026-03-20,2026-03-05,Done,Pier",
    { "Card ID": "id", "Card Name": "title", "List Name": "list", "Board Name": "project" },
  ],
];

describe("what columns stand for", () => {
  test.each(tools)("is told by the headers of %s, with confidence", (_tool, text, expected) => {
    const [headers = [], ...rows] = rowsOf(text);
    const { mapping, columns } = proposeMapping(headers, rows);
    expect(mapping.columns).toMatchObject(expected);
    for (const header of Object.keys(expected))
      expect(columns.find((each) => each.header === header)?.confidence).toBeGreaterThanOrEqual(0.9);
  });

  test("a start and an end of work not begun are planned: the end is due, the start stays as it is", async () => {
    const { plan } = orThrow(await readWork("Name,Status,Start,End\nDig,Open,2026-03-01,2026-03-20\n"));
    expect(plan.items?.[0]).toMatchObject({ dueDate: "2026-03-20", customFields: { Start: "2026-03-01" } });
    expect(plan.items?.[0]).not.toHaveProperty("startedAt");
    expect(plan.items?.[0]).not.toHaveProperty("finishedAt");
  });

  test("a start and an end of work that is over are records", async () => {
    const { plan } = orThrow(await readWork("Name,Status,Start,End\nDig,Done,2026-03-01,2026-03-20\n"));
    expect(plan.items?.[0]).toMatchObject({ startedAt: "2026-03-01", finishedAt: "2026-03-20" });
  });

  test("a progress in percent is no status, but how far the work is", () => {
    expect(proposeMapping(["Name", "Progress"], [["Dig", "40%"]]).mapping.columns).toEqual({
      Name: "title",
      Progress: "percentComplete",
    });
  });

  test("the order of day and month of one column decides for those that decide nothing", async () => {
    const { plan } = orThrow(await readWork("Name,Created,Due\nDig,03/01/2026,03/20/2026\n"));
    expect(plan.items?.[0]).toMatchObject({ createdAt: "2026-03-01", dueDate: "2026-03-20" });
  });

  test("a link to a page is a link by its title, a name with a blank is one person", async () => {
    const text =
      'Name,Blocked by,Assignees\nDig,,Ada Ash\nFill,Dig (https://example.org/Dig-1),ada bo\nOpen,,"Ada Ash, Bo"\n';
    const { plan } = orThrow(await readWork(text));
    expect(plan.dependencies).toMatchObject([{ predecessorId: "row-2", successorId: "row-3" }]);
    expect(plan.people?.map(({ id }) => id)).toEqual(["Ada Ash", "ada", "bo", "Bo"]);
  });
});

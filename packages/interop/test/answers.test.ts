import { orThrow } from "@evenkeel/kernel";
import { describe, expect, test } from "vitest";
import { parseAnswers } from "../src/answers.js";
import { readAsana } from "../src/asana.js";
import { readAzureDevops } from "../src/azure-devops.js";
import { readClickup } from "../src/clickup.js";
import { readGithub } from "../src/github.js";
import { readJiraCsv } from "../src/jira-csv.js";
import { readJiraJson } from "../src/jira-json.js";
import { readLinear } from "../src/linear.js";
import { readMappedCsv } from "../src/mapped-csv.js";
import { readOcel } from "../src/ocel.js";
import type { Read } from "../src/testing.js";
import { readTrello } from "../src/trello.js";
import type { Import } from "../src/types.js";
import { readXes } from "../src/xes.js";
import * as samples from "./samples.js";
import * as standards from "./standard-samples.js";

const readers: readonly (readonly [string, Read, string])[] = [
  ["jira-json", readJiraJson, samples.jiraJson],
  ["jira-csv", readJiraCsv, samples.jiraCsv],
  ["trello", readTrello, samples.trello],
  ["linear", readLinear, samples.linear],
  ["github", readGithub, samples.github],
  ["azure-devops", readAzureDevops, samples.azure],
  ["mapped-csv", readMappedCsv, "title,status\nDig,Parked\nFill,Open\n"],
  ["event log", readMappedCsv, samples.eventLog],
  ["ocel", readOcel, standards.ocel],
  ["xes", readXes, standards.xes],
];

describe("what a state means, as answered", () => {
  for (const [name, read, sample] of readers) {
    test(`holds for a state of ${name}, and is told as answered`, () => {
      const stateOf = ({ plan }: Import) => plan.workflows?.find(({ states }) => states.length > 0)?.states[0];
      const state = stateOf(orThrow(read(sample)))?.name ?? "";
      const after = orThrow(read(sample, { answers: { states: { [` ${state.toUpperCase()}`]: "waiting" } } }));
      expect(stateOf(after)).toMatchObject({ name: state, category: "waiting" });
      const { assumptions, issues } = after.report;
      expect(assumptions.filter(({ code }) => code === "interop/answered-category")).toEqual([
        { code: "interop/answered-category", what: "category", value: `${state}: waiting`, evidence: "answer" },
      ]);
      expect(issues.filter(({ code }) => code === "interop/answer-unused")).toEqual([]);
    });
  }

  test("decides when work began", () => {
    const states = { doing: "proposed", Done: "active" } as const;
    const { plan } = orThrow(readJiraJson(samples.jiraJson, { answers: { states } }));
    expect([plan.items?.[0]?.startedAt, plan.items?.[0]?.finishedAt]).toEqual(["2026-03-05T14:00:00Z", undefined]);
  });
});

describe("zone, order of dates, encoding and mapping, as answered", () => {
  test("give what the same options give, told as answered; an option goes before", () => {
    const text = "what,when\nDig,03/04/2026\n";
    const columns = { what: "title", when: "due" } as const;
    const mapping = { columns, dateOrder: "mdy" } as const;
    const [byAnswer, byOption] = [
      orThrow(readMappedCsv(text, { answers: { mapping: { columns }, dateOrder: "mdy", zone: "UTC" } })),
      orThrow(readMappedCsv(text, { mapping, zone: "UTC", answers: { zone: "+05:00" } })),
    ];
    expect(byAnswer.plan).toEqual(byOption.plan);
    expect(byAnswer.plan.items?.[0]?.dueDate).toBe("2026-03-04");
    const codes = byAnswer.report.assumptions.map(({ code }) => code);
    expect(codes.filter((code) => code.includes("answered"))).toEqual([
      "interop/answered-mapping",
      "interop/answered-zone",
      "interop/answered-date-order",
    ]);
    expect(byOption.report.assumptions.filter(({ evidence }) => evidence === "answer")).toEqual([]);
  });

  test("an encoding is taken before what the bytes look like", () => {
    const bytes = Uint8Array.from([...new TextEncoder().encode("title\nD"), 0xef, 0xe3]);
    const { plan, report } = orThrow(readMappedCsv(bytes, { answers: { encoding: "windows-1251" } }));
    expect(plan.items?.[0]?.title).toBe("Dпг");
    expect(report.assumptions[0]?.code).toBe("interop/answered-encoding");
  });

  test("are refused by place where they are misspelt", () => {
    const { issues } = parseAnswers({ zone: "", dateOrder: "ymd", states: { A: "busy" }, when: 1 });
    expect(issues.map(({ code, path }) => [code, path.join("/")])).toEqual([
      ["interop/answer-invalid", "zone"],
      ["interop/answer-invalid", "dateOrder"],
      ["interop/answer-invalid", "states/A"],
      ["interop/answer-unknown", "when"],
    ]);
    expect(parseAnswers([]).ok).toBe(false);
  });
});

test.each([
  ["Asana", readAsana, "Task ID,Created At,Name,Section/Column\n1,03/04/2026,Dig,Doing\n"],
  ["Azure DevOps", readAzureDevops, "ID,Work Item Type,Title,State,Created Date\n1,Task,Dig,New,03/04/2026\n"],
  ["ClickUp", readClickup, "Task ID,Task Name,Status,List Name,Date Created\n1,Dig,open,Pier,03/04/2026\n"],
])("the order of day and month is taken from the answer in a table of %s", (_tool, read, csv) => {
  const asked = orThrow(read(csv));
  expect(asked.plan.items?.[0]?.createdAt).toBeUndefined();
  expect(asked.report.issues.map(({ code }) => code)).toContain("interop/any-date-order-ambiguous");
  const told = orThrow(read(csv, { answers: { dateOrder: "dmy" } }));
  expect(told.plan.items?.[0]?.createdAt).toBe("2026-04-03");
  expect(told.report.assumptions.map(({ code }) => code)).toContain("interop/answered-date-order");
});

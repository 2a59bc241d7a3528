import { replayItems } from "@evenkeel/core";
import { orThrow } from "@evenkeel/kernel";
import { deepFreeze } from "@evenkeel/test-kit";
import { describe, expect, test } from "vitest";
import { readWork } from "../src/index.js";
import { readJiraCsv } from "../src/jira-csv.js";
import { readJiraJson } from "../src/jira-json.js";
import { readMappedCsv, writeCsv } from "../src/mapped-csv.js";
import { readMarkdown, writeMarkdown } from "../src/markdown.js";
import { readMspdi } from "../src/mspdi.js";
import * as samples from "./samples.js";

describe("Jira JSON", () => {
  const { plan, history, report } = orThrow(readJiraJson(samples.jiraJson));

  test("gives exact history, oldest first whatever the file's order", () => {
    const moves = history.events
      .filter((event) => event.subject.id === "A-1")
      .map((event) => [event.type, event.at, event.source]);
    expect(moves).toEqual([
      ["created", "2026-03-02T09:00:00Z", "exact"],
      ["stateChanged", "2026-03-03T09:00:00Z", "exact"],
      ["stateChanged", "2026-03-05T14:00:00Z", "exact"],
    ]);
    expect(plan.items?.[0]).toMatchObject({ startedAt: "2026-03-03T09:00:00Z", finishedAt: "2026-03-05T14:00:00Z" });
    expect(report.history).toEqual({ exact: 2, fromTimestamps: 0, unavailable: 0, truncated: 0 });
  });

  test("reads a link that stands on both issues once, in the right direction", () => {
    expect(plan.dependencies?.map((link) => [link.predecessorId, link.type, link.successorId])).toEqual([
      ["A-1", "FS", "A-2"],
    ]);
  });

  test("keeps hostile keys as plain keys", () => {
    const kept = plan.items?.[0]?.customFields?.["customfield_9"];
    expect(JSON.stringify(kept)).toBe('{"toString":"odd","constructor":1}');
  });

  test("finds a parent by id where only the id is given", () => {
    expect(plan.items?.[1]?.parentId).toBe("A-1");
  });
});

describe("Jira CSV", () => {
  const { plan, report } = orThrow(readJiraCsv(samples.jiraCsv, { zone: "+01:00" }));

  test("reads zoneless times in the zone that was stated and midnight due times as days", () => {
    expect(plan.items?.[0]).toMatchObject({
      createdAt: "2024-01-09T14:54:00Z",
      finishedAt: "2024-01-09T23:01:00Z",
      dueDate: "2024-01-31",
      labels: ["pier", "sea"],
    });
    expect(report.assumptions).toContainEqual({
      code: "interop/assumed-zone",
      what: "zone",
      value: "+01:00",
      evidence: "option",
    });
  });

  test("leaves times local where no zone is stated, and says so", () => {
    const floating = orThrow(readJiraCsv(samples.jiraCsv));
    expect(floating.plan.items?.[0]?.createdAt).toBe("2024-01-09T15:54");
    expect(floating.report.assumptions).toContainEqual(expect.objectContaining({ what: "zone", value: "floating" }));
  });

  test.each([
    [
      "German",
      "Zusammenfassung,Vorgangsschlüssel,Vorgangstyp,Status,Zugewiesene Person,Erstellt,Erledigt,Fällig,Benutzerdefinierte Felder (Story Points)",
      "Graben,A-1,Fehler,Fertig,Ada,09/Mär/24 3:54 PM,11/Dez/24 3:54 PM,20/Mai/24 12:00 AM,3",
    ],
    [
      "French",
      "Résumé,Clé de ticket,Type de ticket,État,Responsable,Création,Résolue,Date d’échéance,Champs personnalisés (Story Points)",
      "Graben,A-1,Anomalie,Terminé,Ada,09/mars/24 3:54 PM,11/déc./24 3:54 PM,20/mai/24 12:00 AM,3",
    ],
    [
      "Spanish",
      "Resumen,Clave de incidencia,Tipo de Incidencia,Estado,Persona asignada,Creada,Resuelta,Fecha de vencimiento,Campo personalizado (Story Points)",
      "Graben,A-1,Error,Finalizada,Ada,09/mar/24 3:54 p. m.,11/dic/24 3:54 pm,20/may/24 12:00 a. m.,3",
    ],
    [
      "Portuguese",
      "Resumo,Chave da item,Tipo de item,Status,Responsável,Criado,Resolvido,Data de vencimento,Campo personalizado (Story Points)",
      "Graben,A-1,Erro,Concluído,Ada,09/mar/24 3:54 PM,11/dez/24 3:54 PM,20/mai/24 12:00 AM,3",
    ],
    [
      "Japanese",
      "要約,課題キー,課題タイプ,ステータス,担当者,作成日,解決日,期限,カスタムフィールド (Story Points)",
      "Graben,A-1,バグ,完了,Ada,09/3月/24 3:54 午後,11/12月/24 3:54 午後,20/5月/24 12:00 午前,3",
    ],
    [
      "Chinese",
      "摘要,问题关键字,问题类型,状态,经办人,创建日期,解决日期,到期日,自定义字段(Story Points)",
      "Graben,A-1,故障,已完成,Ada,09/三月/24 3:54 下午,11/十二月/24 3:54 下午,20/五月/24 12:00 上午,3",
    ],
  ])("reads an export in %s as one in English", async (_language, header, row) => {
    const { plan: read, report: told } = orThrow(await readWork(`${header}\n${row}\n`));
    expect(told.format).toMatchObject({ name: "jira-csv", confidence: 0.95 });
    expect(read.items?.[0]).toMatchObject({
      id: "A-1",
      title: "Graben",
      kind: "defect",
      createdAt: "2024-03-09T15:54",
      finishedAt: "2024-12-11T15:54",
      dueDate: "2024-05-20",
      estimates: [{ of: "points", value: { amount: 3 } }],
    });
    expect(read.workflows?.[0]?.states[0]?.category).toBe("done");
    expect(read.assignments).toHaveLength(1);
    expect(told.fields.every(({ fate }) => fate === "mapped")).toBe(true);
  });

  test("what was cancelled, in any of these languages, is dropped and not finished", () => {
    const cancelled = ["Abgebrochen", "Annulé", "Cancelado", "Rejeitada", "キャンセル", "已取消"];
    const rows = cancelled.map((name, at) => `A-${at},Dig,${name},Fertig,09/Jan/24 3:54 PM,10/Jan/24 3:54 PM`);
    const text = ["Issue key,Summary,Status,Status Category,Created,Resolved", ...rows].join("\n");
    const { plan: read, history } = orThrow(readJiraCsv(text));
    expect(read.workflows?.[0]?.states.map(({ category }) => category)).toEqual(cancelled.map(() => "dropped"));
    expect(read.items?.filter((item) => item.finishedAt !== undefined)).toEqual([]);
    expect(history.events.filter(({ type }) => type === "stateChanged")).toHaveLength(cancelled.length);
  });

  test("never adds roll-ups, counts seconds, finds parents by issue id", () => {
    expect(plan.items?.[0]?.estimates).toEqual([
      { of: "effort", basis: "original", value: { kind: "single", amount: 60 } },
    ]);
    expect(plan.items?.[1]?.parentId).toBe("A-1");
    expect(report.fields).toContainEqual({
      source: "Σ Time Spent",
      fate: "dropped",
      count: 2,
      why: "rolled up by the tool over subtasks",
    });
    expect(plan.items?.[0]?.customFields).toEqual({ Mood: "fine" });
  });
});

describe("tables", () => {
  test("are read with a proposed mapping and a date order decided by the column", () => {
    const { plan, report } = orThrow(readMappedCsv(samples.table));
    expect(plan.items?.map((item) => item.dueDate)).toEqual(["2026-03-13", "2026-04-01"]);
    expect(plan.dependencies).toEqual([
      { id: "row-2>row-3", predecessorId: "row-2", successorId: "row-3", type: "FS" },
    ]);
    expect(report.assumptions.map((each) => each.what)).toEqual([
      "delimiter",
      "mapping",
      "mapping",
      "mapping",
      "mapping",
      "zone",
      "dateOrder",
    ]);
  });

  test("of events become items with exact moves", () => {
    const { history } = orThrow(readMappedCsv(samples.eventLog));
    expect(history.events.map((event) => [event.subject.id, event.at, event.source])).toEqual([
      ["1", "2026-03-02T08:00:00Z", "exact"],
      ["2", "2026-03-02T09:00:00Z", "exact"],
      ["1", "2026-03-03T08:00:00Z", "exact"],
    ]);
  });

  test("with hostile ids and headers stay tables", () => {
    const { plan } = orThrow(
      readMappedCsv("id,title,__proto__,after\n__proto__,Dig,x,\nconstructor,Fill,y,__proto__\n"),
    );
    expect(plan.items?.map((item) => [item.id, Object.keys(item.customFields ?? {})])).toEqual([
      ["__proto__", ["__proto__"]],
      ["constructor", ["__proto__"]],
    ]);
    expect(plan.dependencies?.[0]?.predecessorId).toBe("__proto__");
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });

  test("are written so that they read back, formulas inert", () => {
    const { plan } = orThrow(readMarkdown(samples.markdown));
    const again = orThrow(readMappedCsv(writeCsv(deepFreeze(plan)))).plan;
    expect(again.items?.map((item) => [item.id, item.title, item.dueDate])).toEqual(
      plan.items?.map((item) => [item.id, item.title, item.dueDate]),
    );
    expect(again.dependencies?.length).toBe(plan.dependencies?.length);
    expect(writeCsv({ formatVersion: 1, items: [{ id: "@x", title: "\tcmd", kind: "task" }] })).toContain(
      "'@x,\"'\tcmd\"",
    );
  });
});

describe("Markdown", () => {
  const { plan, report } = orThrow(readMarkdown(samples.markdown));

  test("carries the words of the house grammar, emoji and dataview fields", () => {
    expect(plan.items?.map((item) => [item.id, item.title, item.stateId, item.parentId])).toEqual([
      ["dig", "Dig", "doing", undefined],
      ["survey", "Survey", "done", "dig"],
      ["fill", "Fill", "todo", undefined],
      ["paint", "Paint", "dropped", undefined],
    ]);
    expect(plan.items?.[0]).toMatchObject({
      dueDate: "2026-03-13",
      labels: ["sea"],
      outcomeIds: ["trade"],
      body: { text: "by hand" },
      estimates: [{ of: "effort", value: { amount: 720 } }],
    });
    expect(plan.items?.[1]?.finishedAt).toBe("2026-03-01");
    expect(plan.items?.[3]?.dueDate).toBe("2026-04-01");
    expect(plan.commitments).toEqual([
      { id: "dig:promise", byId: "ada", subject: { table: "items", id: "dig" }, due: "2026-03-14", state: "open" },
    ]);
    expect(plan.containers?.map((row) => row.name)).toEqual(["Pier"]);
  });

  test("never guesses plain lines to be work", () => {
    expect(report.fields).toContainEqual({
      source: "text",
      fate: "dropped",
      count: 1,
      why: "plain text is not guessed to be work",
    });
  });

  test("is written so that writing what was read again gives the same text", () => {
    const written = writeMarkdown(deepFreeze(plan));
    expect(writeMarkdown(orThrow(readMarkdown(written)).plan)).toBe(written);
  });

  test("keeps titles that look like the grammar", () => {
    const hostile = {
      formatVersion: 1,
      items: [{ id: "a", title: "@ada due:2026-01-01 \\#tag ~3h\n- [ ] x", kind: "task" }],
    } as const;
    const again = orThrow(readMarkdown(writeMarkdown(hostile))).plan.items;
    expect(again?.map((item) => [item.title, item.dueDate])).toEqual([
      ["@ada due:2026-01-01 \\#tag ~3h - [ ] x", undefined],
    ]);
  });
});

describe("Microsoft Project XML", () => {
  const { plan } = orThrow(readMspdi(samples.mspdi));

  test("gives what a scheduler needs", () => {
    expect(plan.projects?.[0]).toMatchObject({
      start: "2026-03-02T08:00",
      dataDate: "2026-03-04T17:00",
      calendarId: "1",
      scheduling: { preset: "msProject", minutesPerDay: 480, lagCalendar: "successor" },
    });
    expect(plan.items?.map((item) => [item.id, item.kind, item.parentId, item.schedule?.durationMinutes])).toEqual([
      ["7", "summary", undefined, undefined],
      ["8", "task", "7", 960],
      ["9", "task", "7", 480],
      ["10", "milestone", undefined, 0],
    ]);
    expect(plan.items?.[1]?.constraints).toEqual([{ kind: "startNoEarlierThan", at: "2026-03-03T08:00" }]);
    expect(plan.items?.[2]?.schedule).toMatchObject({ elapsed: true, estimated: true, shownUnit: "days" });
  });

  test("reads lags in tenths of minutes, percentages as shares", () => {
    expect(plan.dependencies?.map((link) => [link.type, link.lag])).toEqual([
      ["SS", { amount: 0.5, unit: "percent", basis: "working", calendar: "successor" }],
      ["FS", { amount: 480, unit: "minutes", basis: "working", calendar: "successor" }],
    ]);
  });

  test("reads calendars with their recurring exceptions", () => {
    expect(plan.calendars?.[0]).toMatchObject({
      week: {
        sunday: [],
        monday: [
          { from: 480, to: 720 },
          { from: 780, to: 1440 },
        ],
      },
      exceptions: [
        {
          name: "Founders",
          from: "2026-01-01",
          to: "2030-12-31",
          intervals: [],
          recurrence: { kind: "yearlyByPosition", month: 5, position: 5, on: "monday" },
        },
      ],
    });
  });

  test("sees splits in timephased work, not in weekends", () => {
    const work = (start: string, finish: string, value: string) =>
      `<TimephasedData><Type>1</Type><Start>${start}:00</Start><Finish>${finish}:00</Finish><Value>${value}</Value></TimephasedData>`;
    const parts = [
      work("2026-03-02T08:00", "2026-03-03T00:00", "PT8H0M0S"),
      work("2026-03-03T00:00", "2026-03-09T08:00", ""),
      work("2026-03-09T08:00", "2026-03-10T00:00", "PT8H0M0S"),
      work("2026-03-23T08:00", "2026-03-24T00:00", "PT8H0M0S"),
    ];
    const text = samples.mspdi.replace(
      "<Units>1</Units></Assignment>",
      `<Units>1</Units>${parts.join("")}</Assignment>`,
    );
    const items = orThrow(readMspdi(text)).plan.items;
    expect(items?.[1]?.schedule?.splits).toEqual([{ from: "2026-03-10T00:00", to: "2026-03-23T08:00" }]);
  });

  test("keeps what has no word in the model", () => {
    expect(plan.items?.[1]?.customFields).toEqual({ Cost: "12" });
    expect(plan.schedules?.[0]?.items[1]).toMatchObject({
      itemId: "8",
      totalFloatMinutes: 480,
      earlyStart: "2026-03-03T08:00",
    });
  });
});

describe("dates on the item itself", () => {
  const moves = (row: string): unknown[] =>
    orThrow(readMappedCsv(`id,title,created,started,done\n${row}\n`)).history.events.map((event) => [
      event.type,
      event.id,
    ]);

  test("of one instant are read as created, begun, done", () => {
    const at = "2026-03-02T09:00:00Z";
    const { plan, history } = orThrow(readMappedCsv(`id,title,created,started,done\nA,Paint,${at},${at},${at}\n`));
    expect(replayItems(plan, history)[0]).toMatchObject({
      startedAt: Date.parse(at),
      finishedAt: Date.parse(at),
      reopened: 0,
    });
  });

  test("make no move of a start after the finish", () => {
    expect(moves("A,Paint,,2026-03-03T09:00:00Z,2026-03-02T09:00:00Z")).toEqual([["stateChanged", "A:done"]]);
  });
});

test("rows of a table that share an id are copies, or work of their own where asked", () => {
  const csv = "id,title,done\nA,Dig,2026-05-01\nA,Dig again,2026-05-02\n";
  const copies = orThrow(readMappedCsv(csv));
  expect(copies.plan.items?.map(({ id }) => id)).toEqual(["A"]);
  const own = orThrow(readMappedCsv(csv, { repeatedIds: "numbered" }));
  expect(own.plan.items?.map(({ id }) => id)).toEqual(["A", "A row-3"]);
  expect(own.report.issues.map(({ code, severity, path }) => [code, severity, path])).toEqual([
    ["interop/csv-numbered-id", "warning", [3]],
  ]);
});

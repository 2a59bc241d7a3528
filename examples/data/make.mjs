// Writes the sample portfolio in five formats. No clock, no chance: the same bytes each time.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { writeEvenkeelJson } from "@evenkeel/interop/evenkeel-json";
import { writeMarkdown } from "@evenkeel/interop/markdown";
import { writeMspdi } from "@evenkeel/interop/mspdi";
import { formatDay, formatInstant } from "@evenkeel/kernel";
import { calendars, decisions, openWork, outcomes, people, promises, teams, workflow } from "./work.mjs";

const day = (text) => Date.parse(`${text}T00:00:00Z`) / 86_400_000;
const now = day("2026-11-20");
let state = 20_261_120;
/** Park-Miller: a number in 0..size-1. */
const pick = (size) => {
  state = (state * 48_271) % 2_147_483_647;
  return state % size;
};
const at = (dayNumber, hour) => formatInstant(dayNumber * 86_400_000 + hour * 3_600_000);
const weekend = (dayNumber) => (((dayNumber + 3) % 7) + 7) % 7 > 4;
const working = (dayNumber) => (weekend(dayNumber) ? working(dayNumber + 1) : dayNumber);

const verbs = ["Survey", "Clear", "Paint", "Rewire", "Measure", "Order", "Fit", "Test", "Label", "Move"];
const things = [
  "shelves",
  "reading lamps",
  "floor",
  "counter",
  "lift",
  "windows",
  "signs",
  "doors",
  "heating",
  "display cases",
  "stairs",
  "archive room",
];
const branches = ["Northgate", "Harbour"];
const data = [
  "Import authors",
  "Match editions",
  "Clean subjects",
  "Check loans",
  "Merge duplicates",
  "Scan covers",
  "Write help texts",
  "Fix search",
  "Load holdings",
  "Review records",
];
const letters = "ABCDEFGHIJKLMNOPRST".split("");

const items = [];
const events = [];
const assignments = [];
const change = (item, when, from, to, actor) =>
  events.push({
    id: `e${events.length + 1}`,
    at: when,
    subject: { table: "items", id: item },
    type: "stateChanged",
    source: "exact",
    actor,
    ...(from === undefined ? {} : { from }),
    to,
  });

function history(item, created, started, done, actor) {
  events.push({
    id: `e${events.length + 1}`,
    at: at(created, 9),
    subject: { table: "items", id: item },
    type: "created",
    source: "exact",
    actor: "lena",
    stateId: "todo",
  });
  if (started !== undefined) change(item, at(started, 8 + pick(4)), "todo", "doing", actor);
  if (done !== undefined) change(item, at(done, 13 + pick(4)), "doing", "done", actor);
}

function finishedWork() {
  const crews = {
    refit: ["amara", "jonas", "piotr", "salma"],
    catalogue: ["mei", "rafael", "rafael", "rafael", "kwame"],
  };
  let dayOf = day("2025-11-24");
  for (let count = 0; dayOf <= now - 2; count++) {
    const refit = pick(5) < 2;
    const done = Math.min(working(dayOf + pick(3)), now - 1);
    const started = working(done - 2 - pick(pick(4) === 0 ? 24 : 8));
    const created = started - 3 - pick(20);
    const crew = refit ? crews.refit : crews.catalogue;
    const who = crew[pick(crew.length)];
    const title = refit
      ? `${verbs[pick(verbs.length)]} the ${things[pick(things.length)]}, ${branches[pick(2)]}`
      : `${data[pick(data.length)]} ${letters[pick(letters.length)]}`;
    const id = `${refit ? "REF" : "CAT"}-${count + 1}`;
    items.push({
      id,
      title,
      kind: "task",
      projectId: refit ? "refit" : "catalogue",
      workflowId: "flow",
      stateId: "done",
      outcomeIds: [refit ? "visits" : pick(9) === 0 ? "calls" : "online"],
      createdAt: at(created, 9),
      startedAt: at(started, 9),
      finishedAt: at(done, 15),
      schedule: {
        kind: "task",
        durationMinutes: 480 * (1 + pick(3)),
        actualStart: `${formatDay(started)}T08:00`,
        actualFinish: `${formatDay(done)}T16:00`,
      },
    });
    assignments.push({
      id: `a-${id}`,
      itemId: id,
      personId: who,
      role: "responsible",
      effortMinutes: 240 * (1 + pick(6)),
    });
    history(id, created, started, done, who);
    if (pick(11) === 0) {
      const block = { subject: { table: "items", id }, source: "exact", actor: who };
      events.push({
        ...block,
        id: `e${events.length + 1}`,
        at: at(started, 14),
        type: "blocked",
        reason: "waits for a delivery",
      });
      events.push({
        ...block,
        id: `e${events.length + 1}`,
        at: at(Math.max(started, done - 1), 10),
        type: "unblocked",
      });
    }
    dayOf += pick(16) === 0 ? 8 : 1 + pick(3);
  }
}

function openItems() {
  for (const row of openWork) {
    const { who, hours, with: helper, started, blocked, ...item } = row;
    const created = now - 40 - pick(40);
    items.push({
      workflowId: "flow",
      stateId: started === undefined ? "todo" : "doing",
      createdAt: at(created, 9),
      ...(started === undefined ? {} : { startedAt: at(day(started), 9) }),
      ...item,
      ...(blocked === undefined ? {} : { blocked: true }),
    });
    if (who !== undefined)
      assignments.push({
        id: `a-${item.id}`,
        itemId: item.id,
        personId: who,
        role: "responsible",
        ...(hours === undefined ? {} : { effortMinutes: hours * 60 }),
      });
    if (who !== undefined)
      assignments.push({
        id: `o-${item.id}`,
        itemId: item.id,
        personId: item.projectId === "refit" ? "amara" : "mei",
        role: "accountable",
      });
    if (helper !== undefined)
      assignments.push({ id: `h-${item.id}`, itemId: item.id, personId: helper, role: "consulted" });
    history(item.id, created, started === undefined ? undefined : day(started), undefined, who ?? "lena");
    if (blocked !== undefined)
      events.push({
        id: `e${events.length + 1}`,
        at: at(day(blocked), 11),
        subject: { table: "items", id: item.id },
        type: "blocked",
        source: "exact",
        actor: who,
        reason: item.blockedReason,
      });
  }
}

const dependencies = [];
function links() {
  for (const { id, after = [] } of openWork) {
    for (const link of after) {
      const { id: predecessorId, type = "FS", lagDays, handoff } = typeof link === "string" ? { id: link } : link;
      dependencies.push({
        id: `${predecessorId}>${id}`,
        predecessorId,
        successorId: id,
        type,
        ...(lagDays === undefined ? {} : { lag: { amount: lagDays * 480, unit: "minutes", basis: "working" } }),
        ...(handoff === undefined ? {} : { handoff }),
      });
      if (handoff?.state === "offered")
        events.push({
          id: `e${events.length + 1}`,
          at: at(now - 6, 10),
          subject: { table: "dependencies", id: `${predecessorId}>${id}` },
          type: "handoffOffered",
          source: "exact",
          actor: handoff.from,
        });
    }
  }
}

function promiseEvents() {
  for (const { id, madeAt, first, due, state: stands, resolvedAt, byId } of promises) {
    const base = { subject: { table: "commitments", id }, source: "exact", actor: byId };
    events.push({ ...base, id: `e${events.length + 1}`, at: madeAt, type: "commitmentMade", due: first ?? due });
    if (first !== undefined)
      events.push({
        ...base,
        id: `e${events.length + 1}`,
        at: at(day(first) - 5, 10),
        type: "commitmentRenegotiated",
        due,
        reason: "the delivery came late",
      });
    if (stands === "met") events.push({ ...base, id: `e${events.length + 1}`, at: resolvedAt, type: "commitmentMet" });
    if (stands === "missed")
      events.push({ ...base, id: `e${events.length + 1}`, at: resolvedAt, type: "commitmentMissed" });
  }
}

/** Four weeks of working hours of two people; one Tuesday ends late and Wednesday begins early. */
function intervals() {
  const rows = [];
  for (let dayOf = day("2026-10-19"); dayOf < day("2026-11-14"); dayOf++) {
    if (weekend(dayOf)) continue;
    for (const personId of ["jonas", "rafael"]) {
      const late = personId === "jonas" && dayOf === day("2026-11-10");
      const early = personId === "jonas" && dayOf === day("2026-11-11");
      rows.push({
        id: `w-${personId}-${formatDay(dayOf)}`,
        personId,
        from: at(dayOf, early ? 5 : 7),
        to: at(dayOf, late ? 21 : 15),
        kind: "actual",
      });
    }
  }
  return rows;
}

function csv(plan) {
  const owner = new Map(
    assignments
      .filter(({ role }) => role === "responsible")
      .map(({ itemId, personId }) => [itemId, people.find(({ id }) => id === personId).name]),
  );
  const after = new Map();
  for (const { predecessorId, successorId, type } of dependencies)
    if (type === "FS") after.set(successorId, [...(after.get(successorId) ?? []), predecessorId]);
  const quoted = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = plan.items.map(
    ({ id, title, stateId, createdAt, startedAt = "", finishedAt = "", dueDate = "", schedule }) =>
      [
        id,
        title,
        owner.get(id) ?? "",
        stateId,
        createdAt,
        startedAt,
        finishedAt,
        dueDate,
        (after.get(id) ?? []).join(";"),
        String((schedule?.durationMinutes ?? 0) / 60),
      ]
        .map(quoted)
        .join(","),
  );
  return `id,title,owner,status,created,started,done,due,after,duration hours\r\n${lines.join("\r\n")}\r\n`;
}

const jiraStates = {
  todo: ["10000", "To do", "new"],
  doing: ["10001", "In progress", "indeterminate"],
  done: ["10002", "Done", "done"],
};

function jira(plan) {
  const status = (id) => ({
    id: jiraStates[id][0],
    name: jiraStates[id][1],
    statusCategory: { key: jiraStates[id][2] },
  });
  const stamp = (instant) => instant.replace(/(\.\d+)?Z$/, ".000+0000");
  const user = (id) => {
    const person = people.find((each) => each.id === id);
    return person === undefined ? null : { accountId: id, displayName: person.name };
  };
  const number = new Map(plan.items.map(({ id }, index) => [id, String(20_001 + index)]));
  const issues = plan.items.map((item) => {
    const own = events.filter(
      ({ subject, type }) => subject.table === "items" && subject.id === item.id && type === "stateChanged",
    );
    const histories = own.map((event) => ({
      id: event.id.slice(1),
      author: user(event.actor),
      created: stamp(event.at),
      items: [
        {
          field: "status",
          fieldtype: "jira",
          fieldId: "status",
          from: jiraStates[event.from][0],
          fromString: jiraStates[event.from][1],
          to: jiraStates[event.to][0],
          toString: jiraStates[event.to][1],
        },
      ],
    }));
    const issuelinks = dependencies
      .filter(
        ({ type, predecessorId, successorId }) =>
          type === "FS" && (predecessorId === item.id || successorId === item.id),
      )
      .map(({ id, predecessorId, successorId }) => ({
        id: String(30_000 + dependencies.findIndex((link) => link.id === id)),
        type: { id: "1", name: "Blocks", inward: "is blocked by", outward: "blocks" },
        ...(successorId === item.id
          ? { inwardIssue: { id: number.get(predecessorId), key: predecessorId } }
          : { outwardIssue: { id: number.get(successorId), key: successorId } }),
      }));
    return {
      id: number.get(item.id),
      key: item.id,
      fields: {
        summary: item.title,
        issuetype: { id: "1", name: "Task", subtask: false },
        project: {
          id: item.projectId === "refit" ? "1" : "2",
          key: item.id.split("-")[0],
          name: item.projectId === "refit" ? "Branch refit" : "Online catalogue",
        },
        status: status(item.stateId),
        created: stamp(item.createdAt),
        updated: stamp(own.at(-1)?.at ?? item.createdAt),
        ...(item.finishedAt === undefined
          ? {}
          : { resolutiondate: stamp(item.finishedAt), resolution: { id: "1", name: "Done" } }),
        ...(item.dueDate === undefined ? {} : { duedate: item.dueDate }),
        assignee: user(assignments.find(({ itemId, role }) => itemId === item.id && role === "responsible")?.personId),
        labels: [],
        issuelinks,
        ...(item.schedule?.durationMinutes === undefined
          ? {}
          : { timeoriginalestimate: item.schedule.durationMinutes * 60 }),
      },
      changelog: { startAt: 0, maxResults: histories.length, total: histories.length, histories: histories.reverse() },
    };
  });
  return `${JSON.stringify({ expand: "names,schema", startAt: 0, maxResults: issues.length, total: issues.length, issues }, null, 1)}\n`;
}

finishedWork();
openItems();
links();
promiseEvents();
const plan = {
  formatVersion: 1,
  title: "Lindenau library network",
  asOf: "2026-11-20T09:00:00Z",
  projects: [
    {
      id: "refit",
      name: "Branch refit",
      calendarId: "office",
      zone: "Europe/Berlin",
      start: "2026-11-20",
      dataDate: "2026-11-20",
    },
    {
      id: "catalogue",
      name: "Online catalogue",
      calendarId: "office",
      zone: "Europe/Berlin",
      start: "2026-11-20",
      dataDate: "2026-11-20",
    },
  ],
  workflows: [workflow],
  outcomes,
  items: items.map(({ after: _after, ...item }) => item),
  dependencies,
  people,
  teams,
  assignments,
  commitments: promises.map(({ first: _first, ...row }) => row),
  decisions,
  calendars,
};
const documents = {
  plan,
  history: { formatVersion: 1, events },
  records: { formatVersion: 1, workIntervals: intervals() },
};
const openIds = new Set(openWork.map(({ id }) => id));
const open = {
  ...plan,
  items: plan.items.filter(({ id }) => openIds.has(id)),
  assignments: assignments.filter(({ itemId }) => openIds.has(itemId)),
};

/** The five files by name. */
export const files = {
  "portfolio.evenkeel.json": writeEvenkeelJson(documents),
  "jira.json": jira(plan),
  "plan.xml": writeMspdi({
    ...open,
    projects: [
      {
        ...plan.projects[0],
        name: "Lindenau library network",
        start: "2026-11-20T08:00",
        dataDate: "2026-11-20T08:00",
      },
    ],
    items: open.items.map((item) => ({ ...item, projectId: "refit" })),
  }),
  "items.csv": csv(plan),
  "list.md": writeMarkdown(open),
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, text] of Object.entries(files)) writeFileSync(fileURLToPath(new URL(name, import.meta.url)), text);
}

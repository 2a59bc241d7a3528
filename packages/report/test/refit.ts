import { orThrow } from "@evenkeel/kernel";
import { type Review, type ReviewInput, reviewWork, type WorkHistory, type WorkPlan, type WorkRecords } from "evenkeel";

/** The refit of a small hotel, made up: 4 floors, 7 people, 120 days of history. */

const people = [
  ["ana", "Ana Ruiz", "site"],
  ["ben", "Ben Okafor", "site"],
  ["chloe", "Chloé Martin", "design"],
  ["dev", "Dev Patel", "electric"],
  ["eva", "Eva Lindqvist", "joinery"],
  ["femi", "Femi Adeyemi", "joinery"],
  ["goran", "Goran Ilić", "electric"],
] as const;

const steps = [
  ["strip", "Strip out", 3, "ben"],
  ["wire", "Rewire", 5, "dev"],
  ["pipe", "Replace pipes in", 4, "goran"],
  ["plaster", "Plaster", 4, "ben"],
  ["joinery", "Fit wardrobes in", 6, "eva"],
  ["paint", "Paint", 3, "femi"],
  ["furnish", "Furnish", 2, "ana"],
] as const;

const floors = ["ground floor", "first floor", "second floor", "third floor"] as const;
const minutesPerDay = 480;
const dayText = (day: number): string => new Date(Date.UTC(2026, 6, 1) + day * 86_400_000).toISOString().slice(0, 10);
const at = (day: number, hour = 9): string => `${dayText(day)}T${String(hour).padStart(2, "0")}:00:00Z`;
/** Day 122 since 1 July 2026. */
const today = 122;

type Items = NonNullable<WorkPlan["items"]>[number];
type Event = WorkHistory["events"][number];

/** How far each floor is: steps finished, then the one in progress. */
const finished = [7, 4, 1, 0];
const running = [0, 1, 1, 0];

function build(): { readonly plan: WorkPlan; readonly history: WorkHistory; readonly records: WorkRecords } {
  const items: Items[] = [];
  const dependencies: NonNullable<WorkPlan["dependencies"]>[number][] = [];
  const assignments: NonNullable<WorkPlan["assignments"]>[number][] = [];
  const events: Event[] = [];
  let serial = 0;
  const event = (facts: Record<string, unknown>): void => {
    serial += 1;
    events.push({ id: `e${serial}`, source: "exact", ...facts } as unknown as Event);
  };
  const moved = (id: string, to: string, day: number, hour = 9): void =>
    event({ at: at(day, hour), subject: { table: "items", id }, type: "stateChanged", to });

  floors.forEach((floor, f) => {
    const parent = `floor${f}`;
    items.push({
      id: parent,
      title: `Rooms on the ${floor}`,
      kind: "summary",
      projectId: "refit",
      schedule: { kind: "summary" },
    });
    steps.forEach(([step, verb, days, who], s) => {
      const id = `${step}${f}`;
      const isDone = s < (finished[f] ?? 0);
      const isRunning = s === finished[f] && running[f] === 1;
      const begin = 8 + f * 14 + s * 9;
      const end = begin + days + ((f * 5 + s * 3) % 7);
      items.push({
        id,
        title: `${verb} the ${floor}`,
        kind: "task",
        parentId: parent,
        projectId: "refit",
        workflowId: "site",
        stateId: isDone ? "done" : isRunning ? "doing" : "ready",
        outcomeIds: s % 3 === 2 ? [] : ["nights"],
        ...(s % 2 === 0 ? { acceptanceCriteria: [{ text: "Signed off by the site lead" }] } : {}),
        rank: f * 10 + s,
        schedule: {
          kind: "task",
          durationMinutes: days * minutesPerDay,
          ...(isDone ? { actualStart: dayText(begin), actualFinish: dayText(Math.min(end, today - 2)) } : {}),
          ...(isRunning
            ? { actualStart: dayText(today - 12 - f * 9), remainingMinutes: (days - 1) * minutesPerDay }
            : {}),
        },
        ...(isDone ? { startedAt: at(begin), finishedAt: at(Math.min(end, today - 2), 16) } : {}),
        ...(isRunning ? { startedAt: at(today - 12 - f * 9) } : {}),
        ...(isRunning && f === 2 ? { blocked: true, blockedReason: "Asbestos report is missing" } : {}),
      });
      event({ at: at(1), subject: { table: "items", id }, type: "created", stateId: "ready" });
      if (isDone) {
        moved(id, "doing", begin);
        moved(id, "done", Math.min(end, today - 2), 16);
      }
      if (isRunning) moved(id, "doing", today - 12 - f * 9);
      if (isRunning && f === 2)
        event({
          at: at(today - 9),
          subject: { table: "items", id },
          type: "blocked",
          reason: "Asbestos report is missing",
        });
      const gang = f > 1 && who === "eva" ? "femi" : who;
      if (!(s === 3 && f === 3))
        assignments.push({
          id: `a-${id}`,
          itemId: id,
          personId: gang,
          role: "responsible",
          effortMinutes: days * minutesPerDay * (s === 4 ? 2 : 1),
          remainingEffortMinutes: isDone ? 0 : days * minutesPerDay * (s === 4 ? 2.4 : 1),
        });
      const previous = steps[s - 1]?.[0];
      if (previous !== undefined)
        dependencies.push({
          id: `d-${id}`,
          predecessorId: `${previous}${f}`,
          successorId: id,
          type: "FS",
          ...(s === 4
            ? {
                handoff: {
                  from: "ben",
                  to: "eva",
                  what: `Dry walls, ${floor}`,
                  state: f < 1 ? "accepted" : "offered",
                  neededBy: dayText(today + 6 + f * 10),
                  promisedBy: dayText(today + 9 + f * 14),
                } as const,
              }
            : {}),
        });
      if (f > 0) dependencies.push({ id: `c-${id}`, predecessorId: `${step}${f - 1}`, successorId: id, type: "FS" });
    });
  });

  // Small works around the building: the many items that make throughput.
  const works = [
    "Repair window",
    "Replace door lock",
    "Survey damp in",
    "Order tiles for",
    "Check alarm in",
    "Clean duct of",
    "Move socket in",
    "Touch up wall in",
  ];
  for (let n = 0; n < 64; n++) {
    const id = `room${n}`;
    const begin = 2 + Math.floor(n * 1.93);
    const end = begin + 1 + ((n * 7) % 9) + (n % 11 === 0 ? 14 : 0);
    const isDone = end < today - 1;
    const isStarted = begin < today - 1 && n % 13 !== 5;
    const state = isDone ? "done" : isStarted ? "doing" : "ready";
    items.push({
      id,
      title: `${works[n % works.length]} room ${100 + ((n * 37) % 300)}`,
      kind: n % 9 === 4 ? "defect" : "task",
      projectId: "care",
      workflowId: "site",
      stateId: state,
      rank: 100 + n,
      ...(n % 4 === 0
        ? { outcomeIds: ["quiet"], reason: "Guests hear the street" }
        : n % 4 === 1
          ? { outcomeIds: [] }
          : { outcomeIds: ["nights"] }),
      ...(isStarted || isDone ? { startedAt: at(begin) } : {}),
      ...(isDone ? { finishedAt: at(end, 15) } : {}),
    });
    event({ at: at(Math.max(0, begin - 2)), subject: { table: "items", id }, type: "created", stateId: "ready" });
    if (isStarted || isDone) moved(id, "doing", begin);
    if (isDone) moved(id, "done", end, 15);
    const person = people[n % people.length]?.[0];
    if (n % 6 !== 1 && person !== undefined)
      assignments.push({ id: `a-${id}`, itemId: id, personId: person, role: "responsible", effortMinutes: 240 });
  }
  items.push(
    {
      id: "inspect",
      title: "Fire inspection",
      kind: "milestone",
      projectId: "refit",
      stateId: "ready",
      workflowId: "site",
      schedule: { kind: "finishMilestone", durationMinutes: 0 },
      outcomeIds: ["open"],
    },
    {
      id: "open-top",
      title: "Reopen the upper floors",
      kind: "milestone",
      projectId: "refit",
      stateId: "ready",
      workflowId: "site",
      schedule: { kind: "finishMilestone", durationMinutes: 0 },
      outcomeIds: ["open"],
    },
    {
      id: "menu",
      title: "Choose carpets with the owner",
      kind: "task",
      projectId: "refit",
      stateId: "ready",
      workflowId: "site",
      schedule: { kind: "task", durationMinutes: 2 * minutesPerDay },
      outcomeIds: ["nights"],
    },
  );
  dependencies.push(
    { id: "d-inspect", predecessorId: "paint3", successorId: "inspect", type: "FS" },
    {
      id: "d-open",
      predecessorId: "inspect",
      successorId: "open-top",
      type: "FS",
      lag: { amount: 5 * minutesPerDay, unit: "minutes", basis: "working" },
    },
    { id: "d-furnish", predecessorId: "furnish3", successorId: "open-top", type: "FS" },
    { id: "d-menu", predecessorId: "menu", successorId: "furnish1", type: "FS" },
  );
  const plan: WorkPlan = {
    formatVersion: 1,
    title: "Harbour Hotel refit",
    projects: [
      { id: "refit", name: "Refit of four floors", start: "2026-07-09", dataDate: dayText(today) },
      { id: "care", name: "Care of the building" },
    ],
    workflows: [
      {
        id: "site",
        name: "Site board",
        states: [
          { id: "ready", name: "Ready", category: "waiting" },
          { id: "doing", name: "Doing", category: "active", wipLimit: 6 },
          { id: "done", name: "Done", category: "done" },
        ],
      },
    ],
    outcomes: [
      {
        id: "nights",
        title: "Rooms earn more nights",
        why: "Occupancy fell for three years",
        ownerId: "ana",
        measure: { metric: "Occupancy", unit: "%", baseline: 54, target: 72, current: 61, by: "2027-06-30" },
      },
      {
        id: "quiet",
        title: "Guests sleep without street noise",
        ownerId: "chloe",
        measure: { metric: "Noise at night", unit: "dB", baseline: 46, target: 32, current: 35, by: "2026-10-15" },
      },
      {
        id: "open",
        title: "All floors open for the spring season",
        ownerId: "ana",
        measure: { metric: "Floors open", unit: "floors", target: 4 },
      },
    ],
    items,
    dependencies,
    people: people.map(([id, name], index) => ({
      id,
      name,
      contractMinutesPerWeek: index === 5 ? 1200 : 2400,
      jurisdiction: "FR",
      ...(id === "eva" ? { away: [{ from: dayText(today + 12), to: dayText(today + 18) }] } : {}),
    })),
    teams: [{ id: "site-team", name: "Site team", members: people.map(([id]) => ({ personId: id })) }],
    assignments,
    commitments: [
      {
        id: "p1",
        byId: "ana",
        toId: "site-team",
        what: "First floor ready for guests",
        subject: { table: "items", id: "floor1" },
        due: dayText(today + 14),
        madeAt: at(60),
        probability: 0.9,
      },
      {
        id: "p2",
        byId: "eva",
        what: "Wardrobes on the second floor",
        subject: { table: "items", id: "joinery2" },
        due: dayText(today + 40),
        probability: 0.8,
        madeAt: at(70),
      },
      {
        id: "p3",
        byId: "ana",
        what: "Upper floors reopen",
        subject: { table: "items", id: "open-top" },
        due: dayText(today + 150),
        probability: 0.7,
        madeAt: at(20),
      },
      {
        id: "p4",
        byId: "dev",
        what: "Rewired second floor",
        subject: { table: "items", id: "wire2" },
        due: dayText(today - 3),
        madeAt: at(50),
        probability: 0.95,
      },
      ...Array.from({ length: 9 }, (_none, n) => ({
        id: `k${n}`,
        byId: people[n % 7]?.[0] ?? "ana",
        what: `Handover ${n + 1}`,
        due: dayText(30 + n * 9),
        madeAt: at(10 + n * 5),
        probability: 0.85,
        state: n % 4 === 2 ? ("missed" as const) : ("met" as const),
        resolvedAt: at(28 + n * 9 + (n % 4 === 2 ? 8 : 0)),
      })),
    ],
    decisions: [
      {
        id: "q1",
        question: "Which carpet for the corridors?",
        deciderId: "chloe",
        by: dayText(today + 4),
        blocks: ["menu", "furnish1", "furnish2", "furnish3"],
        options: ["Wool", "Nylon"],
      },
      { id: "q2", question: "Do we keep the third floor closed until March?", blocks: ["strip3"] },
    ],
  };
  const records: WorkRecords = {
    formatVersion: 1,
    workIntervals: Array.from({ length: 12 }, (_none, n) => ({
      id: `w${n}`,
      personId: "dev",
      from: at(today - 14 + n, 6),
      to: at(today - 14 + n, 21),
      kind: "actual" as const,
    })),
    loggedEffort: items
      .filter(({ finishedAt }) => finishedAt !== undefined)
      .map(({ id }, n) => ({ id: `l${n}`, itemId: id, on: dayText(100), minutes: 120 + (n % 5) * 60 })),
  };
  return { plan, history: { formatVersion: 1, events }, records };
}

/** What the review of the refit reads. */
export const refitInput: ReviewInput = { ...build(), now: at(today, 8) };

/** A review of the refit. */
export const refit = (changes: Partial<ReviewInput> = {}): Review => orThrow(reviewWork({ ...refitInput, ...changes }));

import type { Dependency, WorkItem, WorkPlan } from "@evenkeel/core";
import { compareText, inertText, parseTimeText } from "@evenkeel/kernel";
import { addTo } from "./group.js";
import { numbering } from "./numbering.js";

export { lossOfMermaid } from "./loss/mermaid.js";

/** Dates of an item as texts of one form, and how long it is where its end is not known. */
interface Dates {
  readonly start: string | undefined;
  readonly finish: string | undefined;
  readonly minutes: number | undefined;
}

/**
 * A text that is only a label: no line breaks, colons (which end it), semicolons (which end a line), number signs (which begin
 * an entity), percent signs and braces (which begin comments and directives), and no angle brackets.
 */
function label(text: string): string {
  const inert = inertText(text)
    .replace(/[:;#%{}<>`]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return inert === "" ? "(untitled)" : inert;
}

/** Words with which a line is no task; such a label gets a mark before it. */
const keywords =
  /^(gantt|title|section|dateformat|axisformat|tickinterval|excludes|includes|todaymarker|weekday|weekend|inclusiveenddates|topaxis|click|acctitle|accdescr|end|init|wrap|config)\b/i;

function taskLabel(text: string): string {
  const plain = label(text);
  return keywords.test(plain) ? `- ${plain}` : plain;
}

/** A time as the chart's form has it, to the minute; undefined for what is no time. */
function chartTime(at: string | undefined): string | undefined {
  const parsed = at === undefined ? undefined : parseTimeText(at);
  if (at === undefined || parsed === undefined || !parsed.ok) return undefined;
  return `${at.slice(0, 10)} ${at.length > 10 ? at.slice(11, 16) : "00:00"}`;
}

function datesOf(plan: WorkPlan): Map<string, Dates> {
  const stored = new Map(
    (plan.schedules?.find((row) => row.kind !== "baseline")?.items ?? []).map((row) => [row.itemId, row]),
  );
  return new Map(
    (plan.items ?? []).map((item) => {
      const row = stored.get(item.id);
      const earliest = item.constraints?.find((each) => each.at !== undefined && /start/i.test(each.kind))?.at;
      return [
        item.id,
        {
          start: chartTime(row?.start ?? row?.earlyStart ?? item.startedAt ?? item.schedule?.start ?? earliest),
          finish: chartTime(row?.finish ?? row?.earlyFinish ?? item.finishedAt ?? item.schedule?.finish),
          minutes: item.schedule?.durationMinutes,
        },
      ];
    }),
  );
}

interface Writing {
  readonly number: (id: string) => string;
  readonly dates: ReadonlyMap<string, Dates>;
  readonly after: ReadonlyMap<string, readonly Dependency[]>;
  readonly categoryOf: ReadonlyMap<string, string>;
  readonly critical: ReadonlySet<string>;
  /** Items that stand in the chart. */
  readonly shown: ReadonlySet<string>;
}

const minutesPerDay = 480;

/** Where a line begins: on its date, else after what it waits for, else on the day the chart begins. */
function startOf(writing: Writing, item: WorkItem, first: string): string {
  const start = writing.dates.get(item.id)?.start;
  if (start !== undefined) return start;
  const before = (writing.after.get(item.id) ?? []).filter(({ predecessorId }) => writing.shown.has(predecessorId));
  if (before.length === 0) return first;
  return `after ${before.map(({ predecessorId }) => `t${writing.number(predecessorId)}`).join(" ")}`;
}

/** Where a line ends: on its date where that is later, else after its working days, one where it states none. */
function endOf(dates: Dates | undefined, start: string, isMilestone: boolean): string {
  if (isMilestone) return "0d";
  if (dates?.finish !== undefined && (start.startsWith("after") || dates.finish > start)) return dates.finish;
  return `${Math.max(1, Math.ceil((dates?.minutes ?? minutesPerDay) / minutesPerDay))}d`;
}

function lineOf(writing: Writing, item: WorkItem, first: string): string {
  const category = writing.categoryOf.get(`${item.workflowId ?? ""}\u0000${item.stateId ?? ""}`);
  const isMilestone = item.kind === "milestone" || item.schedule?.kind.endsWith("Milestone") === true;
  const start = startOf(writing, item, first);
  const parts = [
    ...(category === "done" ? ["done"] : category === "active" ? ["active"] : []),
    ...(writing.critical.has(item.id) ? ["crit"] : []),
    ...(isMilestone ? ["milestone"] : []),
    `t${writing.number(item.id)}`,
    start,
    endOf(writing.dates.get(item.id), start, isMilestone),
  ];
  return `    ${taskLabel(item.title)} :${parts.join(", ")}`;
}

/** Items that others stand under give sections; the rest stand in the section of their parent. */
function sectionsOf(items: readonly WorkItem[], projectName: string): Map<string, WorkItem[]> {
  const byId = new Map(items.map((item) => [item.id, item]));
  const parents = new Set(
    items.flatMap(({ parentId }) => (parentId !== undefined && byId.has(parentId) ? [parentId] : [])),
  );
  const sections = new Map<string, WorkItem[]>();
  for (const item of items) {
    if (parents.has(item.id)) continue;
    const name = label(byId.get(item.parentId ?? "")?.title ?? projectName);
    addTo(sections, name, item);
  }
  return sections;
}

/**
 * Writes a plan as a Gantt chart of Mermaid: one line an item, parents as sections.
 *
 * Kept: titles as labels, dates to the minute, milestones, done, active and critical. Approximated: an item without a start
 * begins after what it waits for, else with the chart; one without an end lasts its working days of 8 hours. Lost: link types and
 * lags, calendars, people, and all but the direct parent. Titles cannot carry directives, comments or clicks: what the grammar
 * reads as more than a label becomes a blank.
 *
 * @param plan - any plan; dates come from its first schedule that is no baseline, else from the items
 * @returns Mermaid text, LF
 *
 * Issues: none.
 * Time O(n log n), space O(n).
 * Source: Mermaid documentation, Gantt diagrams.
 *
 * @example
 * writeMermaid({ formatVersion: 1, items: [{ id: "dig", title: "Dig: deep", kind: "task", startedAt: "2026-03-02", finishedAt: "2026-03-04" }] }).split("\n").at(-2); // => "    Dig deep :t1, 2026-03-02 00:00, 2026-03-04 00:00"
 */
export function writeMermaid(plan: WorkPlan): string {
  const items = [...(plan.items ?? [])].sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || compareText(a.id, b.id));
  const sections = sectionsOf(items, plan.projects?.[0]?.name ?? plan.title ?? "Plan");
  const dates = datesOf(plan);
  const starts = [...dates.values()].flatMap(({ start }) => start ?? []).sort(compareText);
  const first = starts[0] ?? chartTime(plan.projects?.[0]?.start ?? plan.asOf) ?? "1970-01-01 00:00";
  const after = new Map<string, Dependency[]>();
  for (const row of plan.dependencies ?? []) {
    if (row.type === "FS") addTo(after, row.successorId, row);
  }
  const schedule = plan.schedules?.find((row) => row.kind !== "baseline");
  const writing: Writing = {
    number: numbering(items.map((item) => item.id)),
    dates,
    after,
    categoryOf: new Map(
      (plan.workflows ?? []).flatMap((row) =>
        row.states.map((state) => [`${row.id}\u0000${state.id}`, state.category] as const),
      ),
    ),
    critical: new Set((schedule?.items ?? []).flatMap((row) => (row.isCritical === true ? [row.itemId] : []))),
    shown: new Set([...sections.values()].flat().map((item) => item.id)),
  };
  const lines = [
    "gantt",
    "    dateFormat YYYY-MM-DD HH:mm",
    `    title ${label(plan.title ?? plan.projects?.[0]?.name ?? "Plan")}`,
  ];
  for (const [name, rows] of sections) {
    lines.push(`    section ${name}`, ...rows.map((item) => lineOf(writing, item, first)));
  }
  return `${lines.join("\n")}\n`;
}

import { nextItems } from "@evenkeel/completion";
import { type Commitment, type ItemNode, isOpenItem, onTimeLine, type WorkContext } from "@evenkeel/core";
import { compareText, formatDay } from "@evenkeel/kernel";
import { type Forecast, type LedgerMeasure, safeToPromise } from "@evenkeel/predictability";
import { chanceFacts, type Names } from "./names.js";
import type { PlanSchedules } from "./schedule-projects.js";
import type { PromiseOutlook } from "./types.js";

const millisPerDay = 86_400_000;
/** A promise is at risk below this chance; the customary confidence of a service level expectation. */
const safeChance = 0.85;

/** What an outlook is made of. */
export interface OutlookInput {
  readonly context: WorkContext;
  readonly schedules: PlanSchedules;
  readonly forecast?: Forecast;
  /** What became of commitments so far. */
  readonly record?: LedgerMeasure;
  readonly names: Names;
}

/** Open items at or below given ones. */
function openBelow(tops: readonly (ItemNode | undefined)[]): ItemNode[] {
  const found = new Set(tops.filter((item) => item !== undefined));
  for (const item of found) for (const child of item.children) found.add(child);
  return [...found].filter(isOpenItem);
}

/** Open items a promise is about. */
function promisedItems({ plan }: WorkContext, { subject }: Commitment): string[] {
  if (subject === undefined) return [];
  const named = (ids: readonly string[]): ItemNode[] =>
    ids.flatMap((id) => plan.items.get(id) ?? []).filter(isOpenItem);
  const { table, id } = subject;
  const items =
    table === "items"
      ? openBelow([plan.items.get(id)])
      : table === "timeboxes"
        ? named(plan.row("timeboxes", id)?.itemIds ?? [])
        : table === "outcomes"
          ? (plan.outcomes.get(id)?.items ?? []).filter(isOpenItem)
          : table === "projects"
            ? [...plan.items.values()].filter((item) => item.row.projectId === id && isOpenItem(item))
            : [];
  return [...new Set(items.map(({ row }) => row.id))];
}

/** How many items come first when the promised ones are done in the order of pulling: the place of the last of them. */
function placeOf(promised: readonly string[], places: ReadonlyMap<string, number>): number {
  return promised.reduce((last, id) => Math.max(last, places.get(id) ?? 0), promised.length);
}

function networkOf(
  { schedules }: OutlookInput,
  promised: readonly string[],
  due: number,
): Pick<PromiseOutlook, "networkFinish" | "networkDaysLate"> {
  const finishes = promised.flatMap((id) => schedules.byItem.get(id)?.finish ?? []);
  if (finishes.length === 0 || finishes.length < promised.length) return {};
  const last = [...finishes].sort().at(-1) ?? "";
  const at = onTimeLine(last, true);
  if (at === undefined) return {};
  return { networkFinish: last, networkDaysLate: Math.ceil((at - due) / millisPerDay) };
}

/** The chance of the promised date, and the date that would be safe. */
function paceOf(
  { forecast, record, context: { now } }: OutlookInput,
  count: number,
  due: number,
): Pick<PromiseOutlook, "flowChance" | "safeDay"> {
  if (forecast === undefined || record === undefined) return {};
  const days = Math.floor((due - 1) / millisPerDay) - Math.floor(now / millisPerDay) + 1;
  const answer = safeToPromise(forecast, { count, confidence: safeChance, ...(days < 1 ? {} : { days }) }, record);
  const { date, byDate } = answer.ok ? answer.value : {};
  const chance = days < 1 ? 0 : byDate?.chance;
  return {
    ...(chance === undefined ? {} : { flowChance: chance }),
    ...(date?.day === undefined ? {} : { safeDay: formatDay(date.day) }),
  };
}

function standingOf(
  outlook: Pick<PromiseOutlook, "networkDaysLate" | "flowChance">,
  overdue: boolean,
): PromiseOutlook["standing"] {
  if (overdue) return "late";
  const { networkDaysLate, flowChance } = outlook;
  if (networkDaysLate === undefined && flowChance === undefined) return "unknown";
  return (networkDaysLate ?? 0) > 0 || (flowChance ?? 1) < safeChance ? "at-risk" : "safe";
}

function disagreementOf({
  networkDaysLate,
  networkFinish,
  flowChance,
  itemsFirst,
}: Partial<PromiseOutlook>): Pick<PromiseOutlook, "disagreement"> {
  if (networkDaysLate === undefined || flowChance === undefined || networkFinish === undefined) return {};
  const networkSafe = networkDaysLate <= 0;
  const flowSafe = flowChance >= safeChance;
  if (networkSafe === flowSafe) return {};
  const code = networkSafe ? "evenkeel/flow-doubts-network" : "evenkeel/network-doubts-flow";
  return {
    disagreement: {
      code,
      facts: {
        finish: networkFinish,
        ...chanceFacts(flowChance),
        first: itemsFirst ?? 0,
        days: Math.abs(networkDaysLate),
      },
    },
  };
}

/** How each open promise stands by the network of dependencies and by the team's own throughput, in order of due date. */
export function promiseOutlook(input: OutlookInput): PromiseOutlook[] {
  const { context, names } = input;
  const { plan, now } = context;
  const ready = nextItems(context, { most: Number.MAX_SAFE_INTEGER }).map(({ itemId }) => itemId);
  const pulled = new Set(ready);
  const held = [...plan.items.values()].flatMap((item) =>
    isOpenItem(item) && !pulled.has(item.row.id) ? [item.row.id] : [],
  );
  const places = new Map([...ready, ...held.sort(compareText)].map((id, at) => [id, at + 1]));
  return [...plan.rows("commitments").values()]
    .filter(({ state }) => state === undefined || state === "open")
    .flatMap((row): PromiseOutlook[] => {
      const due = onTimeLine(row.due, true);
      if (due === undefined) return [];
      const promised = promisedItems(context, row);
      const itemsFirst = promised.length === 0 ? undefined : (row.count ?? placeOf(promised, places));
      const network = networkOf(input, promised, due);
      const pace = itemsFirst === undefined ? {} : paceOf(input, itemsFirst, due);
      const outlook = {
        ...network,
        ...pace,
        ...(itemsFirst === undefined ? {} : { itemsFirst }),
      };
      return [
        {
          commitmentId: row.id,
          what: row.what ?? names.items.get(row.subject?.id ?? "") ?? row.id,
          due: row.due,
          ...(row.byId === undefined ? {} : { by: names.people.get(row.byId) ?? row.byId }),
          ...(row.toId === undefined ? {} : { to: names.people.get(row.toId) ?? row.toId }),
          ...(row.probability === undefined ? {} : { stated: row.probability }),
          ...outlook,
          ...disagreementOf(outlook),
          standing: standingOf(outlook, due <= now),
        },
      ];
    })
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.commitmentId < b.commitmentId ? -1 : 1));
}

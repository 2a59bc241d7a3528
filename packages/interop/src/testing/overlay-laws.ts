import type { Row, WorkHistory, WorkPlan } from "@evenkeel/core";
import { tableNames } from "@evenkeel/core";
import { applyCommand, type Command } from "@evenkeel/edit";
import { anyEdits } from "@evenkeel/edit/testing";
import { canonicalJson, compareText } from "@evenkeel/kernel";
import * as fc from "fast-check";
import { mapPlanIds } from "../map-ids.js";
import {
  addToOverlay,
  applyOverlay,
  emptyOverlay,
  type OverlaidDocuments,
  type Overlay,
  openOverlay,
  writeOverlay,
} from "../overlay.js";
import type { Law } from "./law.js";
import { reversedRows, withRows } from "./rows.js";

interface Answered {
  readonly read: OverlaidDocuments;
  readonly overlay: Overlay;
  readonly given: readonly Command[];
}

const history: WorkHistory = { formatVersion: 1, events: [] };

/** An import whose rows have sources, and answers given upon it; those that an edit refuses are not among them. */
const answered = (without: readonly string[]): fc.Arbitrary<Answered> =>
  anyEdits.map(({ plan, commands }) => {
    const sourced = withRows(plan, (row, table) => ({ ...row, sources: [{ tool: "demo", id: `${table}:${row.id}` }] }));
    const read = { plan: sourced, history, records: { formatVersion: 1 as const } };
    let overlay: Overlay = emptyOverlay;
    const given: Command[] = [];
    for (const [index, command] of commands.entries()) {
      if (without.includes(command.type)) continue;
      const named = { ...command, id: `answer ${index}` };
      const next = addToOverlay(read, overlay, [named]);
      if (!next.ok) continue;
      overlay = next.value;
      given.push(named);
    }
    return { read, overlay, given };
  });
const anyAnswered = answered([]);

const sorted = (plan: WorkPlan): string =>
  canonicalJson({
    ...plan,
    ...Object.fromEntries(
      tableNames.map((table) => {
        const rows = (plan[table] ?? []) as readonly Row[];
        return [table, rows.length === 0 ? undefined : [...rows].sort((a, b) => compareText(a.id, b.id))];
      }),
    ),
  });

const idsOf = ({ entries }: Overlay): string[] => entries.map(({ command }) => command.id);

/** Laws of overlays. */
export function overlayLaws(): Law[] {
  return [
    {
      name: "an overlay gives what its answers gave when they were given",
      statedRuns: 5_000,
      property: fc.property(anyAnswered, ({ read, overlay, given }) => {
        const plan = given.reduce((at, command) => {
          const edited = applyCommand(at, command);
          return edited.ok ? edited.value.plan : at;
        }, read.plan);
        const overlaid = applyOverlay(read, overlay);
        return overlaid.issues.length === 0 && sorted(overlaid.plan) === sorted(plan);
      }),
    },
    {
      name: "the same overlay twice adds nothing",
      statedRuns: 5_000,
      property: fc.property(anyAnswered, ({ read, overlay }) => {
        const once = applyOverlay(read, overlay);
        const twice = applyOverlay(once, overlay);
        return canonicalJson([twice.plan, twice.history]) === canonicalJson([once.plan, once.history]);
      }),
    },
    {
      name: "the order of an export's rows changes nothing",
      statedRuns: 5_000,
      property: fc.property(anyAnswered, ({ read, overlay }) => {
        const [a, b] = [read.plan, reversedRows(read.plan)].map((plan) => applyOverlay({ ...read, plan }, overlay));
        return (
          sorted(a?.plan ?? read.plan) === sorted(b?.plan ?? read.plan) &&
          canonicalJson(a?.issues) === canonicalJson(b?.issues)
        );
      }),
    },
    {
      name: "rows under other ids are found by their sources",
      statedRuns: 5_000,
      // A split makes ids out of those of the rows it works on, a merge chooses by them, a removal frees them for others.
      property: fc.property(answered(["split", "merge", "remove"]), ({ read, overlay }) => {
        const own = new Set(
          tableNames.flatMap((table) => ((read.plan[table] ?? []) as readonly Row[]).map(({ id }) => `${table} ${id}`)),
        );
        const rename = (id: string, tables: readonly string[]): string =>
          tables.some((table) => own.has(`${table} ${id}`)) ? `new ${id}` : id;
        const there = applyOverlay({ ...read, plan: mapPlanIds(read.plan, rename) }, overlay);
        const here = applyOverlay(read, overlay);
        return there.issues.length === 0 && sorted(there.plan) === sorted(mapPlanIds(here.plan, rename));
      }),
    },
    {
      name: "of an export that lost rows every answer is applied, settled or named by an issue, and none makes it throw",
      statedRuns: 5_000,
      property: fc.property(anyAnswered, fc.array(fc.nat(2), { minLength: 1 }), ({ read, overlay }, picks) => {
        let at = 0;
        const keep = (): boolean => picks[at++ % picks.length] !== 0;
        const plan = {
          ...read.plan,
          items: (read.plan.items ?? []).filter(keep),
          people: (read.plan.people ?? []).filter(keep),
        };
        const overlaid = applyOverlay({ ...read, plan }, overlay);
        const told = new Set(overlaid.history.events.map(({ id }) => id.replace(/\/\d+$/, "")));
        const named = new Set(overlaid.issues.map(({ facts }) => facts["entry"]));
        const silent = idsOf(overlay).filter((id) => !told.has(id) && !named.has(id));
        const rest = { ...overlay, entries: overlay.entries.filter(({ command }) => silent.includes(command.id)) };
        return sorted(applyOverlay(overlaid, rest).plan) === sorted(overlaid.plan);
      }),
    },
    {
      name: "an overlay survives its file",
      statedRuns: 2_000,
      property: fc.property(anyAnswered, ({ overlay }) => {
        const opened = openOverlay(writeOverlay(overlay));
        return opened.ok && canonicalJson(opened.value) === canonicalJson(overlay);
      }),
    },
  ];
}

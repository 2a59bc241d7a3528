import type { Check, Verdict } from "@evenkeel/checks";
import { formatDay } from "@evenkeel/kernel";
import { contextSwitches } from "../flow/context-switches.js";
import { handoffLoad } from "../flow/handoff-load.js";
import { measureWip } from "../flow/wip.js";
import { workTypeShares } from "../flow/work-type-shares.js";
import type { SustainabilityInput } from "../types.js";
import { fewestToExceed, irreducible } from "./irreducible.js";
import { onePassEach } from "./one-pass-each.js";
import { withoutPart } from "./without-part.js";

const multitasking = {
  title: "Vasilescu et al. (2016), The Sky Is Not the Limit: Multitasking Across GitHub Projects, ICSE",
};

/** Nobody holds work in progress in more projects than can be followed within a week; a rule of thumb. */
export const tooManyProjects: Check<SustainabilityInput> = {
  id: "sustainability/too-many-projects",
  version: "1.0.0",
  kind: "heuristic",
  citation: [multitasking],
  needs: ["assignments.itemId", "items.startedAt", "items.projectId"],
  dataClass: "planFact",
  params: { mostProjects: 5 },
  evaluate: ({ heldItems }, { mostProjects }) => {
    if (heldItems === undefined) return withoutPart(tooManyProjects.id, tooManyProjects.needs);
    const wip = measureWip(heldItems);
    const most = Number(mostProjects);
    const spans = wip.ok ? wip.value : [];
    return [...new Set(spans.map(({ personId }) => personId))].map((personId): Verdict => {
      const subject = { table: "people", id: personId };
      const own = spans.filter((span) => span.personId === personId);
      const worst = own.reduce((a, b) => (b.projectIds.length > a.projectIds.length ? b : a));
      const count = worst.projectIds.length;
      if (count <= most) return { outcome: "pass", subject };
      const held = heldItems.filter(
        (row) => row.personId === personId && row.from <= worst.from && worst.from < row.to,
      );
      const items = worst.projectIds.slice(0, most + 1).flatMap((projectId) => {
        const ofProject = held.flatMap((row) => (row.projectId === projectId ? [row.itemId] : []));
        return ofProject.sort().slice(0, 1);
      });
      return {
        outcome: "fail",
        subject,
        measured: { value: count, unit: "projects" },
        threshold: { value: most, unit: "projects" },
        evidence: items.map((id) => ({ table: "items", id })),
        facts: { person: personId, count, most },
      };
    });
  },
};

/** No week of the plan asks a person to give or take very many handoffs; a rule of thumb. */
export const handoffsPerWeek: Check<SustainabilityInput> = {
  id: "sustainability/handoffs-per-week",
  version: "1.0.0",
  kind: "heuristic",
  citation: [{ title: "Evenkeel, a rule of thumb: a handoff needs a talk, and a week has five days" }],
  needs: ["dependencies.handoff"],
  dataClass: "planFact",
  params: { mostHandoffs: 5 },
  evaluate: ({ handoffs }, { mostHandoffs }) => {
    if (handoffs === undefined) return withoutPart(handoffsPerWeek.id, handoffsPerWeek.needs);
    const weeks = handoffLoad(handoffs);
    const most = Number(mostHandoffs);
    const verdicts = (weeks.ok ? weeks.value : []).map(({ personId, week, given, received }): Verdict => {
      const ids = [...given, ...received].sort();
      const subject = { table: "people", id: personId };
      const window = { from: formatDay(week), to: formatDay(week + 6) };
      if (ids.length <= most) return { outcome: "pass", subject, window };
      return {
        outcome: "fail",
        subject,
        window,
        measured: { value: ids.length, unit: "handoffs" },
        threshold: { value: most, unit: "handoffs" },
        evidence: ids.slice(0, most + 1).map((id) => ({ table: "dependencies", id })),
        facts: { person: personId, week: window.from, count: ids.length, most },
      };
    });
    return onePassEach(verdicts);
  },
};

/** At most half of the effort planned is interrupts and toil. */
export const operationalWork: Check<SustainabilityInput> = {
  id: "sustainability/operational-work",
  version: "1.0.0",
  kind: "guideline",
  citation: [
    {
      title: "Beyer, Jones, Petoff & Murphy (2016), Site Reliability Engineering",
      article: "chapter 5, Eliminating Toil",
    },
  ],
  needs: ["items.workType", "assignments.effortMinutes"],
  dataClass: "planFact",
  params: { mostShare: 0.5 },
  evaluate: ({ efforts }, { mostShare }) => {
    if (efforts === undefined) return withoutPart(operationalWork.id, operationalWork.needs);
    const subject = { table: "document", id: operationalWork.id };
    const shares = workTypeShares(efforts);
    if (!shares.ok) return [];
    const { plannedMinutes, unplannedMinutes, toilMinutes } = shares.value;
    const operational = unplannedMinutes + toilMinutes;
    const known = plannedMinutes + operational;
    if (known === 0) return [{ outcome: "inapplicable", subject }];
    const most = known * Number(mostShare);
    if (operational <= most + 1e-6) return [{ outcome: "pass", subject }];
    const byItem = new Map<string, number>();
    for (const { itemId, minutes, workType } of efforts)
      if ((workType === "unplanned" || workType === "toil") && minutes >= 0 && Number.isFinite(minutes))
        byItem.set(itemId, (byItem.get(itemId) ?? 0) + minutes);
    const amounts = [...byItem].map(([id, amount]) => ({ id, amount }));
    return [
      {
        outcome: "fail",
        subject,
        measured: { value: operational, unit: "minutes" },
        threshold: { value: most, unit: "minutes" },
        evidence: fewestToExceed(amounts, most).map((id) => ({ table: "items", id })),
        facts: { share: operational / known, most: Number(mostShare), items: byItem.size },
      },
    ];
  },
};

/** A day leaves work on one item undisturbed by many changes to others; a rule of thumb. */
export const switchesPerDay: Check<SustainabilityInput> = {
  id: "sustainability/switches-per-day",
  version: "1.0.0",
  kind: "heuristic",
  citation: [multitasking],
  needs: ["events.at", "events.actor"],
  dataClass: "record",
  params: { mostSwitches: 10 },
  evaluate: ({ touches }, { mostSwitches }) => {
    if (touches === undefined) return withoutPart(switchesPerDay.id, switchesPerDay.needs);
    const days = contextSwitches(touches);
    const most = Number(mostSwitches);
    const verdicts = (days.ok ? days.value : []).map(({ personId, day, touches: own, switches }): Verdict => {
      const subject = { table: "people", id: personId };
      const window = { from: formatDay(day), to: formatDay(day) };
      if (switches <= most) return { outcome: "pass", subject, personId, window };
      const changes = own.filter(({ itemId }, at) => at === 0 || own[at - 1]?.itemId !== itemId).slice(0, most + 2);
      const evidence = irreducible(changes, (rows) => {
        const counted = contextSwitches(rows);
        return counted.ok && (counted.value[0]?.switches ?? 0) > most;
      });
      return {
        outcome: "fail",
        subject,
        personId,
        window,
        measured: { value: switches, unit: "switches" },
        threshold: { value: most, unit: "switches" },
        evidence: evidence.map(({ id }) => ({ table: "events", id })),
        facts: { person: personId, day: window.from, count: switches, most },
      };
    });
    return onePassEach(verdicts);
  },
};

import type { Check, Verdict } from "@evenkeel/checks";
import { formatInstant } from "@evenkeel/kernel";
import { onCallShares, rotaSizes, shiftIncidents } from "../on-call/measure-on-call.js";
import type { Rota, RotaShift } from "../on-call/types.js";
import type { SustainabilityInput } from "../types.js";
import { irreducible } from "./irreducible.js";
import { onePassEach } from "./one-pass-each.js";
import { withoutPart } from "./without-part.js";

const beingOnCall = {
  title: "Beyer, Jones, Petoff & Murphy (2016), Site Reliability Engineering",
  article: "chapter 11, Being On-Call",
};
const shiftFields = ["onCallShifts.from", "onCallShifts.to"];

function minutesOnCall(rota: Rota, personId: string, shifts: readonly RotaShift[]): number {
  const shares = onCallShares({ ...rota, shifts });
  return (shares.ok ? shares.value.find((row) => row.personId === personId)?.onCallMinutes : undefined) ?? 0;
}

/** Nobody can be called for more than a quarter of the time. */
export const onCallShare: Check<SustainabilityInput> = {
  id: "sustainability/on-call-share",
  version: "1.0.0",
  kind: "guideline",
  citation: [beingOnCall],
  needs: shiftFields,
  dataClass: "record",
  params: { mostShare: 0.25, leastDays: 28 },
  evaluate: ({ rota }, { mostShare, leastDays }) => {
    if (rota === undefined) return withoutPart(onCallShare.id, onCallShare.needs);
    // Turns of a week each say nothing of a share before everybody has had one.
    if (!(rota.to - rota.from >= Number(leastDays) * 86_400_000))
      return [{ outcome: "inapplicable", subject: { table: "document", id: onCallShare.id } }];
    const shares = onCallShares(rota);
    const most = ((rota.to - rota.from) / 60_000) * Number(mostShare);
    return (shares.ok ? shares.value : []).map(({ personId, onCallMinutes, share }): Verdict => {
      const subject = { table: "people", id: personId };
      if (onCallMinutes <= most + 1e-6) return { outcome: "pass", subject, personId };
      const own = rota.shifts
        .filter((shift) => shift.personId === personId)
        .sort((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1));
      const evidence = irreducible(own, (rows) => minutesOnCall(rota, personId, rows) > most + 1e-6);
      return {
        outcome: "fail",
        subject,
        personId,
        measured: { value: onCallMinutes, unit: "minutes" },
        threshold: { value: most, unit: "minutes" },
        window: { from: formatInstant(rota.from), to: formatInstant(rota.to) },
        evidence: evidence.map(({ id }) => ({ table: "onCallShifts", id })),
        facts: { person: personId, share, most: Number(mostShare) },
      };
    });
  },
};

/** Twelve hours on call bring at most two incidents: each takes about six hours to see through. */
export const incidentsPerShift: Check<SustainabilityInput> = {
  id: "sustainability/incidents-per-shift",
  version: "1.0.0",
  kind: "guideline",
  citation: [beingOnCall],
  needs: [...shiftFields, "incidents.at"],
  dataClass: "record",
  params: { mostIncidents: 2 },
  evaluate: ({ rota }, { mostIncidents }) => {
    if (rota === undefined) return withoutPart(incidentsPerShift.id, incidentsPerShift.needs);
    const pieces = shiftIncidents(rota);
    const most = Number(mostIncidents);
    const verdicts = (pieces.ok ? pieces.value : []).map(({ shift, from, to, incidentIds }): Verdict => {
      const { personId } = shift;
      const subject = { table: "onCallShifts", id: shift.id };
      const window = { from: formatInstant(from), to: formatInstant(to) };
      if (incidentIds.length <= most) return { outcome: "pass", subject, personId, window };
      return {
        outcome: "fail",
        subject,
        personId,
        window,
        measured: { value: incidentIds.length, unit: "incidents" },
        threshold: { value: most, unit: "incidents" },
        evidence: incidentIds.slice(0, most + 1).map((id) => ({ table: "incidents", id })),
        facts: { since: window.from, count: incidentIds.length, most },
      };
    });
    return onePassEach(verdicts);
  },
};

/** A rota is shared by enough people: eight at one site, six at each of several. */
export const rotaSize: Check<SustainabilityInput> = {
  id: "sustainability/rota-size",
  version: "1.0.0",
  kind: "guideline",
  citation: [beingOnCall],
  needs: ["onCallShifts.personId"],
  dataClass: "planFact",
  params: { leastSingleSite: 8, leastPerSite: 6 },
  evaluate: ({ rota }, { leastSingleSite, leastPerSite }) => {
    if (rota === undefined) return withoutPart(rotaSize.id, rotaSize.needs);
    const sizes = rotaSizes(rota.shifts);
    const least = Number(sizes.length > 1 ? leastPerSite : leastSingleSite);
    return sizes.map(({ rotaId, people }): Verdict => {
      const subject = { table: "onCallShifts", id: rotaId };
      if (people >= least) return { outcome: "pass", subject };
      return {
        outcome: "fail",
        subject,
        measured: { value: people, unit: "people" },
        threshold: { value: least, unit: "people" },
        evidence: [subject],
        facts: { rota: rotaId, count: people, least },
      };
    });
  },
};

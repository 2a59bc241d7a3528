import type { Check, Verdict } from "@evenkeel/checks";
import { compareText, formatDay } from "@evenkeel/kernel";
import { measureAfterHours } from "../focus/after-hours.js";
import { measureFocus } from "../focus/measure-focus.js";
import type { PersonSpan, WorkingDay } from "../focus/types.js";
import { measureLeave } from "../leave/measure-leave.js";
import { mondayOf } from "../load/capacity.js";
import { byPerson } from "../load/gather-load.js";
import type { SustainabilityInput } from "../types.js";
import { irreducible } from "./irreducible.js";
import { onePassEach } from "./one-pass-each.js";
import { withoutPart } from "./without-part.js";

const detachment = {
  title: "Sonnentag & Fritz (2007), The Recovery Experience Questionnaire (psychological detachment)",
};

interface PersonWeek {
  readonly personId: string;
  readonly monday: number;
  readonly days: readonly WorkingDay[];
  readonly workingMinutes: number;
}

function personWeeks(days: readonly WorkingDay[]): PersonWeek[] {
  return byPerson(days).flatMap(([personId, own]) => {
    const weeks = new Map<number, WorkingDay[]>();
    for (const row of own) weeks.set(mondayOf(row.day), [...(weeks.get(mondayOf(row.day)) ?? []), row]);
    return [...weeks].map(([monday, ofWeek]) => {
      const measured = measureFocus(ofWeek, []);
      const workingMinutes = (measured.ok ? measured.value : []).reduce((sum, row) => sum + row.workingMinutes, 0);
      return { personId, monday, days: ofWeek, workingMinutes };
    });
  });
}

/** Rows of one person that touch a week's days, by time and id. */
function inWeek(rows: ReadonlyMap<string, readonly PersonSpan[]>, { personId, days }: PersonWeek): PersonSpan[] {
  return (rows.get(personId) ?? [])
    .filter((row) => days.some(({ from, to }) => row.from < to && from < row.to))
    .sort((a, b) => a.from - b.from || compareText(a.id, b.id));
}

/** The verdict on a week of a person's record. */
function weekly({ personId, monday }: PersonWeek, rest: Omit<Verdict, "subject">): Verdict {
  const window = { from: formatDay(monday), to: formatDay(monday + 6) };
  const facts = { person: personId, week: window.from, ...rest.facts };
  return { ...rest, subject: { table: "people", id: personId }, personId, window, facts };
}

/** Meetings leave a part of each week's working time in blocks long enough to get into something. */
export const focusTime: Check<SustainabilityInput> = {
  id: "sustainability/focus-time",
  version: "1.0.0",
  kind: "heuristic",
  citation: [{ title: "Evenkeel, a rule of thumb after workplace analytics: blocks of two hours" }, detachment],
  needs: ["people.calendarId"],
  dataClass: "record",
  params: { leastMinutes: 120, leastShare: 0.3 },
  evaluate: ({ workingDays, meetings }, { leastMinutes, leastShare }) => {
    if (workingDays === undefined || meetings === undefined)
      return withoutPart(focusTime.id, [
        ...(workingDays === undefined ? focusTime.needs : []),
        ...(meetings === undefined ? ["meetings.from", "meetings.to"] : []),
      ]);
    const ofPerson = new Map(byPerson(meetings));
    const verdicts = personWeeks(workingDays).map((week): Verdict => {
      const focus = (rows: readonly PersonSpan[]): number => {
        const found = measureFocus(week.days, rows, Number(leastMinutes));
        return (found.ok ? found.value : []).reduce((sum, { focusMinutes }) => sum + focusMinutes, 0);
      };
      const least = week.workingMinutes * Number(leastShare);
      const held = inWeek(ofPerson, week);
      const left = focus(held);
      if (least === 0 || focus([]) < least - 1e-6) return weekly(week, { outcome: "inapplicable" });
      if (left >= least - 1e-6) return weekly(week, { outcome: "pass" });
      const evidence = irreducible(held, (rows) => focus(rows) < least - 1e-6);
      return weekly(week, {
        outcome: "fail",
        measured: { value: left, unit: "minutes" },
        threshold: { value: least, unit: "minutes" },
        evidence: evidence.map(({ id }) => ({ table: "meetings", id })),
        facts: { focus: left, least, meetings: held.length },
      });
    });
    return onePassEach(verdicts);
  },
};

/** Work outside working time stays a small part of a week. */
export const afterHoursWork: Check<SustainabilityInput> = {
  id: "sustainability/after-hours-work",
  version: "1.0.0",
  kind: "heuristic",
  citation: [detachment],
  needs: ["workIntervals.from", "workIntervals.to", "people.calendarId"],
  dataClass: "record",
  params: { mostShare: 0.1 },
  evaluate: ({ workingDays, workSpans }, { mostShare }) => {
    if (workingDays === undefined || workSpans === undefined)
      return withoutPart(afterHoursWork.id, afterHoursWork.needs);
    const ofPerson = new Map(byPerson(workSpans));
    const verdicts = personWeeks(workingDays).map((week): Verdict => {
      const outsideOf = (rows: readonly PersonSpan[]): number => {
        const found = measureAfterHours(week.days, rows, []);
        return (found.ok ? found.value : []).reduce((sum, { outsideMinutes }) => sum + outsideMinutes, 0);
      };
      const most = week.workingMinutes * Number(mostShare);
      const worked = inWeek(ofPerson, week);
      const outside = outsideOf(worked);
      if (outside <= most + 1e-6) return weekly(week, { outcome: "pass" });
      return weekly(week, {
        outcome: "fail",
        measured: { value: outside, unit: "minutes" },
        threshold: { value: most, unit: "minutes" },
        evidence: irreducible(worked, (rows) => outsideOf(rows) > most + 1e-6).map(({ id }) => ({
          table: "workIntervals",
          id,
        })),
        facts: { outside, most },
      });
    });
    return onePassEach(verdicts);
  },
};

/** People are seldom reached outside their working time. */
export const afterHoursContact: Check<SustainabilityInput> = {
  id: "sustainability/after-hours-contact",
  version: "1.0.0",
  kind: "heuristic",
  citation: [detachment],
  needs: ["contactEvents.at", "people.calendarId"],
  dataClass: "record",
  params: { mostContacts: 5 },
  evaluate: ({ workingDays, contacts }, { mostContacts }) => {
    if (workingDays === undefined || contacts === undefined)
      return withoutPart(afterHoursContact.id, afterHoursContact.needs);
    const most = Number(mostContacts);
    const found = measureAfterHours(workingDays, [], contacts);
    const byDay = new Map((found.ok ? found.value : []).map((row) => [`${row.day}\n${row.personId}`, row]));
    const verdicts = personWeeks(workingDays).map((week): Verdict => {
      const ids = week.days.flatMap(({ day, personId }) => byDay.get(`${day}\n${personId}`)?.outsideContacts ?? []);
      if (ids.length <= most) return weekly(week, { outcome: "pass" });
      return weekly(week, {
        outcome: "fail",
        measured: { value: ids.length, unit: "contacts" },
        threshold: { value: most, unit: "contacts" },
        evidence: ids.slice(0, most + 1).map((id) => ({ table: "contactEvents", id })),
        facts: { count: ids.length, most },
      });
    });
    return onePassEach(verdicts);
  },
};

/** Leave is taken or booked about as it falls due. */
export const leaveTaken: Check<SustainabilityInput> = {
  id: "sustainability/leave-taken",
  version: "1.0.0",
  kind: "heuristic",
  citation: [
    { title: "Directive 2003/88/EC concerning certain aspects of the organisation of working time", article: "7" },
  ],
  needs: ["leave.from", "leave.to", "leave.kind"],
  dataClass: "record",
  params: { mostDays: 10 },
  evaluate: ({ leaveStanding: leave }, { mostDays }) => {
    if (leave === undefined) return withoutPart(leaveTaken.id, leaveTaken.needs);
    if (leave.entitlements === undefined) return withoutPart(leaveTaken.id, ["leave.entitlements"]);
    const standings = measureLeave(leave.entitlements, leave.days, leave.today);
    return (standings.ok ? standings.value : []).map(({ personId, dueDays, outstandingDays }): Verdict => {
      const subject = { table: "people", id: personId };
      if (outstandingDays <= Number(mostDays)) return { outcome: "pass", subject, personId };
      return {
        outcome: "fail",
        subject,
        personId,
        measured: { value: outstandingDays, unit: "days" },
        threshold: { value: Number(mostDays), unit: "days" },
        evidence: [subject],
        facts: { person: personId, due: dueDays, outstanding: outstandingDays, most: Number(mostDays) },
      };
    });
  },
};

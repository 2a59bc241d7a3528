import { parseTimeText } from "@evenkeel/kernel";
import { eventTypes, type WorkHistory, type WorkPlan } from "../src/index.js";

/** Code and path of every fault of a history whose events are events, said sentence by sentence with no regard to time. */
export function faultsOf({ events }: WorkHistory, plan?: WorkPlan): string[] {
  const removed = events.filter(({ type }) => type === "removed").map(({ subject }) => subject);
  return events.flatMap(({ id, type, at, recordedAt, subject, corrects }, index) => {
    const rows = (plan?.[subject.table] ?? []) as readonly { readonly id: string }[];
    const isThere = [...rows.map((row) => ({ table: subject.table, id: row.id })), ...removed].some(
      (row) => row.table === subject.table && row.id === subject.id,
    );
    const isBefore = events.slice(0, index).some((event) => event.id === id);
    const isCorrected = corrects === undefined || events.some((event) => event.id === corrects);
    const timeFaults = (text: string | undefined): readonly string[] => {
      const parsed = text === undefined ? undefined : parseTimeText(text);
      return parsed === undefined || parsed.ok ? [] : parsed.issues.map(({ code }) => code);
    };
    const fault = (field: string, ...codes: readonly string[]): string[] =>
      codes.map((code) => `${code} events/${index}/${field}`);
    return [
      ...(id === "" ? fault("id", "core/missing-id") : isBefore ? fault("id", "core/duplicate-id") : []),
      ...(eventTypes.includes(type) ? [] : fault("type", "core/unknown-event-type")),
      ...fault("at", ...timeFaults(at)),
      ...fault("recordedAt", ...timeFaults(recordedAt)),
      ...(plan === undefined || isThere ? [] : fault("subject", "core/dangling-reference")),
      ...(isCorrected ? [] : fault("corrects", "core/dangling-reference")),
    ];
  });
}

import { formatDay, formatInstant, formatLocal, parseTimeText, type TimeText } from "@evenkeel/kernel";

/** A time in the form of the documents, or why there is none. */
export type PlainTime =
  | { readonly ok: true; readonly text: string; readonly form: "day" | "local" | "instant" }
  | { readonly ok: false; readonly fault: "unreadable" | "impossible" };

function formatTime(time: TimeText): string {
  if (time.form === "day") return formatDay(time.day);
  return time.form === "local" ? formatLocal(time.local) : formatInstant(time.instant);
}

/** Reads a time that stands in ISO 8601 as the documents write it, with any offset. */
export function parsePlainTime(text: string): PlainTime {
  const parsed = parseTimeText(text);
  if (parsed.ok) return { ok: true, form: parsed.value.form, text: formatTime(parsed.value) };
  return { ok: false, fault: parsed.issues[0].code === "kernel/impossible-date" ? "impossible" : "unreadable" };
}

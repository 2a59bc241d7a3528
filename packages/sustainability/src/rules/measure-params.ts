import { parseTimeText } from "@evenkeel/kernel";
import type { Measure, MeasureParams, MeasureValue, ParamSpec } from "../working-time/measures/measure.js";

/** Minute of the day of a time of the clock, `00:00` to `24:00`; undefined for another text. */
export function minuteOfDay(text: string): number | undefined {
  if (text === "24:00") return 1440;
  const parsed = /^\d\d:\d\d$/.test(text) ? parseTimeText(`1970-01-01T${text}`) : undefined;
  return parsed?.ok === true && parsed.value.form === "local" ? parsed.value.local / 60_000 : undefined;
}

/** What a value of a rule must be, for its reader and for people. */
export function expectedOf(spec: ParamSpec): string {
  switch (spec.kind) {
    case "amount":
      return `number ${spec.least} to ${spec.most}`;
    case "amounts":
      return `list of numbers ${spec.least} to ${spec.most}`;
    case "clock":
      return "time of the clock, HH:MM";
    case "name":
      return spec.among.join(" | ");
    case "names":
      return `list of ${spec.among.join(" | ")}`;
  }
}

const isAmount = (value: unknown, { least, most }: { readonly least: number; readonly most: number }): boolean =>
  typeof value === "number" && value >= least && value <= most;

/** Whether a value is what a measure expects. */
export function fits(value: unknown, spec: ParamSpec): boolean {
  switch (spec.kind) {
    case "amount":
      return isAmount(value, spec);
    case "amounts":
      return Array.isArray(value) && value.length > 0 && value.every((each) => isAmount(each, spec));
    case "clock":
      return typeof value === "string" && minuteOfDay(value) !== undefined;
    case "name":
      return spec.among.some((name) => name === value);
    case "names":
      return (
        Array.isArray(value) && value.length > 0 && value.every((each) => spec.among.some((name) => name === each))
      );
  }
}

/** The values of a rule, with the measure's own where the rule says nothing. */
export function measureParams(measure: Measure, given: Readonly<Record<string, MeasureValue>> = {}): MeasureParams {
  const chosen = (name: string): MeasureValue | undefined =>
    Object.hasOwn(given, name) ? given[name] : measure.params[name]?.default;
  return {
    amount: (name) => Number(chosen(name)),
    amounts: (name) => chosen(name) as readonly number[],
    minuteOfDay: (name) => minuteOfDay(String(chosen(name))) ?? 0,
    name: (name) => String(chosen(name)),
    names: (name) => chosen(name) as readonly string[],
  };
}

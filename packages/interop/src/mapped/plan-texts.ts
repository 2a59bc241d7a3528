import type { DependencyType, ItemSchedule, Lag } from "@evenkeel/core";

/** A duration as plans in tables write it. */
export interface PlanDuration {
  readonly minutes: number;
  readonly unit: NonNullable<ItemSchedule["shownUnit"]>;
  /** Runs around the clock. */
  readonly elapsed: boolean;
  /** A question mark or a tilde stands beside it. */
  readonly estimated: boolean;
}

/** Units by their first letters; working minutes of each, and minutes of the clock. */
const units = [
  { name: /^(?:months?|mons?|mo)$/, unit: "months", working: 20 * 480, elapsed: 30 * 1440 },
  { name: /^(?:minutes?|mins?|m)$/, unit: "minutes", working: 1, elapsed: 1 },
  { name: /^(?:hours?|hrs?|h)$/, unit: "hours", working: 60, elapsed: 60 },
  { name: /^(?:days?|dys?|d)$/, unit: "days", working: 480, elapsed: 1440 },
  { name: /^(?:weeks?|wks?|w)$/, unit: "weeks", working: 5 * 480, elapsed: 7 * 1440 },
] as const;

const amount = String.raw`(\d{1,6}(?:[.,]\d{1,4})?)`;
const durationShape = new RegExp(String.raw`^(~?)${amount}\s*(e?)([a-z]*)\.?\s*(\??)$`, "i");
const linkShape = new RegExp(
  String.raw`^(.{1,200}?)\s*(FS|SS|FF|SF)?\s*(?:([+-])\s*${amount}\s*(?:(e?%)|(e?)([a-z]+)\.?))?$`,
  "i",
);

const numberOf = (text: string): number => Number(text.replace(",", "."));

/** Reads `5 days`, `2 wks?`, `3 ed` (elapsed), `~4h`; a bare number stands for `bare`. Undefined for anything else. */
export function planDuration(text: string, bare: "minutes" | "hours" | "days" = "days"): PlanDuration | undefined {
  const match = durationShape.exec(text.trim());
  if (match === null) return undefined;
  const [, about, number = "", elapsed, name = "", question] = match;
  const named = name === "" ? bare : name.toLowerCase();
  const found = units.find((each) => each.name.test(named));
  if (found === undefined) return undefined;
  const isElapsed = elapsed !== "";
  return {
    minutes: numberOf(number) * (isElapsed ? found.elapsed : found.working),
    unit: found.unit,
    elapsed: isElapsed,
    estimated: about !== "" || question !== "",
  };
}

/** A predecessor as plans in tables write it. */
export interface PlanLink {
  readonly reference: string;
  readonly type: DependencyType;
  readonly lag?: Lag;
}

/** Reads `12`, `12FS`, `3SS+2 days`, `4FF-50%`; undefined where the rest behind a sign is no lag. */
export function planLink(text: string): PlanLink | undefined {
  const match = linkShape.exec(text.trim());
  if (match === null) return undefined;
  const [, reference = "", type = "FS", sign, number = "", percent, elapsed, name = ""] = match;
  const link = { reference, type: type.toUpperCase() as DependencyType };
  if (sign === undefined) return link;
  const signed = (sign === "-" ? -1 : 1) * numberOf(number);
  if (percent !== undefined) {
    const basis = percent.length > 1 ? "elapsed" : "working";
    return { ...link, lag: { amount: signed / 100, unit: "percent", basis } };
  }
  const found = units.find((each) => each.name.test(name.toLowerCase()));
  if (found === undefined) return undefined;
  const isElapsed = elapsed !== "";
  const minutes = signed * (isElapsed ? found.elapsed : found.working);
  return { ...link, lag: { amount: minutes, unit: "minutes", basis: isElapsed ? "elapsed" : "working" } };
}

/** The share that `40%`, `40 %` or `40` stands for; 0..1, undefined for anything else. */
export function planShare(text: string): number | undefined {
  const match = /^(\d{1,3}(?:[.,]\d{1,6})?)\s*%?$/.exec(text.trim());
  const share = match === null ? Number.NaN : numberOf(match[1] as string) / 100;
  return share >= 0 && share <= 1 ? share : undefined;
}

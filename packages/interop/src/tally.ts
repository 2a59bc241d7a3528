import { compareText } from "@evenkeel/kernel";
import type { FieldFate } from "./types.js";

/** What becomes of the fields at a place of the input. */
export interface FateRule {
  /** Segments divided by `/`; `*` stands for one segment, a last `**` for any rest (also none). */
  readonly source: string;
  readonly fate: FieldFate["fate"];
  readonly to?: string;
  readonly why?: string;
}

/** Counts what became of each field; readers feed it, nothing else keeps accounts. */
export interface Tally {
  readonly add: (source: string, fate: Omit<FateRule, "source">, count?: number) => void;
  /** Ordered by first appearance. */
  readonly rows: () => FieldFate[];
}

/** Sources beyond so many are counted together. */
const maxSources = 10_000;

/** An empty tally. */
export function createTally(): Tally {
  const counts = new Map<string, { row: Omit<FieldFate, "count">; count: number }>();
  const add: Tally["add"] = (source, fate, count = 1) => {
    if (count === 0) return;
    const shown = counts.size < maxSources ? source : "…";
    const key = `${fate.fate}\u0000${fate.to ?? ""}\u0000${fate.why ?? ""}\u0000${source}`;
    const found = counts.get(key);
    if (found !== undefined) {
      found.count += count;
      return;
    }
    const foldedKey = shown === source ? key : `${fate.fate}\u0000\u0000\u0000…`;
    const folded = counts.get(foldedKey);
    if (folded !== undefined) folded.count += count;
    else {
      const { to, why } = fate;
      const row = {
        source: shown,
        fate: fate.fate,
        ...(to === undefined ? {} : { to }),
        ...(why === undefined ? {} : { why }),
      };
      counts.set(foldedKey, { row, count });
    }
  };
  return {
    add,
    rows: () =>
      [...counts.values()]
        .map(({ row, count }) => ({ ...row, count }))
        .sort((a, b) => compareText(a.source, b.source) || compareText(a.fate, b.fate)),
  };
}

function matches(rule: readonly string[], path: readonly string[]): boolean {
  for (let at = 0; at < rule.length; at++) {
    if (rule[at] === "**") return true;
    if (at >= path.length || (rule[at] !== "*" && rule[at] !== path[at])) return false;
  }
  return rule.length === path.length;
}

/** The fate of a place: the first rule that fits, else `otherwise`; remembers its answers. */
export function compileFates(
  rules: readonly FateRule[],
  otherwise: Omit<FateRule, "source">,
): (source: string) => Omit<FateRule, "source"> {
  const split = rules.map((rule) => ({ rule, segments: rule.source.split("/") }));
  const known = new Map<string, Omit<FateRule, "source">>();
  return (source) => {
    const before = known.get(source);
    if (before !== undefined) return before;
    const path = source.split("/");
    const fate = split.find(({ segments }) => matches(segments, path))?.rule ?? otherwise;
    if (known.size < maxSources) known.set(source, fate);
    return fate;
  };
}

/** The fate of what no rule names: kept where it is said to be kept, else dropped. */
export const unnamedFate = (keep: boolean, to: string): Omit<FateRule, "source"> =>
  keep ? { fate: "kept-raw", to } : { fate: "dropped", why: "kept only when asked for" };

/** Rules of one fate from a list of places, optionally `place > target`. */
export function fates(fate: FieldFate["fate"], why: string | undefined, ...places: readonly string[]): FateRule[] {
  return places.map((place) => {
    const [source = "", to] = place.split(" > ");
    return { source, fate, ...(to === undefined ? {} : { to }), ...(why === undefined ? {} : { why }) };
  });
}

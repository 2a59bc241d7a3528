import type { StateCategory } from "@evenkeel/core";

/** Names a status of unknown category is judged by; English only. */
const names: readonly (readonly [RegExp, StateCategory])[] = [
  [/^(backlog|to ?do|open|new|reopened|selected for development|ready.*|triage|icebox)$/i, "proposed"],
  [/^(blocked|on hold|waiting.*)$/i, "waiting"],
  [/^(done|closed|resolved|released|completed?)$/i, "done"],
  [/^(cancell?ed|won'?t (do|fix)|rejected|declined|duplicate|abandoned|obsolete)$/i, "dropped"],
];

/** The category an English status name suggests; undefined where it suggests none. */
export function categoryByName(name: string): StateCategory | undefined {
  return names.find(([pattern]) => pattern.test(name.trim()))?.[1];
}

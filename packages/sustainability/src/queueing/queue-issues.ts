import { type Issue, issue } from "@evenkeel/kernel";

/** Internal: the range a value of a queue has to lie in. */
export type QueueRange = "share" | "atLeastZero" | "aboveZero" | "probability" | "servers";

const isIn: Readonly<Record<QueueRange, (value: number) => boolean>> = {
  share: (value) => value >= 0 && value < 1,
  atLeastZero: (value) => value >= 0 && value < Number.POSITIVE_INFINITY,
  aboveZero: (value) => value > 0 && value < Number.POSITIVE_INFINITY,
  probability: (value) => value >= 0 && value < 1,
  servers: (value) => Number.isInteger(value) && value >= 1 && value <= 1_000_000,
};

/** Internal: an issue for each value out of its range; a queue whose utilisation is 1 or more grows without end. */
export function queueIssues(input: object, ranges: Readonly<Record<string, QueueRange>>): Issue[] {
  return Object.entries(ranges).flatMap(([name, range]) => {
    const value: unknown = Object.hasOwn(input, name) ? Reflect.get(input, name) : undefined;
    if (typeof value === "number" && isIn[range](value)) return [];
    const endless = range === "share" && typeof value === "number" && value >= 1;
    const facts = endless ? { found: value } : { name, found: String(value) };
    return [
      issue(endless ? "sustainability/unstable-queue" : "sustainability/impossible-queue-value", {
        path: [name],
        facts,
      }),
    ];
  });
}

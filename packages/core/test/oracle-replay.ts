import type { WorkEvent } from "../src/index.js";

const categories: Record<string, string> = {
  todo: "proposed",
  wait: "waiting",
  doing: "active",
  done: "done",
  no: "dropped",
};

/** Start and finish of one item by walking every second: the naive reading of the definitions. */
export function walkSeconds(events: readonly WorkEvent[], id: string): { startedAt?: number; finishedAt?: number } {
  const mine = events.filter((event) => event.subject.id === id && event.type === "stateChanged");
  const found: { startedAt?: number; finishedAt?: number } = {};
  let category: string | undefined;
  for (let second = 0; second < 3600; second++) {
    const now = Date.UTC(2026, 4, 1) + second * 1000;
    const due = mine.filter(({ at }) => Date.parse(at) === now).sort((a, b) => (a.id < b.id ? -1 : 1));
    for (const event of due) {
      const next = categories[(event as { to: string }).to];
      if (next === "active") found.startedAt ??= now;
      if (next === "done" && category !== "done") found.finishedAt = now;
      if (next !== "done") delete found.finishedAt;
      category = next;
    }
  }
  return found;
}

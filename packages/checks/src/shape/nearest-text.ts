import { compareText } from "@evenkeel/kernel";

/** Longer texts are compared by their beginning, so that a hostile one costs little. */
const compared = 80;

/** Fewest letters to insert, delete or replace to make one text of the other. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_none, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The known text that takes fewest edits to reach; of equals the first by code units. */
export function nearestText(text: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const distance = editDistance(text.slice(0, compared), candidate.slice(0, compared));
    if (distance < least || (distance === least && best !== undefined && compareText(candidate, best) < 0)) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}

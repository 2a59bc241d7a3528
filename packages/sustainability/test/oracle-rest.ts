const minute = 60_000;

/** Longest rest in [from, to) by looking at every five minutes. */
export function walkRest(spans: readonly { from: number; to: number }[], from: number, to: number): number {
  let longest = 0;
  let run = 0;
  for (let at = from; at < to; at += 5 * minute) {
    run = spans.some((span) => span.from <= at && at < span.to) ? 0 : run + 5;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** Smallest set of people whose loss leaves under half of the items with an author, by trying every set. */
export function everySet(authors: ReadonlyMap<string, readonly string[]>): number {
  const people = [...new Set([...authors.values()].flat())];
  let fewest = people.length;
  for (let set = 0; set < 2 ** people.length; set++) {
    const gone = people.filter((_, index) => Math.floor(set / 2 ** index) % 2 === 1);
    const left = [...authors.values()].filter((own) => own.some((person) => !gone.includes(person))).length;
    if (left / authors.size < 0.5) fewest = Math.min(fewest, gone.length);
  }
  return fewest;
}

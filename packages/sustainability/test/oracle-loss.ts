/** Whether the loss of some people leaves under half of the units with anyone, from the definition. */
export function isEnough(holders: ReadonlyMap<string, readonly string[]>, gone: readonly string[]): boolean {
  const left = [...holders.values()].filter((ids) => ids.some((id) => !gone.includes(id))).length;
  return left * 2 < holders.size || holders.size === 0;
}

/** Size of the smallest set that is enough, by trying every set. */
export function everyLoss(holders: ReadonlyMap<string, readonly string[]>): number {
  const people = [...new Set([...holders.values()].flat())];
  let fewest = people.length;
  for (let set = 0; set < 2 ** people.length; set++) {
    const gone = people.filter((_, index) => Math.floor(set / 2 ** index) % 2 === 1);
    if (gone.length < fewest && isEnough(holders, gone)) fewest = gone.length;
  }
  return fewest;
}

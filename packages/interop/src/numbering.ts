/** Numbers for ids: an id that is a number of at least `least` keeps it, others get the next free one in the order of the rows. */
export function numbering(ids: readonly string[], least = 1): (id: string) => string {
  const taken = new Set(ids.filter((id) => /^(0|[1-9]\d{0,8})$/.test(id) && Number(id) >= least));
  const numbers = new Map<string, string>();
  let next = least;
  for (const id of ids) {
    if (taken.has(id)) numbers.set(id, id);
    else if (!numbers.has(id)) {
      while (taken.has(String(next))) next++;
      numbers.set(id, String(next++));
    }
  }
  return (id) => numbers.get(id) ?? "-1";
}

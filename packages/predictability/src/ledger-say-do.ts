import { sumExact } from "@evenkeel/stats";
import type { FollowedPromise } from "./ledger-follow.js";
import type { LedgerPromise, SayDo } from "./ledger-types.js";

interface Said {
  readonly committed: number;
  readonly done: number;
  readonly added: number;
  readonly removed: number;
}

type Of<Kind extends LedgerPromise["kind"]> = Extract<LedgerPromise, { kind: Kind }>;

function ofCount(promise: Of<"count">, { amount = 0, revisions }: FollowedPromise): Said {
  let [value, added, removed] = [promise.value, 0, 0];
  for (const revision of revisions) {
    if (typeof revision.value !== "number" || revision.at > promise.due) continue;
    added += Math.max(0, revision.value - value);
    removed += Math.max(0, value - revision.value);
    value = revision.value;
  }
  return { committed: promise.value, done: Math.min(amount, promise.value), added, removed };
}

function ofScope(promise: Of<"scope">, { amount = 0, revisions }: FollowedPromise): Said {
  const first = new Set(promise.value);
  const lists = revisions.flatMap(({ at, value }) => (typeof value === "number" || at > promise.due ? [] : [value]));
  const added = new Set(lists.flat().filter((item) => !first.has(item)));
  const last = new Set(lists.at(-1) ?? promise.value);
  return {
    committed: first.size,
    done: amount,
    added: added.size,
    removed: [...first].filter((item) => !last.has(item)).length,
  };
}

/** Said and done for one kind, over promises whose date has passed. */
export function sayDoOf(kind: "count" | "scope", promises: readonly FollowedPromise[], now: number): SayDo[] {
  const said = promises.flatMap((each): Said[] => {
    const { promise } = each;
    if (promise.kind !== kind || promise.due >= now) return [];
    return [promise.kind === "count" ? ofCount(promise, each) : ofScope(promise, each)];
  });
  if (said.length === 0) return [];
  const total = (field: keyof Said): number => sumExact(said.map((each) => each[field]));
  const [committed, done] = [total("committed"), total("done")];
  const share = committed > 0 ? { share: done / committed } : {};
  return [{ kind, promises: said.length, committed, done, ...share, added: total("added"), removed: total("removed") }];
}

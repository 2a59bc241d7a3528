import type { Json } from "@evenkeel/kernel";
import type { Draft } from "../draft.js";
import { isObject, pointer } from "../json-text.js";
import { type FateRule, unnamedFate } from "../tally.js";

/** The fate of a place. */
export type FateOf = (source: string) => Omit<FateRule, "source">;

const isEmpty = (value: Json): boolean =>
  value === null || (typeof value === "object" && Object.keys(value).length === 0);

/** What the account of one document shares. */
export interface Account {
  readonly draft: Draft;
  readonly fateOf: FateOf;
  /** Records of the input, with the name their places begin with. */
  readonly places: Map<object, string>;
}

function keepJson(account: Account, value: Json, place: string): Json | undefined {
  if (isEmpty(value)) return undefined;
  const isElsewhere = (each: Json) =>
    typeof each === "object" && each !== null && (account.places.has(each) || account.draft.lost.has(each));
  if (Array.isArray(value)) {
    const kept = (value as readonly Json[])
      .map((each) => (isElsewhere(each) ? undefined : keepJson(account, each, `${place}/*`)))
      .filter((each) => each !== undefined);
    return kept.length === 0 ? undefined : kept;
  }
  if (!isObject(value)) return account.fateOf(place).fate === "kept-raw" ? value : undefined;
  const kept = Object.keys(value).flatMap((key): [string, Json][] => {
    const each = value[key] as Json;
    const inner = isElsewhere(each) ? undefined : keepJson(account, each, `${place}/${pointer(key)}`);
    return inner === undefined ? [] : [[key, inner]];
  });
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

/**
 * What of a record has no place in the model, as it is, for its `customFields`: the parts that have one, what is empty, and
 * records within it, which keep their own, are left out.
 */
export function keptFields(
  account: Account,
  record: Json,
  place: string,
): { readonly [name: string]: Json } | undefined {
  const kept = keepJson(account, record, place);
  return isObject(kept) ? kept : undefined;
}

interface Step {
  readonly value: Json;
  readonly at: string;
  readonly why: string | undefined;
}

/**
 * Counts every leaf of a document by the fate of its place. Within a record of `places` the place begins anew with the name
 * given there, so that one set of rules holds however the records are wrapped.
 */
export function tallyPlaces({ draft, fateOf, places }: Account, root: Json): void {
  const stack: Step[] = [{ value: root, at: "", why: undefined }];
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    const { value, at } = step;
    const isNode = typeof value === "object" && value !== null;
    const why = step.why ?? (isNode ? draft.lost.get(value) : undefined);
    const place = (isNode ? places.get(value) : undefined) ?? at;
    const inner = place === "" ? "" : `${place}/`;
    if (isNode && !isEmpty(value)) {
      const entries = Array.isArray(value)
        ? value.map((each): [string, Json] => ["*", each])
        : Object.entries(value as { readonly [key: string]: Json });
      for (const [key, each] of entries) stack.push({ value: each, at: inner + pointer(key), why });
      continue;
    }
    const fate = fateOf(place);
    if (why !== undefined) draft.tally.add(place, { fate: "dropped", why });
    else if (value === null || (isNode && fate.fate === "kept-raw"))
      draft.tally.add(place, { fate: "dropped", why: "empty" });
    else draft.tally.add(place, fate);
  }
}

/** The fate of what no rule of a tracker names: kept on its row, or dropped where nothing is to be kept. */
export const unnamedIn = ({ options }: Draft): Omit<FateRule, "source"> =>
  unnamedFate(options.keepUnmapped ?? true, "customFields");

import { type Issue, issue } from "@evenkeel/kernel";
import { countingOrder } from "./counting-order.js";
import type { Outline } from "./outline.js";
import type { LinkInput, LinkType } from "./types.js";

/** Position = code in the columns. */
export const linkTypes: readonly LinkType[] = ["FS", "SS", "FF", "SF"];

/** Of each link the positions of its ends and its type; the type `unusable` where one is not to be had. */
export interface ResolvedLinks {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly type: Uint8Array;
  readonly hasLag: Uint8Array;
}

/** See `ResolvedLinks`. */
export const unusable = 0xff;

function nameFaults(
  link: LinkInput,
  at: number,
  from: number | undefined,
  to: number | undefined,
  tie: number,
  issues: Issue[],
): void {
  for (const [side, found] of [
    ["predecessor", from],
    ["successor", to],
  ] as const) {
    const id = link[side];
    if (found === undefined)
      issues.push(issue("scheduling/unknown-activity", { path: ["links", at, side], subject: [id], facts: { id } }));
  }
  if (tie !== -1) return;
  const about = { path: ["links", at, "type"], subject: [link.predecessor, link.successor] };
  issues.push(issue("scheduling/unknown-link-type", { ...about, facts: { found: String(link.type) } }));
}

/** Visits the rows of links once, for they lie far apart; returns how many cannot be used. */
function resolveAll(
  links: readonly LinkInput[],
  { positionOf }: Outline,
  { from, to, type, hasLag }: ResolvedLinks,
): number {
  let faults = 0;
  for (let at = 0; at < links.length; at++) {
    const link = links[at]!;
    const a = positionOf.get(link.predecessor);
    const b = positionOf.get(link.successor);
    const tie = link.type === undefined ? 0 : linkTypes.indexOf(link.type);
    if (a === undefined || b === undefined || tie === -1) {
      faults++;
      continue;
    }
    from[at] = a;
    to[at] = b;
    type[at] = tie;
    if (link.lag !== undefined) hasLag[at] = 1;
  }
  return faults;
}

function nameAllFaults(links: readonly LinkInput[], { positionOf }: Outline, issues: Issue[]): void {
  links.forEach((link, at) => {
    const tie = link.type === undefined ? 0 : linkTypes.indexOf(link.type);
    nameFaults(link, at, positionOf.get(link.predecessor), positionOf.get(link.successor), tie, issues);
  });
}

/** Links, by predecessor in `order`, that tie the same two by the same type again: marks of successors tell who tied them how. */
function repeatedLinks({ from, to, type }: ResolvedLinks, order: Int32Array, count: number): number[] {
  const tiedBy = new Int32Array(count).fill(-1);
  const ties = new Uint8Array(count);
  const again: number[] = [];
  for (let k = 0; k < order.length; k++) {
    const at = order[k]!;
    if (type[at] === unusable) continue;
    const successor = to[at]!;
    const known = tiedBy[successor] === from[at] ? ties[successor]! : 0;
    const tie = 1 << type[at]!;
    if ((known & tie) !== 0) again.push(at);
    tiedBy[successor] = from[at]!;
    ties[successor] = known | tie;
  }
  return again;
}

/** Says which links repeat others, and leaves these out. */
export function dropRepeated(
  links: readonly LinkInput[],
  resolved: ResolvedLinks,
  count: number,
  issues: Issue[],
): void {
  const { from, type } = resolved;
  const again = repeatedLinks(resolved, countingOrder(from, count), count);
  for (const at of again.sort((x, y) => x - y)) {
    const { predecessor, successor } = links[at]!;
    const subject = [predecessor, successor];
    const facts = { predecessor, successor, type: linkTypes[type[at]!]! };
    issues.push(issue("scheduling/duplicate-link", { path: ["links", at], subject, facts }));
    type[at] = unusable;
  }
}

/** Leaves out, and names, links between an activity and what it is part of. */
export function dropNested(
  links: readonly LinkInput[],
  { from, to, type }: ResolvedLinks,
  outline: Outline,
  issues: Issue[],
): void {
  for (let at = 0; at < links.length; at++) {
    const a = from[at]!;
    const b = to[at]!;
    if (type[at] === unusable || outline.isInactive[a] === 1 || a === b) continue;
    if (!outline.isWithin(a, b) && !outline.isWithin(b, a)) continue;
    const { predecessor, successor } = links[at]!;
    const subject = [predecessor, successor];
    const about = { severity: "warning" as const, path: ["links", at], subject };
    issues.push(issue("scheduling/link-within-summary", { ...about, facts: { ids: subject } }));
    type[at] = unusable;
  }
}

/** Resolves all links; what cannot be resolved is named. */
export function resolveLinks(links: readonly LinkInput[], outline: Outline, issues: Issue[]): ResolvedLinks {
  const resolved: ResolvedLinks = {
    from: new Int32Array(links.length),
    to: new Int32Array(links.length),
    type: new Uint8Array(links.length).fill(unusable),
    hasLag: new Uint8Array(links.length),
  };
  if (resolveAll(links, outline, resolved) > 0) nameAllFaults(links, outline, issues);
  return resolved;
}

import type { Check } from "@evenkeel/checks";
import { type Handoff, isSharedWork, ownerOf } from "@evenkeel/core";
import { sources } from "../citations.js";
import { failIfKnown, linkCheck } from "../rules.js";
import type { ClarityInput } from "../types.js";

/** What a handoff does not say. */
export function absentParts(handoff: Handoff | undefined): string[] {
  const absent: string[] = [];
  if (handoff?.from === undefined) absent.push("from");
  if (handoff?.to === undefined) absent.push("to");
  if (handoff?.what === undefined) absent.push("what");
  if (handoff?.neededBy === undefined && handoff?.promisedBy === undefined) absent.push("when");
  if (handoff?.acceptance === undefined) absent.push("acceptance");
  return absent;
}

/** C13: a dependency between two owners is an agreed handoff: from whom, to whom, what, when, and what makes it acceptable. */
export const missingHandoff: Check<ClarityInput> = /* @__PURE__ */ linkCheck(
  {
    id: "clarity/missing-handoff",
    kind: "heuristic",
    citation: [sources.conversation],
    needs: ["dependencies.handoff", "assignments.itemId"],
    applies: isSharedWork,
  },
  ({ row: { id, handoff }, before, after }, context) => {
    const [giver, taker] = [ownerOf(before), ownerOf(after)];
    if (giver === undefined || taker === undefined || giver.id === taker.id) return undefined;
    const absent = absentParts(handoff);
    if (absent.length === 0) return "pass";
    const facts = { predecessor: before.row.title, successor: after.row.title, absent };
    const evidence = [
      { table: "dependencies", id },
      { table: "items", id: before.row.id },
      { table: "items", id: after.row.id },
    ];
    return failIfKnown(context, "dependencies", id, "handoff", { facts, evidence });
  },
);

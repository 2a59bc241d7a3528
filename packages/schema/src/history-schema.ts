import type { WorkHistory } from "@evenkeel/core";
import * as z from "zod/mini";
import { id, instant, num, text, time } from "./parts.js";
import { coverage, rowFields, subject } from "./row-schema.js";

const opt = z.exactOptional;
const change = z.enum(["added", "removed"]);
const base = {
  id,
  at: time,
  recordedAt: opt(instant),
  subject,
  actor: opt(id),
  source: z.enum(["exact", "inferred"]),
  corrects: opt(id),
  sources: rowFields.sources,
  extensions: rowFields.extensions,
};
const event = <Type extends string, Facts extends z.core.$ZodLooseShape>(type: Type, facts: Facts) =>
  z.strictObject({ ...base, type: z.literal(type), ...facts });

const workEvent = z.discriminatedUnion("type", [
  event("created", { stateId: opt(id), row: opt(z.json()), before: opt(id) }),
  event("removed", { leaves: opt(z.literal("empty")) }),
  event("stateChanged", { from: opt(id), to: id, containerId: opt(id) }),
  event("membershipChanged", { containerId: id, change }),
  event("assigned", { assigneeId: id, role: opt(text) }),
  event("unassigned", { assigneeId: id, role: opt(text) }),
  event("blocked", { reason: opt(text) }),
  event("unblocked", { reason: opt(text) }),
  event("estimated", { of: text, from: opt(num), to: num }),
  event("commitmentMade", { due: time, probability: opt(num) }),
  event("commitmentRenegotiated", { due: time, reason: opt(text) }),
  event("commitmentWithdrawn", { reason: opt(text) }),
  event("commitmentMet", { note: opt(text) }),
  event("commitmentMissed", { note: opt(text) }),
  event("handoffOffered", { to: opt(id) }),
  event("handoffAccepted", { by: opt(id) }),
  event("handoffReturned", { by: opt(id), reason: opt(text) }),
  event("expectationClarified", { note: opt(text) }),
  event("expectationAcknowledged", { by: opt(id) }),
  event("expectationQuestioned", { by: opt(id), question: opt(text) }),
  event("decisionMade", { result: text }),
  event("accepted", { by: opt(id) }),
  event("reopened", { reason: opt(text) }),
  event("outcomeRead", { value: num }),
  event("scopeChanged", { itemId: id, change }),
  event("linkChanged", { otherId: id, change, kind: opt(text) }),
  event("dateChanged", { field: text, from: opt(time), to: opt(time) }),
  event("changed", { field: text, from: opt(z.json()), to: opt(z.json()) }),
]);

/** The schema of a history. */
export const workHistorySchema: z.ZodMiniType<WorkHistory> = z.strictObject({
  formatVersion: z.literal(1),
  coverage: opt(coverage),
  events: z.array(workEvent),
  truncated: opt(z.array(subject)),
  extensions: rowFields.extensions,
});

import type { Json } from "@evenkeel/kernel";
import type { AnyTimeText, InstantText, Row, SourceReference, Subject } from "./common.js";
import type { Coverage } from "./plan.js";

/** What all events share. */
export interface EventBase {
  readonly id: string;
  /** When it happened; an instant, or a day where the source knows no more. */
  readonly at: AnyTimeText;
  /** When it was recorded, if later. */
  readonly recordedAt?: InstantText;
  readonly subject: Subject;
  /** Person id. */
  readonly actor?: string;
  /** exact: from recorded history; inferred: derived from stamps or snapshots. */
  readonly source: "exact" | "inferred";
  /** Id of the event this one replaces. */
  readonly corrects?: string;
  readonly sources?: readonly SourceReference[];
  readonly extensions?: Row["extensions"];
}

/** The facts each type of event holds. */
export interface EventFacts {
  /** `row`: the row as it was made, `before`: id of the row it stands before; histories of edits carry them. */
  readonly created: { readonly stateId?: string; readonly row?: Json; readonly before?: string };
  /** `leaves`: an empty table stays where the last row went. */
  readonly removed: { readonly leaves?: "empty" };
  readonly stateChanged: { readonly from?: string; readonly to: string; readonly containerId?: string };
  readonly membershipChanged: { readonly containerId: string; readonly change: "added" | "removed" };
  readonly assigned: { readonly assigneeId: string; readonly role?: string };
  readonly unassigned: { readonly assigneeId: string; readonly role?: string };
  readonly blocked: { readonly reason?: string };
  readonly unblocked: { readonly reason?: string };
  readonly estimated: { readonly of: string; readonly from?: number; readonly to: number };
  readonly commitmentMade: { readonly due: AnyTimeText; readonly probability?: number };
  readonly commitmentRenegotiated: { readonly due: AnyTimeText; readonly reason?: string };
  readonly commitmentWithdrawn: { readonly reason?: string };
  readonly commitmentMet: { readonly note?: string };
  readonly commitmentMissed: { readonly note?: string };
  readonly handoffOffered: { readonly to?: string };
  readonly handoffAccepted: { readonly by?: string };
  readonly handoffReturned: { readonly by?: string; readonly reason?: string };
  readonly expectationClarified: { readonly note?: string };
  readonly expectationAcknowledged: { readonly by?: string };
  readonly expectationQuestioned: { readonly by?: string; readonly question?: string };
  readonly decisionMade: { readonly result: string };
  readonly accepted: { readonly by?: string };
  readonly reopened: { readonly reason?: string };
  readonly outcomeRead: { readonly value: number };
  readonly scopeChanged: { readonly itemId: string; readonly change: "added" | "removed" };
  readonly linkChanged: { readonly otherId: string; readonly change: "added" | "removed"; readonly kind?: string };
  readonly dateChanged: { readonly field: string; readonly from?: AnyTimeText; readonly to?: AnyTimeText };
  readonly changed: { readonly field: string; readonly from?: Json; readonly to?: Json };
}

/** The types of events. */
export type EventType = keyof EventFacts;

/** Something that happened. */
export type WorkEvent = {
  readonly [Type in EventType]: EventBase & { readonly type: Type } & EventFacts[Type];
}[EventType];

/** What happened; stored in recording order, read by (at, recordedAt, id). */
export interface WorkHistory {
  readonly formatVersion: 1;
  readonly coverage?: readonly Coverage[];
  readonly events: readonly WorkEvent[];
  /** Items whose older events the source cut away. */
  readonly truncated?: readonly Subject[];
  readonly extensions?: Row["extensions"];
}

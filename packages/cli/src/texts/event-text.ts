import type { HistoryQuality, Row, TableName, WorkEvent } from "@evenkeel/core";
import { canonicalJson, inertText } from "@evenkeel/kernel";
import type { WorkPlan } from "evenkeel";
import { clipped } from "./lines.js";

const longest = 60;
const named = (plan: WorkPlan, table: TableName, id: string): string => {
  const row = ((plan[table] ?? []) as readonly Row[]).find((each) => each.id === id) as
    | (Row & { readonly title?: string; readonly name?: string; readonly what?: string; readonly question?: string })
    | undefined;
  return row?.title ?? row?.name ?? row?.what ?? row?.question ?? id;
};
const value = (of: unknown): string => (typeof of === "string" ? of : of === undefined ? "nothing" : canonicalJson(of));
const because = (reason: string | undefined): string => (reason === undefined ? "" : `: ${reason}`);

/** What an event says happened, without its subject. */
function said(plan: WorkPlan, event: WorkEvent): string {
  const person = (id: string): string => named(plan, "people", id);
  switch (event.type) {
    case "created":
      return "is new";
    case "removed":
      return "is gone";
    case "stateChanged":
      return event.from === undefined ? `is now in ${event.to}` : `went from ${event.from} to ${event.to}`;
    case "membershipChanged":
      return `was ${event.change} ${event.change === "added" ? "to" : "from"} ${named(plan, "containers", event.containerId)}`;
    case "assigned":
      return `was given to ${person(event.assigneeId)}${event.role === undefined ? "" : ` as ${event.role}`}`;
    case "unassigned":
      return `was taken from ${person(event.assigneeId)}`;
    case "blocked":
      return `is blocked${because(event.reason)}`;
    case "unblocked":
      return `is free again${because(event.reason)}`;
    case "estimated":
      return `${event.of} is estimated at ${event.to}${event.from === undefined ? "" : `, was ${event.from}`}`;
    case "commitmentMade":
      return `was promised for ${event.due}`;
    case "commitmentRenegotiated":
      return `was agreed anew for ${event.due}${because(event.reason)}`;
    case "commitmentWithdrawn":
      return `was withdrawn${because(event.reason)}`;
    case "commitmentMet":
      return `was kept${because(event.note)}`;
    case "commitmentMissed":
      return `was missed${because(event.note)}`;
    case "handoffOffered":
      return "was offered";
    case "handoffAccepted":
      return "was accepted by its receiver";
    case "handoffReturned":
      return `was returned${because(event.reason)}`;
    case "expectationClarified":
      return `was clarified${because(event.note)}`;
    case "expectationAcknowledged":
      return "was acknowledged";
    case "expectationQuestioned":
      return `was asked about${because(event.question)}`;
    case "decisionMade":
      return `was decided: ${event.result}`;
    case "accepted":
      return "was accepted";
    case "reopened":
      return `was opened again${because(event.reason)}`;
    case "outcomeRead":
      return `was measured: ${event.value}`;
    case "scopeChanged":
      return `${named(plan, "items", event.itemId)} was ${event.change}`;
    case "linkChanged":
      return `link with ${named(plan, "items", event.otherId)} was ${event.change}`;
    case "dateChanged":
    case "changed":
      return `${event.field}: ${value(event.from)} is now ${value(event.to)}`;
  }
}

/** One event as a line: when, who, what. */
export function eventLine(plan: WorkPlan, event: WorkEvent): string {
  const who = event.actor === undefined ? "" : `${named(plan, "people", event.actor)}: `;
  const { table, id } = event.subject;
  const inferred = event.source === "inferred" ? " (inferred)" : "";
  const what = clipped(`"${named(plan, table, id)}" ${said(plan, event)}`, 3 * longest);
  return `${event.at.slice(0, 16).replace("T", " ")}  ${inertText(who)}${inertText(what)}${inferred}\n`;
}

/** How far a history can be relied on, in a sentence; nothing where nothing is doubtful. */
export function qualityText({ events, corrected, late, fromFuture, inferred, brokenChains }: HistoryQuality): string {
  const doubts = [
    inferred > 0 ? `${inferred} inferred` : "",
    late > 0 ? `${late} recorded late` : "",
    corrected > 0 ? `${corrected} corrected` : "",
    fromFuture > 0 ? `${fromFuture} by a clock that is ahead` : "",
    brokenChains.length > 0 ? `${brokenChains.length} that do not follow from the state before` : "",
  ].filter((text) => text !== "");
  return doubts.length === 0 ? "" : `\nOf ${events} events: ${doubts.join(", ")}.\n`;
}

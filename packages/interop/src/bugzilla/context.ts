import type { StateCategory } from "@evenkeel/core";
import type { Json } from "@evenkeel/kernel";
import { type JsonObject, textAt } from "../json-text.js";
import { notePerson } from "../people.js";
import type { Account } from "../trackers/account.js";
import { categoryOfWords } from "../trackers/flow.js";
import type { RecordBook, TrackerRecord } from "../trackers/records.js";
import { noteState, type StateBook } from "../trackers/states.js";
import { either } from "../trackers/values.js";

/** Id and name of the workflow of bugs. */
export const bugzillaFlow = { id: "bugzilla", name: "Bugzilla" };

/** An entry of a history: who changed what at one instant. */
export interface Entry {
  readonly value: JsonObject;
  readonly path: readonly (string | number)[];
}

/** A bug with its history. */
export interface Bug extends TrackerRecord {
  readonly history: Entry[];
  hasHistory: boolean;
}

/** What reading one answer shares. */
export interface BugzillaContext extends Account {
  readonly bugs: RecordBook<Bug>;
  readonly states: StateBook;
  /** Changes of several values in one text. */
  joined: number;
}

const ofStatus = new Map<string, StateCategory>([
  ["UNCONFIRMED", "proposed"],
  ["NEW", "proposed"],
  ["CONFIRMED", "proposed"],
  ["REOPENED", "proposed"],
  ["ASSIGNED", "active"],
  ["IN_PROGRESS", "active"],
  ["POST", "active"],
  ["MODIFIED", "active"],
  ["ON_QA", "active"],
  ["ON_DEV", "active"],
  ["NEEDINFO", "waiting"],
]);
const closing = new Set(["RESOLVED", "VERIFIED", "CLOSED", "RELEASE_PENDING"]);
const doneBy = /^(FIXED|CURRENTRELEASE|NEXTRELEASE|RAWHIDE|ERRATA|UPSTREAM|DONE|COMPLETED|IMPLEMENTED)$/i;

/** A value the tool writes for none. */
export const isNone = (text: string | undefined): boolean => text === undefined || /^(---?|)$/.test(text.trim());

/** The state of a status with its resolution: what was not fixed was dropped. */
export function stateOf(context: BugzillaContext, status: string, resolution: string | undefined): string {
  if (isNone(resolution)) {
    const plain = closing.has(status.toUpperCase()) ? "done" : ofStatus.get(status.toUpperCase());
    return noteState(context.states, status, status, plain ?? categoryOfWords(status.replaceAll("_", " ")));
  }
  const name = `${status} ${resolution}`;
  return noteState(context.states, name, name, doneBy.test(resolution ?? "") ? "done" : "dropped");
}

/** The person of an account, with what stands of it beside; nobody where the account is the one that means so. */
export function personOf(context: BugzillaContext, account: string | undefined, detail?: Json): string | undefined {
  const name = textAt(detail, "real_name");
  if (account === undefined || account === "" || /^nobody\b/i.test(account) || /^nobody\b/i.test(name ?? ""))
    return undefined;
  const email = either(detail, "email") ?? (account.includes("@") ? account : undefined);
  return notePerson(context.draft, "bugzilla", { id: account, name: name || undefined, email });
}

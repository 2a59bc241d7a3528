import type { Json } from "@evenkeel/kernel";
import { type Draft, warn } from "../draft.js";
import { parseForeignTime } from "../foreign-time.js";
import { isObject, type JsonObject, listAt, textAt } from "../json-text.js";
import { notePerson } from "../people.js";
import type { StateBook } from "./states.js";

/** What reading one Jira export shares. */
export interface JiraContext {
  readonly draft: Draft;
  readonly book: StateBook;
  /** Names of custom fields by id, lower case. */
  readonly fieldNames: Map<string, string>;
  /** Links met before, by id. */
  readonly links: Map<string, string>;
  /** List of the board for each status id. */
  readonly columns: Map<string, string>;
  /** Custom fields with a place in the model, by id. */
  readonly mapped: Map<string, string>;
  /** Histories that stand beside the issues, by the id of the issue. */
  readonly histories: Map<string, readonly Json[]>;
}

/** One issue with its key and place. */
export interface JiraIssue {
  readonly key: string;
  readonly issue: JsonObject;
  readonly fields: JsonObject;
  readonly path: readonly (string | number)[];
}

/** Notes the person of a user object and gives the id. */
export function personOf(context: JiraContext, user: Json | undefined): string | undefined {
  const id = textAt(user, "accountId") ?? textAt(user, "name") ?? textAt(user, "key") ?? textAt(user, "displayName");
  if (id === undefined) return undefined;
  return notePerson(context.draft, "jira", {
    id,
    name: textAt(user, "displayName"),
    email: textAt(user, "emailAddress"),
    zone: textAt(user, "timeZone"),
  });
}

/** A time of Jira, offsets with or without colon; one that does not exist is an issue and left out. */
export function jiraTime(
  context: JiraContext,
  text: string | undefined,
  path: readonly (string | number)[],
): string | undefined {
  if (text === undefined || text === "") return undefined;
  const time = parseForeignTime(text);
  if (time.ok) return time.text;
  warn(context.draft, "any-impossible-date", path, [], {
    field: String(path.at(-1)),
    found: text.slice(0, 60),
    expected: "2026-05-01T08:00:00.000+0000",
  });
  return undefined;
}

/** Marks of an Atlassian document after which a line ends. */
const lineEnds = new Set(["hardBreak", "paragraph", "heading", "listItem", "taskItem", "codeBlock", "tableRow"]);

function partsOf(value: Json | undefined): string {
  const own = textAt(value, "text") ?? textAt(value, "attrs", "text") ?? "";
  const inner = listAt(value, "content").map(partsOf).join("");
  return `${own}${inner}${lineEnds.has(textAt(value, "type") ?? "") ? "\n" : ""}`;
}

/** The words of a text, or of an Atlassian document without its marks; undefined where it has none. */
export function wordsOf(value: Json | undefined): string | undefined {
  const words = typeof value === "string" ? value : partsOf(value);
  return words.trim() === "" ? undefined : words.replace(/\n{2,}/g, "\n").trim();
}

/** Text of a body: as written, or an Atlassian document as JSON. */
export function bodyText(
  value: Json | undefined,
): { readonly text: string; readonly markup: "adf" | "wiki" } | undefined {
  if (typeof value === "string") return value === "" ? undefined : { text: value, markup: "wiki" };
  return isObject(value) ? { text: JSON.stringify(value), markup: "adf" } : undefined;
}

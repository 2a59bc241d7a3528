import type { Json } from "@evenkeel/kernel";
import { listAt, member, textAt } from "../json-text.js";
import { notePerson } from "../people.js";
import type { Account } from "../trackers/account.js";
import { either } from "../trackers/values.js";

/** Id of the workflow of issues and pull requests. */
export const githubFlow = "github";

/** What a field of a project means, by its name. */
export type FieldRole = "due" | "start" | "estimate" | "iteration";

/** An issue or pull request with its place, and the events that came with it. */
export interface Ticket {
  readonly id: string;
  readonly number: string;
  readonly repository: string | undefined;
  readonly value: Json;
  readonly path: readonly (string | number)[];
  readonly isPull: boolean;
  readonly events: Json[];
  /** Whether any timeline came with it, if only an empty one. */
  hasTimeline: boolean;
  /** Whether more of its timeline was waiting. */
  isCut: boolean;
  /** Status on a project, where the input tells. */
  status: string | undefined;
}

/** What reading one answer shares. */
export interface GithubContext extends Account {
  readonly tickets: Map<string, Ticket>;
  /** Project items that hold each issue. */
  readonly holders: Map<string, Json[]>;
  /** When each closed issue was closed. */
  readonly ends: Map<string, string>;
  /** Statuses of projects met, as states. */
  readonly statuses: Set<string>;
  /** Fields of projects with a meaning, by name. */
  readonly roles: Map<string, FieldRole>;
  /** Events without an actor. */
  nobody: number;
}

/** The elements of a list, of a connection's nodes, or of its edges. */
export function nodesOf(value: Json | undefined): readonly Json[] {
  if (Array.isArray(value)) return value as readonly Json[];
  const edges = listAt(value, "edges").flatMap((edge) => member(edge, "node") ?? []);
  return [...listAt(value, "nodes"), ...edges];
}

/** The people of a value: `login` is the id. */
export function personOf(context: GithubContext, user: Json | undefined): string | undefined {
  const id = typeof user === "string" ? user : either(user, "login");
  if (id === undefined || id === "") return undefined;
  return notePerson(context.draft, "github", { id, name: textAt(user, "name"), email: textAt(user, "email") });
}

const address =
  /^https?:\/\/(?:[^/]+\/api\/v3\/repos|api\.github\.com\/repos|[^/]+)\/([^/]+\/[^/]+)\/(?:issues|pulls?)\/(\d+)(?:[/?#]|$)/;

/** Repository and number of an issue's address, of the site or of the API. */
export function addressOf(
  url: string | undefined,
): { readonly repository: string; readonly number: string } | undefined {
  const match = address.exec(url ?? "");
  return match === null ? undefined : { repository: match[1] as string, number: match[2] as string };
}

/** Repository and number of an issue, from its own members or its address. */
export function nameOf(
  value: Json | undefined,
): { readonly repository: string | undefined; readonly number: string } | undefined {
  const found = addressOf(either(value, "html_url")) ?? addressOf(either(value, "url", "resourcePath"));
  const number = either(value, "number") ?? found?.number;
  if (number === undefined) return undefined;
  const repository =
    found?.repository ??
    /\/repos\/([^/]+\/[^/]+)$/.exec(either(value, "repository_url") ?? "")?.[1] ??
    textAt(value, "repository", "nameWithOwner") ??
    textAt(value, "repository", "full_name") ??
    either(value, "repository");
  return { repository, number };
}

/** Id of an issue: `owner/name#7`, or `#7` where the repository is not told. */
export const ticketId = (repository: string | undefined, number: string): string => `${repository ?? ""}#${number}`;

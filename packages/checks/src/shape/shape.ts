import { type Issue, issue, parseDay } from "@evenkeel/kernel";
import type { Citation } from "../types.js";
import { nearestText } from "./nearest-text.js";

/** Where a value stands in what the caller gave. */
export type Path = Issue["path"];

/** A plain object with any members. */
export type Members = Readonly<Record<string, unknown>>;

/** A plain object: no array, no class instance. */
export function isMembers(value: unknown): value is Members {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

/** An own member; never one that every object inherits. */
export function own<T>(members: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return members !== undefined && Object.hasOwn(members, key) ? members[key] : undefined;
}

function kindOf(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "list";
  if (typeof value === "object") return isMembers(value) ? "object" : "instance";
  return typeof value === "string" ? "text" : typeof value;
}

/** Reads values of unknown shape and keeps the faults, so that all of them are told at once. */
export class ShapeReader {
  readonly issues: Issue[] = [];

  /** Says one fault. */
  fault(code: string, path: Path, facts: Issue["facts"], subject: readonly string[] = []): undefined {
    this.issues.push(issue(code, { path, facts, subject }));
    return undefined;
  }

  /** Says that a value has another shape than expected. */
  wrong(value: unknown, path: Path, expected: string): undefined {
    return this.fault("checks/wrong-shape", path, { found: kindOf(value), expected });
  }

  /** Says that a name is not among the known ones, and which is nearest. */
  unknown(code: string, name: string, path: Path, known: Iterable<string>): undefined {
    return this.fault(code, path, { name: name.slice(0, 80), nearest: nearestText(name, known) ?? "" }, [name]);
  }

  /** A plain object that holds none but the given keys. */
  members(value: unknown, path: Path, keys: readonly string[]): Members | undefined {
    if (!isMembers(value)) return this.wrong(value, path, "object");
    for (const key of Object.keys(value))
      if (!keys.includes(key)) this.unknown("checks/unknown-key", key, [...path, key], keys);
    return value;
  }

  /** A plain object with any keys. */
  table(value: unknown, path: Path): Members | undefined {
    return isMembers(value) ? value : this.wrong(value, path, "object");
  }

  /** A text that is not blank. */
  text(value: unknown, path: Path): string | undefined {
    return typeof value === "string" && value.trim() !== "" ? value : this.wrong(value, path, "text");
  }

  /** A list, or an empty one where there is none. */
  list(value: unknown, path: Path): readonly unknown[] {
    if (value === undefined) return [];
    if (Array.isArray(value)) return value;
    this.wrong(value, path, "list");
    return [];
  }

  /** The texts of a list; other entries are faults. */
  texts(value: unknown, path: Path): readonly string[] {
    return this.list(value, path).flatMap((each, at) => this.text(each, [...path, at]) ?? []);
  }

  /** One of some texts. */
  oneOf<T extends string>(value: unknown, path: Path, among: readonly T[]): T | undefined {
    const found = among.find((each) => each === value);
    return found ?? this.wrong(value, path, among.join(" | "));
  }

  /** Yes or no. */
  flag(value: unknown, path: Path): boolean | undefined {
    return typeof value === "boolean" ? value : this.wrong(value, path, "boolean");
  }

  /** A day, `YYYY-MM-DD`, that exists. */
  day(value: unknown, path: Path): string | undefined {
    const text = this.text(value, path);
    const parsed = text === undefined ? undefined : parseDay(text, path);
    if (parsed?.ok === false) this.issues.push(...parsed.issues);
    return parsed?.ok === true ? text : undefined;
  }

  /** Sources of a rule, at least one. */
  citations(value: unknown, path: Path): readonly Citation[] {
    const list = this.list(value, path);
    if (list.length === 0) this.fault("checks/no-citation", path, {});
    for (const [index, each] of list.entries()) {
      const at = [...path, index];
      const members = this.members(each, at, ["title", "article", "url", "retrieved"]);
      if (members === undefined) continue;
      this.text(members["title"], [...at, "title"]);
      for (const key of ["article", "url"]) if (members[key] !== undefined) this.text(members[key], [...at, key]);
      if (members["retrieved"] !== undefined) this.day(members["retrieved"], [...at, "retrieved"]);
    }
    return list as readonly Citation[];
  }
}

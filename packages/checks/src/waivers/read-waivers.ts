import { ok, parseDay, type Result } from "@evenkeel/kernel";
import { type Members, type Path, ShapeReader } from "../shape/shape.js";
import type { Waiver } from "../types.js";

/** Fewest characters of a reason. */
const minReason = 10;

const keys = ["id", "covers", "reason", "by", "grantedOn", "expiresOn"];

function readDay(
  reader: ShapeReader,
  waiver: Members,
  field: "grantedOn" | "expiresOn",
  path: Path,
): string | undefined {
  const value = waiver[field];
  const id = String(waiver["id"]);
  if (value === undefined) {
    if (field === "grantedOn") return reader.wrong(value, [...path, field], "day");
    return reader.fault("checks/waiver-without-expiry", [...path, field], { id }, [id]);
  }
  if (typeof value !== "string") return reader.wrong(value, [...path, field], "day");
  const parsed = parseDay(value, [...path, field]);
  if (parsed.ok) return value;
  for (const found of parsed.issues) reader.issues.push({ ...found, subject: [id] });
  return undefined;
}

function readWaiver(reader: ShapeReader, value: unknown, path: Path): Waiver | undefined {
  const before = reader.issues.length;
  const members = reader.members(value, path, keys);
  if (members === undefined) return undefined;
  const id = reader.text(members["id"], [...path, "id"]);
  const covers = reader.text(members["covers"], [...path, "covers"]);
  const reason = reader.text(members["reason"], [...path, "reason"]);
  if (reason !== undefined && reason.trim().length < minReason)
    reader.fault("checks/waiver-without-reason", [...path, "reason"], { id: id ?? "", needed: minReason }, [id ?? ""]);
  const by = reader.text(members["by"], [...path, "by"]);
  const grantedOn = readDay(reader, members, "grantedOn", path);
  const expiresOn = readDay(reader, members, "expiresOn", path);
  if (grantedOn !== undefined && expiresOn !== undefined && expiresOn < grantedOn)
    reader.fault("checks/waiver-ends-before-start", [...path, "expiresOn"], { id: id ?? "", grantedOn, expiresOn }, [
      id ?? "",
    ]);
  if (reader.issues.length > before || !id || !covers || !reason || !by || !grantedOn || !expiresOn) return undefined;
  return { id, covers, reason, by, grantedOn, expiresOn };
}

/** Reads waivers; those with a fault are left out and told to the reader. */
export function readWaivers(reader: ShapeReader, value: unknown, path: Path): Waiver[] {
  const ids = new Set<string>();
  return reader.list(value, path).flatMap((each, index) => {
    const waiver = readWaiver(reader, each, [...path, index]);
    if (waiver === undefined) return [];
    if (ids.has(waiver.id)) {
      reader.fault("checks/waiver-duplicate", [...path, index, "id"], { id: waiver.id }, [waiver.id]);
      return [];
    }
    ids.add(waiver.id);
    return [waiver];
  });
}

/**
 * Reads waivers of unknown shape; each that cannot stand is left out and named, none is ignored in silence.
 *
 * A waiver needs an id of its own, what it covers, a reason of 10 characters, who granted it, the day it was granted and
 * its last day. One without an end is refused.
 *
 * @param value - a list as read from anywhere; undefined = none
 * @returns the waivers that stand, in the order given, and why others do not
 *
 * Issues: checks/waiver-without-reason, checks/waiver-without-expiry, checks/waiver-ends-before-start,
 * checks/waiver-duplicate, checks/wrong-shape, checks/unknown-key, kernel/invalid-time-text, kernel/impossible-date.
 * Time O(waivers), space the same.
 * Source: own.
 *
 * @example
 * parseWaivers([{ id: "w1", covers: "demo/late", reason: "agreed with the client", by: "Ana", grantedOn: "2026-04-01" }]).issues.map(({ code }) => code); // => ["checks/waiver-without-expiry"]
 */
export function parseWaivers(value: unknown): Extract<Result<Waiver[]>, { ok: true }> {
  const reader = new ShapeReader();
  const waivers = readWaivers(reader, value, ["waivers"]);
  return ok(waivers, reader.issues);
}

import type { Result } from "@evenkeel/kernel";
import { readAsanaCsv } from "./asana/read-csv.js";
import { readAsanaJson } from "./asana/read-json.js";
import { decodeSource } from "./decode.js";
import { finish } from "./finish.js";
import type { Import, ReadOptions, Source } from "./types.js";

/**
 * Reads tasks of Asana: its API's JSON (one task, lists, pages, with stories within or beside them) or its CSV export, plain or as a
 * sheet with lines before the table.
 *
 * A task is done when it is marked complete, by the tool's own word. Until then its state is the value of a custom field named
 * as a status is, else its section; a section whose name tells nothing counts as proposed. Stories give every move its instant.
 * A CSV names parents and dependencies by the task's name alone: a name that several tasks have is an issue and never the first of
 * them; its dates are days, so that flow times are exact to a day.
 *
 * @param source - bytes or text
 * @param options - the common ones
 * @returns plan, history where there are stories, report
 *
 * Issues: interop/any-*, interop/asana-*.
 * Time O(n log n), space O(n).
 * Source: Asana, API reference (tasks, stories) and export of a project as CSV.
 *
 * @example
 * orThrow(readAsana('{"data":{"gid":"7","name":"Dig","resource_type":"task","completed":false}}')).plan.items[0].title; // => "Dig"
 */
export function readAsana(source: Source, options: ReadOptions = {}): Result<Import> {
  const decoded = decodeSource(source, options);
  if (!decoded.ok) return decoded;
  const { text, assumptions } = decoded.value;
  const read = /^\s*[[{]/.test(text) ? readAsanaJson(text, options) : readAsanaCsv(text, options);
  if (!read.ok) return read;
  read.value.assumptions.unshift(...assumptions);
  return finish(read.value);
}

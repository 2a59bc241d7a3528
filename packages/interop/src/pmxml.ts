import { type Json, type Result, refuse } from "@evenkeel/kernel";
import { finish } from "./finish.js";
import { keepRest } from "./keep-rest.js";
import { beyondLimit, limitsOf } from "./limits.js";
import { itemsByKey, readBaseline } from "./pmxml/baselines.js";
import { pmxmlFates, rootName, rowsInside } from "./pmxml/fates.js";
import type { PmxmlElement } from "./pmxml/fields.js";
import { notesOf } from "./pmxml/notes.js";
import { type Reading, recordOf } from "./pmxml/records.js";
import { userFieldsOf } from "./pmxml/user-fields.js";
import { addNotes } from "./primavera/notes.js";
import { readTables } from "./primavera/read-tables.js";
import type { P6Calendar, P6Tables } from "./primavera/record.js";
import { addUserFields } from "./primavera/user-fields.js";
import type { Import, ReadOptions, Source } from "./types.js";
import { openXml } from "./xml-source.js";
import { children, childText, tallyXml, type XmlElement } from "./xml-tree.js";

type Rows = ReadonlyMap<PmxmlElement, P6Calendar[]>;

/** Fields that the element around a row gives: its project, and no parent where that is the project's own node. */
function givenBy(project: XmlElement, row: XmlElement): Record<string, string | undefined> {
  const id = childText(project, "ObjectId");
  const isTop = row.name === "WBS" && childText(row, "ParentObjectId") === childText(project, "WBSObjectId");
  return { proj_id: id, pred_proj_id: id, ...(isTop ? { parent_wbs_id: undefined } : {}) };
}

/** Every row of the file by the name of its element, those under projects after those under the root. */
function rowsOf(reading: Reading, root: XmlElement): Rows {
  const rows = new Map<PmxmlElement, P6Calendar[]>();
  const add = (row: XmlElement, name: PmxmlElement, place: string, given: Record<string, string | undefined> = {}) => {
    const record = recordOf(reading, name, row, place, given);
    const before = rows.get(name);
    if (before === undefined) rows.set(name, [record]);
    else before.push(record);
    if (name !== "Activity") return;
    const id = childText(row, "ObjectId");
    for (const code of children(row, "Code")) add(code, "Code", `${place}/${name}`, { task_id: id });
  };
  for (const each of root.children) {
    const name = rowsInside(rootName).find((known) => known === each.name);
    if (name !== undefined) add(each, name, rootName);
  }
  for (const project of children(root, "Project")) {
    for (const each of project.children) {
      const name = rowsInside("Project").find((known) => known === each.name);
      if (name !== undefined) add(each, name, `${rootName}/Project`, givenBy(project, each));
    }
  }
  return rows;
}

function tablesOf(rows: Rows): P6Tables {
  const of = (name: PmxmlElement): readonly P6Calendar[] => rows.get(name) ?? [];
  return {
    tool: "pmxml",
    projects: of("Project"),
    options: of("ScheduleOptions"),
    calendars: of("Calendar"),
    breakdown: of("WBS"),
    resources: of("Resource"),
    roles: of("Role"),
    activities: of("Activity"),
    links: of("Relationship"),
    assignments: of("ResourceAssignment"),
    codeTypes: of("ActivityCodeType"),
    codes: of("ActivityCode"),
    codeUses: of("Code"),
  };
}

/**
 * Reads a Primavera XML file into a plan that a scheduler can compute again, with the stored dates beside it as one
 * schedule of kind `imported` a project; the same mapping as of the text format.
 *
 * Namespaces of all versions are read. Hours of calendars end with the minute after the stated finish, as this format
 * states the last minute of work. Dates of a baseline project are a schedule of kind `baseline` of its project, activity by
 * activity of one number; user-defined fields stand on their rows by their titles too, notes of notebooks are bodies of their items; the rest of it, and objects without a place in the model, are kept as they are in `plan.extensions.pmxml`. Nothing is computed and nothing repaired.
 *
 * @param source - bytes or text of the file
 * @param options - encoding, limits, strict codes
 * @returns plan, history inferred from stamps, empty records, report
 *
 * Issues: interop/any-*, interop/p6-*.
 * Time O(n), space O(n).
 * Source: Oracle, P6 EPPM XML schema (p6apibo.xsd).
 *
 * @example
 * orThrow(readPmxml("<APIBusinessObjects><Project><ObjectId>1</ObjectId><Name>Pier</Name></Project></APIBusinessObjects>")).plan.projects[0].name; // => "Pier"
 */
export function readPmxml(source: Source, options: ReadOptions = {}): Result<Import> {
  const opened = openXml(source, "pmxml", options, { holds: ({ name }) => name === rootName, expected: rootName });
  if (!opened.ok) return opened;
  const { root, draft } = opened.value;
  const limits = limitsOf(options);
  draft.version = /\/V([\d.]+)\//.exec(root.uri)?.[1];
  const fateOf = pmxmlFates(options.keepUnmapped ?? true);
  const rows = rowsOf({ draft, fateOf, sources: new Map() }, root);
  const count = [...rows.values()].reduce((sum, part) => sum + part.length, 0);
  if (count > limits.rows) return refuse([beyondLimit("rows", count, limits.rows)]);
  readTables(draft, tablesOf(rows));
  if (options.keepUnmapped ?? true) {
    addUserFields(draft, userFieldsOf(root));
    addNotes(draft, "pmxml", notesOf(root));
  }
  const inside: readonly string[] = rowsInside(rootName);
  const known = itemsByKey(draft);
  const others = {
    ...root,
    children: root.children
      .filter((each) => !inside.includes(each.name))
      .map((each) => (each.name === "BaselineProject" ? readBaseline(draft, each, known) : each)),
  };
  const kept = keepRest(others, rootName, fateOf);
  if (kept !== undefined) draft.plan = { ...draft.plan, extensions: { pmxml: kept as Json } };
  tallyXml(draft.tally, root, rootName, fateOf, draft.lost, draft.moved);
  return finish(draft);
}

import type { Coverage, WorkItem } from "@evenkeel/core";
import { issue, refuse } from "@evenkeel/kernel";
import { cellKeeper } from "../cell-keeper.js";
import { coversOf } from "../covers.js";
import { type CellCount, countCells } from "../csv-columns.js";
import { openCsv } from "../csv-stream.js";
import { answered, assume, createDraft, type Draft, note, table } from "../draft.js";
import { finish } from "../finish.js";
import { type DateOrder, decideDateOrder, isNumericDate } from "../foreign-time.js";
import { limitsOf } from "../limits.js";
import type { PieceReader } from "../pieces.js";
import { rowMaker } from "../row-shapes.js";
import type { ReadOptions } from "../types.js";
import { assumeZone } from "../zoned-time.js";
import { findJiraColumns, type JiraColumn, type JiraColumns } from "./csv-columns.js";
import { linksOf, type RowLinks, resolveRows } from "./csv-links.js";
import { type Context, readRow } from "./csv-rows.js";
import { statesOf } from "./states.js";
import { englishTime } from "./translations.js";

/** What the reader of Jira CSV takes. */
export interface JiraCsvOptions extends ReadOptions {
  /** Absent = by a value above 12 in the column. */
  readonly dateOrder?: DateOrder;
  /** Twelve month names as this instance prints them. */
  readonly months?: readonly string[];
  readonly delimiter?: string;
}

const covers = coversOf("jira");

const itemFields: readonly (readonly [JiraColumn, string])[] = [
  ["summary", "title"],
  ["type", "kind"],
  ["description", "body"],
  ["parent", "parentId"],
  ["parentId", "parentId"],
  ["parentKey", "parentId"],
  ["status", "stateId"],
  ["labels", "labels"],
  ["originalEstimate", "estimates"],
  ["points", "estimates"],
  ["due", "dueDate"],
  ["created", "createdAt"],
  ["updated", "updatedAt"],
  ["resolved", "finishedAt"],
  ["projectKey", "projectId"],
];

function noteShape(draft: Draft, columns: JiraColumns): void {
  if (columns.repeated.length > 0)
    note(draft, "jiracsv-repeated-headers", [], [], { headers: columns.repeated.slice(0, 50) });
  if (columns.aliased.length > 0)
    note(draft, "jiracsv-header-alias", [], [], { headers: columns.aliased.slice(0, 50) });
  if (columns.rollUps.length > 0)
    note(draft, "jiracsv-sigma-rollup", [], [], { headers: columns.rollUps.slice(0, 50) });
}

function coverageOf({ at, links }: JiraColumns): Coverage[] {
  return [
    covers("items", ...new Set(itemFields.filter(([column]) => at.has(column)).map(([, field]) => field))),
    ...(at.has("assignee") ? [covers("assignments", "itemId", "personId", "role")] : []),
    ...(links.length > 0 ? [covers("dependencies", "predecessorId", "successorId", "type")] : []),
    covers("events", "created"),
  ];
}

function addWorkflow({ draft, book }: Context): void {
  const states = statesOf(draft, book);
  if (states.length > 0) table(draft, "workflows").set("jira", { id: "jira", name: "Jira", states });
}

/** What was dropped was resolved too, and is not finished. */
function withoutFinish({ draft }: Context): void {
  const states = new Map(
    table(draft, "workflows")
      .get("jira")
      ?.states.map(({ id, category }) => [id, category]),
  );
  if (![...states.values()].includes("dropped")) return;
  const items = table(draft, "items");
  for (const [id, item] of items) {
    if (item.finishedAt === undefined || states.get(item.stateId ?? "") !== "dropped") continue;
    const { finishedAt: _finished, ...open } = item;
    items.set(id, open);
  }
}

const dateColumns = ["created", "updated", "resolved", "due"] as const;

/** A reader of a Jira CSV export whose text comes in pieces. */
export function openJiraCsv(options: JiraCsvOptions): PieceReader {
  const draft = createDraft("jira-csv", options);
  const keep = options.keepUnmapped ?? true;
  const answer = options.dateOrder === undefined ? options.answers?.dateOrder : undefined;
  const stated = options.dateOrder ?? answer;
  const links: RowLinks[] = [];
  const waiting: { readonly row: readonly string[]; readonly number: number }[] = [];
  let reading: { readonly context: Context; readonly count: CellCount } | undefined;
  let dated: readonly number[] = [];
  const take = ({ context, count }: NonNullable<typeof reading>, row: readonly string[], number: number): void => {
    const cells = readRow(context, row, number);
    if (cells === undefined) {
      count.lose(row);
      return;
    }
    count.add(row);
    const found = linksOf(context, cells);
    if (found !== undefined) links.push(found);
  };
  const stream = openCsv(
    limitsOf(options),
    {
      header: (header) => {
        const columns = findJiraColumns(header);
        if (!columns.at.has("key") && !columns.at.has("id")) {
          const facts = { found: header.join(", ").slice(0, 120), expected: "a column Issue key" };
          return issue("interop/any-wrong-format", { facts });
        }
        noteShape(draft, columns);
        const kept = header.map((_name, index) => keep && columns.fates[index] === undefined);
        const { months } = options;
        // The tool writes months in the language of who exports, unless the caller names them.
        const inEnglish = months === undefined ? englishTime : undefined;
        const times = { order: stated, months, inEnglish, known: new Map() };
        const context = {
          draft,
          unzoned: { ...draft, options: {} },
          header,
          columns,
          book: { states: new Map() },
          reading: times,
          keep: cellKeeper(header, kept, keep),
          makeItem: rowMaker<WorkItem>(),
          kinds: new Map(),
          lists: new Map(),
        };
        reading = { context, count: countCells(header) };
        dated = dateColumns.flatMap((column) => columns.at.get(column) ?? []);
        return undefined;
      },
      row: (row, number) => {
        if (reading === undefined) return;
        // Which of day and month stands first only the whole column tells.
        const waits = stated === undefined && dated.some((index) => isNumericDate(row[index] ?? ""));
        if (waits || waiting.length > 0) waiting.push({ row, number });
        else take(reading, row, number);
      },
    },
    options.delimiter,
  );
  const orderOf = (): DateOrder | undefined => {
    const found = decideDateOrder(waiting.flatMap(({ row }) => dated.map((index) => row[index] ?? "")));
    if (found.order !== undefined) assume(draft, "dateOrder", found.order, found.evidence ?? "");
    return found.order;
  };
  return {
    write: stream.write,
    close: (assumptions) => {
      const fault = stream.close();
      if (fault !== undefined) return refuse([fault]);
      if (reading === undefined) return refuse([issue("interop/any-empty-file", {})]);
      draft.assumptions.push(...assumptions, ...stream.assumptions());
      assumeZone(draft);
      if (answer !== undefined) answered(draft, "dateOrder", answer);
      const { context, count } = reading;
      if (waiting.length > 0) {
        const ordered = { ...context, reading: { ...context.reading, order: orderOf(), known: new Map() } };
        for (const { row, number } of waiting) take({ context: ordered, count }, row, number);
      }
      addWorkflow(context);
      withoutFinish(context);
      resolveRows(context, links);
      draft.coverage = coverageOf(context.columns);
      assume(draft, "done", "the resolved stamp", "the export holds no history");
      count.close(draft, context.columns.fates);
      return finish(draft);
    },
  };
}

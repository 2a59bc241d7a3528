import type { Json } from "@evenkeel/kernel";
import { issue, ok, type Result, refuse } from "@evenkeel/kernel";
import type { ColumnFate } from "../csv-columns.js";
import { type CsvTable, parseCsv } from "../csv-text.js";
import { warn } from "../draft.js";
import type { DateOrder } from "../foreign-time.js";
import type { JsonObject } from "../json-text.js";
import { limitsOf } from "../limits.js";
import { columnOrders, settleCells } from "../trackers/table.js";
import type { ReadOptions } from "../types.js";
import { assumeZone, readDue, readTime } from "../zoned-time.js";
import type { AzureContext } from "./context.js";

type Form = "text" | "number" | "time" | "due";

const scheduling = "Microsoft.VSTS.Scheduling.";
const common = "Microsoft.VSTS.Common.";

/** The columns of an export: reference name, form, where it goes, and the headers it has. */
const fields: readonly (readonly [reference: string, form: Form, to: string, ...headers: string[]])[] = [
  ["System.WorkItemType", "text", "items.sourceKind", "work item type", "workitemtype"],
  ["System.State", "text", "items.stateId", "state"],
  ["System.AssignedTo", "text", "assignments.personId", "assigned to"],
  ["System.Tags", "text", "items.labels", "tags"],
  ["System.Description", "text", "items.body", "description"],
  ["System.TeamProject", "text", "projects", "team project"],
  ["System.AreaPath", "text", "items.memberships", "area path"],
  ["System.IterationPath", "text", "timeboxes", "iteration path"],
  ["System.CreatedDate", "time", "items.createdAt", "created date"],
  ["System.ChangedDate", "time", "items.updatedAt", "changed date"],
  [`${common}ActivatedDate`, "time", "items.startedAt", "activated date"],
  [`${common}ClosedDate`, "time", "items.finishedAt", "closed date"],
  [`${scheduling}StartDate`, "time", "items.constraints", "start date"],
  [`${scheduling}DueDate`, "due", "items.dueDate", "due date"],
  [`${scheduling}TargetDate`, "due", "items.dueDate", "target date"],
  [`${scheduling}FinishDate`, "due", "items.dueDate", "finish date"],
  [`${scheduling}StoryPoints`, "number", "items.estimates", "story points"],
  [`${scheduling}Effort`, "number", "items.estimates", "effort"],
  [`${scheduling}Size`, "number", "items.estimates", "size"],
  [`${scheduling}OriginalEstimate`, "number", "items.estimates", "original estimate"],
  [`${scheduling}RemainingWork`, "number", "items.estimates", "remaining work"],
];

interface Columns {
  readonly id: number;
  readonly parent: number;
  readonly linkType: number;
  /** Columns of titles, by depth. */
  readonly titles: readonly number[];
  readonly fields: readonly (readonly [index: number, reference: string, form: Form])[];
  readonly fates: readonly (ColumnFate | undefined)[];
}

function findColumns(header: readonly string[]): Columns {
  const lower = header.map((name) => name.trim().toLowerCase());
  const fates: (ColumnFate | undefined)[] = [];
  const take = (to: string, ...names: readonly string[]): number => {
    const index = lower.findIndex((name) => names.includes(name));
    if (index >= 0) fates[index] = { fate: "mapped", to };
    return index;
  };
  const depths = lower.flatMap((name, index) => {
    const depth = /^title (\d{1,3})$/.exec(name)?.[1];
    return depth === undefined ? [] : [{ depth: Number(depth), index }];
  });
  depths.sort((a, b) => a.depth - b.depth || a.index - b.index);
  const plain = take("items.title", "title", "system.title");
  for (const { index } of depths) fates[index] = { fate: "mapped", to: "items.title" };
  return {
    id: take("items.id", "id", "system.id", "work item id"),
    parent: take("items.parentId", "parent", "system.parent", "parent id"),
    linkType: take("dependencies.type", "link type"),
    titles: depths.length > 0 ? depths.map(({ index }) => index) : plain < 0 ? [] : [plain],
    fields: fields.flatMap(([reference, form, to, ...headers]) => {
      const index = take(to, ...headers, reference.toLowerCase());
      return index < 0 ? [] : [[index, reference, form] as const];
    }),
    fates,
  };
}

/** The rows of an export, once read as work items. */
export interface AzureRows {
  /** Whether a column says how the rows are linked. */
  readonly hasLinks: boolean;
  /** Puts on each item the cells without a place in the model, and counts all of them. */
  readonly settle: () => void;
}

const relationOf = new Map([
  ["parent", "System.LinkTypes.Hierarchy-Reverse"],
  ["child", "System.LinkTypes.Hierarchy-Forward"],
  ["predecessor", "System.LinkTypes.Dependency-Reverse"],
  ["successor", "System.LinkTypes.Dependency-Forward"],
  ["related", "System.LinkTypes.Related"],
]);

interface Rows {
  readonly context: AzureContext;
  readonly csv: CsvTable;
  readonly columns: Columns;
  readonly orders: ReadonlyMap<number, DateOrder>;
}

const cellOf = (cells: readonly string[], index: number): string => (index < 0 ? "" : (cells[index] ?? "").trim());

function fieldsOf(
  { context, columns, orders, csv }: Rows,
  id: string,
  cells: readonly string[],
  number: number,
): { [name: string]: Json } {
  const made: { [name: string]: Json } = Object.create(null);
  for (const [index, reference, form] of columns.fields) {
    const cell = cellOf(cells, index);
    if (cell === "") continue;
    const amount = Number(cell.replace(/^(\d+),(\d+)$/, "$1.$2"));
    const name = csv.header[index] ?? reference;
    const value =
      form === "number"
        ? amount
        : form === "text"
          ? cell
          : (form === "due" ? readDue : readTime)(
              context.draft,
              cell,
              { order: orders.get(index) },
              [number, name],
              [id],
            );
    if (form === "number" && !Number.isFinite(amount))
      warn(context.draft, "any-unreadable-duration", [number, name], [id], { field: name, found: cell.slice(0, 60) });
    else if (value !== undefined) made[reference] = value;
  }
  return made;
}

/** A row that stands below others: the last one of a lower depth. */
interface Above {
  readonly depth: number;
  readonly id: string;
}

function collectRows(rows: Rows): Map<string, readonly string[]> {
  const { context, csv, columns } = rows;
  const { draft } = context;
  const cellsOf = new Map<string, readonly string[]>();
  const known = new Set(csv.rows.map((cells) => cellOf(cells, columns.id)));
  const higher: Above[] = [];
  for (const [position, cells] of csv.rows.entries()) {
    const number = csv.rowNumber[position] as number;
    draft.counts.read++;
    // Some files repeat the titles above in every row; the deepest one is its own.
    const depth = columns.titles.findLastIndex((index) => cellOf(cells, index) !== "");
    const title = depth < 0 ? "" : cellOf(cells, columns.titles[depth] as number);
    const stated = cellOf(cells, columns.id);
    const id = stated === "" ? `row-${number}` : stated;
    if (title === "" && stated === "") {
      warn(draft, "azure-row-without-title", [number], [], { row: number });
      draft.lost.set(cells, "row rejected");
      draft.counts.rejected++;
      continue;
    }
    while (higher.length > 0 && (higher.at(-1) as Above).depth >= depth) higher.pop();
    const holder = higher.at(-1);
    if (depth > 0 && holder?.depth !== depth - 1)
      warn(draft, "azure-tree-gap", [number], [id], { item: id, depth: depth + 1 });
    if (depth >= 0) higher.push({ depth, id });
    const link = relationOf.get(cellOf(cells, columns.linkType).toLowerCase());
    const before = context.records.get(id);
    if (before !== undefined) {
      if (link !== undefined && holder !== undefined) addLink(before.value, link, holder.id, id);
      draft.lost.set(cells, "this work item was read before");
      draft.counts.merged++;
      continue;
    }
    const parentCell = cellOf(cells, columns.parent);
    const inTree = columns.linkType < 0 ? holder?.id : undefined;
    const parent = parentCell !== "" && (known.has(parentCell) || inTree === undefined) ? parentCell : inTree;
    const values = {
      ...fieldsOf(rows, id, cells, number),
      "System.Title": title,
      ...(parent === undefined ? {} : { "System.Parent": parent }),
    };
    const value: JsonObject = { id, fields: values, relations: [] };
    if (link !== undefined && holder !== undefined) addLink(value, link, holder.id, id);
    context.records.set(id, { id, value, path: [number], revisions: [value], updates: [] });
    cellsOf.set(id, cells);
    draft.counts.imported++;
  }
  return cellsOf;
}

/** A link of a query of direct links: what the row is to the one above it, as a link of the row. */
function addLink(value: JsonObject, relation: string, above: string, id: string): void {
  const turned = relation.replace(/-(Forward|Reverse)$/, (_whole, way: string) =>
    way === "Forward" ? "-Reverse" : "-Forward",
  );
  if (/^\d+$/.test(above) && above !== id) (value["relations"] as Json[]).push({ rel: turned, url: `/${above}` });
}

/** Reads the rows of a CSV export into work items: flat, a tree by the depth of titles, or one of direct links. */
export function readAzureRows(context: AzureContext, text: string, options: ReadOptions): Result<AzureRows> {
  const parsed = parseCsv(text, limitsOf(options));
  if (!parsed.ok) return parsed;
  const csv = parsed.value;
  const columns = findColumns(csv.header);
  const isKnown =
    columns.titles.length > 0 &&
    (columns.id >= 0 || columns.fields.some(([, reference]) => reference === "System.WorkItemType"));
  if (!isKnown) {
    const facts = { found: csv.header.join(", ").slice(0, 120), expected: "work items, or columns ID and Title" };
    return refuse([issue("interop/any-wrong-format", { facts })]);
  }
  const { draft } = context;
  draft.assumptions.push(...csv.assumptions);
  assumeZone(draft);
  const times = columns.fields.flatMap(([index, , form]) =>
    form === "time" || form === "due" ? [[index, index] as const] : [],
  );
  const orders = columnOrders(draft, csv, times);
  const cellsOf = collectRows({ context, csv, columns, orders });
  const settle = () =>
    settleCells(
      draft,
      { csv, fates: columns.fates },
      Array.from(cellsOf, ([id, cells]) => ({ id, cells })),
    );
  return ok({ hasLinks: columns.linkType >= 0, settle });
}

import { type Result, refuse } from "@evenkeel/kernel";
import { decodeSource } from "./decode.js";
import { addRow, createDraft, type Draft, keepDangling, note, sourceOf, table, warn } from "./draft.js";
import { finish } from "./finish.js";
import { beyondLimit, limitsOf } from "./limits.js";
import { type MarkdownLine, readLines } from "./markdown/lines.js";
import { readTaskLine } from "./markdown/task.js";
import { readTaskText, type TaskText } from "./markdown/tokens.js";
import { progressWorkflow } from "./stamps.js";
import type { Import, ReadOptions, Source } from "./types.js";

export { lossOfMarkdown } from "./loss/markdown.js";
export { writeMarkdown } from "./write-markdown.js";

interface Reading {
  readonly draft: Draft;
  /** Open tasks by indent, outermost first. */
  readonly open: { readonly id: string; readonly indent: number }[];
  readonly sections: { readonly id: string; readonly level: number }[];
  readonly waits: { readonly id: string; readonly text: TaskText; readonly line: number }[];
  rank: number;
  deepest: number;
}

function addHeading(reading: Reading, line: Extract<MarkdownLine, { kind: "heading" }>, number: number): void {
  const { draft, sections } = reading;
  while (sections.length > 0 && (sections.at(-1)?.level ?? 0) >= line.level) sections.pop();
  const parent = sections.at(-1)?.id;
  const rank = table(draft, "containers").size;
  const id = `section-${rank + 1}`;
  addRow(draft, "containers", {
    id,
    name: line.text,
    kind: "section",
    rank,
    ...(parent === undefined ? {} : { parentId: parent }),
    sources: [sourceOf(draft, "markdown", String(number))],
  });
  sections.push({ id, level: line.level });
  reading.open.length = 0;
}

function noteTraps(
  reading: Reading,
  line: Extract<MarkdownLine, { kind: "task" }>,
  text: TaskText,
  number: number,
): void {
  const { draft } = reading;
  if (text.hadNbsp) note(draft, "text-nbsp", [number], [], { line: number });
  if (text.hadSelector) note(draft, "text-variation-selector", [number], [], { line: number });
  if (line.tabs) note(draft, "text-tab-indent", [number], [], { line: number, columns: 4 });
  if (!" xX-/".includes(line.marker))
    warn(draft, "text-unknown-checkbox", [number], [], { line: number, found: line.marker });
}

function addTask(reading: Reading, line: Extract<MarkdownLine, { kind: "task" }>, number: number): void {
  const { draft, open } = reading;
  draft.counts.read++;
  const text = readTaskText(line.text);
  noteTraps(reading, line, text, number);
  while (open.length > 0 && (open.at(-1)?.indent ?? 0) >= line.indent) open.pop();
  const place = {
    marker: line.marker,
    line: number,
    rank: reading.rank++,
    parentId: open.at(-1)?.id,
    sectionId: reading.sections.at(-1)?.id,
  };
  const id = readTaskLine(draft, text, place);
  if (id === undefined) {
    draft.counts.rejected++;
    draft.tally.add("task", { fate: "dropped", why: "a task with this id was read before" });
    return;
  }
  draft.counts.imported++;
  draft.tally.add("task", { fate: "mapped", to: "items" });
  open.push({ id, indent: line.indent });
  reading.deepest = Math.max(reading.deepest, open.length);
  reading.waits.push({ id, text, line: number });
}

function addText(reading: Reading, line: Extract<MarkdownLine, { kind: "bullet" | "text" }>): void {
  const { draft, open } = reading;
  const owner = open.findLast((task) => task.indent < line.indent);
  const item = owner === undefined ? undefined : table(draft, "items").get(owner.id);
  if (item === undefined) {
    draft.tally.add(line.kind, { fate: "dropped", why: "plain text is not guessed to be work" });
    if (line.indent === 0 && line.kind === "text") open.length = 0;
    return;
  }
  const shown = line.kind === "bullet" ? `- ${line.text}` : line.text;
  const body = item.body === undefined ? shown : `${item.body.text}\n${shown}`;
  table(draft, "items").set(item.id, { ...item, body: { text: body, markup: "markdown" } });
  draft.tally.add(line.kind, { fate: "mapped", to: "items.body" });
}

function linkTasks(reading: Reading): void {
  const { draft, waits } = reading;
  const items = table(draft, "items");
  for (const { id, text, line } of waits) {
    const references = text.tokens
      .filter((token) => token.name === "after")
      .flatMap((token) => token.value.split(/ *, */));
    for (const reference of new Set(references)) {
      if (reference === "") continue;
      if (!items.has(reference) || reference === id) {
        keepDangling(draft, id, reference, "after", [line], reference === id ? "any-self-link" : undefined);
      } else
        addRow(
          draft,
          "dependencies",
          { id: `${reference}>${id}`, predecessorId: reference, successorId: id, type: "FS" },
          [line],
        );
    }
  }
}

function readAll(draft: Draft, lines: readonly MarkdownLine[]): Reading {
  const reading: Reading = { draft, open: [], sections: [], waits: [], rank: 0, deepest: 0 };
  for (const [index, line] of lines.entries()) {
    if (line.kind === "task") addTask(reading, line, index + 1);
    else if (line.kind === "heading") {
      addHeading(reading, line, index + 1);
      draft.tally.add("heading", { fate: "mapped", to: "containers" });
    } else if (line.kind === "bullet" || line.kind === "text") addText(reading, line);
    else draft.tally.add(line.kind, { fate: "dropped", why: line.kind === "blank" ? "blank" : "code" });
  }
  linkTasks(reading);
  return reading;
}

/**
 * Reads tasks from Markdown: lines with a checkbox, `- [ ] title ~3h after:id due:2026-05-01 for:outcome !promised:2026-05-03 id:x`,
 * people as names behind an at sign, the emoji and dataview fields of Obsidian Tasks, days of its Kanban plugin, tasks in quotations
 * and callouts, numbered lists, nesting by indent (a tab
 * reaches to the next multiple of four), headings as sections. Lines without a checkbox are never guessed to be work.
 *
 * @param source - bytes or text
 * @param options - limits, encoding, strict codes
 * @returns plan, events inferred from dates, report that counts lines
 *
 * Issues: interop/any-*, interop/text-*.
 * Time O(n), space O(n).
 * Source: CommonMark 0.31 for lists; Obsidian Tasks documentation for its fields; own for the words.
 *
 * @example
 * orThrow(readMarkdown("- [ ] Dig @ada id:dig\n- [ ] Fill after:dig")).plan.dependencies[0].predecessorId; // => "dig"
 */
export function readMarkdown(source: Source, options: ReadOptions = {}): Result<Import> {
  const decoded = decodeSource(source, options);
  if (!decoded.ok) return decoded;
  const limits = limitsOf(options);
  const lines = readLines(decoded.value.text);
  if (lines.length > limits.rows) return refuse([beyondLimit("rows", lines.length, limits.rows)]);
  const long = lines.findIndex((line) => "text" in line && line.text.length > limits.textLength);
  if (long >= 0) return refuse([beyondLimit("textLength", limits.textLength + 1, limits.textLength, [long + 1])]);
  const draft = createDraft("markdown", options);
  draft.assumptions.push(...decoded.value.assumptions);
  progressWorkflow(draft);
  const { deepest } = readAll(draft, lines);
  if (deepest > limits.depth) return refuse([beyondLimit("depth", deepest, limits.depth)]);
  const fields = [
    "title",
    "parentId",
    "stateId",
    "rank",
    "outcomeIds",
    "labels",
    "estimates",
    "constraints",
    "dueDate",
    "createdAt",
    "finishedAt",
    "body",
  ];
  draft.coverage = [
    { tool: "markdown", table: "items", fields },
    { tool: "markdown", table: "dependencies", fields: ["predecessorId", "successorId"] },
    { tool: "markdown", table: "assignments", fields: ["itemId", "personId", "role"] },
    { tool: "markdown", table: "commitments", fields: ["byId", "due", "subject"] },
    { tool: "markdown", table: "outcomes", fields: ["title"] },
  ];
  return finish(draft);
}

import { inspectHistory, orderEvents } from "@evenkeel/core";
import { writeEvenkeelJson } from "@evenkeel/interop/evenkeel-json";
import { ok, parseDay } from "@evenkeel/kernel";
import { exitCodes } from "../io.js";
import { itemIn } from "../item-in.js";
import { commonArgs, oneOf } from "../options.js";
import { readFiles } from "../read-files.js";
import { readSnapshots, type SnapshotRead } from "../read-snapshots.js";
import { eventLine, qualityText } from "../texts/event-text.js";
import { writeOut } from "../write-out.js";
import { type Command, jsonText } from "./command.js";

const sources = {
  option: "as stated",
  file: "when the file was last changed",
  commit: "when it was committed",
} as const;

/** When the exports were made, as far as it was taken for granted. */
function madeText(made: SnapshotRead["made"]): string {
  const [by] = made.map((each) => sources[each.by]);
  return `${made.length} exports, each of the time ${by}: ${made
    .map(({ at }) => at)
    .sort()
    .join(", ")}.\n`;
}

/** `evenkeel log`: what happened, in reading order, and how far it can be relied on. */
export const log: Command = {
  name: "log",
  what: "what happened, in reading order, and how far the record can be relied on",
  args: {
    ...commonArgs,
    git: { type: "string", description: "read a git repository's own history", valueHint: "PATH" },
    snapshots: {
      type: "boolean",
      description: "the files are successive exports of one source; tell what happened between",
    },
    at: {
      type: "string",
      description: "with --snapshots, when each was made; default: when the files were changed",
      valueHint: "TIME,...",
    },
    versions: {
      type: "string",
      description: "tell what happened between the versions git holds of this file",
      valueHint: "FILE",
    },
    out: {
      type: "string",
      description: "file for the work with this history, for all other commands",
      valueHint: "FILE",
    },
    item: { type: "string", description: "only about this item, by id, key or title", valueHint: "ITEM" },
    since: { type: "string", description: "from this day on", valueHint: "DAY" },
  },
  examples: [
    "evenkeel log jira.json --item PAY-12",
    "evenkeel log plan.json --since 2026-05-01",
    "evenkeel log --snapshots may.csv june.csv july.csv --at 2026-05-01T08:00:00Z,2026-06-01T08:00:00Z,2026-07-01T08:00:00Z",
    "evenkeel log --versions plan.md --out plan-with-history.json",
  ],
  run: async (options, io) => {
    const format = oneOf(options, "format", ["text", "json"] as const);
    if (!format.ok) return format;
    const since = typeof options["since"] === "string" ? parseDay(options["since"], ["--since"]) : undefined;
    if (since?.ok === false) return since;
    const isSeries = options["snapshots"] === true || typeof options["versions"] === "string";
    const series = isSeries ? await readSnapshots(options, io) : undefined;
    const read = series === undefined ? await readFiles(options, io) : series.ok ? ok(series.value.value) : series;
    if (!read.ok) return read;
    const { plan, history } = read.value;
    const { out } = options;
    const written = typeof out === "string" ? writeOut(out, writeEvenkeelJson(read.value), io) : undefined;
    if (written?.ok === false) return written;
    const item = typeof options["item"] === "string" ? itemIn(plan, options["item"]) : undefined;
    if (item?.ok === false) return item;
    const from = typeof options["since"] === "string" ? options["since"] : "";
    const events = orderEvents(history).filter(
      ({ at, subject }) =>
        at >= from && (item === undefined || (subject.table === "items" && subject.id === item.value)),
    );
    const quality = inspectHistory(history);
    const text =
      format.value === "json"
        ? jsonText({ events, quality })
        : `${series?.ok === true ? madeText(series.value.made) : ""}${events.length === 0 ? "Nothing is recorded.\n" : events.map((event) => eventLine(plan, event)).join("")}${qualityText(quality)}`;
    return ok({ text, exit: exitCodes.fine });
  },
};

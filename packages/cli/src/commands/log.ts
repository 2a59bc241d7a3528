import { inspectHistory, orderEvents } from "@evenkeel/core";
import { ok, parseDay } from "@evenkeel/kernel";
import { exitCodes } from "../io.js";
import { itemIn } from "../item-in.js";
import { commonArgs, oneOf } from "../options.js";
import { readFiles } from "../read-files.js";
import { eventLine, qualityText } from "../texts/event-text.js";
import { type Command, jsonText } from "./command.js";

/** `evenkeel log`: what happened, in reading order, and how far it can be relied on. */
export const log: Command = {
  name: "log",
  what: "what happened, in reading order, and how far the record can be relied on",
  args: {
    ...commonArgs,
    git: { type: "string", description: "read a git repository's own history", valueHint: "PATH" },
    item: { type: "string", description: "only about this item, by id, key or title", valueHint: "ITEM" },
    since: { type: "string", description: "from this day on", valueHint: "DAY" },
  },
  examples: ["evenkeel log jira.json --item PAY-12", "evenkeel log plan.json --since 2026-05-01"],
  run: async (options, io) => {
    const format = oneOf(options, "format", ["text", "json"] as const);
    if (!format.ok) return format;
    const since = typeof options["since"] === "string" ? parseDay(options["since"], ["--since"]) : undefined;
    if (since?.ok === false) return since;
    const read = await readFiles(options, io);
    if (!read.ok) return read;
    const { plan, history } = read.value;
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
        : `${events.length === 0 ? "Nothing is recorded.\n" : events.map((event) => eventLine(plan, event)).join("")}${qualityText(quality)}`;
    return ok({ text, exit: exitCodes.fine });
  },
};

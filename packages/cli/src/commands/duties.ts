import { ok } from "@evenkeel/kernel";
import { dutiesToICalendar, onTimeLine, partyOf, workContext } from "evenkeel";
import { exitCodes } from "../io.js";
import { commonArgs, oneOf } from "../options.js";
import { partyArgs, personIn, teamIn } from "../party.js";
import { allTexts } from "../print-issues.js";
import { readFiles } from "../read-files.js";
import { reviewByConfig } from "../review-of.js";
import { dutiesText } from "../texts/duties-text.js";
import { type Command, jsonText } from "./command.js";

/** `evenkeel duties`: who owes what to whom by when, with the command that discharges each. */
export const duties: Command = {
  name: "duties",
  what: "open duties: accept, acknowledge, answer, decide, renegotiate, measure",
  args: {
    ...commonArgs,
    format: { ...commonArgs.format, description: "text, json or ical", valueHint: "text|json|ical" },
    git: { type: "string", description: "read a git repository's own history", valueHint: "PATH" },
    ...partyArgs,
  },
  examples: [
    "evenkeel duties plan.json",
    "evenkeel duties plan.json --person Ana",
    "evenkeel duties plan.json --format ical > duties.ics",
  ],
  run: async (options, io) => {
    const format = oneOf(options, "format", ["text", "json", "ical"] as const);
    if (!format.ok) return format;
    const read = await readFiles(options, io);
    if (!read.ok) return read;
    const review = await reviewByConfig(read.value, options, io);
    if (!review.ok) return review;
    const { plan } = read.value;
    const now = onTimeLine(review.value.now) ?? 0;
    const party = partyOf(workContext({ plan, now }), { ...personIn(plan, options), ...teamIn(plan, options) });
    const found = review.value.contributor.duties.filter(
      ({ whoId }) => party === undefined || (whoId !== undefined && party.has(whoId)),
    );
    const text =
      format.value === "ical"
        ? dutiesToICalendar(found, now, allTexts)
        : format.value === "json"
          ? jsonText({ duties: found, issues: review.value.issues })
          : found.length === 0
            ? "Nothing is owed.\n"
            : dutiesText(found, review.value.names.people);
    return ok({ text, exit: exitCodes.fine });
  },
};

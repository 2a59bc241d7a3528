import { ok } from "@evenkeel/kernel";
import { nextItems, pullPolicies, stuckItems, unblockOrder } from "evenkeel";
import { contextOf } from "../context-of.js";
import { exitCodes } from "../io.js";
import { commonArgs, oneOf, wholeNumber } from "../options.js";
import { partyArgs, personIn } from "../party.js";
import { readFiles } from "../read-files.js";
import { nextText } from "../texts/next-text.js";
import { type Command, jsonText } from "./command.js";

/** `evenkeel next`: what to pull next and why, what is stuck, and what to unblock first. */
export const next: Command = {
  name: "next",
  what: "what to work on next and why, what is stuck, and what to unblock first",
  args: {
    ...commonArgs,
    git: { type: "string", description: "read a git repository's own history", valueHint: "PATH" },
    person: partyArgs.person,
    policy: { type: "string", description: "how the next item is chosen", valueHint: pullPolicies.join("|") },
    most: { type: "string", description: "at most so many items; default 5", valueHint: "N" },
  },
  examples: [
    "evenkeel next plan.md",
    "evenkeel next jira.json --person Ana --most 3",
    "evenkeel next plan.json --policy costOfDelay",
  ],
  run: async (options, io) => {
    const format = oneOf(options, "format", ["text", "json"] as const);
    if (!format.ok) return format;
    const policy = oneOf(options, "policy", pullPolicies);
    if (!policy.ok) return policy;
    const most = wholeNumber(options, "most", 1000);
    if (!most.ok) return most;
    const read = await readFiles(options, io);
    if (!read.ok) return read;
    const context = contextOf(read.value, options, io);
    if (!context.ok) return context;
    const answer = {
      next: nextItems(context.value, {
        ...personIn(read.value.plan, options),
        ...(policy.value === undefined ? {} : { policy: policy.value }),
        ...(most.value === undefined ? {} : { most: most.value }),
      }),
      stuck: stuckItems(context.value),
      unblock: unblockOrder(context.value),
    };
    const text = format.value === "json" ? jsonText(answer) : nextText(answer);
    return ok({ text, exit: exitCodes.fine });
  },
};

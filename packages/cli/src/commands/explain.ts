import { ok } from "@evenkeel/kernel";
import { scheduleInputFromPlan } from "@evenkeel/scheduling/from-plan";
import { explain as explainDates } from "evenkeel";
import { exitCodes } from "../io.js";
import { itemIn } from "../item-in.js";
import { commonArgs, oneOf } from "../options.js";
import { readFiles } from "../read-files.js";
import { reviewByConfig } from "../review-of.js";
import { explainText } from "../texts/explain-text.js";
import { type Command, jsonText } from "./command.js";

/** `evenkeel explain`: why an item's dates are what they are, and what is found about it. */
export const explain: Command = {
  name: "explain",
  what: "why an item has its dates, what is found about it, and which promise rests on it",
  args: {
    ...commonArgs,
    viewer: { type: "string", description: "person who looks", valueHint: "PERSON" },
    preset: { type: "string", description: "rules of dates", valueHint: "evenkeel|msProject|primavera" },
  },
  examples: ["evenkeel explain PAY-12 jira.json", 'evenkeel explain "Lay the floor" plan.xml'],
  run: async (options, io) => {
    const format = oneOf(options, "format", ["text", "json"] as const);
    if (!format.ok) return format;
    const [wanted, ...files] = options.files;
    const read = await readFiles({ ...options, files }, io);
    if (!read.ok) return read;
    const item = itemIn(read.value.plan, wanted ?? "");
    if (!item.ok) return item;
    const review = await reviewByConfig(read.value, options, io);
    if (!review.ok) return review;
    const id = item.value;
    const { schedules, findings, executive, names } = review.value;
    const { plan } = read.value;
    const dates = schedules.flatMap(({ schedule, projectId, outside = [] }) => {
      if (!schedule.activities.some((row) => row.id === id)) return [];
      const input = scheduleInputFromPlan(plan, projectId);
      const tied = { ...schedule, activities: [...schedule.activities, ...outside] };
      return explainDates(tied, id, input.ok ? input.value : undefined);
    });
    const about = findings.filter(
      ({ subject, evidence }) => subject.id === id || evidence.some((each) => each.table === "items" && each.id === id),
    );
    const promised = new Set(
      (read.value.plan.commitments ?? []).filter(({ subject }) => subject?.id === id).map((row) => row.id),
    );
    const promises = executive.promises.filter(({ commitmentId }) => promised.has(commitmentId));
    const answer = { id, title: names.items[id] ?? id, dates, findings: about, promises };
    return ok({
      text: format.value === "json" ? jsonText(answer) : explainText(answer, names.items),
      exit: exitCodes.fine,
    });
  },
};

import type { Command as Edit } from "@evenkeel/edit";
import { writeEvenkeelJson } from "@evenkeel/interop/evenkeel-json";
import { addToOverlay, writeOverlay } from "@evenkeel/interop/overlay";
import { type Issue, issue, ok, type Result, refuse } from "@evenkeel/kernel";
import { answer, type Question, type Review } from "evenkeel";
import { exitCodes, type Io } from "../io.js";
import { commonArgs, type Options, oneOf } from "../options.js";
import { overlayOf, readOverlay } from "../overlay-file.js";
import { partyArgs, personIn } from "../party.js";
import { readFiles } from "../read-files.js";
import { readJson } from "../read-json.js";
import { reviewByConfig } from "../review-of.js";
import { questionsText } from "../texts/questions-text.js";
import { writeOut } from "../write-out.js";
import { type Command, jsonText } from "./command.js";

type Values = Readonly<Record<string, Parameters<typeof answer>[1]>>;

/** The commands that answers make, stamped; all faults at once, each at its question. */
function commandsOf(
  questions: readonly Question[],
  values: Values,
  now: string,
  by: string | undefined,
): Result<Edit[]> {
  const byId = new Map(questions.map((question) => [question.id, question]));
  const issues: Issue[] = [];
  const commands = Object.entries(values).flatMap(([id, fields]): Edit[] => {
    const question = byId.get(id);
    if (question === undefined) {
      issues.push(issue("cli/no-such-question", { path: [id], facts: { found: id } }));
      return [];
    }
    const drafts = answer(question, fields);
    if (drafts.ok)
      return drafts.value.map(
        (draft, at) =>
          ({ ...draft, id: `${id}/${at}`, at: now, ...(by === undefined ? {} : { by }) }) as unknown as Edit,
      );
    issues.push(...drafts.issues.map((found) => ({ ...found, path: [id, ...found.path] })));
    return [];
  });
  const [first, ...rest] = issues;
  return first === undefined ? ok(commands) : refuse([first, ...rest]);
}

/** The overlay file with the answers in it, and the plan with them where a file for it is named. */
async function answered(
  review: Review,
  personId: string | undefined,
  options: Options,
  io: Io,
): Promise<Result<{ readonly text: string; readonly exit: number }>> {
  const values = readJson(options["answers"], io);
  if (!values.ok) return values;
  const commands = commandsOf(review.questions, values.value as Values, io.now(), personId);
  if (!commands.ok) return commands;
  const file = overlayOf(options);
  if (!file.ok) return file;
  const [bare, before] = [await readFiles(options, io, { isBare: true }), readOverlay(file.value, io)];
  if (!bare.ok) return bare;
  if (!before.ok) return before;
  const overlay = addToOverlay(bare.value, before.value, commands.value);
  if (!overlay.ok) return overlay;
  const kept = writeOut(file.value, writeOverlay(overlay.value), io);
  if (!kept.ok) return kept;
  const next = await readFiles(options, io);
  if (!next.ok) return next;
  const left = await reviewByConfig(next.value, options, io);
  if (!left.ok) return left;
  const { out } = options;
  const saved = typeof out === "string" ? writeOut(out, writeEvenkeelJson(next.value), io) : undefined;
  if (saved?.ok === false) return saved;
  const count = Object.keys(values.value as Values).length;
  const written = typeof out === "string" ? `${file.value} and ${out}` : file.value;
  return ok({
    text: `${count} answered, written to ${written}; ${left.value.questions.length} open.\n`,
    exit: exitCodes.fine,
  });
}

/** `evenkeel interview`: the fewest questions that make the work clear; with answers, the plan they make. */
export const interview: Command = {
  name: "interview",
  what: "the fewest questions that make the work clear, to whom; --answers keeps what is answered beside the file",
  args: {
    ...commonArgs,
    person: { ...partyArgs.person, description: "only what this person is asked; with --answers, who answers" },
    answers: { type: "string", description: "answers as JSON: by question id, values by field", valueHint: "FILE" },
    out: { type: "string", description: "with --answers, file for the plan with them too", valueHint: "FILE" },
  },
  examples: [
    "evenkeel interview plan.json",
    "evenkeel interview plan.json --format json > questions.json",
    "evenkeel interview plan.json --answers answers.json",
  ],
  run: async (options, io) => {
    const format = oneOf(options, "format", ["text", "json"] as const);
    if (!format.ok) return format;
    const read = await readFiles(options, io);
    if (!read.ok) return read;
    const review = await reviewByConfig(read.value, options, io);
    if (!review.ok) return review;
    const { personId } = personIn(read.value.plan, options);
    if (options["answers"] !== undefined) return answered(review.value, personId, options, io);
    const questions = review.value.questions.filter(({ to }) => personId === undefined || to === personId);
    const text =
      format.value === "json" ? jsonText({ questions }) : questionsText(questions, review.value.names.people);
    return ok({ text, exit: exitCodes.fine });
  },
};

import { ok, orThrow, type Result } from "@evenkeel/kernel";
import { type AnonymizeOptions, anonymize } from "../src/anonymize.js";
import { parseAnswers } from "../src/answers.js";
import { readMarkdown } from "../src/markdown.js";
import { mergeSources, parseMergeRules } from "../src/merge.js";
import { applyOverlay, openOverlay } from "../src/overlay.js";
import { inferHistory } from "../src/snapshots.js";

type Options = Readonly<Record<string, unknown>>;

const living = {
  /** `input` is a list in Markdown. */
  anonymize: (input: string, options: Options): Result<unknown> =>
    anonymize(orThrow(readMarkdown(input)), options as unknown as AnonymizeOptions),
  /** `input` is JSON of answers. */
  answers: (input: string): Result<unknown> => parseAnswers(JSON.parse(input)),
  /** `input` is JSON: lists in Markdown with the names of their sources. */
  merge: (input: string, options: Options): Result<unknown> => {
    const rules = parseMergeRules(options);
    if (!rules.ok) return rules;
    const sources = (JSON.parse(input) as [string, string][]).map(([name, text]) => ({
      name,
      value: orThrow(readMarkdown(text)),
    }));
    return mergeSources(sources, rules.value);
  },
  /** `input` is an overlay, `export` a list in Markdown it goes onto. */
  overlay: (input: string, options: Options): Result<unknown> => {
    const opened = openOverlay(input);
    if (!opened.ok) return opened;
    const { issues, ...documents } = applyOverlay(orThrow(readMarkdown(String(options["export"]))), opened.value);
    return ok(documents, [...issues]);
  },
  /** `input` is JSON: lists in Markdown by instant. */
  snapshots: (input: string): Result<unknown> =>
    inferHistory(
      (JSON.parse(input) as [string, string][]).map(([at, text]) => ({ at, ...orThrow(readMarkdown(text)) })),
    ),
} as const;

/** What a fixture without a format of its own runs. */
export type LivingName = keyof typeof living;

export const isLiving = (name: string): name is LivingName => Object.hasOwn(living, name);

/** Runs a function beside the readers on the input of a fixture. */
export const liveWith = (name: LivingName, input: string, options: object): Result<unknown> =>
  living[name](input, options as Options);

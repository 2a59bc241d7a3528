import type { Json } from "@evenkeel/kernel";

/**
 * A command of `@evenkeel/edit` as an answer in waiting: without its id, instant and person, which whoever carries it out adds.
 * Fields named beside it as `ask` are to be filled in first.
 */
export interface CommandDraft {
  readonly type: string;
  readonly [field: string]: Json;
}

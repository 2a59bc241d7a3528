import type { CommandDraft, Subject } from "@evenkeel/core";
import type { Json, Message } from "@evenkeel/kernel";

/** One of several answers, with what follows from it. */
export interface AnswerOption {
  /** Id of a row, or a word. */
  readonly value: string;
  /** What it is called, for the screen. */
  readonly label?: string;
  /** Carried out when it is chosen. */
  readonly commands?: readonly CommandDraft[];
  /** Carried out when it is not chosen. */
  readonly otherwise?: readonly CommandDraft[];
  /** Asked only when it is chosen. */
  readonly ask?: readonly AnswerField[];
}

/** What is asked for: one value. Its name stands in the commands as `{ ask: name }`. */
export type AnswerField = {
  readonly name: string;
  /** True when it may be left out. */
  readonly optional?: boolean;
} & (
  | {
      readonly kind: "text";
      /** Texts that say nothing here, such as the title. */
      readonly unlike?: readonly string[];
    }
  | {
      readonly kind: "person";
      /** Ids of people who cannot. */
      readonly except?: readonly string[];
    }
  | {
      readonly kind: "date";
      /** A time text; the answer lies after it. */
      readonly after?: string;
      /** A time text; the answer does not lie after it. */
      readonly notAfter?: string;
    }
  | {
      readonly kind: "number";
      readonly unit?: string;
      readonly least?: number;
    }
  | { readonly kind: "choice"; readonly options: readonly AnswerOption[] }
  | {
      readonly kind: "choices";
      readonly options: readonly AnswerOption[];
      /** At most so many are chosen. */
      readonly most: number;
    }
);

/** One question of an interview. Plain JSON: it can be stored, sent, and answered elsewhere. */
export interface Question extends Message {
  /** The same work gives the same id. */
  readonly id: string;
  /** Person asked; absent: anyone who knows. */
  readonly to?: string;
  /** Rows the answer changes or speaks of. */
  readonly about: readonly Subject[];
  /** What is asked for; empty: a yes is enough. */
  readonly answers: readonly AnswerField[];
  /** What the answer does, with `{ ask: name }` where a value goes; edit commands without id, instant and person. */
  readonly commands: readonly CommandDraft[];
  /** Fingerprints of the findings that every answer settles; an answer may settle more. */
  readonly clears: readonly string[];
  /** Fingerprints of findings that could not be seen before the answer; a next round asks about those that are there. */
  readonly reveals: readonly string[];
}

/** Values by name of field. */
export interface Answers {
  readonly [field: string]: Json;
}

import type { WorkHistory, WorkPlan, WorkRecords } from "@evenkeel/core";
import type { Command } from "@evenkeel/edit";
import type { Issue, Json } from "@evenkeel/kernel";
import type { NamedRow } from "../source-key.js";

/** What a field held when the answer was given; without `value` it was empty. */
export interface Ground {
  readonly table: NamedRow["table"];
  readonly id: string;
  /** Field of the row, or `assignments.ROLE` for who has that role. */
  readonly field: string;
  readonly value?: Json;
}

/** One answer or manual fact. */
export interface OverlayEntry {
  /** Ids are those of the import it was given upon. */
  readonly command: Command;
  /** Rows of the export it speaks of, as other imports know them. */
  readonly rows: readonly NamedRow[];
  /** What it was given upon. */
  readonly upon: readonly Ground[];
}

/** Answers and manual facts about one export, in the order they were given. */
export interface Overlay {
  readonly format: "evenkeel-overlay";
  readonly formatVersion: 1;
  readonly entries: readonly OverlayEntry[];
}

/** Documents an overlay goes onto. */
export interface OverlaidDocuments {
  readonly plan: WorkPlan;
  readonly history: WorkHistory;
  readonly records: WorkRecords;
}

/** Documents with an overlay on them, and what of it could not be applied. */
export interface Overlaid extends OverlaidDocuments {
  readonly issues: readonly Issue[];
}

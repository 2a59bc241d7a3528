import { measures } from "../working-time/measures/index.js";
import type { MeasureUnit } from "../working-time/measures/measure.js";

/** A measure of working time as people read of it. */
export interface MeasureCard {
  readonly name: string;
  /** What is measured, over which window. */
  readonly what: string;
  readonly unit: MeasureUnit;
}

/**
 * What a rule measures, in words.
 *
 * @param name - as rules name it
 * @returns sentence and unit; undefined when there is no such measure
 *
 * Issues: none.
 * Time O(1), space O(1).
 * Source: own.
 *
 * @example
 * measureOf("consecutiveDays"); // => { name: "consecutiveDays", what: "civil days with work that follow one another", unit: "days" }
 */
export function measureOf(name: string): MeasureCard | undefined {
  const measure = measures.get(name);
  return measure === undefined ? undefined : { name, what: measure.what, unit: measure.unit };
}

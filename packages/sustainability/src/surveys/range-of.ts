import type { ValueRange } from "@evenkeel/checks";
import type { Instrument, Scale, SurveyItem } from "./types.js";

/** Least and most that the mean of some answers can be. */
function meanRange(items: readonly SurveyItem[]): ValueRange {
  return { least: Math.min(...items.map(({ least }) => least)), most: Math.max(...items.map(({ most }) => most)) };
}

/** Least and most that a scale can be; undefined for a ratio without an end. */
export function rangeOf(instrument: Instrument, scale: Scale): ValueRange | undefined {
  const read = (ids: readonly string[]): SurveyItem[] => instrument.items.filter(({ id }) => ids.includes(id));
  const own = read(scale.items);
  switch (scale.rule) {
    case "mean":
    case "weighted":
      return meanRange(own);
    case "sum":
      return {
        least: own.reduce((sum, { least }) => sum + least, 0),
        most: own.reduce((sum, { most }) => sum + most, 0),
      };
    case "ratio": {
      const [above, below] = [meanRange(own), meanRange(read(scale.against))];
      return below.least > 0 ? { least: above.least / below.most, most: above.most / below.least } : undefined;
    }
  }
}

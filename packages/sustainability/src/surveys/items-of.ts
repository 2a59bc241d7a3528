import type { SurveyItem } from "./types.js";

/** Items that are alike in all but their id. */
interface AlikeItems extends Omit<SurveyItem, "id"> {
  readonly ids: readonly string[];
}

/** The items of an instrument, group by group. */
export function itemsOf(groups: readonly AlikeItems[]): SurveyItem[] {
  return groups.flatMap(({ ids, ...alike }) => ids.map((id) => ({ id, ...alike })));
}

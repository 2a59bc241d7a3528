import type { Catalog } from "@evenkeel/kernel";

/** English texts of living with an export: overlays, snapshots, merging, pseudonyms. */
export const livingTexts: Catalog = {
  "interop/overlay-conflict": {
    message:
      'The export now says otherwise than answer "{entry}" was given upon: {field} of "{row}" ({table}) was "{before}" and is "{now}".',
    remedy: "Give the answer again, or take it out of the overlay; until then the export holds.",
  },
  "interop/overlay-orphan": {
    message: 'Answer "{entry}" is about "{row}" ({table}), which the export no longer has.',
    remedy: "Take the answer out of the overlay, or export the row again; the answer is kept.",
  },
  "interop/overlay-refused": {
    message: 'Answer "{entry}" cannot be applied to this export: {reason} ({rows}).',
    remedy: "Give the answer again upon this export; it is kept until then.",
  },
  "interop/overlay-repeated": {
    message: 'The overlay holds two answers with the id "{id}".',
    remedy: "Take one of them out.",
  },
  "interop/overlay-wrong-format": {
    message: 'The overlay holds "{found}" where {expected} is expected.',
    remedy: "Take the file as `evenkeel interview --answers` wrote it.",
  },
};

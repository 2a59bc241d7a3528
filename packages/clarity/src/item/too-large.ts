import type { Check } from "@evenkeel/checks";
import { sources } from "../citations.js";
import { itemCheck } from "../rules.js";
import type { ClarityInput } from "../types.js";
import { statedSize } from "./size.js";

/** C17: an open item is no larger than the team's cap; what is larger is split before it is begun. */
export const tooLarge: Check<ClarityInput> = /* @__PURE__ */ itemCheck(
  {
    id: "clarity/too-large",
    kind: "heuristic",
    citation: [{ ...sources.invest, article: "small" }],
    needs: ["items.estimates", "items.schedule"],
    params: { mostDays: 20, mostPoints: 13 },
  },
  ({ row }, _context, { mostDays, mostPoints }) => {
    const size = statedSize(row);
    if (size === undefined) return undefined;
    const over = (value: number | undefined, most: number, unit: string) =>
      value === undefined || value <= most
        ? undefined
        : {
            outcome: "fail" as const,
            measured: { value, unit },
            threshold: { value: most, unit },
            facts: { title: row.title, size: value, most, unit },
          };
    const found = over(size.days, Number(mostDays), "days") ?? over(size.points, Number(mostPoints), "points");
    // Only what is fully stated passes: a size taken away must not look like one that fits.
    return found ?? (row.estimates === undefined || row.schedule === undefined ? undefined : "pass");
  },
);

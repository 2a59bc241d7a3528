/** Longest horizon a forecast answers for, days. */
export const longestHorizon = 3650;
/** Largest possible total a forecast answers for. */
export const largestTotal = 100_000;
/** What rounding may take from a chance that is reached exactly. */
export const guard = 1e-12;

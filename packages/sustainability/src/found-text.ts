/** A value of any kind as a short text for an issue; never throws, never long. */
export function foundText(value: unknown): string {
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? "a list" : "an object";
  return String(value);
}

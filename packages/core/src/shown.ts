/** A value as a text that cannot fail: objects of strangers may not turn into one. */
export const shown = (value: unknown): string => (typeof value === "object" ? typeof value : String(value));

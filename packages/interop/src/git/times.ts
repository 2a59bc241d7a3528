import { formatInstant } from "@evenkeel/kernel";

const ctime = /^(?:[A-Z][a-z]{2} )?([A-Z][a-z]{2}) +(\d{1,2}) (\d{2}:\d{2}:\d{2}) (\d{4})(.*)$/;
const counted = /^(\d{9,12})(?: [+-]\d{4})?$/;

/** A time as git prints it, in a form that is read everywhere: `Thu Mar 5 10:00:00 2026 +0100`, or seconds since 1970 with a zone. */
export function gitTime(text: string): string {
  const shown = text.trim();
  const seconds = counted.exec(shown)?.[1];
  if (seconds !== undefined) return formatInstant(Number(seconds) * 1000);
  return shown.replace(ctime, "$1 $2 $4 $3$5");
}

import type { SchedulePlanOptions } from "evenkeel";
import type { Io } from "./io.js";
import type { Options } from "./options.js";

/** Where dates begin that no project states, and in which zone local times are. */
export function schedulingIn(options: Options, io: Io): Pick<SchedulePlanOptions, "today" | "zone"> {
  const { now, zone } = options;
  return {
    today: (typeof now === "string" ? now : io.now()).slice(0, 10),
    ...(typeof zone === "string" && /^[A-Za-z]/.test(zone) ? { zone } : {}),
  };
}

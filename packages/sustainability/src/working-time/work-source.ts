/** What rules judge: recorded work, work as a schedule lays it out, or shifts on call. */
export type WorkSource = "records" | "plan" | "onCall";

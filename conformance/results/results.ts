// The results whose JSON Schemas are published beside those of the documents, one file each.
export type { Finding } from "@evenkeel/checks";
export type { ImportReport } from "@evenkeel/interop";
export type { Blocker, Duty, Forecast, NextItem, Question, Review, Schedule, StuckItem } from "evenkeel";

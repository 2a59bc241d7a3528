import type { Measured } from "@evenkeel/checks";
import type { Measure, Reader } from "../working-time/measures/measure.js";
import type { WorkSource } from "../working-time/work-source.js";
import type { Bound } from "./bounds.js";
import type { RuleSpec } from "./types.js";

/** A rule ready to judge. */
export interface CompiledRule {
  readonly spec: RuleSpec;
  readonly measure: Measure;
  readonly read: Reader;
  readonly rolls: boolean;
  /** A value in the measure's unit. */
  readonly amountOf: (value: number) => Measured;
  /** Fields beside work. */
  readonly needs: readonly string[];
  /** The field that work comes from. */
  readonly workField: string;
  readonly source: WorkSource;
  readonly jurisdictions: ReadonlySet<string> | undefined;
  /** The version without an end, and the day it came into force. */
  readonly latest: Bound | undefined;
  readonly latestSince: number;
  readonly boundOn: (day: number) => Bound | undefined;
}

/** Table of the rows a rule judges. */
export const tableOf: Readonly<Record<WorkSource, string>> = {
  records: "workIntervals",
  plan: "plannedWork",
  onCall: "onCallShifts",
};

/** Id of the check that a rule is. */
export const checkIdOf = ({ spec, source }: CompiledRule): string =>
  source === "plan" ? `${spec.id}-planned` : spec.id;

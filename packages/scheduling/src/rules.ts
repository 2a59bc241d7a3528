/** The rules on which schedulers differ, as data. */
export interface ScheduleRules {
  /** Whose calendar working lag runs on, in both passes. */
  readonly lagCalendar: "predecessor" | "successor" | "project" | "continuous";
  /** On whose calendar the gap of a link is measured for free float. */
  readonly freeFloatCalendar: "predecessor" | "successor";
  /** Free float of an activity without successors. */
  readonly openEndFreeFloat: "totalFloat" | "toProjectFinish";
  /** Dates of milestones and other activities of zero duration: as computed, or moved to working time. */
  readonly zeroDuration: "raw" | "snapped";
  /** A finish driven by an FF link at an instant that is not working time shows as the next working time. */
  readonly showsDrivenFinishLate: boolean;
  /** A lower bound on an activity without predecessors replaces the project start, also when it is earlier. */
  readonly boundReplacesStart: boolean;
  /** SNLT and FNLT pull early dates back even against links; otherwise links win and float turns negative. */
  readonly honorsLateBounds: boolean;
  /** What an activity as late as possible may use up. */
  readonly alapUses: "totalFloat" | "freeFloat";
  /** Nothing that is not done lies before the data date. */
  readonly movesWorkAfterDataDate: boolean;
  /**
   * Finished activities stay in the network at the data date and hand on what holds them; lags behind started ones count
   * from there, less what is used up (retained logic as Primavera has it). Otherwise they stand at their actual dates.
   */
  readonly retainsFinished: boolean;
  /** Which float counts as total. */
  readonly floatType: "start" | "finish" | "least";
  /** Every activity without successors is measured to its own finish. */
  readonly multipleCriticalPaths: boolean;
  /** Working minutes of total float at or under which an activity is critical. */
  readonly criticalFloatMinutes: number;
}

/** Our own choices: links win, work lies after the data date, lag on the successor's calendar. */
const evenkeel: ScheduleRules = {
  lagCalendar: "successor",
  freeFloatCalendar: "successor",
  openEndFreeFloat: "toProjectFinish",
  zeroDuration: "snapped",
  showsDrivenFinishLate: false,
  boundReplacesStart: false,
  honorsLateBounds: false,
  alapUses: "freeFloat",
  movesWorkAfterDataDate: true,
  retainsFinished: false,
  floatType: "least",
  multipleCriticalPaths: false,
  criticalFloatMinutes: 0,
};

/** The rules of each vendor for unprogressed work, and ours. */
export const presets: {
  readonly evenkeel: ScheduleRules;
  readonly msProject: ScheduleRules;
  readonly primavera: ScheduleRules;
} = {
  evenkeel,
  msProject: {
    ...evenkeel,
    openEndFreeFloat: "totalFloat",
    zeroDuration: "raw",
    boundReplacesStart: true,
    honorsLateBounds: true,
    alapUses: "totalFloat",
    movesWorkAfterDataDate: false,
  },
  primavera: {
    ...evenkeel,
    lagCalendar: "predecessor",
    freeFloatCalendar: "predecessor",
    showsDrivenFinishLate: true,
    retainsFinished: true,
    floatType: "finish",
  },
};

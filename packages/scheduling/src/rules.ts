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
  /**
   * A finish that a tie to it drives, where the tied instant is not when work ends: as computed, the tied instant itself
   * (08:00 instead of 17:00 the day before), or the next working time.
   */
  readonly drivenFinish: "asComputed" | "asTied" | "nextWorkingTime";
  /** A lower bound on an activity without predecessors replaces the project start, also when it is earlier. */
  readonly boundReplacesStart: boolean;
  /** SNLT and FNLT pull early dates back even against links; otherwise links win and float turns negative. */
  readonly honorsLateBounds: boolean;
  /** From the finish backwards: every activity that is not to be as soon as possible lies at its late dates. */
  readonly fromFinish: boolean;
  /** What an activity as late as possible may use up. */
  readonly alapUses: "totalFloat" | "freeFloat";
  /** Nothing that is not done lies before the data date. */
  readonly movesWorkAfterDataDate: boolean;
  /**
   * What unfinished predecessors mean for started work: retained logic moves what remains behind them; progress override
   * drops the links into what has started; actual dates let finished work stand at its own dates.
   */
  readonly progressMode: "retainedLogic" | "progressOverride" | "actualDates";
  /**
   * Unless actual dates hold, finished activities stay in the network at the data date and hand on what holds them; lags
   * behind started ones count from there, less what is used up. Otherwise they stand at their actual dates.
   */
  readonly retainsFinished: boolean;
  /** Early and late start of a started activity: when it started, or when its remaining part can. */
  readonly startedStartsAt: "actualStart" | "remaining";
  /** Lag behind the start of a started activity counts from its remaining part, less the work done; or from its actual start. */
  readonly startLagFrom: "earlyStart" | "actualStart";
  /**
   * Where the work of assignments happens: the activity starts when any of them can, each on its resource's calendar, within
   * that of the activity where it states one; or it starts on its own calendar, and each ends on its resource's alone, to the
   * whole minute.
   */
  readonly resourceCalendars: "withinActivity" | "alone";
  /** Expected finishes set what remains. */
  readonly usesExpectedFinish: boolean;
  /** Which float counts as total. */
  readonly floatType: "start" | "finish" | "least";
  /** Every activity without successors is measured to its own finish. */
  readonly multipleCriticalPaths: boolean;
  /** What makes an activity critical: little total float, or lying on the longest path. */
  readonly criticalBy: "totalFloat" | "longestPath";
  /** Working minutes of total float at or under which an activity is critical. */
  readonly criticalFloatMinutes: number;
}

/** Our own choices: links win, work lies after the data date, lag on the successor's calendar. */
const evenkeel: ScheduleRules = {
  lagCalendar: "successor",
  freeFloatCalendar: "successor",
  openEndFreeFloat: "toProjectFinish",
  zeroDuration: "snapped",
  drivenFinish: "asComputed",
  boundReplacesStart: false,
  honorsLateBounds: false,
  fromFinish: false,
  alapUses: "freeFloat",
  movesWorkAfterDataDate: true,
  progressMode: "retainedLogic",
  retainsFinished: false,
  startedStartsAt: "actualStart",
  startLagFrom: "earlyStart",
  resourceCalendars: "withinActivity",
  usesExpectedFinish: true,
  floatType: "least",
  multipleCriticalPaths: false,
  criticalBy: "totalFloat",
  criticalFloatMinutes: 0,
};

const but = (own: Partial<ScheduleRules>): ScheduleRules => ({ ...evenkeel, ...own });

/** The rules of each vendor for unprogressed work, and ours. */
export const presets: {
  readonly evenkeel: ScheduleRules;
  readonly msProject: ScheduleRules;
  readonly primavera: ScheduleRules;
} = {
  evenkeel,
  msProject: /* @__PURE__ */ but({
    openEndFreeFloat: "totalFloat",
    zeroDuration: "raw",
    drivenFinish: "asTied",
    boundReplacesStart: true,
    honorsLateBounds: true,
    alapUses: "totalFloat",
    movesWorkAfterDataDate: false,
  }),
  primavera: /* @__PURE__ */ but({
    lagCalendar: "predecessor",
    freeFloatCalendar: "predecessor",
    drivenFinish: "nextWorkingTime",
    retainsFinished: true,
    startedStartsAt: "remaining",
    resourceCalendars: "alone",
    floatType: "finish",
  }),
};

/** Everything a command touches of the world; the only place for clock, files and streams. */
export interface Io {
  readonly cwd: string;
  /** Instant of the run, for commands without `--now`. */
  readonly now: () => string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether stderr is a terminal, for progress. */
  readonly isTerminal: boolean;
}

/** Exit codes: fine, findings at or above `--fail-on`, refused input. */
export const exitCodes = { fine: 0, findings: 1, refused: 2 } as const;

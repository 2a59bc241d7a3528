/** Says whether long work should stop early; an `AbortSignal` fits. */
export interface CancelSignal {
  readonly aborted: boolean;
}

/** How far long work has come. */
export interface Progress {
  /** What is being done, as a code of a catalog. */
  readonly code: string;
  /** Units done, 0..total. */
  readonly done: number;
  /** Units in all, when known. */
  readonly total?: number;
}

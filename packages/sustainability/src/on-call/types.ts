/** A span in which someone can be called; milliseconds UTC, half-open. */
export interface RotaShift {
  readonly id: string;
  readonly personId: string;
  /** Which rota or site it belongs to; absent = the one there is. */
  readonly rotaId?: string;
  readonly from: number;
  readonly to: number;
}

/** A call. */
export interface RotaIncident {
  readonly id: string;
  /** Who was called; absent = whoever had the shift. */
  readonly personId?: string;
  /** Milliseconds UTC. */
  readonly at: number;
}

/** A rota as it was, or is planned, between two instants. */
export interface Rota {
  readonly shifts: readonly RotaShift[];
  readonly incidents: readonly RotaIncident[];
  readonly from: number;
  readonly to: number;
}

/** What other teams teach about forecasting one team: plain data that can be replaced. Learned by `learnForecastPrior`. */
export interface ForecastPrior {
  readonly name: string;
  /** Which kind of teams, which years, in words: who is unlike them should not lean on it. */
  readonly referenceClass: string;
  /** Teams it was learned from. */
  readonly teams: number;
  /** Half-lives of the levels, days, ascending. */
  readonly halfLives: readonly number[];
  /** Horizons it was learned at, days, ascending; between them it is interpolated, beyond them held. */
  readonly horizons: readonly number[];
  /** Variance of the level over a horizon, relative to its square; a row a horizon, a column a half-life. */
  readonly drift: readonly (readonly number[])[];
  /** Log weights of the levels, same shape. */
  readonly logWeight: readonly (readonly number[])[];
  /** Factor on the drift that a held-out calibration asks for. */
  readonly driftScale: number;
  /** Drift goes with (1 + level) to this power: the levels of large counts drift less, relatively. */
  readonly sizeExponent: number;
}

/** The prior that forecasts use unless told otherwise. */
export const openTeamsPrior: ForecastPrior = {
  name: "open-teams-1",
  referenceClass:
    "25 records of software work from 2004 to 2026: 10 projects under the Team Software Process, 5 of one company, 4 projects by merged pull requests, 2 issue trackers, 2 large products, a help desk, and one person",
  teams: 25,
  halfLives: [5, 10, 20, 40, 80],
  horizons: [7, 14, 28, 56],
  drift: [
    [0.487914, 0.356857, 0.326464, 0.353514, 0.441428],
    [0.909658, 0.673372, 0.555846, 0.567783, 0.647268],
    [1.368069, 1.038938, 0.843745, 0.831231, 0.838641],
    [1.766876, 1.356325, 1.149552, 1.030843, 1.06998],
  ],
  logWeight: [
    [-0.165328, 0, -0.040285, -0.196845, -0.390464],
    [-0.407144, -0.018288, 0, -0.182367, -0.430848],
    [-0.870665, -0.263859, 0, -0.047977, -0.291606],
    [-1.405015, -0.444817, -0.001843, 0, -0.260813],
  ],
  driftScale: 1.4,
  sizeExponent: -0.5,
};

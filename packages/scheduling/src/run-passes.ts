import { placeAlap } from "./as-late-as-possible.js";
import { backwardPass } from "./backward-pass.js";
import { forwardPass } from "./forward-pass.js";
import { measureFloats } from "./measure-floats.js";
import type { Row } from "./spanned-rows.js";
import type { CompiledNetwork, EarlyDates, Floats, LateDates } from "./types.js";

/** Dates and floats of every node, as the passes leave them. */
export interface Passes {
  /** The network with the start the dates count from. */
  readonly network: CompiledNetwork;
  /** Early dates before as-late-as-possible activities moved; the late dates count back from these. */
  readonly first: EarlyDates;
  readonly early: EarlyDates;
  readonly late: LateDates;
  readonly floats: Floats;
}

/** A network that is scheduled from its finish begins where the earliest late start lies. */
function anchored(network: CompiledNetwork): CompiledNetwork {
  if (!network.rules.fromFinish) return network;
  const late = backwardPass(network, forwardPass(network));
  let start = network.mustFinishBy!;
  for (let node = 0; node < network.nodeCount; node++) {
    const more = network.special[node];
    if (more?.kind !== "summary" && more?.isApart !== true) start = Math.min(start, late.lateStart[node]!);
  }
  return { ...network, start };
}

/** All passes over a compiled network. */
export function runPasses(compiled: CompiledNetwork): Passes {
  const network = anchored(compiled);
  const first = forwardPass(network);
  const late = backwardPass(network, first);
  const early = placeAlap(network, first, late);
  return { network, first, early, late, floats: measureFloats(network, early, late) };
}

/**
 * The dates and floats of a node as they are shown: what has begun starts when it did. Early and late dates are those of what
 * remains, or of the whole where the rules say that these begin at the actual start.
 */
export function rowOfNode({ special, rules }: CompiledNetwork, { early, late, floats }: Passes, node: number): Row {
  const es = early.earlyStart[node]!;
  const ef = early.earlyFinish[node]!;
  const lf = late.lateFinish[node]!;
  const more = special.length === 0 ? undefined : special[node];
  const isWhole = more?.kind === "resumed" && rules.startedStartsAt === "actualStart";
  const ls = isWhole ? more.fixedStart! : late.lateStart[node]!;
  const isLate = more?.isAlap === true && (rules.alapUses === "totalFloat" || rules.fromFinish);
  if (isLate && !rules.fromFinish) return [es, ef, ls, lf, ls, lf, 0, 0, 0, 0];
  const start = more?.kind === "resumed" || more?.kind === "past" ? more.fixedStart! : isLate ? ls : es;
  const finish = more?.kind === "past" ? more.fixedFinish! : isLate ? lf : ef;
  const { totalFloat, freeFloat, startFloat, finishFloat } = floats;
  const four = [totalFloat[node]!, freeFloat[node]!, startFloat[node]!, finishFloat[node]!];
  return [es, ef, ls, lf, start, finish, ...four];
}

/** Dates at the ends of time are no dates. */
export const isBeyondTime = ({ early, late }: Passes, node: number): boolean =>
  [early.earlyFinish[node]!, late.lateStart[node]!, late.lateFinish[node]!].some(
    (tick) => Math.abs(tick) >= 0x7fffffff,
  );

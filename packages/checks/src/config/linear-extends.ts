import { own, type Path, type ShapeReader } from "../shape/shape.js";
import { type Known, type ReadConfig, readConfig } from "./read-config.js";

interface Visit {
  readonly name: string;
  readonly config: ReadConfig;
  /** Next of its `extends` to look at. */
  next: number;
}

/**
 * A config and all it goes on from, in the order in which they are applied: each after those it extends, each once.
 * Cycles and unknown names are faults. Depth-first with a stack of its own.
 */
export function linearExtends(
  reader: ShapeReader,
  config: unknown,
  presets: Readonly<Record<string, unknown>>,
  known: Known,
): ReadConfig[] {
  const order: ReadConfig[] = [];
  const seen = new Set<string>();
  /** Where the configs under way are on the stack. */
  const depths = new Map<string, number>();
  const pathOf = (name: string): Path => (name === "" ? [] : ["presets", name]);
  const stack: Visit[] = [{ name: "", config: readConfig(reader, config, [], known), next: 0 }];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const index = top.next++;
    const name = top.config.extends[index];
    if (name === undefined) {
      order.push(top.config);
      depths.delete(top.name);
      stack.pop();
      continue;
    }
    const at = [...pathOf(top.name), "extends", index];
    const open = depths.get(name);
    if (open !== undefined) {
      const cycle = [...stack.slice(open).map((visit) => visit.name), name];
      reader.fault("checks/extends-cycle", at, { cycle }, cycle);
    } else if (!Object.hasOwn(presets, name)) reader.unknown("checks/unknown-preset", name, at, Object.keys(presets));
    else if (!seen.has(name)) {
      seen.add(name);
      depths.set(name, stack.length);
      stack.push({ name, config: readConfig(reader, own(presets, name), pathOf(name), known), next: 0 });
    }
  }
  return order;
}

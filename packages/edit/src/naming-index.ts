type Names = Map<string, Set<string>>;

/** Layers a lookup may go through before the later ones are made one. */
const mostLayers = 8;

/**
 * Which rows may name a row: by the named id, of whatever table, the naming rows as `table/id`.
 *
 * Names are only added: who asks looks whether the row is still there and still names it. So a copy shares all there is,
 * and both go on with a layer of their own.
 */
export class NamingIndex {
  private layers: readonly Names[] = [];
  private own: Names = new Map();

  add(id: string, name: string): void {
    const held = this.own.get(id);
    if (held !== undefined) held.add(name);
    else if (!this.layers.some((layer) => layer.get(id)?.has(name))) this.own.set(id, new Set([name]));
  }
  /** Each name once. */
  namesOf(id: string): ReadonlySet<string> {
    const held = [...this.layers, this.own].flatMap((layer) => layer.get(id) ?? []);
    const [only = new Set<string>(), ...others] = held;
    return others.length === 0 ? only : new Set(held.flatMap((names) => [...names]));
  }
  fork(): NamingIndex {
    if (this.own.size > 0) this.layers = [...this.layers, this.own];
    if (this.layers.length > mostLayers) this.layers = [...this.layers.slice(0, 1), joined(this.layers.slice(1))];
    this.own = new Map();
    const other = new NamingIndex();
    other.layers = this.layers;
    return other;
  }
}

function joined(layers: readonly Names[]): Names {
  const all: Names = new Map();
  for (const layer of layers) for (const [id, names] of layer) all.set(id, new Set([...(all.get(id) ?? []), ...names]));
  return all;
}

import { defined, type Loose } from "./draft.js";

/** An object of these fields to make copies of: parsed, it holds them in itself; an object that grows holds most beside itself. */
export function patternOf<T extends object>(names: readonly string[]): T {
  return JSON.parse(JSON.stringify(Object.fromEntries(names.map((name) => [name, ""])))) as T;
}

/** `defined` for many rows that state the same fields, at most 31, some as undefined: few combinations of them occur. */
export function rowMaker<T extends object>(): (row: Loose<T>) => T {
  const shapes = new Map<number, { readonly names: readonly (keyof T)[]; readonly pattern: T }>();
  return (row) => {
    let stated = 0;
    let field = 1;
    for (const key in row) {
      if (row[key] !== undefined) stated |= field;
      field <<= 1;
    }
    const shape = shapes.get(stated);
    if (shape === undefined) {
      const first = defined<T>(row);
      const names = Object.keys(first);
      shapes.set(stated, { names: names as (keyof T)[], pattern: patternOf<T>(names) });
      return first;
    }
    const { names, pattern } = shape;
    const made = { ...pattern };
    for (let at = 0; at < names.length; at++) {
      const name = names[at] as keyof T;
      made[name] = row[name] as T[keyof T];
    }
    return made;
  };
}

/**
 * Gives again what was made of a number before: records of many people begin and end at the same times and last as long,
 * and what they share is made and kept once. A number that falls on the place of another is made anew.
 *
 * @param make - a pure function; what it makes is not changed by anybody
 * @param places - how many are remembered, a power of two
 */
export function madeAgain<Made>(make: (of: number) => Made, places: number): (of: number) => Made {
  const numbers = new Float64Array(places).fill(Number.NaN);
  const made: Made[] = [];
  const shift = Math.clz32(places - 1);
  return (of) => {
    const place = Math.imul(of, 0x9e37_79b1) >>> shift;
    if (numbers[place] === of) return made[place] as Made;
    const fresh = make(of);
    numbers[place] = of;
    made[place] = fresh;
    return fresh;
  };
}

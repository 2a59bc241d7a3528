/** Lines and stars that draw how commits hang together, up to a commit. */
const drawn = /^([|\\/_. -]*\*[|\\/_. -]*)(?=(?:commit )?[0-9a-f]{7,64}\b)/;
const onlyDrawn = /^[*|\\/_. -]*$/;

/**
 * A log without the graph that `--graph` draws beside it; a text without one is returned as it is.
 *
 * The drawing of a commit is as wide on all its lines, so that the blanks of its message stay.
 */
export function withoutGraph(text: string): string {
  const lines = text.split(/\r?\n/);
  const first = lines.find((line) => line.trim() !== "") ?? "";
  if (!drawn.test(first)) return text;
  let width = 0;
  const plain = lines.flatMap((line): string[] => {
    const found = drawn.exec(line)?.[1];
    if (found !== undefined) width = found.length;
    else if (!onlyDrawn.test(line.slice(0, width))) return [line];
    return [line.slice(width)];
  });
  return plain.map((line) => (onlyDrawn.test(line) ? "" : line)).join("\n");
}

/** The inner markup of a drawing and its size in pixels. */
export interface InlineSvg {
  readonly inner: string;
  readonly width: number;
  readonly height: number;
}

const allowed = new Set([
  "g",
  "path",
  "line",
  "text",
  "tspan",
  "rect",
  "circle",
  "defs",
  "clipPath",
  "linearGradient",
  "stop",
]);
const dropped = / (?:pointer-events|aria-[a-z]+|role|class|xmlns(?::[a-z]+)?|font-family|stroke-miterlimit)="[^"]*"/g;

const shortNumbers = (tag: string): string =>
  tag.replace(/-?\d+\.\d{2,}(?:e-?\d+)?/g, (number) => String(Math.round(Number(number) * 10) / 10 + 0));

/** Ids of clips and gradients, which every drawing counts from one, made the drawing's own. */
const ownIds = (tag: string, name: string): string =>
  tag.replace(/ id="([^"]*)"/g, ` id="${name}-$1"`).replace(/url\(#([^)]*)\)/g, `url(#${name}-$1)`);

/**
 * A drawing of vega as markup to put into a page: known elements only, no roles of its own (the figure is one image
 * with one description), invisible parts and idle digits left out.
 */
export function inlineSvg(svg: string, name: string): InlineSvg {
  const [, width = "0", height = "0"] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  const inner = svg
    .replace(/^<svg[^>]*>/, "")
    .replace(/<\/svg>$/, "")
    .replace(/<text [^>]*opacity="0"[^>]*>[^<]*<\/text>/g, "")
    .replace(/<path class="(?:background|foreground)"(?![^>]*stroke="#)[^>]*\/>/g, "")
    .replace(/<\/?([a-zA-Z]+)[^>]*>/g, (tag, element: string) =>
      allowed.has(element)
        ? ownIds(shortNumbers(tag.replace(dropped, "").replace(/ (?:stroke-)?opacity="1"/g, "")), name)
        : "",
    )
    .replace(/<g>\s*<\/g>/g, "");
  return { inner, width: Number(width), height: Number(height) };
}

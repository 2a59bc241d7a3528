import { readFileSync } from "node:fs";
import { defineConfig, type Options } from "tsup";

interface PackageJson {
  readonly exports: Record<string, string | { readonly default: string }>;
  readonly bin?: Record<string, string>;
}

type Plugin = NonNullable<Options["plugins"]>[number];

/** No module does anything when it is loaded, so that a chunk nothing is taken from need not be; an empty line keeps the source map true. */
const withoutBareImports: Plugin = {
  name: "without-bare-imports",
  renderChunk: (code, { map }) => ({ code: code.replace(/^import "\.[^"]*";$/gm, ""), map }),
};

/** The one build of every package: each public subpath is an entry, ESM only, declarations by `scripts/declare.mjs`. */
export function packageConfig(): Options | Options[] {
  const manifest = JSON.parse(readFileSync("package.json", "utf8")) as PackageJson;
  const targets = Object.values(manifest.exports)
    .flatMap((target) => (typeof target === "string" ? [] : [target.default]))
    .concat(Object.values(manifest.bin ?? {}));
  const entry = [...new Set(targets)].map((file) => file.replace(/^(\.\/)?dist\//, "src/").replace(/\.js$/, ".ts"));
  return defineConfig({
    entry,
    format: ["esm"],
    target: "node20",
    platform: "neutral",
    dts: false,
    clean: true,
    sourcemap: true,
    splitting: true,
    plugins: [withoutBareImports],
    external: [/^node:/],
    silent: true,
  }) as Options;
}

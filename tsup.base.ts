import { readFileSync } from "node:fs";
import { defineConfig, type Options } from "tsup";

interface PackageJson {
  readonly exports: Record<string, string | { readonly default: string }>;
  readonly bin?: Record<string, string>;
}

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
    treeshake: true,
    splitting: true,
    external: [/^node:/],
    silent: true,
  }) as Options;
}

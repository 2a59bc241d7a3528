import type { CheckConfig } from "./types.js";

/**
 * Configs to go on from. `recommended`: every check whose values are verified, as it is; `strict`: unverified ones too,
 * and every failure one severity higher; `minimal`: only what law or a published guideline asks for.
 */
export const presets: Readonly<Record<"recommended" | "strict" | "minimal", CheckConfig>> = {
  recommended: {},
  strict: { extends: "recommended", checks: { "*": { raise: true } }, includeUnverified: true },
  minimal: { checks: { "*": "off", "kind:legal": { off: false }, "kind:guideline": { off: false } } },
};

import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

const minute = 60_000;
// Stated counts run for minutes beside other packages; nothing else may wait so long.
const patience = process.env["EVENKEEL_PROFILE"] === "prove" ? 30 * minute : 2 * minute;

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: patience,
    hookTimeout: patience,
    pool: "threads",
    // No test changes a module, so that files share what they import: most of their time was importing it again.
    isolate: false,
    // Packages run beside each other already; where they fill the machine a second worker only imports everything again.
    // What runs last and alone, `conformance`, asks for two.
    maxWorkers: availableParallelism() > 2 ? 2 : 1,
    // What other packages built is loaded as it is: transforming it for each package anew took longer than loading it.
    server: { deps: { external: [/\/packages\/[^/]+\/dist\//] } },
    passWithNoTests: false,
    reporters: ["default"],
  },
});

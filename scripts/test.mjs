// npm test: the short profile of everything. Unchanged work is not done again.

import { readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { env, install, must, pathKey, root } from "./run.mjs";

install();
const gates = Object.keys(JSON.parse(readFileSync(join(root, "package.json"), "utf8")).scripts).filter((name) =>
  name.startsWith("gate:"),
);
must("turbo", ["run", "build", "typecheck", "test", ...gates, "--output-logs=errors-only", "--concurrency=2"], {
  env: {
    ...env,
    EVENKEEL_PROFILE: env.EVENKEEL_PROFILE ?? "short",
    [pathKey]: join(root, "scripts/quick") + delimiter + env[pathKey],
  },
});
process.stdout.write("All tests and gates passed.\n");

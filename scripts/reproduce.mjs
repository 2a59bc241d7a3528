// npm run reproduce -- forecast|schedules [--from DIR]: the published tables once more, from the public data they were made of.
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { differences } from "./reproduce/differences.mjs";
import { install, must, root } from "./run.mjs";

const parts = {
  forecast: { needs: "@evenkeel/predictability", tables: "scripts/reproduce/forecast.mjs" },
  schedules: { needs: "@evenkeel/conformance^", tables: "conformance/schedules/score.mjs" },
};
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { from: { type: "string", default: "../shared/data" } },
});
const [name = ""] = positionals;
const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
if (part === undefined || positionals.length > 1) {
  process.stderr.write("npm run reproduce -- forecast|schedules [--from DIR]\n");
  process.exit(2);
}
const from = resolve(values.from);
const { known, missing, changed, text } = differences(name, from);
process.stdout.write(text);
if (missing === known) process.exit(1);
install();
must("turbo", ["run", "build", `--filter=${part.needs}...`, "--output-logs=errors-only"], {
  stdio: ["ignore", "ignore", "inherit"],
});
must(process.execPath, [resolve(root, part.tables), "--from", from]);
process.exit(missing + changed > 0 ? 1 : 0);

// npm run conformance: what holds across packages, at the stated counts when EVENKEEL_PROFILE=prove.
// npm run conformance -- schedules [--from DIR] [--json FILE] [--file NAME [--all]]: our dates beside those other tools stored.
import { install, must } from "./run.mjs";

install();
const [part, ...rest] = process.argv.slice(2);
if (part === "schedules") {
  must("turbo", ["run", "build", "--filter=@evenkeel/conformance^...", "--output-logs=errors-only"], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  must(process.execPath, ["conformance/schedules/score.mjs", ...rest]);
} else must("turbo", ["run", "test", "--filter=@evenkeel/conformance", "--output-logs=full"]);

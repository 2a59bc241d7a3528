// npm run conformance: what holds across packages, at the stated counts when EVENKEEL_PROFILE=prove.
import { install, must } from "./run.mjs";

install();
must("turbo", ["run", "test", "--filter=@evenkeel/conformance", "--output-logs=full"]);

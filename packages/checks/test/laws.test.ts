import { testLaws } from "@evenkeel/test-kit";
import { baselineLaws, configLaws, dataCheckLaws, privacyLaws, visibilityLaws, waiverLaws } from "../src/testing.js";

testLaws("laws of waivers", waiverLaws());
testLaws("laws of baselines", baselineLaws());
testLaws("laws of configuration", configLaws());
testLaws("laws of rules as data", dataCheckLaws());
testLaws("laws of visibility", visibilityLaws());
testLaws("laws of group results", privacyLaws());

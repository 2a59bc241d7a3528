import { testLaws } from "@evenkeel/test-kit";
import { predictabilityLaws } from "../src/testing.js";

testLaws("laws of predictability", predictabilityLaws());

import { testLaws } from "@evenkeel/test-kit";
import { certificateLaws } from "../src/testing.js";

testLaws("laws of certificates", certificateLaws());

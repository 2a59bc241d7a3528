import { testLaws } from "@evenkeel/test-kit";
import { interviewLaws } from "../src/testing.js";

testLaws("laws of the interview", interviewLaws());

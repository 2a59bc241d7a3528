import { testLaws } from "@evenkeel/test-kit";
import { ruleLaws } from "../src/testing.js";

testLaws("laws of rules of working time", ruleLaws());

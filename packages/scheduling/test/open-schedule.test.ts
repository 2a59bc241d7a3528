import { testLaws } from "@evenkeel/test-kit";
import { editLaws } from "../src/testing.js";

testLaws("laws of edits", editLaws());

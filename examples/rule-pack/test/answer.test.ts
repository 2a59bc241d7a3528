import { expectAnswer } from "@evenkeel/test-kit";

expectAnswer(new URL("..", import.meta.url));

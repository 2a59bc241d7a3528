import { testLaws } from "@evenkeel/test-kit";
import { readEvenkeelJson } from "../src/evenkeel-json.js";
import { readGitLog } from "../src/git-log.js";
import { readJiraCsv } from "../src/jira-csv.js";
import { readJiraJson } from "../src/jira-json.js";
import { readMappedCsv } from "../src/mapped-csv.js";
import { readMarkdown } from "../src/markdown.js";
import { readMspdi } from "../src/mspdi.js";
import { readerLaws } from "../src/testing.js";
import * as samples from "./samples.js";

testLaws("broken inputs", [
  ...readerLaws("the native reader", readEvenkeelJson, [samples.native]),
  ...readerLaws("the git reader", readGitLog, [samples.gitLog]),
  ...readerLaws("the Jira CSV reader", readJiraCsv, [samples.jiraCsv]),
  ...readerLaws("the Jira JSON reader", readJiraJson, [samples.jiraJson]),
  ...readerLaws("the table reader", readMappedCsv, [samples.table, samples.eventLog]),
  ...readerLaws("the Markdown reader", readMarkdown, [samples.markdown]),
  ...readerLaws("the MSPDI reader", readMspdi, [samples.mspdi]),
]);

/** A trap of a format: what goes wrong where it is not known, and what is done here where no issue says it. */
export interface Trap {
  readonly name: string;
  readonly elsewhere: string;
  readonly here?: string;
}

const trap = (name: string, elsewhere: string, here?: string): Trap => ({
  name,
  elsewhere,
  ...(here === undefined ? {} : { here }),
});

const trackers: readonly Trap[] = [
  trap(
    "jira-to-string-key",
    "A key `toString` in the data breaks printing and schemas.",
    "Parsed objects have no prototype, and members are asked for as own ones.",
  ),
  trap(
    "jira-history-newest-first",
    "Changes read in the order of the file run backwards.",
    "Changes are sorted by instant, then id.",
  ),
  trap("jira-history-truncated-40", "Forty changes pass for all of them, and work seems to start late."),
  trap("jira-worklog-truncated", "The first twenty worklogs pass for all of them."),
  trap("jira-history-truncated-100", "A hundred changes pass for all of them, and work seems to start late."),
  trap("jira-history-same-millisecond", "Two changes of one instant change places from run to run."),
  trap("jira-resolved-before-created", "A negative cycle time is clamped to nothing or averaged in."),
  trap("jira-link-mirrored", "A link counts twice, since both ends state it."),
  trap(
    "jira-link-prose-localised",
    "A link is read from an English sentence that is not English everywhere.",
    "The other end is taken from the key; the sentence is kept as it is.",
  ),
  trap("jira-flagged-open", "An impediment that still stands is dropped, or ends today."),
  trap("jira-two-point-fields", "Sizes are added up, or the empty one of the two fields is read."),
  trap("jira-sprint-list", "A list of sprint ids is read as one sprint.", "Each id of the list is a sprint."),
  trap("jira-workflow-migration", "A change of workflow counts as work that moved."),
  trap(
    "jira-offset-without-colon",
    "An offset `-0500` is refused, or taken for UTC.",
    "The offset is read and the instant kept in UTC.",
  ),
  trap("jira-page-short-not-last", "A page with few issues passes for the last one."),
  trap("jira-status-in-no-column", "Issues in a status without a column vanish from the board's numbers."),
  trap(
    "jiracsv-bom",
    "The first header is not recognised for a mark no one sees.",
    "The byte order mark is no part of the header.",
  ),
  trap("jiracsv-repeated-headers", "Of several columns with one header the last alone is kept."),
  trap("jiracsv-header-alias", "A header of another release is an unknown column."),
  trap(
    "jiracsv-zoneless-date",
    "A time without a zone gets that of the machine that reads it.",
    "It stays a local time until the caller names the zone.",
  ),
  trap("jiracsv-localised-month", "Months in another language make dates disappear."),
  trap(
    "jiracsv-midnight-due",
    "A due day printed as midnight falls on the day before in another zone.",
    "Midnight in a due column is a day.",
  ),
  trap("jiracsv-composite-cell", "A comment with semicolons shifts author and seconds of a work log."),
  trap("jiracsv-sigma-rollup", "Sums over subtasks are added to the subtasks themselves."),
  trap("jiracsv-duration-text", "`38h` is read as 38 seconds."),
  trap("jiracsv-row-too-wide", "An unquoted comma shifts every cell after it."),
  trap(
    "jiracsv-parent-id-or-key",
    "Parents are looked up by key where the column holds ids.",
    "A parent is looked up as key and as id.",
  ),
  trap(
    "jiracsv-quoted-newlines",
    "A line break within quotes begins a new issue.",
    "Rows end where the quotes are closed.",
  ),
  trap(
    "jiracsv-translated-export",
    "An export in another language is a table nobody knows.",
    "Headers, months and states of six languages are read as the English ones.",
  ),
  trap("asana-name-only-parent", "A parent given by name is lost, or guessed."),
  trap("asana-name-only-dependency", "A dependency given by name goes to the wrong task."),
  trap("asana-duplicate-name", "Of several tasks with one name the first gets every link."),
  trap("asana-sheet-preamble", "A line above the header is taken for the header."),
  trap("asana-multi-home", "A task of several projects counts several times."),
  trap("asana-day-resolution", "Days are shown as cycle times to the hour."),
  trap("asana-due-on-xor-due-at", "A due day becomes an instant in UTC, or a due time is lost."),
  trap("asana-section-row", "A heading of the list is read as a task."),
  trap("asana-comma-in-tag", "A tag with a comma becomes two."),
  trap("monday-json-in-string", "Values that are JSON within a text are kept as texts."),
  trap("monday-done-by-colour", "A label is taken by its word, though the tool decides by its colour."),
  trap("monday-null-label", "An item without a label has no state, and is in no count."),
  trap("monday-changed-before-created", "Work of a copied board takes years, by a stamp of its template."),
  trap("monday-type-renamed", "Columns with type names of older releases are not recognised."),
  trap("monday-group-header-rows", "Titles and headers repeated in each group of a sheet are read as items."),
  trap("monday-position-text", "Groups are sorted as texts, 163840 before 65536."),
  trap("trello-actions-capped", "A thousand actions pass for the whole history."),
  trap("trello-created-from-id", "A card without a recorded creation has no age."),
  trap(
    "trello-update-not-a-move",
    "Each update of a card counts as a move.",
    "An update is a move only where its list was another before.",
  ),
  trap("trello-list-renamed", "A renamed list is two states.", "Lists are told apart by id; the name is today's."),
  trap("trello-card-copied", "A copied card has no beginning.", "Copying, converting and mailing a card create it."),
  trap(
    "trello-done-untold",
    "A card that is done now was done when it was made, and took no time.",
    "When it was done stays unknown where no action tells.",
  ),
  trap("trello-archived-list", "Cards of an archived list age for ever."),
  trap("github-pull-request-in-issues", "Pull requests count as issues."),
  trap(
    "github-not-planned",
    "Work that was given up counts as throughput.",
    "Not planned and duplicate are dropped, with their instant and without a finish.",
  ),
  trap(
    "github-draft-issue",
    "A note on a project, which has no number, is no issue and is lost.",
    "It is an item, named by its own id.",
  ),
  trap("github-pages-joined", "Pages the command line prints one after another are no JSON.", "Each page is read."),
  trap("github-null-actor", "An event of a deleted account stops the import."),
  trap(
    "github-inferred-status",
    "A label is taken for a status, and the guess looks like a record.",
    "Labels stay labels; a status comes from a project or from closing.",
  ),
  trap(
    "github-links-in-timeline",
    "Sub-issues and blockers, which issues only count, are not linked.",
    "What a timeline leaves standing is a link; what it took back is none.",
  ),
  trap("gitlab-iid-vs-id", "Links go to other issues, since two kinds of numbers are mixed."),
  trap("gitlab-closed-without-date", "An issue closed at no stated time is finished today, or at its last update."),
  trap("bugzilla-comma-joined-change", "Several values in one text are read as one."),
  trap("linear-two-date-formats", "One of the two forms of dates is not read.", "Both are read, by the cell."),
  trap("linear-history-cut", "The first page of a history, the newest fifty entries, is taken for the whole."),
  trap("linear-short-row", "A row without its empty cells at the end is refused."),
  trap("linear-quote-guard", "A guard against formulas becomes part of the title."),
  trap(
    "linear-canceled-vs-completed",
    "Cancelled work counts as finished.",
    "The stamp of cancelling is a drop, never a finish.",
  ),
  trap(
    "linear-estimate-scale",
    "A size such as XL is dropped, or becomes a number.",
    "A size that is a word stays a word.",
  ),
  trap(
    "azure-backslash-path",
    "A path is one long name, or its backslashes escape.",
    "The last part is the name, the path its id.",
  ),
  trap("azure-html-entities", "Titles show `&amp;`."),
  trap(
    "azure-relation-url",
    "The first number of an address is taken for the id.",
    "The id is the last part of the address.",
  ),
  trap(
    "azure-queried-links",
    "The answer of a query of links is thrown away with what wraps the items.",
    "Each of its rows links the items beside it.",
  ),
  trap(
    "azure-warehouse-row",
    "Rows of Analytics name the same fields by other words, and are no work items.",
    "They are read as what the API would have said.",
  ),
  trap(
    "azure-midnight-due",
    "A due day, stored as its midnight, is over before it begins.",
    "A due date at midnight is the day.",
  ),
  trap(
    "azure-open-revision-9999",
    "The open revision lies in the year 9999, and work takes millennia.",
    "The instant of a change is that of the changed date.",
  ),
  trap(
    "monday-hours-as-points",
    "A column called an estimate, in hours, counts as points.",
    "Points are those called so; an estimate in hours is effort.",
  ),
  trap("clickup-epoch-ms-text", "Milliseconds written as text are no date.", "Digits are milliseconds since 1970."),
  trap(
    "clickup-task-in-two-lists",
    "A task of two lists has two rows, and counts twice.",
    "It is one item with both its lists.",
  ),
  trap(
    "csv-plan-table",
    "The start and finish of a plan's table count as work begun and done.",
    "Beside durations, levels or links by number they are planned dates; those of done work alone are records.",
  ),
  trap(
    "csv-row-numbers",
    "`1SS+2 days` names no work.",
    "Type and lag are read off, and where rows have no ids the number is that of the row.",
  ),
  trap("csv-unreadable-number", "A share in words counts as nothing done."),
  trap(
    "csv-night-shift",
    "A shift from 22:00 to 06:00 ends before it begins, or lasts eight hours in the night the clocks change.",
    "It ends on the day after, and both ends are put into the zone.",
  ),
  trap("csv-incomplete-hours", "A timer that still runs counts as no work, or as work until today."),
  trap(
    "csv-planned-dates",
    "A planned start and end of work not begun are taken for records.",
    "Where the status says that nothing has happened, the end is the due date.",
  ),
];

const texts: readonly Trap[] = [
  trap("text-kanban-date", "The day a card is due, behind an at sign, is a person.", "It is when the task is due."),
  trap(
    "git-decorated-log",
    "The commas between names of branches make a log a table.",
    "What git prints is known by the lines of its commits.",
  ),
  trap(
    "git-graph",
    "Lines drawn beside a log hide its commits.",
    "They are taken off, as wide as they are at each commit.",
  ),
  trap(
    "sticky-arrow-heads",
    "An arrow drawn from its head links the wrong way round.",
    "It is read from tail to head.",
  ),
  trap("text-nbsp", "A blank that does not break hides the date after it."),
  trap("text-variation-selector", "An invisible mark after an emoji hides what follows."),
  trap("text-tab-indent", "Tabs count as one blank, and children leave their parent."),
  trap("text-unknown-checkbox", "An unknown mark in the box makes the task disappear."),
  trap("text-todo-txt-two-dates", "Creation is read as completion."),
];

const schedules: readonly Trap[] = [
  trap("mspdi-tenth-minutes", "A lag of one day becomes ten.", "Lags are tenths of a minute."),
  trap(
    "mspdi-percent-lag",
    "50 percent become 5 minutes.",
    "A percent format makes the number a share of the predecessor.",
  ),
  trap("mspdi-elapsed-format", "Elapsed days become working days.", "The elapsed formats set the basis of the lag."),
  trap(
    "mspdi-estimated-format",
    "The unit of an estimated duration is not known.",
    "32 more than a format is that format, estimated.",
  ),
  trap("mspdi-null-row", "A blank line becomes a task."),
  trap("mspdi-both-exception-styles", "A holiday written in both styles counts twice."),
  trap("mspdi-uid-vs-id", "Links go by row numbers, to the task beside.", "Tasks and links go by UID."),
  trap("mspdi-cross-project", "A link to another file stops the import, or vanishes."),
  trap(
    "mspdi-manual-task",
    "A task set by hand is moved by the schedule.",
    "Its mode and the dates it was given are kept.",
  ),
  trap(
    "mspdi-code-by-parent",
    "`Type` of a link is read as that of a task.",
    "Codes are looked up by the element they stand in.",
  ),
  trap(
    "p6-code-page",
    "Letters beyond ASCII become question marks.",
    "A text that is not UTF-8 is read by its code page.",
  ),
  trap("p6-multi-project", "Only the first project of a file is read.", "Each project is one."),
  trap(
    "p6-field-order",
    "Columns are read by position, which changes with the release.",
    "Columns are read by the names above them.",
  ),
  trap("p6-exception-epoch", "Holidays lie two days, or 70 years, away.", "Days count from 1899-12-30."),
  trap("p6-inclusive-finish", "Each shift is one minute short.", "The last minute of work belongs to it."),
  trap(
    "p6-lag-calendar",
    "A lag runs on another calendar than the project says.",
    "The option of the project is the calendar of its lags.",
  ),
  trap(
    "p6-mandatory-constraint",
    "A mandatory date is read as one the logic may move.",
    "It is a date that must hold.",
  ),
  trap("p6-secondary-constraint", "The second constraint is lost.", "Both are kept."),
  trap("p6-data-date", "Remaining work is scheduled before the day of the report.", "The data date is the project's."),
  trap("gan-link-on-predecessor", "Every link points backwards.", "The task that holds the link is the predecessor."),
  trap("gan-yearly-holiday", "A holiday without a year holds once, or never."),
  trap("gan-inverted-week-flag", "The week works on Saturday and Sunday.", "1 means that a day does not work."),
  trap("planner-z-is-local", "Times move by the zone of the reader."),
  trap("planner-elapsed-lag-seconds", "A lag in seconds becomes minutes of work."),
  trap(
    "mermaid-implicit-start",
    "A task without a start begins where the line above ends.",
    "Each task is written with its start, or with what it waits for.",
  ),
  trap(
    "mermaid-exclusive-end",
    "The last day is cut off, or added twice.",
    "Ends are written as the first instant after.",
  ),
  trap(
    "mermaid-excluded-days",
    "Excluded days stretch durations that hold them already.",
    "No days are excluded: dates come from the calendar of the plan.",
  ),
];

const standards: readonly Trap[] = [
  trap("ical-floating-time", "A time without a zone gets that of the machine that reads it."),
  trap("ical-bad-vtimezone", "A wrong block of zone rules moves every time."),
  trap("ical-folded-utf8", "A letter cut by folding becomes two broken ones."),
  trap("ical-recurrence-override", "A moved occurrence stands at both places."),
  trap("ical-period-rdate", "A date given as a period is refused."),
  trap(
    "ical-day-not-in-month",
    "The 31st of every month falls on the 30th or the 28th too.",
    "A month without the day has none.",
  ),
  trap(
    "ical-week-start",
    "Every other week is another week than the one meant, since weeks begin on Sunday.",
    "Weeks begin where the rule says, else on Monday.",
  ),
  trap(
    "ical-marked-all-day",
    "Leave that states midnights in a zone is a meeting of days.",
    "Outlook's mark makes it whole days.",
  ),
  trap(
    "ical-windows-zone",
    "The name Windows gives to a zone is no known zone, and its times float.",
    "It is the zone Unicode CLDR gives it, unless the file defines it.",
  ),
  trap("ical-observance", "A day that is only remembered is a day off.", "It stays on the calendar and is worked."),
  trap(
    "mspdi-numbered-fields",
    "Columns people named are numbers such as 188743731.",
    "They stand on their tasks by their names.",
  ),
  trap(
    "mspdi-levels-left-out",
    "Without levels all tasks stand side by side.",
    "The numbers of the outline tell who is below whom.",
  ),
  trap("mspdi-unassigned-resource", "Nobody is a person with a calendar.", "The row is left out, with the reason."),
  trap(
    "any-numbered-prefix",
    "A prefix such as `ns0` makes a file unknown.",
    "Elements are known by their names, whatever their prefix.",
  ),
  trap("ical-all-day-end", "Leave is a day too long."),
  trap("xes-no-zone", "A time without a zone gets that of the machine that reads it."),
  trap("xes-malformed-date", "A broken date takes the time of the event before."),
  trap("xes-identical-events", "Repeated events are one, or counted without a word."),
  trap("xes-no-namespace", "A log without a namespace is not recognised."),
  trap("ocel-ocel1-keys", "A log of version 1.0 is empty for a reader of 2.0."),
  trap("ocel-numeric-value", "A number where a text is due is refused."),
  trap("ocel-missing-attribute-time", "An attribute without a time is lost."),
];

const all: readonly Trap[] = [
  trap(
    "any-proto-key",
    "A key `__proto__` in the data changes every object of the program.",
    "It is a key like any other, of an object without a prototype.",
  ),
  trap("any-date-order-ambiguous", "Day and month change places."),
  trap(
    "any-weekday-date",
    "Dates of a plan early in their months are read in the wrong order, or not at all.",
    "The day of the week that stands before them decides.",
  ),
  trap(
    "any-midnight-due-in-zone",
    "Put into a zone east of Greenwich, a due day is the day before.",
    "The day is the one that is written.",
  ),
  trap("any-dst-gap", "An hour that did not exist becomes another one."),
  trap("any-dst-overlap", "Of an hour that occurred twice one is taken without a word."),
  trap("any-empty-file", "An empty file is a plan without work."),
  trap(
    "any-wrong-delimiter",
    "A table with semicolons is one column.",
    "The delimiter is the one that divides all lines alike; it is named among the assumptions.",
  ),
  trap("any-too-many-columns", "A million columns take all memory."),
  trap("any-too-deep", "Deep nesting overflows the stack."),
  trap("any-entity-bomb", "A few entities grow to gigabytes."),
  trap(
    "any-formula-cell",
    "A title runs as a formula in the spreadsheet of who opens it.",
    "Written cells that a spreadsheet would run begin with an apostrophe.",
  ),
  trap("any-lone-surrogate", "Half a character stops whatever writes the text."),
  trap("any-dangling-reference", "A link to nothing disappears."),
  trap("any-cycle", "A cycle hangs the schedule."),
];

/** The traps by the formats they stand in. */
export const catalogue: readonly Trap[] = [...trackers, ...texts, ...schedules, ...standards, ...all];

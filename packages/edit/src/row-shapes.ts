// Made from the schema of plans by `REGEN=1` of test/row-shapes.test.ts; not to be edited.
import type { TableName } from "@evenkeel/core";
import type { Fields, Shape } from "./shape.js";

/** Where a row came from. */
export const sources: Shape = {
  list: { fields: { tool: "text", "instance?": "text", id: "text", "key?": "text", "url?": "text" } },
};

/** The fields of the rows of each table beside those that all rows have. */
export const rowShapes: { readonly [table in TableName]: Fields } = {
  projects: {
    name: "text",
    "parentId?": "id",
    "rank?": "number",
    "calendarId?": "id",
    "zone?": "text",
    "dataDate?": "text",
    "start?": "text",
    "mustFinishBy?": "text",
    "scheduling?": {
      fields: {
        "preset?": ["evenkeel", "msProject", "primavera"],
        "fromFinish?": "flag",
        "criticalFloatMinutes?": "number",
        "lagCalendar?": ["predecessor", "successor", "project", "continuous"],
        "progressMode?": ["retainedLogic", "progressOverride", "actualDates"],
        "floatType?": ["start", "finish", "least"],
        "startLagFrom?": ["earlyStart", "actualStart"],
        "usesExpectedFinish?": "flag",
        "criticalBy?": ["totalFloat", "longestPath"],
        "multipleCriticalPaths?": "flag",
        "minutesPerDay?": "number",
        "minutesPerWeek?": "number",
        "daysPerMonth?": "number",
      },
    },
  },
  containers: {
    name: "text",
    kind: ["board", "list", "section", "folder"],
    "parentId?": "id",
    "projectId?": "id",
    "workflowId?": "id",
    "rank?": "number",
    "archived?": "flag",
  },
  workflows: {
    name: "text",
    states: {
      list: {
        fields: {
          id: "id",
          name: "text",
          category: ["proposed", "waiting", "active", "done", "dropped"],
          "wipLimit?": "number",
        },
      },
    },
    "moves?": {
      list: {
        fields: {
          from: "id",
          to: "id",
        },
      },
    },
    "ready?": {
      list: {
        fields: {
          field: "text",
        },
      },
    },
    "done?": {
      list: {
        fields: {
          field: "text",
        },
      },
    },
  },
  timeboxes: {
    name: "text",
    kind: ["iteration", "release", "phase"],
    "projectId?": "id",
    "teamId?": "id",
    "interval?": {
      fields: {
        "from?": "text",
        "to?": "text",
      },
    },
    "goal?": "text",
    "itemIds?": {
      list: "id",
    },
  },
  outcomes: {
    title: "text",
    "why?": "text",
    "ownerId?": "id",
    "parentId?": "id",
    "measure?": {
      fields: {
        "metric?": "text",
        "unit?": "text",
        "baseline?": "number",
        "target?": "number",
        "direction?": ["increase", "decrease", "maintain"],
        "from?": "text",
        "by?": "text",
        "current?": "number",
      },
    },
    "weight?": "number",
  },
  items: {
    title: "text",
    kind: ["task", "epic", "subtask", "milestone", "approval", "checklistItem", "defect", "pullRequest", "summary"],
    "sourceKind?": "text",
    "body?": {
      fields: {
        text: "text",
        markup: ["plain", "markdown", "html", "wiki", "adf"],
      },
    },
    "parentId?": "id",
    "projectId?": "id",
    "memberships?": {
      list: {
        fields: {
          containerId: "id",
          "stateId?": "id",
          "rank?": "number",
        },
      },
    },
    "stateId?": "id",
    "workflowId?": "id",
    "rank?": "number",
    "outcomeIds?": {
      list: "id",
    },
    "reason?": "text",
    "acceptanceCriteria?": {
      list: {
        fields: {
          text: "text",
          "observable?": ["state", "value", "artefact", "approval"],
          "met?": "flag",
        },
      },
    },
    "classOfService?": ["standard", "fixedDate", "expedite", "intangible"],
    "priority?": "number",
    "skills?": {
      list: "text",
    },
    "labels?": {
      list: "text",
    },
    "estimates?": {
      list: {
        fields: {
          of: ["duration", "effort", "points", "size"],
          basis: ["original", "remaining"],
          value: {
            kinds: [
              {
                kind: ["single"],
                amount: "number",
              },
              {
                kind: ["threePoint"],
                optimistic: "number",
                mostLikely: "number",
                pessimistic: "number",
              },
              {
                kind: ["distribution"],
                support: {
                  list: "number",
                },
                probability: {
                  list: "number",
                },
              },
              {
                kind: ["label"],
                label: "text",
              },
            ],
          },
        },
      },
    },
    "schedule?": {
      fields: {
        kind: ["task", "startMilestone", "finishMilestone", "summary", "levelOfEffort", "hammock"],
        "mode?": ["auto", "manual"],
        "active?": "flag",
        "durationType?": ["fixedUnits", "fixedDuration", "fixedWork"],
        "effortDriven?": "flag",
        "durationMinutes?": "number",
        "elapsed?": "flag",
        "shownUnit?": ["minutes", "hours", "days", "weeks", "months"],
        "estimated?": "flag",
        "remainingMinutes?": "number",
        "actualMinutes?": "number",
        "percentComplete?": "number",
        "physicalPercentComplete?": "number",
        "percentCompleteType?": ["duration", "physical", "units"],
        "start?": "text",
        "finish?": "text",
        "actualStart?": "text",
        "actualFinish?": "text",
        "stop?": "text",
        "suspend?": "text",
        "resume?": "text",
        "expectedFinish?": "text",
        "externalEarlyStart?": "text",
        "externalLateFinish?": "text",
        "splits?": {
          list: {
            fields: {
              from: "text",
              to: "text",
            },
          },
        },
        "levelingDelayMinutes?": "number",
        "ignoreResourceCalendars?": "flag",
        "placeholder?": "flag",
        "drivenBy?": ["duration", "assignments"],
      },
    },
    "constraints?": {
      list: {
        fields: {
          kind: [
            "asSoonAsPossible",
            "asLateAsPossible",
            "startNoEarlierThan",
            "startNoLaterThan",
            "finishNoEarlierThan",
            "finishNoLaterThan",
            "mustStartOn",
            "mustFinishOn",
            "startOn",
            "finishOn",
          ],
          "at?": "text",
        },
      },
    },
    "deadline?": "text",
    "dueDate?": "text",
    "costOfDelay?": {
      fields: {
        rate: {
          fields: {
            value: "number",
            unit: "text",
          },
        },
        "from?": "text",
      },
    },
    "calendarId?": "id",
    "workType?": ["planned", "unplanned", "toil"],
    "createdAt?": "text",
    "startedAt?": "text",
    "finishedAt?": "text",
    "updatedAt?": "text",
    "blocked?": "flag",
    "blockedReason?": "text",
    "clarifiedAt?": "text",
  },
  dependencies: {
    predecessorId: "id",
    successorId: "id",
    type: ["FS", "SS", "FF", "SF"],
    "lag?": {
      fields: {
        amount: "number",
        unit: ["minutes", "percent"],
        basis: ["working", "elapsed"],
        "calendar?": ["predecessor", "successor", "project", "continuous"],
      },
    },
    "discretionary?": "flag",
    "handoff?": {
      fields: {
        "from?": "id",
        "to?": "id",
        "what?": "text",
        "neededBy?": "text",
        "promisedBy?": "text",
        "acceptance?": "text",
        "state?": ["offered", "accepted", "returned"],
      },
    },
  },
  relations: {
    kind: ["relates", "duplicates", "causes", "blocks", "implements", "other"],
    fromId: "id",
    toId: "id",
    "sourceKind?": "text",
  },
  people: {
    name: "text",
    "email?": "text",
    "zone?": "text",
    "calendarId?": "id",
    "contractMinutesPerWeek?": "number",
    "skills?": {
      list: "text",
    },
    "jurisdiction?": "text",
    "away?": {
      list: {
        fields: {
          from: "text",
          to: "text",
          "share?": "number",
        },
      },
    },
    "active?": "flag",
    "private?": "flag",
  },
  teams: {
    name: "text",
    "parentId?": "id",
    "members?": {
      list: {
        fields: {
          personId: "id",
          "during?": {
            fields: {
              "from?": "text",
              "to?": "text",
            },
          },
          "share?": "number",
        },
      },
    },
    "calendarId?": "id",
  },
  resources: {
    name: "text",
    kind: ["equipment", "material", "placeholder", "cost"],
    "calendarId?": "id",
    "capacity?": "number",
    "unit?": "text",
  },
  assignments: {
    itemId: "id",
    "personId?": "id",
    "teamId?": "id",
    "resourceId?": "id",
    role: [
      "accountable",
      "responsible",
      "consulted",
      "informed",
      "driver",
      "approver",
      "recommender",
      "agreer",
      "decider",
    ],
    "effortMinutes?": "number",
    "remainingEffortMinutes?": "number",
    "actualEffortMinutes?": "number",
    "overtimeEffortMinutes?": "number",
    "remainingOvertimeEffortMinutes?": "number",
    "units?": "number",
    "during?": {
      fields: {
        "from?": "text",
        "to?": "text",
      },
    },
    "stop?": "text",
    "resume?": "text",
    "delayMinutes?": "number",
    "levelingDelayMinutes?": "number",
    "contour?": [
      "flat",
      "backLoaded",
      "frontLoaded",
      "doublePeak",
      "earlyPeak",
      "latePeak",
      "bell",
      "turtle",
      "contoured",
    ],
    "remainingSpans?": {
      list: {
        fields: {
          from: "text",
          to: "text",
          minutes: "number",
        },
      },
    },
    "actualSpans?": {
      list: {
        fields: {
          from: "text",
          to: "text",
          minutes: "number",
        },
      },
    },
    "acceptedOn?": "text",
  },
  commitments: {
    "byId?": "id",
    "toId?": "id",
    "subject?": {
      fields: {
        table: [
          "projects",
          "containers",
          "workflows",
          "timeboxes",
          "outcomes",
          "items",
          "dependencies",
          "relations",
          "people",
          "teams",
          "resources",
          "assignments",
          "commitments",
          "decisions",
          "risks",
          "terms",
          "calendars",
          "schedules",
        ],
        id: "id",
      },
    },
    "what?": "text",
    due: "text",
    "madeAt?": "text",
    "probability?": "number",
    "count?": "number",
    "state?": ["open", "met", "missed", "withdrawn"],
    "resolvedAt?": "text",
  },
  decisions: {
    question: "text",
    "deciderId?": "id",
    "by?": "text",
    "options?": {
      list: "text",
    },
    "result?": "text",
    "decidedAt?": "text",
    "blocks?": {
      list: "id",
    },
  },
  risks: {
    title: "text",
    "probability?": "number",
    "effect?": {
      fields: {
        "delayMinutes?": "number",
        "extraItems?": "number",
        "text?": "text",
      },
    },
    "ownerId?": "id",
    "itemIds?": {
      list: "id",
    },
  },
  terms: {
    term: "text",
    meaning: "text",
    "synonyms?": {
      list: "text",
    },
  },
  calendars: {
    "name?": "text",
    "zone?": "text",
    "parentId?": "id",
    week: {
      fields: {
        "monday?": {
          list: {
            fields: {
              from: "number",
              to: "number",
            },
          },
        },
        "tuesday?": {
          list: {
            fields: {
              from: "number",
              to: "number",
            },
          },
        },
        "wednesday?": {
          list: {
            fields: {
              from: "number",
              to: "number",
            },
          },
        },
        "thursday?": {
          list: {
            fields: {
              from: "number",
              to: "number",
            },
          },
        },
        "friday?": {
          list: {
            fields: {
              from: "number",
              to: "number",
            },
          },
        },
        "saturday?": {
          list: {
            fields: {
              from: "number",
              to: "number",
            },
          },
        },
        "sunday?": {
          list: {
            fields: {
              from: "number",
              to: "number",
            },
          },
        },
      },
    },
    "workWeeks?": {
      list: {
        fields: {
          "name?": "text",
          from: "text",
          to: "text",
          week: {
            fields: {
              "monday?": {
                list: {
                  fields: {
                    from: "number",
                    to: "number",
                  },
                },
              },
              "tuesday?": {
                list: {
                  fields: {
                    from: "number",
                    to: "number",
                  },
                },
              },
              "wednesday?": {
                list: {
                  fields: {
                    from: "number",
                    to: "number",
                  },
                },
              },
              "thursday?": {
                list: {
                  fields: {
                    from: "number",
                    to: "number",
                  },
                },
              },
              "friday?": {
                list: {
                  fields: {
                    from: "number",
                    to: "number",
                  },
                },
              },
              "saturday?": {
                list: {
                  fields: {
                    from: "number",
                    to: "number",
                  },
                },
              },
              "sunday?": {
                list: {
                  fields: {
                    from: "number",
                    to: "number",
                  },
                },
              },
            },
          },
        },
      },
    },
    "exceptions?": {
      list: {
        fields: {
          "name?": "text",
          from: "text",
          to: "text",
          intervals: {
            list: {
              fields: {
                from: "number",
                to: "number",
              },
            },
          },
          "recurrence?": {
            kinds: [
              {
                kind: ["daily"],
                every: "number",
              },
              {
                kind: ["weekly"],
                every: "number",
                weekdays: {
                  list: ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
                },
              },
              {
                kind: ["monthly"],
                every: "number",
                day: "number",
              },
              {
                kind: ["monthlyByPosition"],
                every: "number",
                position: [1, 2, 3, 4, 5],
                on: [
                  "monday",
                  "tuesday",
                  "wednesday",
                  "thursday",
                  "friday",
                  "saturday",
                  "sunday",
                  "day",
                  "weekday",
                  "weekendDay",
                ],
              },
              {
                kind: ["yearly"],
                month: "number",
                day: "number",
              },
              {
                kind: ["yearlyByPosition"],
                month: "number",
                position: [1, 2, 3, 4, 5],
                on: [
                  "monday",
                  "tuesday",
                  "wednesday",
                  "thursday",
                  "friday",
                  "saturday",
                  "sunday",
                  "day",
                  "weekday",
                  "weekendDay",
                ],
              },
            ],
          },
          "occurrences?": "number",
        },
      },
    },
  },
  schedules: {
    kind: ["baseline", "imported", "computed"],
    "name?": "text",
    "projectId?": "id",
    "tool?": "text",
    "madeAt?": "text",
    items: {
      list: {
        fields: {
          itemId: "id",
          "start?": "text",
          "finish?": "text",
          "earlyStart?": "text",
          "earlyFinish?": "text",
          "lateStart?": "text",
          "lateFinish?": "text",
          "totalFloatMinutes?": "number",
          "freeFloatMinutes?": "number",
          "startFloatMinutes?": "number",
          "finishFloatMinutes?": "number",
          "isCritical?": "flag",
          "isOnLongestPath?": "flag",
        },
      },
    },
  },
};

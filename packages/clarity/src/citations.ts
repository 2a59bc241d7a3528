import type { Citation } from "@evenkeel/checks";

/** Where the rules come from, each named once. */
export const sources: Readonly<
  Record<
    | "iso21502"
    | "iso29148"
    | "iso45003"
    | "smart"
    | "okr"
    | "invest"
    | "raci"
    | "rapid"
    | "smells"
    | "kanban"
    | "conversation",
    Citation
  >
> = {
  iso21502: { title: "ISO 21502:2020 Guidance on project management", article: "benefits and outcomes" },
  iso29148: { title: "ISO/IEC/IEEE 29148:2018 Requirements engineering", article: "characteristics of requirements" },
  iso45003: { title: "ISO 45003:2021 Psychological health and safety at work", article: "roles and expectations" },
  smart: { title: "Doran (1981), There's a S.M.A.R.T. way to write management's goals and objectives" },
  okr: { title: "Grove (1983), High Output Management", article: "objectives and key results" },
  invest: { title: "Wake (2003), INVEST in good stories, and SMART tasks" },
  raci: { title: "Smith & Erwin, Role and responsibility charting (RACI)", article: "one accountable an activity" },
  rapid: {
    title: "Rogers & Blenko (2006), Who has the D?, Harvard Business Review",
    article: "one decider a decision",
  },
  smells: { title: "Femmer et al. (2017), Rapid quality assurance with requirements smells" },
  kanban: { title: "The Kanban Guide (2020)", article: "definition of workflow" },
  conversation: {
    title: "Winograd & Flores (1986), Understanding Computers and Cognition",
    article: "conversation for action",
  },
};

import type { Citation } from "@evenkeel/checks";

type Source = "conversation" | "crosby" | "goldratt" | "kanban" | "dcma" | "iso45003" | "malone" | "house";

/** Where the rules come from, each named once. */
export const sources: Readonly<Record<Source, Citation>> = {
  conversation: {
    title: "Winograd & Flores (1986), Understanding Computers and Cognition",
    article: "conversation for action: request and promise agree",
  },
  crosby: { title: "Crosby (1979), Quality is Free", article: "conformance to agreed requirements" },
  goldratt: { title: "Goldratt (1997), Critical Chain", article: "relay runner: be ready for the handoff" },
  kanban: { title: "The Kanban Guide (2020)", article: "actively managing items in a workflow" },
  dcma: {
    title: "Defense Contract Management Agency (2012), Earned Value Management System Program Analysis Pamphlet",
    article: "14-point schedule assessment",
  },
  iso45003: { title: "ISO 45003:2021 Psychological health and safety at work", article: "workload and pace" },
  malone: {
    title: "Malone & Crowston (1994), The interdisciplinary study of coordination, ACM Computing Surveys 26(1)",
  },
  house: { title: "Evenkeel house rule: a promise is not earlier than the promises it waits for" },
};

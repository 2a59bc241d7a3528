import type { Catalog } from "@evenkeel/kernel";

/** English texts of rotas: what is wrong with them or with their rules. */
export const en: Catalog = {
  "sustainability/rota-rule": {
    message: 'Rule "{rule}" has {found} as {field}; expected: {expected}.',
    remedy: "Correct the rule in the pack.",
  },
  "sustainability/rota-duplicate": {
    message: '"{id}" is there twice among the {table} of the rota.',
    remedy: "Keep one of the two.",
  },
  "sustainability/rota-unknown": {
    message: 'Nothing on the rota is called "{found}".',
    remedy: "Add the person or the shift type, or correct the id.",
  },
  "sustainability/rota-day": {
    message: "{found} is not one of the {days} days of the rota.",
    remedy: "Correct the day, or the first day and number of days of the rota.",
  },
  "sustainability/rota-value": {
    message: "{found} was given; expected: {expected}.",
    remedy: "Correct the value.",
  },
  "sustainability/rota-cover": {
    message: "{shift} on {from} has more or fewer people than wanted: {units} off.",
    remedy: "Assign or free people on that shift.",
  },
  "sustainability/rota-shifts-per-day": {
    message: "{from} holds more shifts of {person} than rule {rule} allows.",
    remedy: "Give one of the shifts to someone else.",
  },
  "sustainability/rota-assignments": {
    message: "The rota has {person} on more or fewer days than rule {rule} allows: {units} off.",
    remedy: "Move days to or from someone else.",
  },
  "sustainability/rota-consecutive-working-days": {
    message: "{person} works from {from} to {to} in one run, {units} {units|day|days} off what rule {rule} asks for.",
    remedy: "Shorten the run, or join it with another.",
  },
  "sustainability/rota-consecutive-free-days": {
    message: "{person} is free from {from} to {to}, {units} {units|day|days} off what rule {rule} asks for.",
    remedy: "Move a shift to the other end of the free days.",
  },
  "sustainability/rota-consecutive-working-weekends": {
    message: "{person} works a run of weekends from {from} to {to} that is {units} off what rule {rule} allows.",
    remedy: "Swap a weekend with someone else.",
  },
  "sustainability/rota-working-weekends-in-four-weeks": {
    message: "{person} works more weekends in four weeks from {from} than rule {rule} allows: {units} too many.",
    remedy: "Swap a weekend with someone else.",
  },
  "sustainability/rota-complete-weekends": {
    message: "{person} works a part of the weekend around {from}.",
    remedy: "Give the whole weekend, or free it.",
  },
  "sustainability/rota-identical-weekends": {
    message: "{person} works different shifts on the weekend of {from}.",
    remedy: "Keep one shift type through the weekend.",
  },
  "sustainability/rota-skills": {
    message: "{shift} on {from} asks for skills that {person} is not known to have.",
    remedy: "Swap the shift, or plan for learning and support on it.",
  },
  "sustainability/rota-requests": {
    message: "A request of {person} for {from} is not met.",
    remedy: "Look for a swap, and say why where there is none.",
  },
  "sustainability/rota-pattern": {
    message: "The days of {person} from {from} to {to} are the unwanted pattern {rule}.",
    remedy: "Change one of the days.",
  },
};

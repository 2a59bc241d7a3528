import type { Question } from "evenkeel";
import { type Html, html } from "../page/html.js";
import { capped, dayOf, type Page, title } from "../page/parts.js";

const mostShown = 10;
const mostOptions = 6;

type Field = Question["answers"][number];

/** What is asked for, in words: what kind of answer, and within which bounds. */
function fieldWords(field: Field, { say, sayOr }: Page["texts"]): string {
  const listed = (options: Extract<Field, { options: unknown }>["options"]): string[] => [
    ...options.slice(0, mostOptions).map(({ value, label }) => title(label ?? sayOr(`option-${value}`, value))),
    ...(options.length > mostOptions ? ["…"] : []),
  ];
  const bounds = (): string => {
    switch (field.kind) {
      case "date":
        if (field.after !== undefined && field.notAfter !== undefined)
          return say("ask-date-between", { after: dayOf(field.after), notAfter: dayOf(field.notAfter) });
        if (field.after !== undefined) return say("ask-date-after", { after: dayOf(field.after) });
        return field.notAfter === undefined
          ? say("ask-date")
          : say("ask-date-not-after", { notAfter: dayOf(field.notAfter) });
      case "number":
        return say("ask-number", {
          unit: field.unit ?? "",
          hasUnit: field.unit !== undefined,
          least: field.least ?? "",
          hasLeast: field.least !== undefined,
        });
      case "choice":
        return say("ask-choice", { options: listed(field.options) });
      case "choices":
        return say("ask-choices", { options: listed(field.options), most: field.most });
      default:
        return say(`ask-${field.kind}`);
    }
  };
  const words = say("ask-field", { name: sayOr(`field-${field.name}`, field.name), what: bounds() });
  return field.optional === true ? say("ask-optional", { what: words }) : words;
}

/** The fewest questions that make the work clear: to whom, what, what is asked for, and how much each settles. */
export function questions(page: Page): Html {
  const { say, tell } = page.texts;
  const { questions: asked, names } = page.review;
  const line = (question: Question): Html => {
    const who = question.to === undefined ? say("anyone") : title(names.people[question.to] ?? question.to);
    const fields = question.answers.map((field) => fieldWords(field, page.texts));
    const wanted = fields.length === 0 ? say("ask-yes") : `${say("ask")} ${fields.join("; ")}`;
    return html`<li><b>${who}</b>: ${tell(question).message} <small>${wanted}; ${say("settles", { n: question.clears.length })}</small></li>`;
  };
  return html`<section id="questions" aria-labelledby="questions-title"><h2 id="questions-title">${say("questions")}</h2><p class="sub">${say("questions-sub")}</p>
${asked.length === 0 ? html`<p>${say("questions-none")}</p>` : html`<ol class="lines">${capped(asked, mostShown, page.texts, line)}</ol>`}
</section>`;
}

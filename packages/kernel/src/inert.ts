const dangerous = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * A text that does nothing where it is shown: control characters, terminal escapes, bidirectional overrides and
 * invisible characters become the replacement character, line breaks become blanks.
 *
 * Escaping for HTML, CSV or a chart grammar is the writer's; this is what all of them share.
 *
 * @param text - any text, hostile or not
 * @returns one line of visible text
 *
 * Issues: none.
 * Time O(length), space O(length).
 * Source: Unicode Standard Annex 9 (bidirectional controls); ECMA-48 (escape sequences).
 *
 * @example
 * inertText("red \u001b[31malert\nnow"); // => "red \ufffd[31malert now"
 */
export function inertText(text: string): string {
  return text
    .replace(/[\t\n\r]+/g, " ")
    .replace(dangerous, "\ufffd")
    .replace(loneSurrogate, "\ufffd");
}

/** Characters of windows-1252 from 0x80 to 0x9F; all others have their own number. */
export const upper1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** A text of windows-1252 as the standard decodes it; some engines give latin-1 instead, where 0x80 to 0x9F are controls. */
export function standard1252(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (found) => upper1252[found.charCodeAt(0) - 0x80] ?? found);
}

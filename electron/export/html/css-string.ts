/** `text` as a string of a style sheet within a `style` element, with its marks. */
export const cssString = (text: string): string =>
  `"${text.replace(/[^\p{L}\p{N} :+.,-]/gu, (mark) => `\\${(mark.codePointAt(0) ?? 0).toString(16)} `)}"`;

/** Notes as a page writes them: a raised link in the text, and a list of them below it. */

/** The sign of the note `number`, from 1, where the text refers to it; `sign` is HTML. */
export const noteReference = (number: number, sign: string): string =>
  `<sup><a href="#note-${number}">${sign}</a></sup>`;

/** `body` with the notes that it refers to, in the order of their numbers. All are HTML. */
export const withNotes = (body: string, notes: readonly string[]): string => {
  if (notes.length === 0) return body;
  return `${body}<ol>${notes.map((note, at) => `<li id="note-${at + 1}">${note}</li>`).join('')}</ol>`;
};

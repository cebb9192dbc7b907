const LETTERS = 26;
const FIRST_LETTER = 97;

/** The mark of the footnote `index`, from 0: a … z, then aa, ab. A letter, so that it never looks like a source. */
export const footnoteMark = (index: number): string =>
  (index < LETTERS ? '' : footnoteMark(Math.floor(index / LETTERS) - 1)) +
  String.fromCharCode(FIRST_LETTER + (index % LETTERS));

/** The footnotes of one document, in the order in which a writer meets them. */
export type FootnoteList<Note> = {
  /** Takes a note up and answers its mark. */
  readonly add: (note: Note) => string;
  readonly all: () => readonly { readonly mark: string; readonly note: Note }[];
};

export const createFootnoteList = <Note>(): FootnoteList<Note> => {
  const notes: { readonly mark: string; readonly note: Note }[] = [];
  return {
    add: (note) => {
      const mark = footnoteMark(notes.length);
      notes.push({ mark, note });
      return mark;
    },
    all: () => notes,
  };
};

import { toLetters } from '../content/list-numbering.ts';
import type { MemoDocument } from '../memo-document.ts';
import { isListedByName } from './list-styled-sources.ts';

/** `numbers` where sources are listed without: a letter else, so that it never looks like the number of a source. */
export type NoteMarks = 'letters' | 'numbers';

/** The mark of the footnote `index`, from 0: a … z, then aa, ab; or 1, 2, 3. */
export const footnoteMark = (index: number, marks: NoteMarks = 'letters'): string =>
  marks === 'numbers' ? String(index + 1) : toLetters(index + 1);

/** How the footnotes of a document are marked. */
export const noteMarksOf = ({ sources }: Pick<MemoDocument, 'sources'>): NoteMarks =>
  isListedByName(sources) ? 'numbers' : 'letters';

/** The footnotes of one document, in the order in which a writer meets them. */
export type FootnoteList<Note> = {
  /** Takes a note up and answers its mark. */
  readonly add: (note: Note) => string;
  readonly all: () => readonly { readonly mark: string; readonly note: Note }[];
};

export const createFootnoteList = <Note>(marks: NoteMarks = 'letters'): FootnoteList<Note> => {
  const notes: { readonly mark: string; readonly note: Note }[] = [];
  return {
    add: (note) => {
      const mark = footnoteMark(notes.length, marks);
      notes.push({ mark, note });
      return mark;
    },
    all: () => notes,
  };
};

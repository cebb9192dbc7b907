import { Paragraph, TextRun } from 'docx';
import { createFootnoteList } from '#domain/memo/document/footnote-mark.ts';

/** What the writing of one document keeps count of. */
export type DocxScope = {
  /** Takes a footnote up and answers its number; Word marks it by a letter. */
  readonly addFootnote: (text: string) => number;
  readonly footnotes: () => Record<string, { readonly children: readonly Paragraph[] }>;
  /** A number of its own for each list, so that each begins at one. */
  readonly nextList: () => number;
  /** In twips. */
  readonly textWidth: number;
};

export const createDocxScope = (textWidth: number): DocxScope => {
  const notes = createFootnoteList<string>();
  let lists = 0;
  const paragraphOf = (note: string): Paragraph =>
    new Paragraph({ style: 'FootnoteText', children: [new TextRun(` ${note}`)] });
  return {
    addFootnote: (text) => {
      notes.add(text);
      return notes.all().length;
    },
    footnotes: () =>
      Object.fromEntries(notes.all().map(({ note }, at) => [at + 1, { children: [paragraphOf(note)] }])),
    nextList: () => {
      lists += 1;
      return lists;
    },
    textWidth,
  };
};

import { Paragraph, TextRun } from 'docx';
import { createFootnoteList } from '#domain/memo/document/footnote-mark.ts';
import type { MemoDocument } from '#domain/memo/memo-document.ts';

/** What the writing of one document keeps count of. */
export type DocxScope = {
  /** Takes a footnote up and answers its number; Word marks it by a letter. */
  readonly addFootnote: (text: string) => number;
  readonly footnotes: () => Record<string, { readonly children: readonly Paragraph[] }>;
  /** A number of its own for each list, so that each begins at one. */
  readonly nextList: () => number;
  /** The bytes of a picture by their SHA-256; null where they are missing. */
  readonly picture: (sha256: string) => Buffer | null;
  /** In twips; that of a page turned by a quarter too. */
  readonly textWidth: number;
  readonly turnedWidth: number;
};

export const createDocxScope = (
  { textWidth, turnedWidth }: Pick<DocxScope, 'textWidth' | 'turnedWidth'>,
  pictures: MemoDocument['pictures'],
): DocxScope => {
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
    picture: (sha256) => {
      const base64 = pictures[sha256];
      return base64 === undefined ? null : Buffer.from(base64, 'base64');
    },
    textWidth,
    turnedWidth,
  };
};

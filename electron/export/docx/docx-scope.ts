import { Paragraph, type ParagraphChild } from 'docx';
import { createFootnoteList } from '#domain/memo/document/footnote-mark.ts';
import type { DocumentBlock, MemoDocument } from '#domain/memo/memo-document.ts';
import { blocksToName, printParagraphName } from '#domain/memo/round/name-paragraphs.ts';
import { type Voice, voiceOfDocument } from '../writing.ts';

export type DocxNote = {
  readonly words: readonly ParagraphChild[];
  /** Whether it begins with the original of a translation. */
  readonly beginsForeign: boolean;
};

/** The counters and settings for writing one document. */
export type DocxScope = {
  /** Adds a footnote and returns its number; Word marks it by a letter. */
  readonly addFootnote: (note: DocxNote) => number;
  readonly footnotes: () => Record<string, { readonly children: readonly Paragraph[] }>;
  /** Returns a separate number for each list, so that each begins at one. */
  readonly nextList: () => number;
  /** The bytes of a picture by their SHA-256; null where they are missing. */
  readonly picture: (sha256: string) => Buffer | null;
  /** Whether the file goes to reviewers. */
  readonly isForReview: boolean;
  /**
   * Returns the name of the next paragraph of a block, by which it is recognised when the file comes back from
   * reviewers; null in a file that does not go to reviewers.
   */
  readonly nextName: (block: DocumentBlock) => string | null;
  /** In twips; applies to a page in landscape too. */
  readonly textWidth: number;
  readonly turnedWidth: number;
  /** Whether the memo is written from right to left. */
  readonly isMirrored: boolean;
  readonly voice: Voice;
};

export const createDocxScope = (
  { textWidth, turnedWidth, isMirrored }: Pick<DocxScope, 'textWidth' | 'turnedWidth' | 'isMirrored'>,
  document: MemoDocument,
): DocxScope => {
  const { pictures, sections, manifest } = document;
  const voice = voiceOfDocument(document);
  const named = manifest?.round === undefined ? [] : blocksToName(sections);
  const names = new Map(named.map((block, at) => [block, { block: at, paragraph: 0 }]));
  const notes = createFootnoteList<DocxNote>();
  let lists = 0;
  const paragraphOf = ({ words, beginsForeign }: DocxNote): Paragraph =>
    new Paragraph({
      style: 'FootnoteText',
      // The last words are the memo's, whatever the language of the original at the beginning.
      ...(beginsForeign && !isMirrored ? { bidirectional: false } : {}),
      children: [...words],
    });
  return {
    addFootnote: (note) => {
      notes.add(note);
      return notes.all().length;
    },
    footnotes: () =>
      Object.fromEntries(notes.all().map(({ note }, at) => [at + 1, { children: [paragraphOf(note)] }])),
    nextList: () => {
      lists += 1;
      return lists;
    },
    isForReview: manifest?.round !== undefined,
    nextName: (block) => {
      const name = names.get(block);
      if (name === undefined) return null;
      names.set(block, { ...name, paragraph: name.paragraph + 1 });
      return printParagraphName(name);
    },
    picture: (sha256) => {
      const base64 = pictures[sha256];
      return base64 === undefined ? null : Buffer.from(base64, 'base64');
    },
    textWidth,
    turnedWidth,
    isMirrored,
    voice,
  };
};

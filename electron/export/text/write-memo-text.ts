import { createFootnoteList, type FootnoteList } from '#domain/memo/document/footnote-mark.ts';
import {
  documentFacts,
  type LaidPart,
  layDocument,
  sourceQuality,
} from '#domain/memo/document/lay-document.ts';
import type { DocumentSource, MemoDocument } from '#domain/memo/memo-document.ts';
import { isolateNames } from '../isolate-direction.ts';
import { joinParagraphs, underline } from './paragraphs.ts';
import { annexToText, keyToText } from './text-apparatus.ts';
import { blocksToText, rowsToText } from './text-blocks.ts';

/** "[1] The citation in full. https://… Reliability C, fairly reliable." */
export const sourceToText = (source: DocumentSource): string =>
  [`[${source.number}] ${isolateNames(source.text)}`, source.url ?? '', sourceQuality(source)]
    .filter((line) => line !== '')
    .join('\n    ');

const partToText = (part: LaidPart, notes: FootnoteList<string>): string => {
  const heading = underline(part.heading, '-');
  switch (part.kind) {
    case 'section':
      return joinParagraphs([heading, blocksToText(part.blocks, notes), part.lexiconNote ?? '']);
    case 'table':
      return joinParagraphs([heading, rowsToText([part.columns, ...part.rows])]);
    case 'sources':
      return joinParagraphs([heading, ...part.sources.map(sourceToText)]);
    case 'key':
      return joinParagraphs([heading, ...keyToText(part)]);
    case 'annex':
      return joinParagraphs([heading, ...annexToText(part)]);
  }
};

const headToText = (document: MemoDocument): string => {
  const facts = documentFacts(document);
  const width = Math.max(...facts.map(({ name }) => name.length)) + 2;
  return facts.map(({ name, value }) => `${`${name}:`.padEnd(width)}${value}`).join('\n');
};

/** The memo as plain text, the marking at its head and its foot. Each paragraph is one line. */
export const writeMemoText = (document: MemoDocument): string => {
  const notes = createFootnoteList<string>();
  const parts = layDocument(document).map((part) => partToText(part, notes));
  const footnotes = notes.all().map(({ mark, note }) => `[${mark}] ${note}`);
  const marking = document.marking?.text ?? '';
  const all = [
    marking,
    document.letterhead.join('\n'),
    underline(document.title, '='),
    headToText(document),
    ...parts,
    footnotes.join('\n'),
    marking,
  ];
  return `${joinParagraphs(all)}\n`;
};

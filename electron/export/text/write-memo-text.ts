import {
  annexLead,
  type LaidAnnex,
  type LaidKey,
  type LaidPassage,
} from '#domain/memo/document/lay-apparatus.ts';
import {
  documentFacts,
  type LaidPart,
  layDocument,
  sourceQuality,
} from '#domain/memo/document/lay-document.ts';
import { addressBeside, type SourceLabel } from '#domain/memo/document/list-styled-sources.ts';
import type { AnnexWords } from '#domain/memo/document-apparatus.ts';
import type { Direction, DocumentSource, MemoDocument } from '#domain/memo/memo-document.ts';
import type { PrintedWords } from '#domain/memo/print/printed-words.ts';
import { isolateDirection, isolateNames, isolateSign } from '../isolate-direction.ts';
import { beginWriting, type Writing } from '../writing.ts';
import { joinParagraphs, underline } from './paragraphs.ts';
import { blocksToText, rowsToText } from './text-blocks.ts';

/** "[1] The citation in full. https://… Reliability C, fairly reliable." */
export const sourceToText = (source: DocumentSource, label: SourceLabel, printed: PrintedWords): string => {
  const { entry, number, text } = source;
  const words =
    entry === undefined ? isolateNames(text, printed) : entry.words.map((each) => each.text).join('');
  const labelled = { before: `[${number}] ${words}`, none: words, behind: `${words} [${number}]` }[label];
  return [labelled, addressBeside(source) ?? '', sourceQuality(source)]
    .filter((line) => line !== '')
    .join('\n    ');
};

/** The parts that an export adds to a memo, as plain text. */

const [BEFORE_CITED, AFTER_CITED] = ['[[', ']]'];
const indent = (text: string): string => text.replace(/^(?=.)/gmu, '    ');

/** The paragraphs of the key below its heading. */
const keyToText = ({ entries }: LaidKey, { sign }: PrintedWords): readonly string[] =>
  entries.flatMap(({ name, text, table }) => [
    `${name}${sign.stop} ${text}`,
    ...(table === null ? [] : [rowsToText(table.rows)]),
  ]);

const paragraphToText = (words: readonly AnnexWords[], dir: Direction): string =>
  isolateDirection(
    words.map(({ text, isCited }) => (isCited ? BEFORE_CITED + text + AFTER_CITED : text)).join(''),
    dir,
  );

const passageToText = (
  { place, grade, from, paragraphs, dir, notes }: LaidPassage,
  words: PrintedWords,
): string =>
  [
    `${isolateSign(place, words)} ${isolateNames(`${from}${words.sign.semicolon}${grade}`, words)}`,
    ...paragraphs.map((words) => indent(paragraphToText(words, dir))),
    ...notes.map(({ lead, text }) => indent(`${lead} ${text}`)),
  ].join('\n');

/** The paragraphs of the annex below its heading. */
const annexToText = ({ passages }: LaidAnnex, words: PrintedWords): readonly string[] => [
  annexLead(words.annex.between(BEFORE_CITED, AFTER_CITED), words),
  ...passages.map((passage) => passageToText(passage, words)),
];

const partToText = (part: LaidPart, notes: Writing): string => {
  const heading = underline(part.heading, '-');
  switch (part.kind) {
    case 'section':
      return joinParagraphs([heading, blocksToText(part.blocks, notes), part.lexiconNote ?? '']);
    case 'table':
      return joinParagraphs([heading, rowsToText([part.columns, ...part.rows])]);
    case 'sources':
      return joinParagraphs([
        heading,
        ...part.sources.map((source) => sourceToText(source, part.label, notes.words)),
      ]);
    case 'key':
      return joinParagraphs([heading, ...keyToText(part, notes.words)]);
    case 'annex':
      return joinParagraphs([heading, ...annexToText(part, notes.words)]);
  }
};

const headToText = (document: MemoDocument, { sign }: PrintedWords): string => {
  const facts = documentFacts(document);
  const width = Math.max(...facts.map(({ name }) => name.length)) + 2;
  return facts.map(({ name, value }) => `${`${name}${sign.colon}`.padEnd(width)}${value}`).join('\n');
};

/** The memo as plain text, with the marking at its head and its foot. Each paragraph is one line. */
export const writeMemoText = (document: MemoDocument): string => {
  const notes = beginWriting(document);
  const parts = layDocument(document).map((part) => partToText(part, notes));
  const footnotes = notes.all().map(({ mark, note }) => `[${mark}] ${note}`);
  const marking = document.marking?.text ?? '';
  const all = [
    marking,
    document.letterhead.join('\n'),
    underline(document.title, '='),
    headToText(document, notes.words),
    ...parts,
    footnotes.join('\n'),
    marking,
  ];
  return `${joinParagraphs(all)}\n`;
};

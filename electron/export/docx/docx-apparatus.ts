/** What an export puts around a memo, in Word: the key to what a reader sees, and the evidence annex. */

import { Paragraph, TextRun } from 'docx';
import {
  annexLead,
  type LaidAnnex,
  type LaidKey,
  type LaidPassage,
} from '#domain/memo/document/lay-apparatus.ts';
import type { AnnexWords } from '#domain/memo/document-apparatus.ts';
import { printedWords } from '#domain/memo/print/printed-words.ts';
import { endNames } from '../isolate-direction.ts';
import type { DocxChild } from './docx-blocks.ts';
import { pinpointsToDocx, saidRun } from './docx-runs.ts';
import type { DocxScope } from './docx-scope.ts';
import { styleIds } from './docx-styles.ts';
import { wordsToDocx } from './docx-table.ts';
import { voiceOf } from './docx-voice.ts';

/** The key below its heading. */
export const keyToDocx = ({ entries }: LaidKey, { textWidth }: DocxScope): readonly DocxChild[] =>
  entries.flatMap(({ name, text, table }) => [
    new Paragraph({
      style: styleIds.key,
      keepNext: table !== null,
      children: [saidRun(`${name}. `, { bold: true }), saidRun(text)],
    }),
    // Two tables that touch would be one.
    ...(table === null
      ? []
      : [wordsToDocx(table.columns, table.rows, textWidth), new Paragraph({ style: styleIds.tableText })]),
  ]);

/** Lines of one paragraph of the source stay lines. */
const wordsToRuns = ({ text, isCited }: AnnexWords, passage: LaidPassage): readonly TextRun[] =>
  text.split('\n').map(
    (line, at) =>
      new TextRun({
        text: line,
        ...(at === 0 ? {} : { break: 1 }),
        ...(isCited ? { style: styleIds.citedWords } : {}),
        ...voiceOf(passage.lang, passage.dir),
      }),
  );

const passageToDocx = (passage: LaidPassage): readonly Paragraph[] => [
  new Paragraph({
    style: styleIds.evidenceHead,
    children: [
      ...pinpointsToDocx([passage.pinpoint]),
      saidRun(` ${endNames(passage.grade)} `, { bold: true }),
      saidRun(endNames(passage.from)),
    ],
  }),
  ...passage.paragraphs.map(
    (words) =>
      new Paragraph({
        style: styleIds.evidence,
        bidirectional: passage.dir === 'rtl',
        children: words.flatMap((each) => wordsToRuns(each, passage)),
      }),
  ),
  ...passage.notes.map(
    ({ lead, text }) =>
      new Paragraph({
        style: styleIds.note,
        children: [saidRun(`${lead} `, { bold: true }), new TextRun(text)],
      }),
  ),
];

/** The annex below its heading. */
export const annexToDocx = ({ passages }: LaidAnnex): readonly DocxChild[] => [
  new Paragraph({
    style: styleIds.note,
    children: [saidRun(annexLead(printedWords.annex.citedOnPaper))],
  }),
  ...passages.flatMap(passageToDocx),
];

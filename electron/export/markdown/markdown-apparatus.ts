/** What an export puts around a memo, as Markdown. */

import type { FootnoteList } from '#domain/memo/document/footnote-mark.ts';
import {
  annexLead,
  type LaidAnnex,
  type LaidKey,
  type LaidPassage,
} from '#domain/memo/document/lay-apparatus.ts';
import type { AnnexWords } from '#domain/memo/document-apparatus.ts';
import type { Run } from '#domain/memo/memo-document.ts';
import { printedWords } from '#domain/memo/print/printed-words.ts';
import { isolateDirection, isolateNames } from '../isolate-direction.ts';
import { PARAGRAPHS } from '../text/paragraphs.ts';
import { escapeInline, escapeLine } from './escape-markdown.ts';
import { quoted, wordsToMarkdown } from './markdown-blocks.ts';
import { plainRunsToMarkdown } from './markdown-runs.ts';

type Notes = FootnoteList<string>;

/** The paragraphs of the key below its heading. */
export const keyToMarkdown = ({ entries }: LaidKey): readonly string[] =>
  entries.flatMap(({ name, text, table }) => [
    `**${escapeInline(name)}.** ${escapeInline(text)}`,
    ...(table === null ? [] : [wordsToMarkdown([table.columns, ...table.rows])]),
  ]);

const paragraphToMarkdown = (words: readonly AnnexWords[], { dir }: LaidPassage, notes: Notes): string => {
  const runs = words.map(({ text, isCited }): Run => ({ kind: 'text', text, bold: isCited }));
  return isolateDirection(plainRunsToMarkdown(runs, notes), dir);
};

const passageToMarkdown = (passage: LaidPassage, notes: Notes): string =>
  [
    `**${escapeInline(`${passage.place} ${passage.grade}`)}** ${escapeInline(isolateNames(passage.from))}`,
    ...passage.paragraphs.map((words) => quoted(paragraphToMarkdown(words, passage, notes))),
    ...passage.notes.map(({ lead, text }) => `*${escapeInline(lead)}* ${escapeInline(text)}`),
  ].join(PARAGRAPHS);

/** The paragraphs of the annex below its heading. */
export const annexToMarkdown = ({ passages }: LaidAnnex, notes: Notes): readonly string[] => [
  escapeLine(annexLead(printedWords.annex.citedInMarkdown)),
  ...passages.map((passage) => passageToMarkdown(passage, notes)),
];

/** What an export puts around a memo, as plain text. */

import {
  annexLead,
  type LaidAnnex,
  type LaidKey,
  type LaidPassage,
} from '#domain/memo/document/lay-apparatus.ts';
import type { AnnexWords } from '#domain/memo/document-apparatus.ts';
import type { Direction } from '#domain/memo/memo-document.ts';
import { printedWords } from '#domain/memo/print/printed-words.ts';
import { isolateDirection, isolateNames } from '../isolate-direction.ts';
import { rowsToText } from './text-blocks.ts';

const { annex: words } = printedWords;
const [BEFORE_CITED, AFTER_CITED] = ['[[', ']]'];
const indent = (text: string): string => text.replace(/^(?=.)/gmu, '    ');

/** The paragraphs of the key below its heading. */
export const keyToText = ({ entries }: LaidKey): readonly string[] =>
  entries.flatMap(({ name, text, table }) => [
    `${name}. ${text}`,
    ...(table === null ? [] : [rowsToText(table.rows)]),
  ]);

const paragraphToText = (words: readonly AnnexWords[], dir: Direction): string =>
  isolateDirection(
    words.map(({ text, isCited }) => (isCited ? BEFORE_CITED + text + AFTER_CITED : text)).join(''),
    dir,
  );

const passageToText = ({ place, grade, from, paragraphs, dir, notes }: LaidPassage): string =>
  [
    isolateNames(`${place} ${from}; ${grade}`),
    ...paragraphs.map((words) => indent(paragraphToText(words, dir))),
    ...notes.map(({ lead, text }) => indent(`${lead} ${text}`)),
  ].join('\n');

/** The paragraphs of the annex below its heading. */
export const annexToText = ({ passages }: LaidAnnex): readonly string[] => [
  annexLead(`${words.between} ${BEFORE_CITED} ${words.and} ${AFTER_CITED}`),
  ...passages.map(passageToText),
];

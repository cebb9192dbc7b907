/** What an export puts around a memo, as HTML. */

import {
  annexLead,
  type LaidAnnex,
  type LaidKey,
  type LaidPassage,
  type LaidTable,
} from '#domain/memo/document/lay-apparatus.ts';
import type { AnnexWords } from '#domain/memo/document-apparatus.ts';
import { printedWords } from '#domain/memo/print/printed-words.ts';
import { escapeHtml } from '#domain/text/escape-html.ts';
import { isolateGrade, isolateNames } from '../isolate-direction.ts';
import { element, said } from './html-element.ts';
import { pinpointsToHtml } from './html-runs.ts';

/** A table of words with its head. */
export const wordsToHtml = ({ columns, rows }: LaidTable, className: string): string => {
  const head = columns.map((name) => element('th', { scope: 'col' }, escapeHtml(name))).join('');
  const body = rows.map((row) =>
    element('tr', {}, row.map((cell) => element('td', {}, escapeHtml(cell))).join('')),
  );
  return element(
    'table',
    { class: className },
    element('thead', said, element('tr', {}, head)) + element('tbody', {}, body.join('')),
  );
};

/** The key below its heading. */
export const keyToHtml = ({ entries }: LaidKey): string =>
  entries
    .map(({ name, text, table }) =>
      [
        element('p', said, `${element('b', {}, `${escapeHtml(name)}.`)} ${escapeHtml(text)}`),
        table === null ? '' : wordsToHtml(table, 'signs'),
      ].join(''),
    )
    .join('\n');

const lines = (text: string): string => escapeHtml(text).replaceAll('\n', '<br>');

const paragraphToHtml = (words: readonly AnnexWords[]): string =>
  element(
    'p',
    {},
    words.map(({ text, isCited }) => (isCited ? element('mark', {}, lines(text)) : lines(text))).join(''),
  );

const passageToHtml = (passage: LaidPassage): string => {
  const { pinpoint, grade, from, paragraphs, lang, dir, notes } = passage;
  const head = `${pinpointsToHtml([pinpoint])} ${element('b', {}, escapeHtml(isolateNames(isolateGrade(grade))))} ${escapeHtml(isolateNames(from))}`;
  const words = paragraphs.map(paragraphToHtml).join('');
  const below = notes.map(({ lead, text }) =>
    element('p', { class: 'note' }, `${element('b', said, escapeHtml(lead))} ${lines(text)}`),
  );
  return element(
    'figure',
    { class: 'evidence' },
    element('figcaption', said, head) +
      (words === '' ? '' : element('blockquote', { lang, dir }, words)) +
      below.join(''),
  );
};

/** The annex below its heading. */
export const annexToHtml = ({ passages }: LaidAnnex): string =>
  [
    element('p', { class: 'note', ...said }, escapeHtml(annexLead(printedWords.annex.citedInHtml))),
    ...passages.map(passageToHtml),
  ].join('\n');

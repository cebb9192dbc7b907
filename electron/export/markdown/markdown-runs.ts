import { emboldenTerms } from '#domain/memo/document/embolden-terms.ts';
import type { FootnoteList } from '#domain/memo/document/footnote-mark.ts';
import { printPinpoints } from '#domain/memo/document/print-pinpoints.ts';
import type { Run } from '#domain/memo/memo-document.ts';
import { isolateDirection } from '../isolate-direction.ts';
import { escapeInline, escapeTarget, guardStart } from './escape-markdown.ts';

type TextRun = Extract<Run, { readonly kind: 'text' }>;

/** Marks hold to words: white space at the edges of a run stays outside of them. */
const mark = (text: string, sign: string): string => {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  return words === '' ? text : `${before}${sign}${words}${sign}${after}`;
};

const printText = ({ text, bold, italic, href }: TextRun): string => {
  let markdown = escapeInline(text);
  if (italic === true) markdown = mark(markdown, '*');
  if (bold === true) markdown = mark(markdown, '**');
  return href === undefined ? markdown : `[${markdown}](<${escapeTarget(href)}>)`;
};

const printRun = (run: Run, notes: FootnoteList<string>): string => {
  switch (run.kind) {
    case 'text':
      return printText(run);
    case 'quote':
      return escapeInline(isolateDirection(run.text, run.dir));
    case 'break':
      return '\\\n';
    case 'footnote':
      return `[^${notes.add(run.text)}]`;
    case 'citation':
      return ` ${escapeInline(printPinpoints(run.pinpoints))}`;
  }
};

/** A backslash at the end of a paragraph breaks no line: it would be read. */
const closingBreaks = /(?:\\\n)+$/u;

/** The runs as one paragraph, as they are; footnotes are added to `notes`. */
export const plainRunsToMarkdown = (runs: readonly Run[], notes: FootnoteList<string>): string =>
  guardStart(
    runs
      .map((run) => printRun(run, notes))
      .join('')
      .replace(closingBreaks, ''),
  ).trim();

/** The same of the writer's own words, the terms of likelihood in bold. */
export const runsToMarkdown = (runs: readonly Run[], notes: FootnoteList<string>): string =>
  plainRunsToMarkdown(emboldenTerms(runs), notes);

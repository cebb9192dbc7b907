import type { FootnoteList } from '#domain/memo/document/footnote-mark.ts';
import { printPinpoints } from '#domain/memo/document/print-pinpoints.ts';
import type { Run } from '#domain/memo/memo-document.ts';
import { isolateDirection } from '../isolate-direction.ts';
import { escapeInline, guardStart } from './escape-markdown.ts';

type TextRun = Extract<Run, { readonly kind: 'text' }>;

/** Marks hold to words: white space at the edges of a run stays outside of them. */
const mark = (text: string, sign: string): string => {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  return words === '' ? text : `${before}${sign}${words}${sign}${after}`;
};

/** An address between angle brackets may hold all but these and line ends. */
const escapeAddress = (href: string): string =>
  href.replace(/[<>\\\s]/gu, (character) => encodeURIComponent(character));

const printText = ({ text, bold, italic, href }: TextRun): string => {
  let markdown = escapeInline(text);
  if (italic === true) markdown = mark(markdown, '*');
  if (bold === true) markdown = mark(markdown, '**');
  return href === undefined ? markdown : `[${markdown}](<${escapeAddress(href)}>)`;
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

/** The runs as one paragraph; footnotes are added to `notes`. */
export const runsToMarkdown = (runs: readonly Run[], notes: FootnoteList<string>): string =>
  guardStart(runs.map((run) => printRun(run, notes)).join('')).trim();

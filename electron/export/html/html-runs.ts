import { emboldenTerms } from '#domain/memo/document/embolden-terms.ts';
import type { FootnoteList } from '#domain/memo/document/footnote-mark.ts';
import { pinpointSeparator, printPinpoint, sayPinpoint } from '#domain/memo/document/print-pinpoints.ts';
import type { Footnote } from '#domain/memo/document-run.ts';
import type { Pinpoint, Run } from '#domain/memo/memo-document.ts';
import { printedWords } from '#domain/memo/print/printed-words.ts';
import { escapeHtml } from '#domain/text/escape-html.ts';
import { isolateNames } from '../isolate-direction.ts';
import { element, said } from './html-element.ts';

type TextRun = Extract<Run, { readonly kind: 'text' }>;

const raises = { superscript: 'sup', subscript: 'sub' } as const;

const printText = ({ text, bold, italic, strike, raised, smallCaps, href }: TextRun): string => {
  let html = escapeHtml(text);
  if (smallCaps === true) html = element('span', { class: 'small-caps' }, html);
  if (raised !== undefined) html = element(raises[raised], {}, html);
  if (strike === true) html = element('s', {}, html);
  if (italic === true) html = element('em', {}, html);
  if (bold === true) html = element('strong', {}, html);
  return href === undefined ? html : element('a', { href, rel: 'noreferrer' }, html);
};

/** "[1 ¶8]", glued to the word before it; each pinpoint is a link to its source. */
export const pinpointsToHtml = (pinpoints: readonly Pinpoint[]): string => {
  const links = pinpoints.map((pin) =>
    element(
      'a',
      {
        href: `#source-${pin.source}`,
        // It begins with what is seen, so that it is found by voice (WCAG 2.2, 2.5.3).
        'aria-label': `${printPinpoint(pin)}: ${sayPinpoint(pin)}`,
        ...said,
      },
      escapeHtml(printPinpoint(pin)),
    ),
  );
  return element('span', { class: 'cite' }, `[${links.join(pinpointSeparator(pinpoints))}]`);
};

const noteToHtml = ({ text, original }: Footnote): string =>
  original === undefined
    ? escapeHtml(text)
    : `${element('bdi', { lang: original.lang, dir: original.dir }, escapeHtml(original.text))}${escapeHtml(isolateNames(text))}`;

const footnoteToHtml = (mark: string): string =>
  element(
    'sup',
    {},
    element(
      'a',
      {
        id: `mark-${mark}`,
        href: `#note-${mark}`,
        role: 'doc-noteref',
        ...said,
        'aria-label': `${mark}: ${printedWords.citation.footnote}`,
      },
      mark,
    ),
  );

const printRun = (run: Run, notes: FootnoteList<string>): string => {
  switch (run.kind) {
    case 'text':
      return printText(run);
    case 'quote':
      return element('bdi', { lang: run.lang, dir: run.dir }, escapeHtml(run.text));
    case 'break':
      return '<br>';
    case 'reference':
      return run.target === null
        ? element('b', said, escapeHtml(run.text))
        : element('a', { href: `#ref-${run.target}`, ...said }, escapeHtml(run.text));
    case 'footnote':
      return footnoteToHtml(notes.add(noteToHtml(run)));
    case 'citation':
      return `&nbsp;${pinpointsToHtml(run.pinpoints)}`;
  }
};

/**
 * The runs as the content of a paragraph, the terms of likelihood in bold; footnotes are added to `notes`, as HTML.
 */
export const runsToHtml = (runs: readonly Run[], notes: FootnoteList<string>): string =>
  emboldenTerms(runs)
    .map((run) => printRun(run, notes))
    .join('');

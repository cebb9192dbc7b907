import { emboldenTerms } from '#domain/memo/document/embolden-terms.ts';
import { groupBySource } from '#domain/memo/document/list-styled-sources.ts';
import { pinpointSeparator, printPinpoint, sayPinpoint } from '#domain/memo/document/print-pinpoints.ts';
import { type Footnote, runsOfNote } from '#domain/memo/document-run.ts';
import type { Pinpoint, Run, StyledWords } from '#domain/memo/memo-document.ts';
import { escapeHtml } from '#domain/text/escape-html.ts';
import { isolateNames } from '../isolate-direction.ts';
import { keepDays, keepNumber } from '../keep-dates.ts';
import type { Voice, Writing } from '../writing.ts';
import { element, saidIn } from './html-element.ts';

type TextRun = Extract<Run, { readonly kind: 'text' }>;

const raises = { superscript: 'sup', subscript: 'sub' } as const;

const printText = ({
  text,
  lang,
  bold,
  italic,
  underline,
  strike,
  raised,
  smallCaps,
  href,
  source,
}: TextRun): string => {
  let html = escapeHtml(text);
  if (lang !== undefined) html = element('span', { lang }, html);
  if (smallCaps === true) html = element('span', { class: 'small-caps' }, html);
  if (raised !== undefined) html = element(raises[raised], {}, html);
  if (underline === true) html = element('u', {}, html);
  if (strike === true) html = element('s', {}, html);
  if (italic === true) html = element('em', {}, html);
  if (bold === true) html = element('strong', {}, html);
  if (href !== undefined) return element('a', { href, rel: 'noreferrer' }, html);
  return source === undefined ? html : linkToSource(source, html);
};

const linkToSource = (source: number, html: string): string =>
  element('a', { href: `#source-${source}` }, html);

/** Words that a citation style has produced; those of a source link to its entry. */
export const styledToHtml = (words: readonly StyledWords[]): string =>
  groupBySource(words)
    .map((group) => {
      const html = group.words
        .map(({ source: _, text, ...look }) => printText({ kind: 'text', ...look, text: isolateNames(text) }))
        .join('');
      return group.source === null ? html : linkToSource(group.source, html);
    })
    .join('');

/**
 * "[1
 * 8]", joined to the preceding word by a no-break space; each pinpoint is a link to its source.
 */
export const pinpointsToHtml = (pinpoints: readonly Pinpoint[], voice: Voice): string => {
  const { words } = voice;
  const links = pinpoints.map((pin) =>
    element(
      'a',
      {
        href: `#source-${pin.source}`,
        // The label begins with the visible text, so that speech input finds it (WCAG 2.2, 2.5.3).
        'aria-label': `${printPinpoint(pin, words)}: ${sayPinpoint(pin, words)}`,
        ...saidIn(voice),
      },
      escapeHtml(printPinpoint(pin, words)),
    ),
  );
  return element(
    'span',
    { class: 'cite', dir: voice.dir === 'rtl' ? 'ltr' : null },
    `[${links.join(pinpointSeparator(pinpoints))}]`,
  );
};

const noteToHtml = (note: Footnote, notes: Writing): string => {
  const { text, original } = note;
  return original === undefined
    ? runsOfNote(note)
        .map((run) => printRun(run, notes))
        .join('')
    : `${element('bdi', { lang: original.lang, dir: original.dir }, escapeHtml(original.text))}${escapeHtml(isolateNames(text, notes.words))}`;
};

const footnoteToHtml = (mark: string, voice: Voice): string =>
  element(
    'sup',
    {},
    element(
      'a',
      {
        id: `mark-${mark}`,
        href: `#note-${mark}`,
        role: 'doc-noteref',
        ...saidIn(voice),
        'aria-label': `${mark}: ${voice.words.citation.footnote}`,
      },
      mark,
    ),
  );

function printRun(run: Run, notes: Writing): string {
  switch (run.kind) {
    case 'text':
      return printText({ ...run, text: keepDays(run.text, notes.words) });
    case 'quote':
      return element('bdi', { lang: run.lang, dir: run.dir }, escapeHtml(run.text));
    case 'break':
      return '<br>';
    case 'reference':
      return run.target === null
        ? element('b', saidIn(notes), escapeHtml(run.text))
        : element('a', { href: `#ref-${run.target}`, ...saidIn(notes) }, escapeHtml(keepNumber(run)));
    case 'footnote':
      return footnoteToHtml(notes.add(noteToHtml(run, notes)), notes);
    case 'citation':
      return run.styled === undefined
        ? `&nbsp;${pinpointsToHtml(run.pinpoints, notes)}`
        : ` ${element('span', { class: 'cited' }, styledToHtml(run.styled))}`;
  }
}

/**
 * The runs as the content of a paragraph, the terms of likelihood in bold; footnotes are added to `notes`, as HTML.
 */
export const runsToHtml = (runs: readonly Run[], notes: Writing): string =>
  emboldenTerms(runs, notes.doctrine, notes.words.terms)
    .map((run) => printRun(run, notes))
    .join('');

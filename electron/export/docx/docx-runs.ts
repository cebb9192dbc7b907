import {
  ExternalHyperlink,
  FootnoteReferenceRun,
  InternalHyperlink,
  type IRunOptions,
  type ParagraphChild,
  TextRun,
  UnderlineType,
} from 'docx';
import { emboldenTerms } from '#domain/memo/document/embolden-terms.ts';
import { pinpointSeparator, printPinpoint } from '#domain/memo/document/print-pinpoints.ts';
import type { Footnote } from '#domain/memo/document-run.ts';
import type { Pinpoint, Run, StyledWords } from '#domain/memo/memo-document.ts';
import { isRightToLeftLanguage } from '#domain/text/right-to-left.ts';
import { endNames } from '../isolate-direction.ts';
import { keepDays, keepNumber } from '../keep-dates.ts';
import { saidPieces, type Voice } from '../writing.ts';
import { lockRuns } from './docx-lock.ts';
import type { DocxScope } from './docx-scope.ts';
import { styleIds } from './docx-styles.ts';
import { voiceOf } from './docx-voice.ts';

type WrittenRun = Extract<Run, { readonly kind: 'text' }>;
type ReferenceRun = Extract<Run, { readonly kind: 'reference' }>;
type QuoteRun = Extract<Run, { readonly kind: 'quote' }>;

/** Invisible marks that count as a letter of that direction. */
export const marks = { ltr: '\u200E', rtl: '\u200F' } as const;

/**
 * Words that the app adds to the memo, marked for Word with their language; the doctrine's wording is marked as
 * English.
 */
export const saidRuns = (
  text: string,
  voice: Pick<Voice, 'said' | 'doctrine' | 'words'>,
  look: Omit<IRunOptions, 'text' | 'language'> = {},
): readonly TextRun[] =>
  saidPieces(text, voice).map(
    (piece) =>
      new TextRun({
        ...look,
        text: piece.text,
        ...(piece.lang === null ? {} : { language: { value: piece.lang } }),
      }),
  );

/** The name of the bookmark at a source. */
export const sourceBookmark = (source: number): string => `source_${source}`;

const inCitation = (text: string): TextRun => new TextRun({ text, style: styleIds.citation });

/**
 * "[1
 * 8]", joined to the preceding word by a no-break space; each pinpoint is a link to its source. Invisible marks keep it
 * in this order in a right-to-left line, as in the PDF.
 */
export const pinpointsToDocx = (
  pinpoints: readonly Pinpoint[],
  { words }: Pick<Voice, 'words'>,
): readonly ParagraphChild[] => {
  const mark = isRightToLeftLanguage(words.tag) ? marks.ltr : '';
  return [
    inCitation(`\u00A0[${mark}`),
    ...pinpoints.flatMap((pin, at) => [
      ...(at === 0 ? [] : [inCitation(pinpointSeparator(pinpoints))]),
      new InternalHyperlink({
        anchor: sourceBookmark(pin.source),
        children: [inCitation(printPinpoint(pin, words))],
      }),
    ]),
    inCitation(`${mark}]`),
  ];
};

/** `text` as a visible link. */
export const linkToDocx = (link: string, text: string, look: object = {}): ParagraphChild =>
  new ExternalHyperlink({ link, children: [new TextRun({ text, style: 'Hyperlink', ...look })] });

const raises = { superscript: { superScript: true }, subscript: { subScript: true } } as const;

const textToDocx = (run: WrittenRun): ParagraphChild => {
  const { text, lang, bold, italic, underline, strike, raised, smallCaps, href, source } = run;
  const look = {
    ...(lang === undefined ? {} : { language: { value: lang } }),
    ...(bold === true ? { bold } : {}),
    ...(italic === true ? { italics: italic } : {}),
    ...(underline === true ? { underline: { type: UnderlineType.SINGLE } } : {}),
    ...(strike === true ? { strike } : {}),
    ...(smallCaps === true ? { smallCaps } : {}),
    ...(raised === undefined ? {} : raises[raised]),
  };
  if (href !== undefined) return linkToDocx(href, text, look);
  if (source === undefined) return new TextRun({ text, ...look });
  // LibreOffice gives it the colour of links, unless it is told otherwise.
  const words = new TextRun({ text, color: 'auto', ...look });
  return new InternalHyperlink({ anchor: sourceBookmark(source), children: [words] });
};

/** Words that a citation style has produced. */
export const styledToDocx = (words: readonly StyledWords[]): readonly ParagraphChild[] =>
  words.map((each) => textToDocx({ kind: 'text', ...each, text: endNames(each.text) }));

/** The bookmark at the target of a cross reference: a name of letters and digits, no longer than forty characters. */
export const anchorBookmark = (anchor: string): string => `ref_${anchor.replaceAll('-', '')}`;

const referenceToDocx = (run: ReferenceRun, { voice }: DocxScope): readonly ParagraphChild[] =>
  run.target === null
    ? saidRuns(run.text, voice, { bold: true })
    : [
        new InternalHyperlink({
          anchor: anchorBookmark(run.target),
          children: [...saidRuns(keepNumber(run), voice)],
        }),
      ];

/**
 * The text after words of the other direction would take on that direction, and so would the signs at the ends of a
 * left-to-right quotation in a right-to-left line; invisible marks keep them in place.
 */
const quoteToDocx = ({ text, lang, dir }: QuoteRun, { isMirrored }: DocxScope): readonly ParagraphChild[] => {
  const own = isMirrored ? 'rtl' : 'ltr';
  const isHeld = isMirrored && dir === 'ltr';
  return [
    new TextRun({ text: isHeld ? `${marks.ltr}${text}${marks.ltr}` : text, ...voiceOf(lang, dir) }),
    ...(dir === own ? [] : [new TextRun({ text: marks[own], ...(isMirrored ? { rightToLeft: true } : {}) })]),
  ];
};

/** References to evidence are locked in a file for reviewers, as far as the word processor respects it. */
const locked = (
  alias: string,
  runs: readonly ParagraphChild[],
  { isForReview }: Pick<DocxScope, 'isForReview'>,
): readonly ParagraphChild[] => (isForReview ? [lockRuns(alias, runs)] : runs);

/** Nothing is locked in a footnote: LibreOffice opens no file with a lock in one. */
const noteToDocx = (note: Footnote, scope: DocxScope): readonly ParagraphChild[] => {
  const { text, original, runs } = note;
  if (original !== undefined) {
    const words = new TextRun({ text: original.text, ...voiceOf(original.lang, original.dir) });
    return [new TextRun(' '), words, new TextRun(endNames(text, scope.voice.words))];
  }
  if (runs === undefined) return [new TextRun(` ${keepDays(text, scope.voice.words)}`)];
  return [new TextRun(' '), ...runs.flatMap((run) => runToDocx(run, { ...scope, isForReview: false }))];
};

function runToDocx(run: Run, scope: DocxScope): readonly ParagraphChild[] {
  const { citation: words } = scope.voice.words;
  switch (run.kind) {
    case 'text':
      return [textToDocx({ ...run, text: keepDays(run.text, scope.voice.words) })];
    case 'quote':
      return locked(words.quotation, quoteToDocx(run, scope), scope);
    case 'break':
      return [new TextRun({ break: 1 })];
    case 'reference':
      return referenceToDocx(run, scope);
    case 'footnote':
      return [
        new FootnoteReferenceRun(
          scope.addFootnote({
            words: noteToDocx(run, scope),
            beginsForeign: run.original !== undefined,
          }),
        ),
      ];
    case 'citation':
      return run.styled === undefined
        ? locked(words.citation, pinpointsToDocx(run.pinpoints, scope.voice), scope)
        : [new TextRun(' '), ...styledToDocx(run.styled)];
  }
}

/** The runs as the content of a paragraph, the terms of likelihood in bold. */
export const runsToDocx = (runs: readonly Run[], scope: DocxScope): ParagraphChild[] =>
  emboldenTerms(runs, scope.voice.doctrine, scope.voice.words.terms).flatMap((run) => runToDocx(run, scope));

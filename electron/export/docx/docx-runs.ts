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

const marks = { ltr: '\u200E', rtl: '\u200F' } as const;

/**
 * Words that nobody wrote into the memo: Word is told in which language they are, and of the wording of the doctrine
 * that it is English.
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

/** The bookmark that stands at a source. */
export const sourceBookmark = (source: number): string => `source_${source}`;

const inCitation = (text: string): TextRun => new TextRun({ text, style: styleIds.citation });

/** "[1 ¶8]", glued to the word before it; each pinpoint is a link to its source. */
export const pinpointsToDocx = (
  pinpoints: readonly Pinpoint[],
  { words }: Pick<Voice, 'words'>,
): readonly ParagraphChild[] => [
  inCitation('\u00A0['),
  ...pinpoints.flatMap((pin, at) => [
    ...(at === 0 ? [] : [inCitation(pinpointSeparator(pinpoints))]),
    new InternalHyperlink({
      anchor: sourceBookmark(pin.source),
      children: [inCitation(printPinpoint(pin, words))],
    }),
  ]),
  inCitation(']'),
];

/** `text` as a link that is seen to be one. */
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

/** Words that a citation style has made. */
export const styledToDocx = (words: readonly StyledWords[]): readonly ParagraphChild[] =>
  words.map((each) => textToDocx({ kind: 'text', ...each, text: endNames(each.text) }));

/** The bookmark at what a cross reference points at: a name of letters and digits, no longer than forty. */
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

/** What follows words that run the other way would run so too: a mark that nobody sees begins anew. */
const quoteToDocx = ({ text, lang, dir }: QuoteRun, { isMirrored }: DocxScope): readonly ParagraphChild[] => {
  const own = isMirrored ? 'rtl' : 'ltr';
  return [
    new TextRun({ text, ...voiceOf(lang, dir) }),
    ...(dir === own ? [] : [new TextRun({ text: marks[own], ...(isMirrored ? { rightToLeft: true } : {}) })]),
  ];
};

/** What stands for evidence is locked in a file for reviewers, as far as a program keeps to it. */
const locked = (
  alias: string,
  runs: readonly ParagraphChild[],
  { isForReview }: Pick<DocxScope, 'isForReview'>,
): readonly ParagraphChild[] => (isForReview ? [lockRuns(alias, runs)] : runs);

/** Nothing is locked in a note: LibreOffice opens no file in which something is. */
const noteToDocx = (note: Footnote, scope: DocxScope): readonly ParagraphChild[] => {
  const { text, original, runs } = note;
  if (original !== undefined) {
    const words = new TextRun({ text: original.text, ...voiceOf(original.lang, original.dir) });
    return [new TextRun(' '), words, new TextRun(endNames(text, scope.voice.words))];
  }
  if (runs === undefined) return [new TextRun(` ${text}`)];
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

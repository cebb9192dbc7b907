import { printAttribution, printGradeLine, publicationOf } from '../citations/attribution.ts';
import type { MemoFigure } from '../memo-content.ts';
import type { FigureBlock, Pinpoint } from '../memo-document.ts';
import { type PrintedWords, printLed } from '../print/printed-words.ts';
import { printPinpoints } from './print-pinpoints.ts';
import { type Evidence, evidenceOf, type PrintScope, pinpointOf } from './print-scope.ts';

/** "Official, cited in Harbour Dispatch, 22 April 2024, para. 3 [1 ¶3]; B3 via Harbour Dispatch (C)" */
const lineOf = ({ cited, passage }: Evidence, pinpoint: Pinpoint, { sources, words }: PrintScope): string => {
  const grade = printGradeLine(passage, publicationOf(cited, sources), sources, words);
  const from = `${printAttribution(passage, cited, pinpoint, sources, words)} ${printPinpoints([pinpoint], words)}`;
  return grade === null ? from : `${from}${words.sign.semicolon}${grade}`;
};

/** What a figure prints of the passage that it shows; the analyst's words about it replace a missing speaker. */
const citedIn = ({ attrs: { cited, croppedFrom } }: MemoFigure, scope: PrintScope) => {
  if (cited === undefined) return { description: '', line: '', place: {} };
  const evidence = evidenceOf(cited, scope);
  const pinpoint = pinpointOf(cited, evidence, scope);
  const line =
    evidence === null
      ? `${scope.words.citation.evidenceMissing} ${printPinpoints([pinpoint], scope.words)}`
      : lineOf(evidence, pinpoint, scope);
  // A figure that shows less than was cited is labelled as a detail, as a shortened quotation is marked.
  const detail = croppedFrom === undefined ? '' : scope.words.sign.bracketed(scope.words.figure.detail);
  return {
    description: evidence?.passage.description ?? '',
    line: `${line}${detail}`,
    place: { pinpoint },
  };
};

/** A figure with its number and its words, trimmed; of a passage with whence that comes. */
export const printFigure = (figure: MemoFigure, scope: PrintScope): FigureBlock => {
  const { sha256, format, width, height, size, alt, caption, source } = figure.attrs;
  const { description, line, place } = citedIn(figure, scope);
  return {
    kind: 'figure',
    number: scope.figureNumbers.get(figure) ?? 0,
    picture: { sha256, format, width, height },
    size,
    alt: alt.trim() || description,
    caption: caption.trim(),
    source: [source.trim(), line].filter((part) => part !== '').join(scope.words.sign.semicolon),
    ...place,
  };
};

/** "Figure 2. Calls at Vostochny": the number alone where nothing is said. */
export const figureCaption = (
  { number, caption }: Pick<FigureBlock, 'number' | 'caption'>,
  { figure, sign }: PrintedWords,
): { readonly lead: string; readonly text: string } => ({
  lead: `${figure.figure} ${number}${sign.stop === '.' ? '.' : ''}`,
  text: caption,
});

/**
 * The source line of a figure, around the pinpoint of the passage that it shows: that is a link where a file has links.
 */
export type FigureSource = {
  readonly before: string;
  readonly pinpoint: Pinpoint | null;
  readonly after: string;
};

/** Null where there is no such line. The pinpoint has no space before it: a link is set off by its own. */
export const figureSource = (
  { source, pinpoint }: Pick<FigureBlock, 'source' | 'pinpoint'>,
  words: PrintedWords,
): FigureSource | null => {
  if (source === '') return null;
  const sign = pinpoint === undefined ? '' : ` ${printPinpoints([pinpoint], words)}`;
  const at = sign === '' ? -1 : source.lastIndexOf(sign);
  if (pinpoint === undefined || at === -1) return { before: source, pinpoint: null, after: '' };
  return { before: source.slice(0, at), pinpoint, after: source.slice(at + sign.length) };
};

/** The alternative text of the picture: where it is not described yet, the figure's own number. */
export const figureAlt = (
  { number, alt }: Pick<FigureBlock, 'number' | 'alt'>,
  { figure, sign }: PrintedWords,
): string => (alt === '' ? `${figure.figure} ${number}${sign.comma}${figure.notDescribed}` : alt);

/** Printed in the place of a picture whose file is missing. */
export const pictureMissing = ({ number }: Pick<FigureBlock, 'number'>, { figure }: PrintedWords): string =>
  `[${figure.missing(number)}]`;

/** "Picture: two tankers at a pier.": a figure where no picture can be shown. */
export const figureInWords = (block: FigureBlock, words: PrintedWords): readonly string[] => {
  const { lead, text } = figureCaption(block, words);
  const { figure, sign } = words;
  return [
    text === '' ? lead : `${lead} ${text}`,
    `[${printLed(`${figure.picture}${sign.colon}`, figureAlt(block, words))}]`,
    ...(block.source === '' ? [] : [printLed(figure.source, block.source)]),
  ];
};

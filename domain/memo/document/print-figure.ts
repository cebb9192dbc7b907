import type { MemoFigure } from '../memo-content.ts';
import type { FigureBlock } from '../memo-document.ts';
import { printedWords } from '../print/printed-words.ts';
import type { PrintScope } from './print-scope.ts';

const { figure: words } = printedWords;

/** A figure with its number and its words, trimmed. */
export const printFigure = (figure: MemoFigure, { figureNumbers }: PrintScope): FigureBlock => {
  const { sha256, format, width, height, size, alt, caption, source } = figure.attrs;
  return {
    kind: 'figure',
    number: figureNumbers.get(figure) ?? 0,
    picture: { sha256, format, width, height },
    size,
    alt: alt.trim(),
    caption: caption.trim(),
    source: source.trim(),
  };
};

/** "Figure 2. Calls at Vostochny": the number alone where nothing is said. */
export const figureCaption = ({
  number,
  caption,
}: Pick<FigureBlock, 'number' | 'caption'>): { readonly lead: string; readonly text: string } => ({
  lead: `${words.figure} ${number}.`,
  text: caption,
});

/** What stands for the picture: of one that is not described yet, which of the figures it is. */
export const figureAlt = ({ number, alt }: Pick<FigureBlock, 'number' | 'alt'>): string =>
  alt === '' ? `${words.figure} ${number}, ${words.notDescribed}` : alt;

/** Printed in the place of a picture whose file is missing. */
export const pictureMissing = ({ number }: Pick<FigureBlock, 'number'>): string =>
  `[${words.missingBefore} ${number} ${words.missingAfter}]`;

/** "Picture: two tankers at a pier.": a figure where no picture can be shown. */
export const figureInWords = (block: FigureBlock): readonly string[] => {
  const { lead, text } = figureCaption(block);
  return [
    text === '' ? lead : `${lead} ${text}`,
    `[${words.picture}: ${figureAlt(block)}]`,
    ...(block.source === '' ? [] : [`${words.source} ${block.source}`]),
  ];
};

import type { CitedPassage } from './citations/list-citations.ts';
import type { FigureAttrs } from './figure/figure.ts';
import type { MemoFigure, MemoQuotation } from './memo-content.ts';

/** A passage that a memo is to show: words are quoted; a region comes with the figure of its pixels. */
export type EvidencePassage = CitedPassage & { readonly figure?: FigureAttrs };

/** The block that shows a passage. A region without a figure is shown by its description. */
export const evidenceBlock = ({
  articleId,
  passageId,
  exactSha256,
  translation,
  figure,
}: EvidencePassage): MemoQuotation | MemoFigure =>
  figure === undefined
    ? {
        type: 'quotation',
        attrs: { articleId, passageId, exactSha256, ...(translation === undefined ? {} : { translation }) },
      }
    : { type: 'figure', attrs: figure };

/** The passage that a block of evidence shows; null for any other. */
export const shownPassageId = (block: { readonly type: string }): string | null => {
  const { type, attrs } = block as MemoQuotation | MemoFigure;
  if (type === 'quotation') return attrs.passageId;
  return type === 'figure' ? (attrs.cited?.passageId ?? null) : null;
};

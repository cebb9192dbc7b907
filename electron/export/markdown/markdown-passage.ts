import type { ExportedPassage } from '#domain/memo/passages/exported-passage.ts';
import { OMISSION } from '#domain/memo/verbatim/omission-mark.ts';
import { notDescribed } from '#domain/passage/passage.ts';
import { sayKindOfRegion } from '#domain/passage/region/region-selector.ts';
import { PARAGRAPHS } from '../text/paragraphs.ts';
import { escapeInline, escapeLine } from './escape-markdown.ts';
import { quoted } from './markdown-blocks.ts';

/**
 * The words of a passage with their speaker and place, as a block quotation. The analyst's description of a region is a
 * plain paragraph, since it is not a quotation.
 */
export const markdownOfPassage = ({ target, description, attribution }: ExportedPassage): string => {
  const from = `— ${escapeInline(attribution)}`;
  if (target.kind === 'region')
    return [
      escapeLine(
        description === null
          ? notDescribed(target.selector)
          : `${sayKindOfRegion(target.selector)}: ${description}`,
      ),
      from,
    ].join(PARAGRAPHS);
  const parts = target.selectors.map(({ quote }) =>
    quote.exact
      .split('\n')
      .filter((line) => line !== '')
      .map(escapeLine)
      .join(PARAGRAPHS),
  );
  return quoted([parts.join(`${PARAGRAPHS}${escapeLine(OMISSION)}${PARAGRAPHS}`), from].join(PARAGRAPHS));
};

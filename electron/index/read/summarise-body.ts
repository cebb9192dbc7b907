import type { Body } from '#domain/article/body/body.ts';
import {
  canonicalText,
  type TextBlockSpan,
  textBlockSpans,
  textBlockText,
} from '#domain/article/body/canonical-text.ts';
import { numberParagraphs } from '#domain/article/body/paragraph-numbers.ts';
import { pagedRanges } from '#domain/article/pages.ts';
import { snippetOf } from '#domain/search/snippet.ts';
import { creditsIn } from '#domain/source/credits.ts';
import { indexText } from '#domain/text/text-index.ts';
import type { ReadText } from './unit-content.ts';

/** About one line of a list, in UTF-16 units. */
const FIRST_WORDS_LENGTH = 120;

export type SummarisedBody = Pick<ReadText, 'firstWords' | 'paragraphs' | 'pages' | 'credits'> & {
  /** The text of each textblock. */
  readonly texts: readonly string[];
};

/** What the lists keep of a body; the body itself is let go. */
export const summariseBody = (body: Body): SummarisedBody => {
  const text = canonicalText(body);
  const index = indexText(text);
  const spans: readonly TextBlockSpan[] = textBlockSpans(body);
  const blocks = spans.map(({ block, start }) => ({ start, text: textBlockText(block) }));
  const paragraphs = numberParagraphs(spans);
  // A heading says what the title says.
  const opening = text.slice(paragraphs[0]?.start ?? 0).slice(0, FIRST_WORDS_LENGTH * 4);
  return {
    firstWords: snippetOf(opening, [], FIRST_WORDS_LENGTH),
    paragraphs: paragraphs.map(({ number, start, end }) => ({
      number,
      start: index.toCodePoint(start),
      end: index.toCodePoint(end),
    })),
    pages: pagedRanges(spans).map((range) => ({
      ...range,
      start: index.toCodePoint(range.start),
      end: index.toCodePoint(range.end),
    })),
    credits: creditsIn(blocks).map(({ start, end, name }) => ({
      start: index.toCodePoint(start),
      end: index.toCodePoint(end),
      name,
    })),
    texts: blocks.map((block) => block.text),
  };
};

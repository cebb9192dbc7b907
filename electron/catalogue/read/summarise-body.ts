import type { Body } from '#domain/article/body/body.ts';
import {
  canonicalText,
  type TextBlockSpan,
  textBlockSpans,
  textBlockText,
} from '#domain/article/body/canonical-text.ts';
import { numberParagraphs } from '#domain/article/body/paragraph-numbers.ts';
import { snippetOf } from '#domain/search/snippet.ts';
import { indexText } from '#domain/text/text-index.ts';
import type { BodySummary } from '../catalogue-state.ts';

/** About one line of a list, in UTF-16 units. */
const FIRST_WORDS_LENGTH = 120;

export type SummarisedBody = {
  readonly summary: BodySummary;
  /** The text of each textblock, to be indexed one by one. */
  readonly texts: readonly string[];
};

/** What the catalogue keeps and indexes of a body; the body itself is let go. */
export const summariseBody = (body: Body): SummarisedBody => {
  const text = canonicalText(body);
  const index = indexText(text);
  const spans: readonly TextBlockSpan[] = textBlockSpans(body);
  const paragraphs = numberParagraphs(spans);
  // A heading says what the title says.
  const opening = text.slice(paragraphs[0]?.start ?? 0).slice(0, FIRST_WORDS_LENGTH * 4);
  return {
    summary: {
      firstWords: snippetOf(opening, [], FIRST_WORDS_LENGTH),
      paragraphs: paragraphs.map(({ number, start, end }) => ({
        number,
        start: index.toCodePoint(start),
        end: index.toCodePoint(end),
      })),
    },
    texts: spans.map(({ block }) => textBlockText(block)),
  };
};

/** For an article whose text can't be read. */
export const unknownBody: SummarisedBody = { summary: { firstWords: '', paragraphs: [] }, texts: [] };

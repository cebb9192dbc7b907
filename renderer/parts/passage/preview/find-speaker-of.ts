import { canonicalText, textBlockSpans } from '#domain/article/body/canonical-text.ts';
import { numberParagraphs } from '#domain/article/body/paragraph-numbers.ts';
import type { OpenArticle } from '#domain/contract/article.ts';
import { anchorPassage } from '#domain/passage/anchor/anchor-passage.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { readingTextOf } from '#domain/reading/reading-text.ts';
import { indexText } from '#domain/text/text-index.ts';
import { type SpeakerInText, speakerInText } from '#renderer/parts/source/speaker-in-text.ts';

/** Who says it by the text of the article; null where the text names nobody. */
export const findSpeakerOf = (
  { article, body }: OpenArticle,
  { selectors }: Passage,
): SpeakerInText | null => {
  const text = canonicalText(body);
  const spans = textBlockSpans(body);
  const reading = readingTextOf(text, spans, article.bibliography.language);
  return speakerInText(reading, numberParagraphs(spans), anchorPassage(indexText(text), selectors).ranges);
};

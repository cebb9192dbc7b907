import { type NumberedParagraph, paragraphNumberAt } from '#domain/article/body/paragraph-numbers.ts';
import { findAttribution } from '#domain/reading/attribution/find-attribution.ts';
import type { ReadingText } from '#domain/reading/reading-text.ts';
import type { TextRange } from '#domain/text/selector.ts';
import { analyse } from '#renderer/window/analyse.ts';

/** The speaker named in the text, with the place. */
export type SpeakerInText = {
  readonly name: string;
  /** The name used there: "Blinken" for Antony Blinken. */
  readonly called: string;
  readonly isPerson: boolean;
  /** The organisation that the speaker represents, according to the text; null if it names none. */
  readonly organisation: string | null;
  readonly paragraph: number | null;
};

/** The speaker that the text names for the words of a passage; null if it names none. */
export const speakerInText = (
  reading: ReadingText,
  paragraphs: readonly NumberedParagraph[],
  [first]: readonly TextRange[],
): SpeakerInText | null => {
  const found = first === undefined ? null : analyse('speaker', () => findAttribution(reading, first), null);
  if (found === null) return null;
  const { name, isPerson, organisation, range } = found;
  const called = reading.text.slice(range.start, range.end);
  return { name, called, isPerson, organisation, paragraph: paragraphNumberAt(paragraphs, range.start) };
};

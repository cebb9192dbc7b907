/**
 * Joins a quotation that was interrupted to name its speaker: “We wait,” an official said. “They have not
 * stopped.”
 *
 * Two quotations of one paragraph are parts of one only where all of these hold:
 * - the first begins its sentence, and does not end in a full stop within its marks;
 * - the text between them begins, after a comma or a dash at most, with the speaker, has no other verb of speech,
 *   is short, and ends in a comma, a dash, a semicolon or a full stop: a colon or "and" begins another quotation;
 * - after a full stop no question was asked: the answer would be another speaker's;
 * - the second has no attribution of its own.
 *
 * Where this is in doubt nothing is joined: two passages are put together in a moment, but words of two speakers
 * under one name are believed.
 */
import { isClosed, quotationsIn, saidIn } from '../text/quotations.ts';
import type { TextRange } from '../text/selector.ts';
import { attributionsIn } from './attribution/attributions-in.ts';
import { isEnglish, speechVerbsOf } from './attribution/speech-verbs.ts';
import { paragraphIndexAt, type ReadingText } from './reading-text.ts';
import { sentencesOf } from './sentences.ts';

/** The maximum of UTF-16 units between two parts: a longer text contains more than the speaker. */
const LONGEST_INTERRUPTION = 160;
/** In other languages than English, the verb of speech is one of the first words. */
const WORDS_TO_VERB = 6;

const beginsSentence = /(?:^|[.!?…]["”’»“)]*)\s*$/u;
const endsInStop = /(?<!\.)\.\s*$/u;
const leadsOver = /[,?!…\u2012-\u2015-]\s*$/u;
const beginsWithBreak = /^\s*[,\u2012-\u2015-]/u;
const endsBetween = /[.,;\u2012-\u2015-]\s*$/u;
const questions = /\b(?:asked|asks|fragte|demandé)\b/iu;

type Paragraph = {
  readonly own: string;
  readonly language: string;
  readonly quotations: readonly TextRange[];
};

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];

const countVerbs = (text: string, verbs: ReadonlySet<string>): number =>
  wordsIn(text).filter((word) => verbs.has(word)).length;

/** Whether the text between begins with the speaker: in English by its grammar, otherwise by its verb only. */
const beginsWithSpeaker = ({ own, language }: Paragraph, between: TextRange): boolean => {
  if (!isEnglish(language)) {
    const first = wordsIn(own.slice(between.start, between.end)).slice(0, WORDS_TO_VERB);
    return countVerbs(first.join(' '), speechVerbsOf(language)) === 1;
  }
  const first = attributionsIn(own).find(({ start, end }) => start >= between.start && end <= between.end);
  return first !== undefined && /^[\s,\u2012-\u2015-]*$/u.test(own.slice(between.start, first.start));
};

const isInterruption = (paragraph: Paragraph, between: TextRange): boolean => {
  const text = paragraph.own.slice(between.start, between.end);
  if (text.length > LONGEST_INTERRUPTION || !endsBetween.test(text)) return false;
  const isOneSentence = sentencesOf(text, { start: 0, end: text.length }, paragraph.language).length === 1;
  const isAnswered = endsInStop.test(text) && questions.test(text);
  return (
    isOneSentence &&
    !isAnswered &&
    countVerbs(text, speechVerbsOf(paragraph.language)) === 1 &&
    beginsWithSpeaker(paragraph, between)
  );
};

/** Whether the first quotation may be interrupted: it begins its sentence and leads over to its speaker. */
const leadsToSpeaker = ({ own }: Paragraph, quotation: TextRange): boolean => {
  const said = own.slice(quotation.start + 1, quotation.end - 1);
  const after = own.slice(quotation.end);
  return (
    isClosed(own, quotation) &&
    beginsSentence.test(own.slice(0, quotation.start)) &&
    !endsInStop.test(said) &&
    (leadsOver.test(said) || beginsWithBreak.test(after))
  );
};

/** Whether the sentence of a quotation continues after it with an attribution. */
const hasOwnSpeaker = ({ own, language, quotations }: Paragraph, quotation: TextRange): boolean => {
  if (endsInStop.test(own.slice(quotation.start + 1, quotation.end - 1))) return false;
  const next = quotations.find(({ start }) => start >= quotation.end)?.start ?? own.length;
  const [rest = ''] = own.slice(quotation.end, next).split(/(?<=[.!?])\s/u);
  return countVerbs(rest, speechVerbsOf(language)) > 0;
};

const isJoined = (paragraph: Paragraph, first: TextRange, second: TextRange): boolean =>
  leadsToSpeaker(paragraph, first) &&
  isInterruption(paragraph, { start: first.end, end: second.start }) &&
  !hasOwnSpeaker(paragraph, second);

/** The quotations from the one at `at` as far back and on as they are joined. */
const joinedAround = (paragraph: Paragraph, at: number): readonly TextRange[] => {
  const { quotations } = paragraph;
  const joins = (index: number): boolean => {
    const [first, second] = [quotations[index], quotations[index + 1]];
    return first !== undefined && second !== undefined && isJoined(paragraph, first, second);
  };
  let from = at;
  let to = at;
  while (joins(from - 1)) from -= 1;
  while (joins(to)) to += 1;
  return quotations.slice(from, to + 1);
};

/**
 * The words of all parts of the interrupted quotation that contains `range` (UTF-16, within one of its parts), in
 * order and without marks; null where the quotation around `range` was not interrupted, or there is none.
 */
export const interruptedQuotation = (reading: ReadingText, range: TextRange): readonly TextRange[] | null => {
  const paragraph = reading.paragraphs[paragraphIndexAt(reading, range.start)];
  if (paragraph === undefined) return null;
  const { start } = paragraph;
  const own = reading.text.slice(start, paragraph.end);
  const quotations = quotationsIn(own);
  const at = quotations.findIndex(
    (quotation) => start + quotation.start <= range.start && range.end <= start + quotation.end,
  );
  if (at === -1) return null;
  const parts = joinedAround({ own, language: reading.language, quotations }, at).flatMap(
    (quotation) => saidIn(own, quotation) ?? [],
  );
  return parts.length < 2
    ? null
    : parts.map((part) => ({ start: start + part.start, end: start + part.end }));
};

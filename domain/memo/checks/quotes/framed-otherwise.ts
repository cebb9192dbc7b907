/**
 * Whether a sentence of the memo puts around its quotation what the article does not have there: somebody who says it,
 * or a denial of it. It looks at who and what stands around the words in both, and is a hint: a memo may know more.
 */
import { effectiveBibliography } from '../../../article/effective-bibliography.ts';
import { speakerNouns } from '../../../reading/attribution/speaker-words.ts';
import { reportingVerbsOf } from '../../../reading/attribution/speech-verbs.ts';
import { frameKindsIn } from '../../../reading/find-frame-words.ts';
import { foldText } from '../../../text/fold-text.ts';
import type { TextRange } from '../../../text/selector.ts';
import type { CitedArticle } from '../../citations/memo-material.ts';
import type { SourceText } from '../../verbatim/source-text.ts';

/** What the memo has around the words, and the sentence of the article. */
export type FramedOtherwise = { readonly own: string; readonly sentence: string };

export type Framed = {
  /** The memo's words of the sentence before the quotation, and behind it. */
  readonly before: string;
  readonly after: string;
  /** Of the memo (BCP 47). */
  readonly language: string;
  readonly cited: CitedArticle;
  readonly source: SourceText;
  /** Where the words stand in the article (UTF-16). */
  readonly place: TextRange;
};

const wordsIn = (text: string): readonly string[] => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

type IsReporting = (word: string) => boolean;

const reportingIn = (language: string): IsReporting => {
  const verbs = reportingVerbsOf(language);
  return (word) => verbs.has(word.toLowerCase()) || frameKindsIn(word, [language]).has('denial');
};

/** The clause beside the quotation that reports it: of several between commas the nearest one that does. */
const reportingClause = (parts: readonly string[], isReporting: IsReporting): string => {
  for (const [at, part] of parts.entries())
    if (wordsIn(part).some(isReporting)) return parts.slice(0, at + 1).join(' ');
  return '';
};

const clauseOf = ({ before, after }: Framed, isReporting: IsReporting): string => {
  const ahead = reportingClause(before.split(/[,;:]/u).toReversed(), isReporting);
  return (ahead === '' ? reportingClause(after.split(/[,;:]/u), isReporting) : ahead).trim();
};

const MIN_NAME = 4;
/** Whoever speaks, by words that name somebody; the first word of a sentence has a capital anyway. */
const speakersIn = (clause: string, before: string, isReporting: IsReporting): readonly string[] => {
  const opens = wordsIn(before)[0];
  return wordsIn(clause).filter((word) => {
    if (word.length < MIN_NAME || isReporting(word)) return false;
    return speakerNouns.has(word.toLowerCase()) || (/^\p{Lu}/u.test(word) && word !== opens);
  });
};

const MIN_SHARED = 5;
/** Whether a text has a word, in whichever form. */
const hasForm = (text: ReadonlySet<string>, word: string): boolean => {
  const folded = foldText(word);
  const begins = folded.slice(0, Math.max(MIN_SHARED, Math.ceil(folded.length * 0.6)));
  return [...text].some(
    (other) => other === folded || (begins.length >= MIN_SHARED && other.startsWith(begins)),
  );
};

/** The words of the article around the place: of its paragraph and the one before, and of whoever made the article. */
const wordsAround = ({ cited, source, place }: Framed): ReadonlySet<string> => {
  const { text, paragraphs } = source.reading;
  const at = source.paragraphAt(place.start);
  const { title, byline, publisher } = effectiveBibliography(cited.article, cited.about);
  const around = [paragraphs[at - 1], paragraphs[at]].map((part) =>
    text.slice(part?.start ?? 0, part?.end ?? 0),
  );
  return new Set(wordsIn([...around, title, byline, publisher].join(' ')).map(foldText));
};

const sentenceOf = ({ source, place }: Framed): TextRange => ({
  start: Math.min(source.sentenceAt(place.start).start, place.start),
  end: Math.max(source.sentenceAt(Math.max(0, place.end - 1)).end, place.end),
});

/** Null where the memo says no more of the words than the article does. */
export const framedOtherwise = (framed: Framed): FramedOtherwise | null => {
  const { language, source, place, before } = framed;
  const isReporting = reportingIn(language);
  const own = clauseOf(framed, isReporting);
  if (own === '') return null;
  const { text, language: ofSource } = source.reading;
  const sentence = sentenceOf(framed);
  const there = `${text.slice(sentence.start, place.start)} ${text.slice(place.end, sentence.end)}`;
  const kinds = frameKindsIn(there, [ofSource]);
  const isDenied =
    frameKindsIn(own, [language]).has('denial') && !kinds.has('denial') && !kinds.has('negation');
  const speakers = speakersIn(own, before, isReporting);
  const known = wordsAround(framed);
  const isUnknown = speakers.length > 0 && !speakers.some((word) => hasForm(known, word));
  return isDenied || isUnknown ? { own, sentence: text.slice(sentence.start, sentence.end).trim() } : null;
};

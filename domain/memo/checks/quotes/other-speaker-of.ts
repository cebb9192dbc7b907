/** Whether words beside a citation are given to one speaker and were said by another. */
import type { SourceId } from '../../../ids.ts';
import type { Passage } from '../../../passage/passage.ts';
import { attributionsIn } from '../../../reading/attribution/attributions-in.ts';
import { findAttribution } from '../../../reading/attribution/find-attribution.ts';
import { isEnglish, reportingVerbsOf } from '../../../reading/attribution/speech-verbs.ts';
import { sentencesOf } from '../../../reading/sentences.ts';
import type { SourceTree } from '../../../source/source.ts';
import { runSteps } from '../../../steps.ts';
import { foldName } from '../../../text/fold-text.ts';
import type { TextRange } from '../../../text/selector.ts';
import { branchOf, resolveRecord } from '../../../tree/record-tree.ts';
import type { CitedArticle } from '../../citations/memo-material.ts';
import { findPart } from '../../verbatim/find-part.ts';
import { splitAtOmissions } from '../../verbatim/omission-mark.ts';
import type { PrintedSource } from '../../verbatim/printed-source.ts';

const isWithin = (outer: TextRange, inner: TextRange): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

export type Asked = {
  readonly cited: CitedArticle;
  readonly source: PrintedSource;
  readonly sources: SourceTree;
};

/** Who speaks, by all names that may be used for him: his own, and those of what he speaks for. */
type Speaker = { readonly name: string; readonly names: readonly string[] };

const holds = ({ source }: Asked, { id }: Passage, place: TextRange): boolean =>
  source.placesOf(id)?.some((range) => isWithin(range, place)) ?? false;

const recordOf = ({ sources }: Asked, sourceId: SourceId | null): Speaker | null => {
  const record = resolveRecord(sources, sourceId);
  if (record === null) return null;
  const branch = branchOf(sources, record.id);
  return { name: record.name, names: branch.flatMap(({ name, aliases }) => [name, ...aliases]) };
};

const named = (name: string | null): Speaker | null => (name === null ? null : { name, names: [name] });

const capitalised =
  "\\p{Lu}[\\p{L}'’-]+(?:\\s+(?:(?:von|van|de|da|di|del|al|der|den|bin)\\s+)?\\p{Lu}[\\p{L}'’-]+){1,3}";
const patterns = new Map<string, RegExp | null>();

/** A name of two words or more beside a verb that reports, in a language that writes names with capitals. */
const besideVerb = (language: string): RegExp | null => {
  const there = patterns.get(language);
  if (there !== undefined) return there;
  const verbs = [...reportingVerbsOf(language)];
  const any = `(?:${verbs.join('|')})(?![\\p{L}])`;
  const pattern =
    verbs.length === 0
      ? null
      : new RegExp(`(${capitalised})\\s+${any}|(?<![\\p{L}])${any}\\s+(${capitalised})`, 'u');
  patterns.set(language, pattern);
  return pattern;
};

/** Who the text says speaks at `range`. */
const attributedAt = (reading: PrintedSource['text']['reading'], range: TextRange): Speaker | null => {
  if (isEnglish(reading.language)) return named(findAttribution(reading, range)?.name ?? null);
  const paragraph = reading.paragraphs.findLast(({ start }) => start <= range.start);
  if (paragraph === undefined) return null;
  const sentence = sentencesOf(reading.text, paragraph, reading.language).findLast(
    ({ start }) => start <= range.start,
  );
  const own = reading.text.slice(sentence?.start ?? 0, sentence?.end ?? 0);
  const found = besideVerb(reading.language.split('-', 1)[0] ?? '')?.exec(own);
  return named(found?.[1] ?? found?.[2] ?? null);
};

const livePassages = ({ cited }: Asked): readonly Passage[] =>
  cited.passages.filter(({ deletedAt }) => deletedAt === null);

/** The speaker at a place: as the analyst has set it for a passage there, otherwise as the text names him. */
const speakerAt = (asked: Asked, place: TextRange): Speaker | null => {
  const [set] = livePassages(asked).flatMap((passage) =>
    holds(asked, passage, place) ? (recordOf(asked, passage.sourceId) ?? []) : [],
  );
  return set ?? attributedAt(asked.source.text.reading, place);
};

const speakerOf = (asked: Asked, passage: Passage): Speaker | null => {
  const [first] = asked.source.placesOf(passage.id) ?? [];
  return (
    recordOf(asked, passage.sourceId) ??
    (first === undefined ? null : attributedAt(asked.source.text.reading, first))
  );
};

/** Blinken is Antony Blinken: the words of one name are among those of the other. */
const isSameName = (a: string, b: string): boolean => {
  const [first, second] = [foldName(a).split(' '), foldName(b).split(' ')];
  return first.every((word) => second.includes(word)) || second.every((word) => first.includes(word));
};

const isSpeaker = (name: string, speaker: Speaker): boolean =>
  speaker.names.some((each) => isSameName(each, name));

const placesOf = ({ source }: Asked, quote: string): readonly TextRange[] => {
  const [first = quote] = splitAtOmissions(quote);
  return runSteps(findPart(first, source.text.reading.text));
};

/**
 * The speaker of `quote` in a cited article, where the quote is outside the cited passage and by another speaker;
 * null where it is not, or where one of the two speakers is not known.
 */
export const otherSpeakerOf = (asked: Asked, passage: Passage, quote: string): string | null => {
  const places = placesOf(asked, quote);
  if (places.length === 0 || places.some((place) => holds(asked, passage, place))) return null;
  const own = speakerOf(asked, passage);
  if (own === null) return null;
  const speakers = places.map((place) => speakerAt(asked, place));
  const isOther = speakers.every((speaker) => speaker !== null && !isSpeaker(speaker.name, own));
  return isOther ? (speakers[0]?.name ?? null) : null;
};

const isProper = (name: string): boolean => /(?:^|\s)\p{Lu}\S*$/u.test(name);

/** Whether somebody of that name speaks in the article or is a source of the archive. */
const isKnown = (asked: Asked, name: string): boolean => {
  const { text, paragraphs, language } = asked.source.text.reading;
  const isRecord = [...asked.sources.values()].some(
    (record) => record.deletedAt === null && record.kind !== 'publication' && isSameName(record.name, name),
  );
  if (isRecord) return true;
  if (!isEnglish(language)) return text.includes(name.split(/\s+/u).at(-1) ?? name);
  return paragraphs.some(({ start, end }) =>
    attributionsIn(text.slice(start, end)).some(({ speaker }) =>
      isSameName(text.slice(start + speaker.start, start + speaker.end), name),
    ),
  );
};

/** Words of the memo with what they quote or cite, and the language that they are in. */
export type GivenAt = { readonly text: string; readonly range: TextRange; readonly language: string };

/** The speaker to whom the memo attributes the words, by name, as far as that can be determined. */
const givenTo = ({ text, range, language }: GivenAt): Speaker | null =>
  attributedAt({ text, paragraphs: [{ start: 0, end: text.length }], language }, range);

/** The one whom the memo names and the one who speaks, where these are two. */
export type Misgiven = { readonly given: string; readonly speaker: string };

const misgiven = (asked: Asked, at: GivenAt, speakers: readonly (Speaker | null)[]): Misgiven | null => {
  const given = givenTo(at);
  const [first] = speakers;
  if (given === null || !isProper(given.name) || first === null || first === undefined) return null;
  const isOther = speakers.every(
    (speaker) => speaker !== null && isProper(speaker.name) && !isSpeaker(given.name, speaker),
  );
  return isOther && isKnown(asked, given.name) ? { given: given.name, speaker: first.name } : null;
};

/** Whether the memo gives a typed quotation to another than its article does. */
export const misgivenQuote = (asked: Asked, quote: string, at: GivenAt): Misgiven | null =>
  misgiven(
    asked,
    at,
    placesOf(asked, quote).map((place) => speakerAt(asked, place)),
  );

/** The same of what a citation stands for. */
export const misgivenPassage = (asked: Asked, passage: Passage, at: GivenAt): Misgiven | null =>
  misgiven(asked, at, [speakerOf(asked, passage)]);

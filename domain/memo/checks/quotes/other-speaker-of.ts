/** Whether a typed quotation is given to one speaker and was said by another. */
import type { Passage } from '../../../passage/passage.ts';
import { findAttribution } from '../../../reading/attribution/find-attribution.ts';
import type { SourceTree } from '../../../source/source.ts';
import { runSteps } from '../../../steps.ts';
import { foldName } from '../../../text/fold-text.ts';
import type { TextRange } from '../../../text/selector.ts';
import { resolveRecord } from '../../../tree/record-tree.ts';
import type { CitedArticle } from '../../citations/memo-material.ts';
import { splitAtOmissions } from '../../verbatim/omission-mark.ts';
import { findPart } from '../../verbatim/part/find-part.ts';
import type { PrintedSource } from '../../verbatim/printed-source.ts';

const isWithin = (outer: TextRange, inner: TextRange): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

type Asked = { readonly cited: CitedArticle; readonly source: PrintedSource; readonly sources: SourceTree };

const holds = ({ source }: Asked, { id }: Passage, place: TextRange): boolean =>
  source.placesOf(id)?.some((range) => isWithin(range, place)) ?? false;

const nameOf = ({ sources }: Asked, { sourceId }: Passage): string | null =>
  resolveRecord(sources, sourceId)?.name ?? null;

const attributedAt = ({ source }: Asked, place: TextRange): string | null =>
  findAttribution(source.text.reading, place)?.name ?? null;

/** Who says it: as the analyst has set it for a passage there, else as the text has it. */
const speakerAt = (asked: Asked, place: TextRange): string | null => {
  const named = asked.cited.passages
    .filter(({ deletedAt }) => deletedAt === null)
    .flatMap((passage) => (holds(asked, passage, place) ? (nameOf(asked, passage) ?? []) : []));
  return named[0] ?? attributedAt(asked, place);
};

const speakerOf = (asked: Asked, passage: Passage): string | null => {
  const [first] = asked.source.placesOf(passage.id) ?? [];
  return nameOf(asked, passage) ?? (first === undefined ? null : attributedAt(asked, first));
};

/** Blinken is Antony Blinken: the words of one name are among those of the other. */
const isSameName = (a: string, b: string): boolean => {
  const [first, second] = [foldName(a).split(' '), foldName(b).split(' ')];
  return first.every((word) => second.includes(word)) || second.every((word) => first.includes(word));
};

/**
 * The speaker of `quote` in a cited article, where it stands outside the cited passage and is somebody else's than that;
 * null where it is not, or where one of the two is not known.
 */
export const otherSpeakerOf = (asked: Asked, passage: Passage, quote: string): string | null => {
  const [first = quote] = splitAtOmissions(quote);
  const places = runSteps(findPart(first, asked.source.text.reading.text));
  if (places.length === 0 || places.some((place) => holds(asked, passage, place))) return null;
  const own = speakerOf(asked, passage);
  if (own === null) return null;
  const speakers = places.map((place) => speakerAt(asked, place));
  const isOther = speakers.every((speaker) => speaker !== null && !isSameName(speaker, own));
  return isOther ? (speakers[0] ?? null) : null;
};

import type { SourceId } from '#domain/ids.ts';
import type { Basis, Manner, Passage } from '#domain/passage/passage.ts';
import { isolated } from '#domain/text/join-facts.ts';
import type { Reliability } from '#domain/tradecraft/reliability.ts';
import type { SourceBook } from '../../source/use-sources.ts';

export const mannerNames: Readonly<Record<Manner, string>> = {
  direct: 'Direct quotation',
  paraphrase: 'Paraphrase',
  'own-reporting': 'Own reporting',
  unattributed: 'Unattributed',
};

export const basisNames: Readonly<Record<Basis, string>> = {
  'on-record': 'on record',
  background: 'on background',
  unnamed: 'unnamed',
};

export const mannerMeanings: Readonly<Record<Manner, string>> = {
  direct: 'The speaker’s own words, between quotation marks',
  paraphrase: 'What the speaker said, in the words of the article',
  'own-reporting': 'The article’s own statement',
  unattributed: 'The article names no speaker',
};

export const basisMeanings: Readonly<Record<Basis, string>> = {
  'on-record': 'May be printed under the speaker’s name',
  background: 'May be printed, with the speaker described but not named',
  unnamed: 'The article gives no name',
};

/** The article's publication: the source that is set, else only its name. */
export type Publication = {
  readonly id: SourceId | null;
  readonly name: string;
  readonly reliability: Reliability | null;
};

const withLetter = ({ name, reliability }: Publication): string =>
  reliability === null ? name : `${name} (${reliability})`;

/** The speaker with post and terms, unless the name contains them already. */
const nameSpeaker = (name: string, { basis, post = '' }: Pick<Passage, 'basis' | 'post'>): string => {
  const words = basis === null || basis === 'on-record' ? null : basisNames[basis];
  const named = post === '' ? name : `${name}, ${post}`;
  return words === null || named.toLowerCase().includes(words) ? named : `${named} (${words})`;
};

const nameSelf = (manner: Manner | null): string | null =>
  manner === 'own-reporting' || manner === 'unattributed' ? mannerNames[manner] : null;

/**
 * The speaker and the publication, never mixed up: "Official (unnamed) → Dispatch (C)". Without a speaker, the
 * publication's own reporting takes that place. Empty if nothing is known of the speaker.
 */
export const printSpeaker = (
  { sourceId, manner, ...said }: Pick<Passage, 'sourceId' | 'manner' | 'basis' | 'post'>,
  publication: Publication | null,
  { byId }: Pick<SourceBook, 'byId'>,
): string => {
  const speaker = sourceId === null ? undefined : byId.get(sourceId);
  const who = speaker === undefined ? nameSelf(manner) : nameSpeaker(speaker.name, said);
  if (who === null) return '';
  const isSame = publication === null || publication.id === speaker?.id;
  return isSame ? who : `${isolated(who)} → ${isolated(withLetter(publication))}`;
};

type Said = Pick<Passage, 'sourceId' | 'manner' | 'basis' | 'post'>;

/** The speaker, for use next to the article's text, where the publication is obvious; empty for that one. */
export const printSpeakerBeside = (
  said: Said,
  publication: Publication | null,
  sources: Pick<SourceBook, 'byId'>,
): string =>
  said.sourceId !== null && said.sourceId === publication?.id ? '' : printSpeaker(said, null, sources);

const speakerOf = ({ sourceId, manner }: Said): string | null => sourceId ?? nameSelf(manner);

/** Of passages in text order, those whose speaker differs from that of the previous one. */
export const withNewSpeaker = <Each extends Said & Pick<Passage, 'id'>>(
  passages: readonly Each[],
): ReadonlySet<Each['id']> =>
  new Set(
    passages
      .filter((each, at) => {
        const before = passages[at - 1];
        return before === undefined || speakerOf(before) !== speakerOf(each);
      })
      .map(({ id }) => id),
  );

/**
 * Passages are counted by what they share. A set of tags, or a speaker in a publication, is one object to which all
 * such passages refer: to count tags or to filter by one, a few thousand groups are examined instead of every passage.
 */
import type { SourceId, TagId } from '#domain/ids.ts';
import type { CatalogueState, PassageEntry, TagSet, Voice } from './catalogue-state.ts';

type Groups = Pick<CatalogueState, 'tagSets' | 'voices' | 'concerning'>;

/** Adds a record with the tags `ids`. */
export const enterTagSet = ({ tagSets }: Groups, ids: readonly TagId[]): TagSet => {
  const key = ids.join();
  const set = tagSets.get(key) ?? { ids, holders: 0 };
  tagSets.set(key, set);
  set.holders += 1;
  return set;
};

/** Removes a record with the tags of `set`. */
export const leaveTagSet = ({ tagSets }: Groups, set: TagSet): void => {
  set.holders -= 1;
  if (set.holders === 0) tagSets.delete(set.ids.join());
};

const keyOfVoice = (speakerId: SourceId | null, publicationId: SourceId | null): string =>
  `${speakerId ?? ''},${publicationId ?? ''}`;

/** The voice of a speaker in a publication; the caller adds a passage to it. */
export const enterVoice = (
  { voices }: Groups,
  speakerId: SourceId | null,
  publicationId: SourceId | null,
): Voice => {
  const key = keyOfVoice(speakerId, publicationId);
  const voice = voices.get(key) ?? { speakerId, publicationId, readings: new Set() };
  voices.set(key, voice);
  return voice;
};

/** Removes a passage from its voice. */
export const leaveVoice = ({ voices }: Groups, voice: Voice, entry: PassageEntry): void => {
  voice.readings.delete(entry);
  if (voice.readings.size === 0) voices.delete(keyOfVoice(voice.speakerId, voice.publicationId));
};

/** Adds a passage to the names that it is about. */
export const enterConcerned = ({ concerning }: Groups, entry: PassageEntry): void => {
  for (const id of entry.concernedIds) concerning.set(id, (concerning.get(id) ?? new Set()).add(entry));
};

/** Removes a passage from the names that it was about. */
export const leaveConcerned = ({ concerning }: Groups, entry: PassageEntry): void => {
  for (const id of entry.concernedIds) {
    const entries = concerning.get(id);
    entries?.delete(entry);
    if (entries?.size === 0) concerning.delete(id);
  }
};

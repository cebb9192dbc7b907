import type { PassageRow } from './passage.ts';
import type { SourceRef } from './source.ts';

/**
 * The origins of a passage that neither its speaker's name nor its publication's says: an organisation above the
 * speaker, or other publications that carry the same text. Passages of one origin do not confirm each other.
 */
export const originsNamedApart = ({
  origins,
  speaker,
  publication,
}: Pick<PassageRow, 'origins' | 'speaker' | 'publication'>): readonly SourceRef[] =>
  origins.filter(({ id }) => id !== speaker?.id && id !== publication?.id);

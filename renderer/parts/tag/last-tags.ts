import type { TagId } from '#domain/ids.ts';
import type { Codebook } from './use-tags.ts';

let last: readonly TagId[] = [];

/** The tags that were set last in this session and are still there: Enter on an empty tag field takes them. */
export const lastTags = ({ byId }: Pick<Codebook, 'byId'>): readonly TagId[] =>
  last.filter((id) => byId.has(id));

export const rememberTags = (tagIds: readonly TagId[]): void => {
  if (tagIds.length > 0) last = tagIds;
};

import type { TagId } from '#domain/ids.ts';

let last: readonly TagId[] = [];

/** The tags that were set last in this session: Enter on an empty tag field takes them. */
export const lastTags = (): readonly TagId[] => last;

export const rememberTags = (tagIds: readonly TagId[]): void => {
  if (tagIds.length > 0) last = tagIds;
};

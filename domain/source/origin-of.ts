import type { SourceId } from '../ids.ts';
import { branchOf } from '../tree/record-tree.ts';
import type { Source } from './source.ts';
import { resolveSource, type SourceTree } from './source-tree.ts';

/**
 * The origin of a passage: the organisation at the top of the speaker's branch, else the publication that carries
 * it. Passages of one origin do not confirm each other. A speaker of no organisation is an origin of its own:
 * one private person who is quoted in two newspapers is still one.
 */
export const originOf = (
  sources: SourceTree,
  speakerId: SourceId | null,
  publicationId: SourceId | null,
): Source | null => {
  const branch = branchOf(sources, speakerId);
  return (
    branch.find(({ kind }) => kind === 'organisation') ?? branch[0] ?? resolveSource(sources, publicationId)
  );
};

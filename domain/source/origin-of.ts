import type { SourceId } from '../ids.ts';
import { branchOf, resolveRecord } from '../tree/record-tree.ts';
import type { Source, SourceTree } from './source.ts';

/**
 * What is the origin of a branch, which is given from its root down: the organisation nearest the root, else the
 * root itself. Null of an empty branch.
 */
export const originOfBranch = <T extends Pick<Source, 'kind'>>(branch: readonly T[]): T | null =>
  branch.find(({ kind }) => kind === 'organisation') ?? branch[0] ?? null;

/**
 * The origin of a passage: the organisation at the top of the speaker's branch, else the publication that carries
 * it. Passages of one origin do not confirm each other. A speaker of no organisation is an origin of its own:
 * one private person who is quoted in two newspapers is still one.
 */
export const originOf = (
  sources: SourceTree,
  speakerId: SourceId | null,
  publicationId: SourceId | null,
): Source | null => originOfBranch(branchOf(sources, speakerId)) ?? resolveRecord(sources, publicationId);

/**
 * The origins of a passage in a text that several articles carry: that of its speaker, else every publication that
 * carries the text, each once, in the order given. Any of them may have written it, or an agency that none names.
 */
export const namedOrigins = (
  sources: SourceTree,
  speakerId: SourceId | null,
  publicationIds: readonly (SourceId | null)[],
): readonly Source[] => [...new Set(publicationIds.flatMap((id) => originOf(sources, speakerId, id) ?? []))];

import type { DraftId } from '#domain/ids.ts';
import { sha256Of } from '../../shared/sha-256.ts';
import type { ImportDrafts } from '../draft/import-drafts.ts';
import type { WaitingFile } from './attempt-file.ts';

/** The draft under which a file waits; `sameAs` names the file whose bytes it has, which waits there already. */
export type AddedDraft = { readonly draftId: DraftId; readonly sameAs: string | null };

/**
 * Adds files of one import as drafts, each content once: of what nobody has read yet only the bytes say that it is the
 * same, and two drafts of it would become two articles.
 */
export const createOnceAdder = (
  drafts: ImportDrafts,
): ((attempt: Pick<WaitingFile, 'file' | 'waiting'>) => Promise<AddedDraft>) => {
  const added = new Map<string, { readonly name: string; readonly draftId: DraftId }>();
  return async ({ file, waiting }) => {
    const key = sha256Of(waiting.original);
    const first = added.get(key);
    // One that was discarded meanwhile waits no more.
    if (first !== undefined && drafts.get(first.draftId) !== undefined)
      return { draftId: first.draftId, sameAs: first.name };
    const { draftId } = await drafts.add(waiting);
    added.set(key, { name: file.name, draftId });
    return { draftId, sameAs: null };
  };
};

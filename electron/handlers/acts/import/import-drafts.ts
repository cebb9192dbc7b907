import { canonicalText } from '#domain/article/canonical-text.ts';
import type { ImportDraft } from '#domain/contract/imports.ts';
import { type ArticleId, type DraftId, draftIdSchema } from '#domain/ids.ts';
import { localToday } from '../../../catalogue/local-today.ts';
import type { ReadText } from '../../../import/read-text.ts';
import { sha256Of } from '../../../import/sha-256.ts';
import type { HandlerDeps } from '../../handler-deps.ts';
import { beginBibliography } from './previous-version.ts';

type Kept = { readonly draft: ImportDraft; readonly read: ReadText };

/** The texts that are being checked. They live in memory: what nobody has sealed was never in the archive. */
export type ImportDrafts = {
  add(read: ReadText, previousVersionId?: ArticleId | null): Promise<ImportDraft>;
  get(id: DraftId): Kept | undefined;
  remove(id: DraftId): void;
  /** The oldest first. */
  list(): readonly ImportDraft[];
};

/** Drafts without any at first. */
export const createImportDrafts = ({
  archive,
  catalogue,
  machine,
}: Pick<HandlerDeps, 'archive' | 'catalogue' | 'machine'>): ImportDrafts => {
  const kept = new Map<DraftId, Kept>();
  return {
    async add(read, previousVersionId = null) {
      const { format, originalName, originalEncoding, body, found } = read;
      const today = localToday(machine.nowMs());
      const draft: ImportDraft = {
        draftId: draftIdSchema.parse(machine.newId()),
        format,
        originalName,
        originalEncoding,
        body,
        found,
        ...(await beginBibliography(archive, found, today, previousVersionId)),
        duplicateOf: await catalogue.articleWithText(sha256Of(canonicalText(body))),
        previousVersionId,
      };
      kept.set(draft.draftId, { draft, read });
      return draft;
    },
    get: (id) => kept.get(id),
    remove: (id) => void kept.delete(id),
    list: () => [...kept.values()].map(({ draft }) => draft),
  };
};

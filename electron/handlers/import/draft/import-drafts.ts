import type { Body } from '#domain/article/body/body.ts';
import { canonicalText, textBlockSpans, textBlockText } from '#domain/article/body/canonical-text.ts';
import { withoutLeftOut } from '#domain/article/body/without-left-out.ts';
import type { ImportDraft } from '#domain/contract/import.ts';
import { type ArticleId, type DraftId, draftIdSchema } from '#domain/ids.ts';
import type { NewText } from '#electron/ports/catalogue.ts';
import { localToday } from '#electron/time/local-today.ts';
import type { ReadText } from '../../../ports/text-reader.ts';
import type { HandlerDeps } from '../../handler-deps.ts';
import { sha256Of } from '../../shared/sha-256.ts';
import { beginBibliography } from '../previous-version.ts';

const newText = (body: Body): NewText => ({
  textSha256: sha256Of(canonicalText(body)),
  texts: textBlockSpans(body).map(({ block }) => textBlockText(block)),
});

type Kept = { readonly draft: ImportDraft; readonly read: ReadText };

/** The texts that are being checked. They live in memory: what nobody has sealed was never in the archive. */
export type ImportDrafts = {
  add(read: ReadText, previousVersionId?: ArticleId | null): Promise<ImportDraft>;
  /** The draft read otherwise: what it is and what it follows stay. */
  replace(id: DraftId, read: ReadText): Promise<ImportDraft>;
  get(id: DraftId): Kept | undefined;
  remove(id: DraftId): void;
  /** The oldest first. */
  list(): readonly ImportDraft[];
};

/** Drafts without any at first; `onRemoved` hears of each that was sealed or discarded. */
export const createImportDrafts = (
  { archive, catalogue, machine }: Pick<HandlerDeps, 'archive' | 'catalogue' | 'machine'>,
  onRemoved: (id: DraftId) => void = () => undefined,
): ImportDrafts => {
  const kept = new Map<DraftId, Kept>();
  const keep = async (
    draftId: DraftId,
    read: ReadText,
    previousVersionId: ArticleId | null,
  ): Promise<ImportDraft> => {
    const { format, originalName, encoding, body, leftOut = [], hidden = [], remarks = [], found } = read;
    const today = localToday(machine.nowMs());
    const draft: ImportDraft = {
      draftId,
      format,
      originalName,
      encoding,
      body,
      leftOut,
      hidden,
      remarks,
      found,
      ...(await beginBibliography(archive, found, today, previousVersionId)),
      duplicates: await catalogue.duplicatesOfText(newText(withoutLeftOut(body, leftOut))),
      previousVersionId,
    };
    kept.set(draftId, { draft, read });
    return draft;
  };
  return {
    add: (read, previousVersionId = null) =>
      keep(draftIdSchema.parse(machine.newId()), read, previousVersionId),
    replace: (id, read) => keep(id, read, kept.get(id)?.draft.previousVersionId ?? null),
    get: (id) => kept.get(id),
    remove(id) {
      kept.delete(id);
      onRemoved(id);
    },
    list: () => [...kept.values()].map(({ draft }) => draft),
  };
};

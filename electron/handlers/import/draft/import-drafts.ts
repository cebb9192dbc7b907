import type { Body } from '#domain/article/body/body.ts';
import {
  canonicalText,
  hasWords,
  textBlockSpans,
  textBlockText,
} from '#domain/article/body/canonical-text.ts';
import { withoutLeftOut } from '#domain/article/body/without-left-out.ts';
import type { ImportDraft } from '#domain/contract/import.ts';
import { type ArticleId, type DraftId, draftIdSchema } from '#domain/ids.ts';
import type { NewText } from '#electron/ports/catalogue.ts';
import { localToday } from '#electron/time/local-today.ts';
import type { ReadText } from '../../../ports/text-reader.ts';
import type { HandlerDeps } from '../../handler-deps.ts';
import { sha256Of } from '../../shared/sha-256.ts';
import { leftOutOfMarked } from '../prepare-unseen.ts';
import { beginBibliography } from '../previous-version.ts';

const newText = (body: Body, original: Uint8Array): NewText => ({
  // As in prepareText: texts without a word would all be equal, so the original is hashed.
  textSha256: sha256Of(hasWords(canonicalText(body)) ? canonicalText(body) : original),
  texts: textBlockSpans(body).map(({ block }) => textBlockText(block)),
});

/** A draft, its text, and the password of its file, which is needed to read its scanned pages. */
type Kept = { readonly draft: ImportDraft; readonly read: ReadText; readonly password: string | undefined };

/** The origin of a text. */
export type DraftOrigin = {
  readonly previousVersionId?: ArticleId | null;
  readonly password?: string | undefined;
};

/**
 * The texts under review. They are in memory only: what nobody has sealed was never in the archive, and a password is
 * removed with its draft.
 */
export type ImportDrafts = {
  add(read: ReadText, origin?: DraftOrigin): Promise<ImportDraft>;
  /**
   * Replaces the text of a draft; its id and the article that it follows are kept. Undefined if the draft is gone,
   * which is not restored.
   */
  replace(id: DraftId, read: ReadText): Promise<ImportDraft | undefined>;
  /** Sets the article of which the draft is a new version, or none. Undefined if the draft is gone. */
  follow(id: DraftId, previousVersionId: ArticleId | null): Promise<ImportDraft | undefined>;
  get(id: DraftId): Kept | undefined;
  remove(id: DraftId): void;
  /** All drafts, the oldest first. */
  list(): readonly ImportDraft[];
};

/** Creates an empty store of drafts; `onRemoved` is called for each that was sealed or discarded. */
export const createImportDrafts = (
  { archive, catalogue, machine, texts }: Pick<HandlerDeps, 'archive' | 'catalogue' | 'machine' | 'texts'>,
  onRemoved: (id: DraftId) => void = () => undefined,
): ImportDrafts => {
  const kept = new Map<DraftId, Kept>();
  const begin = async (
    draftId: DraftId,
    read: ReadText,
    previousVersionId: ArticleId | null,
  ): Promise<ImportDraft> => {
    const { format, originalName, encoding, body, hidden = [], remarks = [], marks = [], found } = read;
    const leftOut = await leftOutOfMarked(read, { catalogue });
    const today = localToday(machine.nowMs());
    const attached = await texts.attachmentsOf(read);
    return {
      draftId,
      format,
      originalName,
      encoding,
      body,
      leftOut,
      hidden,
      remarks,
      marks,
      // The text of the mail can be read without its attachments, and its remarks name them.
      attachments: attached.ok ? attached.value.map(({ offer }) => offer) : [],
      found,
      ...(await beginBibliography(archive, read, today, previousVersionId)),
      duplicates: await catalogue.duplicatesOfText(newText(withoutLeftOut(body, leftOut), read.original)),
      previousVersionId,
    };
  };
  const beginAnew = async (
    id: DraftId,
    read: ReadText,
    previousVersionId: ArticleId | null,
  ): Promise<ImportDraft | undefined> => {
    const draft = await begin(id, read, previousVersionId);
    // Looked up again, because it may have been sealed or discarded meanwhile.
    const before = kept.get(id);
    if (before === undefined) return undefined;
    kept.set(id, { ...before, draft, read });
    return draft;
  };
  return {
    async add(read, { previousVersionId = null, password } = {}) {
      const draft = await begin(draftIdSchema.parse(machine.newId()), read, previousVersionId);
      kept.set(draft.draftId, { draft, read, password });
      return draft;
    },
    replace: (id, read) => beginAnew(id, read, kept.get(id)?.draft.previousVersionId ?? null),
    async follow(id, previousVersionId) {
      const read = kept.get(id)?.read;
      return read === undefined ? undefined : beginAnew(id, read, previousVersionId);
    },
    get: (id) => kept.get(id),
    remove(id) {
      kept.delete(id);
      onRemoved(id);
    },
    list: () => [...kept.values()].map(({ draft }) => draft),
  };
};

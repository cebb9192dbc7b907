import { isMailFormat } from '#domain/article/attachment.ts';
import type { Bibliography } from '#domain/article/bibliography/bibliography.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ImportFailure } from '#domain/contract/errors/import-errors.ts';
import type { AttachedOutcome } from '#domain/contract/import-many.ts';
import type { LabelSet } from '#domain/passage/label.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { Marking } from '#domain/tradecraft/marking.ts';
import type { AttachedOriginal, ReadText } from '#electron/ports/text-reader.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import type { PreparedText } from './new-article.ts';
import { prepareUnseen } from './prepare-unseen.ts';
import type { SealedAs } from './seal-texts.ts';

type Deps = Pick<HandlerDeps, 'catalogue' | 'texts' | 'machine'>;

/** An attachment as a text that can be sealed, or why it can't be. */
export type ReadAttachment = { readonly name: string; readonly text: Result<PreparedText, ImportFailure> };

const prepare = async (
  { offer, fileName, bytes }: AttachedOriginal,
  {
    format,
    ...said
  }: Pick<ReadText, 'format'> & { readonly marking: Marking | null; readonly marksAs: LabelSet | null },
  deps: Deps,
): Promise<Result<PreparedText, ImportFailure>> => {
  if (offer.refusal !== null) return err(offer.refusal);
  const read = await deps.texts.readBytes(fileName, bytes);
  if (!read.ok) return read;
  const unseen = await prepareUnseen(read.value, deps, {
    ...said,
    ...(isMailFormat(format) ? { complete: attachedBibliography } : {}),
  });
  if (unseen.kind === 'prepared') return ok(unseen.text);
  if (unseen.kind === 'uncertain') return err('encoding-uncertain');
  return err(unseen.scannedPages > 0 ? 'pages-are-pictures' : 'no-text-found');
};

/** Which attachments of an e-mail are read, and the marking that they get. */
export type TakenAttachments = {
  /** Their indexes among the attachments. */
  readonly indexes: ReadonlySet<number> | 'all';
  readonly marking: Marking | null;
  /** Whether the marks of PDFs among them become passages. */
  readonly marksAs: LabelSet | null;
};

export type ReadingAttached = {
  /** Called after each attachment that was read. */
  readonly onRead: (done: number, total: number, name: string) => void;
  readonly signal: AbortSignal;
};

/**
 * Reads the chosen attachments of an e-mail, or pages of a web archive, in their order, each in the way of a file. They
 * get the marking with which the e-mail was received. One that can't be read does not affect the others; fails with
 * `cancelled` if the reading was cancelled, and as the reading of the e-mail does.
 */
export const readAttached = async (
  deps: Deps,
  holder: ReadText,
  { indexes, marking, marksAs }: TakenAttachments,
  { onRead, signal }: ReadingAttached,
): Promise<Result<readonly ReadAttachment[], AppError>> => {
  if (indexes !== 'all' && indexes.size === 0) return ok([]);
  const attached = await deps.texts.attachmentsOf(holder);
  if (!attached.ok) return err({ code: attached.error });
  const originals = attached.value.filter(({ offer }) => indexes === 'all' || indexes.has(offer.index));
  const read: ReadAttachment[] = [];
  for (const original of originals) {
    if (signal.aborted) break;
    const { name } = original.offer;
    read.push({ name, text: await prepare(original, { format: holder.format, marking, marksAs }, deps) });
    onRead(read.length, originals.length, name);
  }
  return signal.aborted ? err({ code: 'cancelled' }) : ok(read);
};

/**
 * The bibliography of a file attached to an e-mail. If it does not say where it was published, it was sent between
 * persons: CSL 1.0.2 has the type personal communication for that. Its own metadata is kept.
 */
const attachedBibliography = (bibliography: Bibliography): Bibliography =>
  bibliography.publisher === null && bibliography.url === null
    ? { ...bibliography, type: 'personal_communication' }
    : bibliography;

/** The outcome of each attachment; `answers` has those of the sealed texts, in their order. */
export const outcomesOfAttached = (
  attached: readonly ReadAttachment[],
  answers: readonly SealedAs[],
): readonly AttachedOutcome[] => {
  const left = [...answers];
  return attached.map(({ name, text }): AttachedOutcome => {
    if (!text.ok) return { name, status: 'failed', articleId: null, reason: text.error };
    const answer = left.shift();
    if (answer === undefined) throw new Error('an attachment was sealed without an answer');
    const { articleId, isNew } = answer;
    return { name, status: isNew ? 'imported' : 'duplicate', articleId, reason: null };
  });
};

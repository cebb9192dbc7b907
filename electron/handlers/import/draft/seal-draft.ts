import { canonicalText, hasWords } from '#domain/article/body/canonical-text.ts';
import { readablePages } from '#domain/article/draft/import-remarks.ts';
import { isCutOf } from '#domain/article/draft/is-cut-of.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ImportDraft } from '#domain/contract/import.ts';
import type { Input, Output } from '#domain/contract/requests.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { ReadText } from '#electron/ports/text-reader.ts';
import type { HandlerDeps } from '../../handler-deps.ts';
import { invalidInput, notFound } from '../../shared/failures.ts';
import { outcomesOfAttached } from '../attached/outcomes-of-attached.ts';
import { type ReadAttachment, readAttached, type TakenAttachments } from '../attached/read-attached.ts';
import { prepareText } from '../new-article.ts';
import { sealTexts } from '../seal-texts.ts';
import type { ImportDrafts } from './import-drafts.ts';

type Seal = Input<'import:seal'>;

/** Why a draft can't be sealed with that body; null where it can. */
const refusalOf = (draft: ImportDraft, { body, attached = [] }: Seal): AppError | null => {
  if (draft.encoding?.isCertain === false) return { code: 'encoding-uncertain' };
  const text = canonicalText(body);
  if (!hasWords(text)) {
    const hasScans = readablePages(draft.remarks).length > 0;
    return { code: hasScans ? 'pages-are-pictures' : 'no-text-found' };
  }
  if (!isCutOf(text, canonicalText(draft.body)))
    return invalidInput('import:seal', 'the text holds what was not in the text that was read').error;
  const isOffered = attached.every((index) => draft.attachments.some((offer) => offer.index === index));
  return isOffered
    ? null
    : invalidInput('import:seal', 'an attachment is named that the draft does not offer').error;
};

/** Reads the attachments and tells how far it is; an end is told also where it came early. */
const readTold = async (
  deps: HandlerDeps,
  mail: ReadText,
  taken: TakenAttachments,
  signal: AbortSignal,
): Promise<Result<readonly ReadAttachment[], AppError>> => {
  const tell = (done: number, total: number, fileName: string): void =>
    deps.emit('import-progress', { done, total, fileName });
  const read = await readAttached(deps, mail, taken, { onRead: tell, signal });
  if (signal.aborted) tell(1, 1, '');
  return read;
};

/** Seals a draft, and with it the attachments that were taken, in one act. Where it fails the draft is still there. */
export const sealDraft = async (
  deps: HandlerDeps,
  drafts: ImportDrafts,
  input: Seal,
  signal: AbortSignal,
): Promise<Result<Output<'import:seal'>, AppError>> => {
  const { draftId, body, bibliography, marking, attached: indexes = [] } = input;
  const kept = drafts.get(draftId);
  if (kept === undefined) return notFound('draft', draftId);
  const refusal = refusalOf(kept.draft, input);
  if (refusal !== null) return err(refusal);
  const read = await readTold(deps, kept.read, { indexes: new Set(indexes), marking }, signal);
  if (!read.ok) return read;
  // It may have been sealed or discarded while its attachments were read.
  if (drafts.get(draftId) === undefined) return err({ code: 'cancelled' });
  const prepared = await prepareText(kept.read, { body, bibliography, marking });
  const texts = read.value.flatMap(({ text }) => (text.ok ? [text.value] : []));
  const { previousVersionId } = kept.draft;
  const name = previousVersionId === null ? 'import-article' : 'import-new-version';
  const group = { text: prepared, attached: texts, previousVersionId };
  const sealed = await sealTexts(deps, [group], { name });
  if (!sealed.ok) return sealed;
  const [answer] = sealed.value;
  if (answer === undefined) throw new Error('a text was sealed without an answer');
  if (!answer.isNew) return err({ code: 'already-here', articleId: answer.articleId });
  drafts.remove(draftId);
  const { articleId, carried, nearPublications } = answer;
  const duplicates = await deps.catalogue.duplicatesOf(articleId);
  const attached = outcomesOfAttached(read.value, answer.attached);
  return ok({ articleId, carried, duplicates, nearPublications, attached });
};

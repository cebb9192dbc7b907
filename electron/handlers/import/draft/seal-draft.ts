import { isMailFormat } from '#domain/article/attachment.ts';
import type { Body } from '#domain/article/body/body.ts';
import { canonicalText, hasWords } from '#domain/article/body/canonical-text.ts';
import { readablePages } from '#domain/article/draft/import-remarks.ts';
import { isCutOf } from '#domain/article/draft/is-cut-of.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ImportDraft } from '#domain/contract/import.ts';
import type { Input, Output } from '#domain/contract/requests.ts';
import { noMarksTaken } from '#domain/passage/marks/pdf-mark.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { ReadText } from '#electron/ports/text-reader.ts';
import type { HandlerDeps } from '../../handler-deps.ts';
import { labelsOf } from '../../label/label-handlers.ts';
import { invalidInput, notFound } from '../../shared/failures.ts';
import { prepareText } from '../new-article.ts';
import {
  outcomesOfAttached,
  type ReadAttachment,
  readAttached,
  type TakenAttachments,
} from '../read-attached.ts';
import { sealTexts } from '../seal-texts.ts';
import { drawTold } from '../take-regions.ts';
import type { ImportDrafts } from './import-drafts.ts';

type Seal = Input<'import:seal'>;
type Sealing = Promise<Result<Output<'import:seal'>, AppError>>;
type KeptDraft = NonNullable<ReturnType<ImportDrafts['get']>>;

const invalidSeal = (problem: string): AppError => invalidInput('import:seal', problem).error;

/** Why the text of a draft can't be sealed as that body; null if it can. */
const refusalOfText = (draft: ImportDraft, body: Body): AppError | null => {
  if (draft.encoding?.isCertain === false) return { code: 'encoding-uncertain' };
  const text = canonicalText(body);
  if (!hasWords(text)) {
    const hasScans = readablePages(draft.remarks).length > 0;
    // A photograph of a place has no text, and is a source all the same: its parts can be passages.
    if (draft.format === 'picture' && hasScans && text !== '') return null;
    return { code: hasScans ? 'pages-are-pictures' : 'no-text-found' };
  }
  return isCutOf(text, canonicalText(draft.body))
    ? null
    : invalidSeal('the text holds what was not in the text that was read');
};

/** Why a draft can't be sealed in this way; null if it can. */
const refusalOf = (draft: ImportDraft, { body, attached = [], isLeftOut = false }: Seal): AppError | null => {
  if (!attached.every((index) => draft.attachments.some((offer) => offer.index === index)))
    return invalidSeal('an attachment is named that the draft does not offer');
  if (!isLeftOut) return refusalOfText(draft, body);
  return isMailFormat(draft.format) || attached.length === 0
    ? invalidSeal('only the first page of a web archive can be left out, for others of it')
    : null;
};

/** Each page is sealed separately, without the notes that would link them. */
const sealOthers = async (
  deps: HandlerDeps,
  pages: readonly ReadAttachment[],
  onSealed: () => void,
): Sealing => {
  const texts = pages.flatMap(({ text }) => (text.ok ? [text.value] : []));
  const sealed = await sealTexts(
    deps,
    texts.map((text) => ({ text })),
    { name: 'import-articles' },
  );
  if (!sealed.ok) return sealed;
  const attached = outcomesOfAttached(pages, sealed.value);
  const first = sealed.value.find(({ isNew }) => isNew) ?? sealed.value[0];
  const failed = attached.find(({ status }) => status === 'failed');
  if (first === undefined) return err({ code: failed?.reason ?? 'no-text-found' });
  if (!first.isNew) return err({ code: 'already-here', articleId: first.articleId });
  onSealed();
  const { articleId } = first;
  const nearPublications = sealed.value.flatMap((each) => each.nearPublications);
  const duplicates = await deps.catalogue['article:duplicates']({ articleId });
  return ok({ articleId, carried: null, duplicates, nearPublications, attached, marks: noMarksTaken });
};

/** Reads the attachments and sends the progress; the end is sent even if it comes early. */
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

type Whole = {
  readonly kept: KeptDraft;
  readonly input: Seal;
  readonly attached: readonly ReadAttachment[];
};

/** Seals the text of the draft together with the attachments that were read. */
const sealWhole = async (
  deps: HandlerDeps,
  { kept: { draft, read, password }, input: { body, bibliography, marking, marks = [] }, attached }: Whole,
  { onSealed, signal }: { readonly onSealed: () => void; readonly signal: AbortSignal },
): Sealing => {
  const of = { body, marks: read.marks ?? [], taken: marks };
  const drawn = await drawTold(deps, read.original, of, { password, signal });
  if (!drawn.ok) return drawn;
  const prepared = await prepareText(read, { body, bibliography, marking, marks, drawn: drawn.value });
  const texts = attached.flatMap(({ text }) => (text.ok ? [text.value] : []));
  const { previousVersionId } = draft;
  const name = previousVersionId === null ? 'import-article' : 'import-new-version';
  const group = { text: prepared, attached: texts, previousVersionId };
  const sealed = await sealTexts(deps, [group], { name });
  if (!sealed.ok) return sealed;
  const [answer] = sealed.value;
  if (answer === undefined) throw new Error('a text was sealed without an answer');
  const isMarked = answer.marks !== noMarksTaken;
  if (!answer.isNew && !isMarked) return err({ code: 'already-here', articleId: answer.articleId });
  onSealed();
  const { articleId, carried, nearPublications, marks: taken } = answer;
  const duplicates = await deps.catalogue['article:duplicates']({ articleId });
  return ok({
    articleId,
    carried,
    duplicates,
    nearPublications,
    marks: taken,
    attached: outcomesOfAttached(attached, answer.attached),
  });
};

/**
 * Seals a draft with the chosen attachments, in one act; or only the other pages of a web archive, if the first is left
 * out. If it fails, the draft still exists.
 */
export const sealDraft = async (
  deps: HandlerDeps,
  drafts: ImportDrafts,
  input: Seal,
  signal: AbortSignal,
): Sealing => {
  const { draftId, marking, attached: indexes = [], isLeftOut = false, marks } = input;
  const kept = drafts.get(draftId);
  if (kept === undefined) return notFound('draft', draftId);
  const refusal = refusalOf(kept.draft, input);
  if (refusal !== null) return err(refusal);
  const read = await readTold(
    deps,
    kept.read,
    {
      indexes: new Set(indexes),
      marking,
      marksAs: marks === undefined ? null : await labelsOf(deps.archive),
    },
    signal,
  );
  if (!read.ok) return read;
  // It may have been sealed or discarded while its attachments were read.
  if (drafts.get(draftId) === undefined) return err({ code: 'cancelled' });
  // Removed at once, because lists request the drafts again as soon as the articles exist.
  const onSealed = (): void => drafts.remove(draftId);
  return isLeftOut
    ? sealOthers(deps, read.value, onSealed)
    : sealWhole(deps, { kept, input, attached: read.value }, { onSealed, signal });
};

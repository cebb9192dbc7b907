import { articleOpen } from '#domain/contract/article.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { importDiscard, importDrafts, importDrop } from '#domain/contract/import.ts';
import { type ImportOutcome, importTakeFiles } from '#domain/contract/import-many.ts';
import type { DraftId } from '#domain/ids.ts';
import { remembering } from '#domain/remembering.ts';
import { ok, type Result } from '#domain/result.ts';
import type { CommandContext } from '../../command-context.ts';
import { articleFacts } from './article-facts.ts';
import { describeAttached } from './outcome/attached-outcome.ts';
import { failed, type Outcome, type Sealed } from './outcome/file-outcome.ts';
import type { ImportError } from './outcome/import-error.ts';
import type { ImportHow } from './read-file.ts';

/** The words as typed, and the files that they name, in their order. */
export type NamedFiles = { readonly words: readonly string[]; readonly files: readonly string[] };

type Unsealed = Exclude<ImportOutcome, { readonly status: 'imported' | 'duplicate' | 'returned' }>;

/** A draft that still needs an answer lives no longer than the process, so it is reported with what it lacks. */
const forgetDraft = async ({ call }: CommandContext, draftId: DraftId): Promise<ImportError> => {
  const drafts = await call(importDrafts, {});
  const encoding = drafts.ok ? drafts.value.find((draft) => draft.draftId === draftId)?.encoding : null;
  await call(importDiscard, { draftId });
  return encoding?.isCertain === false
    ? { code: 'encoding-uncertain', likely: encoding.choices.map((choice) => choice.encoding) }
    : { code: 'pages-are-pictures' };
};

/** Files with the same bytes share one draft; each of them is reported. */
type Forget = (draftId: DraftId) => Promise<ImportError>;

const errorOf = async (forget: Forget, outcome: Unsealed): Promise<ImportError> => {
  if (outcome.status === 'failed') return { code: outcome.reason };
  const error = await forget(outcome.draftId);
  return outcome.status === 'thin' ? { code: 'little-text' } : error;
};

const sealedOf = (outcome: Extract<ImportOutcome, { readonly status: 'imported' | 'duplicate' }>): Sealed => {
  const said = { id: outcome.articleId, ...outcome.readAs, scanned: null };
  if (outcome.status === 'duplicate')
    return {
      ...said,
      status: 'duplicate',
      carried: null,
      nearPublications: [],
      followed: null,
      attachments: [],
      marks: outcome.marks,
    };
  const { followed, nearPublications, attached } = outcome;
  return {
    ...said,
    status: 'imported',
    carried: followed?.kind === 'version' ? followed.carried : null,
    nearPublications,
    followed,
    attachments: attached.map(describeAttached),
    marks: outcome.marks,
  };
};

const outcomeOf = async (
  { call }: CommandContext,
  forget: Forget,
  file: string,
  outcome: ImportOutcome,
): Promise<Outcome> => {
  // The files were declared to be articles, so none can be a review copy.
  if (outcome.status === 'returned') throw new Error('An article was taken for a returned file.');
  if (!('articleId' in outcome)) return failed(file, await errorOf(forget, outcome));
  const opened = await call(articleOpen, { articleId: outcome.articleId });
  return opened.ok
    ? { file, ...sealedOf(outcome), ...articleFacts(opened.value) }
    : failed(file, opened.error);
};

/**
 * Imports the files through the bulk import, each as a new version of the one article that it matches. If the person
 * interrupts it, returns the files read by then.
 */
export const importAsVersions = async (
  context: CommandContext,
  { words, files }: NamedFiles,
  { hasAttachments, takesMarks }: Pick<ImportHow, 'hasAttachments' | 'takesMarks'>,
): Promise<Result<readonly Outcome[], AppError>> => {
  const paths = words.map(context.resolvePath);
  const chosen = await context.call(importDrop, { paths, isMany: true, isArticle: true });
  if (!chosen.ok) return chosen;
  if (chosen.value.kind !== 'files') throw new Error('Files were taken for a draft.');
  const { draftId } = chosen.value.files;
  const taken = await context.call(importTakeFiles, {
    draftId,
    onKnown: 'new-version',
    hasAttachments,
    takesMarks,
  });
  if (!taken.ok) return taken;
  const left = new Set(taken.value.left);
  const read = files.filter((_file, place) => !left.has(place));
  const forget = remembering((id: DraftId) => forgetDraft(context, id));
  const outcomes: Outcome[] = [];
  for (const [index, outcome] of taken.value.outcomes.entries())
    outcomes.push(await outcomeOf(context, forget, read[index] ?? outcome.fileName, outcome));
  return ok(outcomes);
};

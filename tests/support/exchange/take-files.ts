import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ImportAnswer } from '#domain/contract/import.ts';
import type { ImportOutcome, TakenFiles } from '#domain/contract/import-many.ts';
import type { Handlers, Input } from '#domain/contract/requests.ts';
import type { Result } from '#domain/result.ts';
import { succeed } from '../workbench/results.ts';

type Taking = Pick<Handlers, 'import:take-files'>;
type How = Partial<Omit<Input<'import:take-files'>, 'draftId'>>;

/** Imports chosen files, as the dialog does: existing articles are skipped unless `how` says otherwise. */
export const takeFiles = async (
  handlers: Taking,
  answer: Result<ImportAnswer, AppError>,
  how: How = {},
): Promise<TakenFiles> => {
  const chosen = succeed(answer);
  if (chosen.kind !== 'files') throw new Error('a draft was answered');
  const { draftId } = chosen.files;
  return succeed(
    await handlers['import:take-files']({
      draftId,
      onKnown: 'skip',
      hasAttachments: false,
      takesMarks: true,
      ...how,
    }),
  );
};

/** The same; returns the outcome for each file. */
export const outcomesOf = async (
  handlers: Taking,
  answer: Result<ImportAnswer, AppError>,
  how: How = {},
): Promise<readonly ImportOutcome[]> => (await takeFiles(handlers, answer, how)).outcomes;

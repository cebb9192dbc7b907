import type { AttachedOutcome } from '#domain/contract/import-many.ts';
import type { ArticleId } from '#domain/ids.ts';
import { type CliError, describeError } from './import-error.ts';

/** The outcome of an attachment: imported, already in the archive, or failed with its reason. */
export type Attached = {
  readonly name: string;
  readonly status: AttachedOutcome['status'];
  readonly id: ArticleId | null;
  readonly error: CliError | null;
};

export const describeAttached = ({ name, status, articleId, reason }: AttachedOutcome): Attached => ({
  name,
  status,
  id: articleId,
  error: reason === null ? null : describeError({ code: reason }),
});

/** One line of the plain answer. */
export const printAttached = ({ name, status, id, error }: Attached): string =>
  `attached, ${status}: ${name}: ${error === null ? id : error.message}`;

import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { MemoId } from '#domain/ids.ts';
import type { Result } from '#domain/result.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import type { HandlerDeps } from '../../handler-deps.ts';
import { refuseSent } from '../find-draft.ts';
import { type PreparedMemo, prepareMemo } from '../prepare-memo.ts';

/** A memo that was not sent, with its evidence and document. Fails with `memo-is-sent` for a sent one. */
export const prepareDraft = async (
  deps: { readonly archive: ArchiveReader } & Pick<HandlerDeps, 'catalogue'>,
  memoId: MemoId,
): Promise<Result<PreparedMemo, AppError>> => {
  const prepared = await prepareMemo(deps, memoId);
  if (!prepared.ok) return prepared;
  const refused = refuseSent(prepared.value.memo);
  return refused.ok ? prepared : refused;
};

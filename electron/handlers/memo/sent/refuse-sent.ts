import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Memo } from '#domain/memo/memo.ts';
import { isSent } from '#domain/memo/sent/sent-state.ts';
import { err, ok, type Result } from '#domain/result.ts';

/** Fails `memo-is-sent` for a memo that is kept as it was sent. */
export const refuseSent = (memo: Memo): Result<null, AppError> =>
  isSent(memo) ? err({ code: 'memo-is-sent', referenceNumber: memo.head.referenceNumber }) : ok(null);

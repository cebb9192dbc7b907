import type { AppError } from '#domain/contract/errors/app-error.ts';
import { PACKED_FROM, type PackedAnswer } from '#domain/contract/packed-answer.ts';
import type { Result } from '#domain/result.ts';
import { packedRows } from '../index/rows/packed-rows.ts';

/** The answer as it crosses to the window: a long list in parts, between which main does something else. */
export const packAnswer = async (
  answer: Result<unknown, AppError>,
): Promise<Result<unknown, AppError> | PackedAnswer> => {
  if (!answer.ok || !Array.isArray(answer.value) || answer.value.length < PACKED_FROM) return answer;
  return { ok: true, parts: await packedRows(answer.value) };
};

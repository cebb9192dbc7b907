import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { PACKED_FROM, type PackedAnswer, packRows } from '#domain/contract/packed-answer.ts';
import type { Result } from '#domain/result.ts';

/** The answer as it crosses to the window: a long list in parts, between which main does something else. */
export const packAnswer = async (
  answer: Result<unknown, AppError>,
): Promise<Result<unknown, AppError> | PackedAnswer> => {
  if (!answer.ok || !Array.isArray(answer.value) || answer.value.length < PACKED_FROM) return answer;
  const parts: string[] = [];
  for (const part of packRows(answer.value)) {
    parts.push(part);
    await yieldToEventLoop();
  }
  return { ok: true, parts };
};

import { isMailFormat } from '#domain/article/attachment.ts';
import type { ArticleFormat } from '#domain/article/formats/article-formats.ts';
import { wordsOf } from '#domain/contract/error-words/error-words.ts';
import type { AttachedOutcome } from '#domain/contract/import-many.ts';
import { printCount } from '#domain/print-count.ts';

const countOf = (attached: readonly AttachedOutcome[], status: AttachedOutcome['status']): number =>
  attached.filter((each) => each.status === status).length;

const part = (count: number, noun: string, words: string): readonly string[] =>
  count === 0 ? [] : [`${printCount(count, noun)} ${words}`];

/**
 * The outcome for what was taken with a file of `format`, or without it, and why the first failure failed; empty if
 * there was none.
 */
export const printAttached = (
  attached: readonly AttachedOutcome[],
  format: ArticleFormat,
  how: 'with-it' | 'alone' = 'with-it',
): string => {
  const noun = isMailFormat(format) ? 'attachment' : 'page';
  const failed = attached.find(({ status }) => status === 'failed');
  const why =
    failed?.status !== 'failed'
      ? ''
      : ` ${failed.name}: ${wordsOf({ code: failed.reason }, 'window').happened}`;
  const parts = [
    ...part(countOf(attached, 'imported'), noun, how === 'alone' ? 'imported' : 'imported with it'),
    ...part(countOf(attached, 'duplicate'), noun, 'already here'),
    ...part(countOf(attached, 'failed'), noun, 'not imported'),
  ];
  return parts.length === 0 ? '' : ` ${parts.join(', ')}.${why}`;
};

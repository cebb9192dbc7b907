import { wordsOf } from '#domain/contract/error-words/error-words.ts';
import type { AttachedOutcome } from '#domain/contract/import.ts';
import { printCount } from '#domain/print-count.ts';

const countOf = (attached: readonly AttachedOutcome[], status: AttachedOutcome['status']): number =>
  attached.filter((each) => each.status === status).length;

const part = (count: number, words: string): readonly string[] =>
  count === 0 ? [] : [`${printCount(count, 'attachment')} ${words}`];

/** What became of the attachments that were taken, and why the first that failed did; empty for none. */
export const printAttached = (attached: readonly AttachedOutcome[]): string => {
  const failed = attached.find(({ status }) => status === 'failed');
  const why =
    failed?.status !== 'failed'
      ? ''
      : ` ${failed.name}: ${wordsOf({ code: failed.reason }, 'window').happened}`;
  const parts = [
    ...part(countOf(attached, 'imported'), 'imported with it'),
    ...part(countOf(attached, 'duplicate'), 'here already'),
    ...part(countOf(attached, 'failed'), 'not imported'),
  ];
  return parts.length === 0 ? '' : ` ${parts.join(', ')}.${why}`;
};

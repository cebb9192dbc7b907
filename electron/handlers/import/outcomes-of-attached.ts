import type { AttachedOutcome } from '#domain/contract/import-many.ts';
import type { ReadAttachment } from './read-attached.ts';
import type { SealedAs } from './seal-texts.ts';

/** What became of each attachment; `answers` are those of the texts that were sealed, in their order. */
export const outcomesOfAttached = (
  attached: readonly ReadAttachment[],
  answers: readonly SealedAs[],
): readonly AttachedOutcome[] => {
  const left = [...answers];
  return attached.map(({ name, text }): AttachedOutcome => {
    if (!text.ok) return { name, status: 'failed', articleId: null, reason: text.error };
    const answer = left.shift();
    if (answer === undefined) throw new Error('an attachment was sealed without an answer');
    const { articleId, isNew } = answer;
    return { name, status: isNew ? 'imported' : 'duplicate', articleId, reason: null };
  });
};

/** What became of a file that a reviewer has returned, in a sentence, and what can be done. */
import { printCount } from '../../print-count.ts';
import type { ImportFailure } from '../errors/import-errors.ts';
import type { AddedReview } from '../memo-round.ts';
import { wordsOf } from './error-words.ts';

type OfRound = Extract<AddedReview, { readonly outcome: 'added' | 'known' }>;

/** Failures that are not about the document itself. */
const ofTheDisk: ReadonlySet<ImportFailure> = new Set([
  'file-missing',
  'file-unreadable',
  'importer-crashed',
]);

const lateness = ({ isClosedRound, isOlderRound }: OfRound): string => {
  if (isClosedRound) return ' This round is closed.';
  return isOlderRound ? ' The memo has gone out again since.' : '';
};

const printAdded = (added: OfRound): string => {
  const { referenceNumber, round, reviewer, comments, changes, refused, unplaced } = added;
  const of = `${referenceNumber}, round ${round}${reviewer === '' ? '' : `, ${reviewer}`}`;
  if (added.outcome === 'known') return `${of}: nothing new.${lateness(added)}`;
  if (comments + changes === 0) return `${of}: no comments or changes.${lateness(added)}`;
  const counts = `${printCount(comments, 'comment')}, ${printCount(changes, 'change')}`;
  const kept = refused === 0 ? '' : ` ${refused} would alter evidence or printed words, and can’t be taken.`;
  const lost = unplaced === 0 ? '' : ` ${unplaced} could not be placed.`;
  return `${of}: ${counts}.${kept}${lost}${lateness(added)}`;
};

/** What became of a file that was read for comments and changes. */
export const printAddedReview = (added: AddedReview): string => {
  switch (added.outcome) {
    case 'added':
    case 'known':
      return printAdded(added);
    case 'memo-sent':
      return `${added.referenceNumber} was sent and can’t be changed. Start an update, and send that for review.`;
    case 'no-review':
      return 'This is not a file that was sent for review. Open the document that the reviewer returned.';
    case 'other-archive':
      return 'This file belongs to another archive. Open that archive to read it.';
    case 'memo-gone':
      return 'The memo of this file is not in the archive. Restore it from Trash or a backup.';
    case 'round-gone':
      return 'The round of this file is not in the archive. Undo may have removed it.';
    case 'unreadable': {
      const { happened, advice } = wordsOf({ code: added.failure }, 'window');
      return `${happened} ${ofTheDisk.has(added.failure) ? advice : 'Ask the reviewer to save the document again, and to send that.'}`;
    }
  }
};

import { annexNotes } from '#domain/memo/document/lay-apparatus.ts';
import type { AnnexPassage } from '#domain/memo/document-apparatus.ts';
import { printedWords } from '#domain/memo/print/printed-words.ts';
import { readGradeLine } from '#domain/memo/print/read-grade-line.ts';
import { isolateNames } from '../../isolate-direction.ts';
import { keepDates, typstVoice } from './prepare-text.ts';

/** What would leave too much of a page empty if it stayed whole, in letters. */
const MAX_WHOLE = 1800;

/** "State Department official (unnamed), Harbour Dispatch, 22 April 2024, accessed 23 April 2024" */
const printOrigin = ({ speaker, publication, published, accessed }: AnnexPassage): string =>
  [speaker, publication, published, accessed === null ? null : `${printedWords.source.accessed} ${accessed}`]
    .filter((part) => part !== null)
    .join(', ');

/** A passage of the evidence annex as it stands on paper. */
export const layPassage = (passage: AnnexPassage) => ({
  pinpoint: passage.pinpoint,
  rating: readGradeLine(passage.grade),
  origin: isolateNames(keepDates(printOrigin(passage))),
  paragraphs: passage.paragraphs,
  dir: passage.dir,
  ...typstVoice(passage.lang),
  isWhole: passage.paragraphs.flat().reduce((letters, { text }) => letters + text.length, 0) <= MAX_WHOLE,
  notes: annexNotes(passage),
});

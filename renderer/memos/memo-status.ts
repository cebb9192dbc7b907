import type { OpenMemo } from '#domain/contract/memo.ts';
import { holdsStill, sayEvidence } from '#domain/memo/citations/standing-words.ts';
import { readingMinutes } from '#domain/memo/document/count-printed-words.ts';
import { printCount } from '#domain/print-count.ts';
import type { StatusItem } from '#renderer/window/status-line.ts';
import type { Review } from './use-review.ts';

const evidenceItem = (citations: OpenMemo['citations']): StatusItem => ({
  text: sayEvidence(citations),
  ...(citations.every(holdsStill) ? {} : { isWarning: true }),
});

/** What the status bar says of the open memo: its pages, its words with the time to read them, its evidence. */
export const memoStatus = ({ open: { citations }, words, preview }: Review): readonly StatusItem[] => {
  const { made, error } = preview;
  return [
    ...(made === null || error !== null ? [] : [{ text: printCount(made.pages, 'page') }]),
    ...(words === undefined || words === 0
      ? []
      : [{ text: `${printCount(words, 'word')}, ${readingMinutes(words)} min to read` }]),
    ...(citations.length === 0 ? [] : [evidenceItem(citations)]),
  ];
};

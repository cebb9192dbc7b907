import { useMemo } from 'react';
import { printCount } from '#domain/print-count.ts';
import { isUngraded } from '#domain/tradecraft/grade.ts';
import { type StatusItem, useStatusItems } from '#renderer/window/status-line.ts';
import { useDateAtCaret } from './dates/use-article-dates.ts';
import { turnAt } from './passages/find-passage.ts';
import type { PlacedPassage } from './passages/place-passages.ts';
import { useOpenPassages } from './state/passages-context.ts';
import { useReaderState } from './state/reader-context.ts';

/** What stands beyond doubt, and an orphan that was accepted as one, need nobody. */
const needsAnalyst = ({ state, passage }: PlacedPassage): boolean =>
  state !== 'anchored' && passage.carriedFrom?.isSettled !== true;

const countItems = (placed: readonly PlacedPassage[]): readonly StatusItem[] => {
  const count = placed.length;
  if (count === 0) return [{ text: 'No passages yet' }];
  const graded = placed.filter(({ passage }) => !isUngraded(passage.grade)).length;
  const lost = placed.filter(needsAnalyst).length;
  const passages = printCount(count, 'passage');
  return [
    lost === 0
      ? { text: `${passages}, all anchored` }
      : { text: `${passages}, ${lost} to review`, isWarning: true },
    { text: `${graded} of ${count} graded` },
  ];
};

/** "2 of 4 here": which of several at the cursor is selected. */
const useTurnItems = (placed: readonly PlacedPassage[]): readonly StatusItem[] => {
  const selectedId = useReaderState((state) => state.selectedId);
  const caret = useReaderState((state) => state.selected.caret);
  if (selectedId === null) return [];
  const turn = turnAt(placed, caret, selectedId);
  return turn === null || turn.of < 2 ? [] : [{ text: `${turn.turn} of ${turn.of} here` }];
};

/** What the status bar says of the open article. */
export const ReaderStatus = () => {
  const { placed } = useOpenPassages();
  const counted = useMemo(() => countItems(placed), [placed]);
  const dateAtCaret = useDateAtCaret();
  const dated = dateAtCaret === '' ? [] : [{ text: dateAtCaret }];
  useStatusItems([...counted, ...useTurnItems(placed), ...dated]);
  return null;
};

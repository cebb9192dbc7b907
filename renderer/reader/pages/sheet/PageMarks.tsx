import { type CSSProperties, useEffect, useMemo, useState } from 'react';
import type { PageBox, PlacedLetter } from '#domain/article/printed/printed-piece.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { assignLanes } from '../../drawing/layers/lay-highlights.ts';
import { lengthOf } from '../../passages/find-passage.ts';
import { selectedRanges } from '../../selection/selected-ranges.ts';
import { useOpenPassages } from '../../state/passages-context.ts';
import { useReaderState } from '../../state/reader-context.ts';
import { usePages } from '../pages-context.ts';
import { boxesOnPage, caretOnPage, passagesOnPage } from './marks-on-page.ts';
import styles from './page-sheet.module.css';

const percent = (share: number): string => `${share * 100}%`;

const placeOf = ({ left, top, right, bottom }: PageBox): CSSProperties => ({
  left: percent(left),
  top: percent(top),
  width: percent(right - left),
  height: percent(bottom - top),
});

const nothing: readonly PlacedLetter[] = [];

/** The letters of a page, once they are read. */
const useLetters = (page: number): readonly PlacedLetter[] => {
  const { letters } = usePages();
  const [read, setRead] = useState(() => letters.known(page));
  useEffect(() => {
    let isWanted = true;
    void letters.read(page).then((answer) => isWanted && setRead(answer));
    return () => {
      isWanted = false;
    };
  }, [letters, page]);
  return read.length === 0 ? nothing : read;
};

const useLanes = () => {
  const { placed } = useOpenPassages();
  return useMemo(() => {
    const ranges = placed.flatMap((each) => {
      const { id: passageId, label } = each.passage;
      const length = lengthOf(each);
      return each.ranges.map(({ start, end }) => ({ start, end, passageId, label, length }));
    });
    return assignLanes(ranges);
  }, [placed]);
};

const PassageMarks = ({ letters }: { readonly letters: readonly PlacedLetter[] }) => {
  const lanes = useLanes();
  const selectedId = useReaderState((state) => state.selectedId);
  const hotId = useReaderState((state) => state.hotId);
  const marks = useMemo(() => {
    const pinned = new Set([selectedId, hotId].filter((id) => id !== null));
    return passagesOnPage(letters, lanes, pinned);
  }, [letters, lanes, selectedId, hotId]);
  return marks.map(({ key, box, passageId, label, lane }) => (
    <span
      key={key}
      className={joinClasses(
        styles.passage,
        passageId === selectedId && styles.selected,
        passageId === hotId && styles.hot,
      )}
      data-label={label}
      data-lane={lane}
      data-passage={passageId}
      style={placeOf(box)}
    />
  ));
};

const SelectionMarks = ({ letters }: { readonly letters: readonly PlacedLetter[] }) => {
  const selected = useReaderState((state) => state.selected);
  const selectedId = useReaderState((state) => state.selectedId);
  const boundaries = useReaderState((state) => state.boundaries);
  const ranges = boundaries === null ? selectedRanges(selected) : boundaries.ranges;
  const caret = ranges.length === 0 && selectedId === null ? caretOnPage(letters, selected.caret) : null;
  return (
    <>
      {boxesOnPage(letters, ranges).map((box) => (
        <span key={`${box.left} ${box.top}`} className={styles.selection} style={placeOf(box)} />
      ))}
      {caret !== null && <span className={styles.caret} style={placeOf(caret)} />}
    </>
  );
};

/** What is drawn over a page: the passages, what is selected, and where the caret stands. The text says the same to ears. */
export const PageMarks = ({ page }: { readonly page: number }) => {
  const letters = useLetters(page);
  return (
    <div className={styles.marks} aria-hidden>
      <PassageMarks letters={letters} />
      <SelectionMarks letters={letters} />
    </div>
  );
};

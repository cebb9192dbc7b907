import { type CSSProperties, useEffect, useMemo, useState } from 'react';
import { boxesOfRange } from '#domain/article/printed/boxes-of-range.ts';
import type { PageBox, PlacedLetter } from '#domain/article/printed/printed-piece.ts';
import type { PassageId } from '#domain/ids.ts';
import type { LabelId } from '#domain/passage/label.ts';
import type { TextRange } from '#domain/text/selector.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { assignLanes, cutSegments, type LanedRange } from '../drawing/lay-highlights.ts';
import { lengthOf } from '../state/find-passage.ts';
import { useOpenPassages } from '../state/passages-context.ts';
import { useReaderState } from '../state/reader-context.ts';
import { selectedRanges } from '../state/selected-text.ts';
import styles from './page-sheet.module.css';
import { usePages } from './pages-context.ts';

const percent = (share: number): string => `${share * 100}%`;

const placeOf = ({ left, top, right, bottom }: PageBox): CSSProperties => ({
  left: percent(left),
  top: percent(top),
  width: percent(right - left),
  height: percent(bottom - top),
});

const nothing: readonly PlacedLetter[] = [];

/** The letters of a page, once loaded. */
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

/** What is drawn over a page: the same passages, in the same lanes, as over the text. */

type PassageMark = {
  readonly key: string;
  readonly box: PageBox;
  readonly passageId: PassageId;
  readonly label: LabelId;
  readonly lane: number;
};

/** The range of the text that is on a page. */
const stretchOf = (letters: readonly PlacedLetter[]): TextRange | null => {
  const [first, last] = [letters[0], letters.at(-1)];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
};

/** The passages on a page, outermost first where they overlap; `ranges` from assignLanes. */
const passagesOnPage = (
  letters: readonly PlacedLetter[],
  ranges: readonly LanedRange[],
  pinned: ReadonlySet<PassageId>,
): readonly PassageMark[] => {
  const stretch = stretchOf(letters);
  if (stretch === null) return [];
  return cutSegments(ranges, stretch, pinned).flatMap(({ start, end, layers }) => {
    const boxes = boxesOfRange(letters, { start, end });
    return layers.flatMap(({ passageId, label, lane }) =>
      boxes.map((box, line) => ({ key: `${passageId} ${start} ${line}`, box, passageId, label, lane })),
    );
  });
};

/** The boxes of ranges on a page. */
const boxesOnPage = (letters: readonly PlacedLetter[], ranges: readonly TextRange[]): readonly PageBox[] =>
  ranges.flatMap((range) => boxesOfRange(letters, range));

/** The width of the caret as a share of its line's height. */
const CARET_SHARE = 0.12;

/**
 * The place of the caret on a page: before the letter at the offset, else after the one that ends there; null if
 * neither is on it.
 */
const caretOnPage = (letters: readonly PlacedLetter[], offset: number): PageBox | null => {
  const next = letters.find(({ start }) => start === offset);
  const last = next === undefined ? letters.find(({ end }) => end === offset) : undefined;
  const box = next?.box ?? last?.box;
  if (box === undefined) return null;
  const at = next === undefined ? box.right : box.left;
  const half = ((box.bottom - box.top) * CARET_SHARE) / 2;
  return { ...box, left: at - half, right: at + half };
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

/** What is drawn over a page: the passages, the selection, and the caret. Screen readers get the same from the text. */
export const PageMarks = ({ page }: { readonly page: number }) => {
  const letters = useLetters(page);
  return (
    <div className={styles.marks} aria-hidden>
      <PassageMarks letters={letters} />
      <SelectionMarks letters={letters} />
    </div>
  );
};

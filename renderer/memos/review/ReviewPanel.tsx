import { type FocusEvent, useLayoutEffect, useRef, useState } from 'react';
import type { SettledRemarks } from '#domain/contract/memo-round.ts';
import type { RemarkId } from '#domain/ids.ts';
import type { WrittenPlace } from '#domain/memo/round/carry-places.ts';
import type { Remark, Suggestion } from '#domain/memo/round/remark.ts';
import { isOpenRemark, type LeftWhy } from '#domain/memo/round/settle-remarks.ts';
import { useCommand, useCommands } from '#renderer/commands/commands.ts';
import { type FocusRows, useFocusRows } from '#renderer/ui/collections/rows.tsx';
import { isFocusLost } from '#renderer/ui/focus/focus-into.ts';
import { MoreButton } from '#renderer/ui/MoreButton.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import { focusTarget, useFocusTarget } from '#renderer/window/focus-targets.ts';
import { announce } from '#renderer/window/live-region.ts';
import { sayFailed } from '#renderer/window/notices.ts';
import { useViewState } from '#renderer/window/view-state.ts';
import { type Asking, type RemarkActs, RemarkItem, type RemarkItemProps } from './RemarkItem.tsx';
import { Composer, Filters, Nothing, type PanelOf, RoundHead, TakeAllDialog } from './ReviewHead.tsx';
import { everyRemark, type RemarkFilter, type RemarkRow, remarkRows } from './remark-rows.ts';
import styles from './review-panel.module.css';
import type { Review } from './use-review.ts';

const leftWords: Readonly<Record<LeftWhy, string>> = {
  citation: 'It would alter a citation. Change the words around it by hand.',
  quotation: 'It would alter a quotation. Quotations stay as they are in the source.',
  figure: 'It would alter a figure.',
  'no-room': 'The memo cannot take it as it is. Make the change by hand, then decline it.',
  'no-place': 'Its words are no longer in the memo. Make the change by hand, then decline it.',
  refused: 'It was refused when the file was read.',
  'not-that-state': 'This is already decided. Undo reverses the decision.',
};

const canTake = (row: RemarkRow | undefined, at: number): Suggestion | null => {
  const remark = row?.remarks[at];
  return remark?.kind === 'suggestion' && remark.refusal === null && remark.state !== 'taken' ? remark : null;
};

const sayOutcome = ({ left: [left] }: SettledRemarks, state: string): void => {
  if (left !== undefined) sayFailed('Left as it is', leftWords[left.why]);
  else announce(state === 'open' ? 'Reopened' : `Marked as ${state}`);
};

/** The next undecided row after that one, else before it; those just `decided` are skipped. */
const nextToDecide = (
  list: readonly RemarkRow[],
  current: RemarkRow | undefined,
  decided: readonly RemarkId[],
): RemarkRow | undefined => {
  const at = current === undefined ? -1 : list.indexOf(current);
  const waits = (row: RemarkRow): boolean =>
    row !== current && row.remarks.some((remark) => isOpenRemark(remark) && !decided.includes(remark.id));
  return list.slice(at + 1).find(waits) ?? list.slice(0, Math.max(0, at)).find(waits);
};

/** Acts on the current row by keys and mouse. */
const useRowActs = (
  review: Review,
  list: readonly RemarkRow[],
  rows: FocusRows,
  current: RemarkRow | undefined,
  onPlace: (row: RemarkRow) => void,
  onNothingLeft: () => void,
) => {
  const [asked, setAsked] = useState<{ readonly id: RemarkId | undefined; readonly what: Asking } | null>(
    null,
  );
  const setAsking = (what: Asking): void => setAsked({ id: current?.id, what });
  const asking = asked?.id === current?.id ? (asked?.what ?? null) : null;
  const toCurrent = (): void => rows.focus(current?.id ?? '');
  const goOn = (decided: readonly RemarkId[]): void => {
    setAsking(null);
    const next = nextToDecide(list, current, decided);
    // If nothing is left to decide the panel keeps the focus: the last decision can be undone.
    if (next === undefined) onNothingLeft();
    else rows.focus(next.id);
  };
  const settle = async (
    ids: readonly RemarkId[],
    state: 'open' | 'done' | 'taken' | 'declined',
    reason = '',
  ): Promise<void> => {
    if (state === 'open') setAsking(null);
    else goOn(ids);
    const answer = await review.settle(ids.map((remarkId) => ({ remarkId, state, reason })));
    if (answer !== null) sayOutcome(answer, state);
  };
  const ids = (current?.remarks ?? []).map(({ id }) => id);
  const take = (suggestion: Suggestion): void => void settle([suggestion.id], 'taken');
  const takeAt = (at: number): void => {
    const suggestion = canTake(current, at);
    if (suggestion !== null) take(suggestion);
  };
  const acts: RemarkActs = {
    take,
    decline: (reason) => void settle(ids, 'declined', reason),
    done: () => void settle(ids, 'done'),
    reopen: () => void settle(ids, 'open'),
    ask: (next) => {
      setAsking(next);
      if (next === null) toCurrent();
    },
    goToPlace: () => current !== undefined && onPlace(current),
    reply: (text) => {
      if (current === undefined) return;
      setAsking(null);
      toCurrent();
      void review.comment({ place: null, text, repliesTo: current.id });
    },
  };
  return { acts, asking, takeAt, goOn };
};

type KeysProps = ReturnType<typeof useRowActs> & {
  readonly row: RemarkRow | undefined;
  readonly rows: FocusRows;
};

/** The acts possible on a row now. */
const whatCanBeDone = (row: RemarkRow | undefined, isReadOnly: boolean) => {
  const remarks = isReadOnly || row === undefined ? [] : row.remarks;
  const is = (...states: readonly Remark['state'][]): boolean =>
    remarks[0] !== undefined && states.includes(remarks[0].state);
  const isComment = remarks[0]?.kind === 'comment';
  const isChoice = remarks.length > 1;
  const place = typeof row?.section === 'string';
  return {
    take: is('open') && !isComment && !isChoice && place,
    /** How many alternative changes of the same words there are. */
    choices: is('open') && isChoice ? remarks.length : 0,
    decline: is('open'),
    reply: isComment,
    done: is('open') && isComment,
    reopen: is('done', 'declined'),
    place,
  };
};
type WhatCanBeDone = ReturnType<typeof whatCanBeDone>;

/** Answers the commands on the current row. */
const useRowCommands = (
  { row, rows, acts, takeAt }: Omit<KeysProps, 'asking' | 'goOn'>,
  can: WhatCanBeDone,
): void => {
  useCommands({
    'remark.next': () => rows.focusBeside(row?.id, 1),
    'remark.previous': () => rows.focusBeside(row?.id, -1),
  });
  useCommand('remark.place', acts.goToPlace, can.place);
  useCommand('remark.take', () => takeAt(0), can.take);
  useCommand('remark.take-1', () => takeAt(0), can.choices > 0);
  useCommand('remark.take-2', () => takeAt(1), can.choices > 1);
  useCommand('remark.take-3', () => takeAt(2), can.choices > 2);
  useCommand('remark.take-4', () => takeAt(3), can.choices > 3);
  useCommand('remark.decline', () => acts.ask('decline'), can.decline);
  useCommand('remark.reply', () => acts.ask('reply'), can.reply);
  useCommand('remark.done', acts.done, can.done);
  useCommand('remark.reopen', acts.reopen, can.reopen);
};

/** How many alternative changes have their own key. */
const MAX_CHOICES = 4;

type Hint = { readonly keys: readonly string[]; readonly does: string };

/** The keys for the current row, and those that move on. */
const hintsOf = (can: WhatCanBeDone): readonly Hint[] => {
  const numbers = Array.from({ length: Math.min(can.choices, MAX_CHOICES) }, (_, at) => String(at + 1));
  const hints: readonly (Hint | false)[] = [
    can.choices > 0 && { keys: numbers, does: 'take' },
    can.take && { keys: ['A'], does: 'take' },
    can.done && { keys: ['D'], does: 'done' },
    can.decline && { keys: ['X'], does: can.choices > 0 ? 'decline all' : 'decline' },
    can.reply && { keys: ['R'], does: 'reply' },
    can.reopen && { keys: ['O'], does: 'reopen' },
    { keys: ['J', 'K'], does: 'next, previous' },
    can.place && { keys: ['Enter'], does: 'go there' },
  ];
  return hints.filter((hint) => hint !== false);
};

/** Notices keep above it. */
const KeyHints = ({ can }: { readonly can: WhatCanBeDone }) => (
  <p className={styles.hints} data-acts-at-foot>
    {hintsOf(can).map(({ keys, does }) => (
      <span key={keys.join('')}>
        {keys.map((key) => (
          <Kbd key={key} keys={key} />
        ))}{' '}
        {does}
      </span>
    ))}
  </p>
);

/** The panel as a focus target. If its memo is rendered anew, as after an undo, it gets back the focus that it had. */
const usePanelFocus = (toRow: () => void) => {
  const element = useRef<HTMLElement | null>(null);
  const isHeld = useRef(false);
  const target = useFocusTarget('memo-review');
  useLayoutEffect(
    () => () => {
      if (element.current?.contains(document.activeElement) !== true) return;
      // Elements about to be removed are still in the document: one would get the focus again, and lose it.
      queueMicrotask(() => {
        if (isFocusLost()) focusTarget('memo-review');
      });
    },
    [],
  );
  return {
    ref: (node: HTMLElement | null): void => {
      if (node !== null) element.current = node;
      target?.(node);
    },
    onFocus: (event: FocusEvent<HTMLElement>): void => {
      if (event.target === event.currentTarget && !isHeld.current) toRow();
      isHeld.current = false;
    },
    /** Focuses the panel itself: there is no next row. */
    hold: (): void => {
      isHeld.current = true;
      element.current?.focus();
    },
  };
};

type RowWithHeadProps = Omit<RemarkItemProps, 'acts' | 'onEnter'> & {
  readonly before: RemarkRow | undefined;
  readonly acts: RemarkActs;
  readonly isReadOnly: boolean;
};

const GONE = 'No longer in the memo';

/** Among unplaced remarks, undecided ones are listed separately from decided ones. */
const headingOf = ({ section, remarks }: RemarkRow): string => {
  if (section !== null) return section;
  return remarks.some(isOpenRemark) ? GONE : 'Decided, and not in the text now';
};

/** A row, below the heading of its section if it is the first of that. */
const RowWithHead = ({ before, acts, isReadOnly, ...item }: RowWithHeadProps) => {
  const heading = headingOf(item.row);
  return (
    <>
      {(before === undefined || headingOf(before) !== heading) && (
        <li className={styles.section}>
          <h3>{heading}</h3>
          {heading === GONE && (
            <p className="quiet-words">Not in the text now. Make such a change by hand, or decline it.</p>
          )}
        </li>
      )}
      <RemarkItem {...item} acts={isReadOnly ? null : acts} onEnter={acts.goToPlace} />
    </>
  );
};

const openRemarks: RemarkFilter = { ...everyRemark, state: 'open' };

/** Rows rendered at first, and added with each press. */
const ROWS_A_STEP = 200;

export type ReviewPanelProps = PanelOf & { readonly onPlace: (place: WrittenPlace) => void };

/** Remarks of reviewers and colleagues on the memo, in its order, with their acts by keys or mouse. */
export const ReviewPanel = ({ review, isReadOnly, onPlace }: ReviewPanelProps) => {
  const { memoId, remarks, rounds, places, composing, showCurrent } = review;
  const [filter, setFilter] = useViewState<RemarkFilter>(`memo.remarks ${memoId}`, openRemarks);
  const [currentId, setCurrentId] = useViewState<RemarkId | null>(`memo.remark ${memoId}`, null);
  const [takingAllBy, setTakingAllBy] = useState<string | null>(null);
  const [shown, setShown] = useState(ROWS_A_STEP);
  // Before the places are known the order would differ, and a row that is moved loses the focus.
  const all = review.content === null ? [] : remarkRows(remarks, places, review.content, filter);
  const list = all.slice(0, shown);
  const rows = useFocusRows(list.map(({ id }) => id));
  const row = list.find(({ id }) => id === currentId);
  const goToRow = ({ remarks: [first] }: RemarkRow): void => {
    const place = first === undefined ? undefined : places.get(first.id);
    if (place !== undefined) onPlace(place);
  };
  const { hold, ...panel } = usePanelFocus(() => rows.focus(row?.id ?? list[0]?.id ?? currentId ?? ''));
  const rowActs = useRowActs(review, list, rows, row, goToRow, hold);
  const can = whatCanBeDone(row, isReadOnly);
  useRowCommands({ ...rowActs, row, rows }, can);
  if (remarks.length === 0 && composing === null && rounds.length === 0)
    return <Nothing review={review} isReadOnly={isReadOnly} />;
  const stand = (each: RemarkRow): void => {
    if (each.id === currentId) return;
    setCurrentId(each.id);
    showCurrent(each.remarks.map(({ id }) => id));
  };
  return (
    <section
      {...panel}
      className={styles.panel}
      data-single-keys="remarks"
      data-sends-focus-on
      tabIndex={-1}
      aria-label="Comments and changes"
    >
      <h2 className="visually-hidden">Review</h2>
      <div className={styles.scroll}>
        {rounds.toReversed().map((round, at) => (
          <RoundHead
            key={round.id}
            {...{ round, review, isReadOnly, isLast: at === 0 }}
            onTakeAll={(writer) => setTakingAllBy(writer)}
          />
        ))}
        {composing !== null && <Composer review={review} place={composing} onDone={review.endComment} />}
        {remarks.length === 0 ? (
          <Nothing review={review} isReadOnly={isReadOnly} />
        ) : (
          <Filters review={review} filter={filter} onFilter={setFilter} />
        )}
        {review.content !== null && remarks.length > 0 && list.length === 0 && (
          <EmptyState title="Nothing open">Show all to see what was decided.</EmptyState>
        )}
        <ol className={styles.rows}>
          {list.map((each, at) => (
            <RowWithHead
              key={each.id}
              {...{ row: each, before: list[at - 1], rows, isReadOnly }}
              isCurrent={each.id === currentId}
              isStateShown={isReadOnly || filter.state === 'all'}
              asking={rowActs.asking}
              acts={rowActs.acts}
              onFocus={() => stand(each)}
            />
          ))}
        </ol>
        <MoreButton
          shown={list.length}
          total={all.length}
          step={ROWS_A_STEP}
          onMore={() => setShown(shown + ROWS_A_STEP)}
        />
      </div>
      {list.length > 0 && !isReadOnly && <KeyHints can={can} />}
      {takingAllBy !== null && (
        <TakeAllDialog
          {...{ writer: takingAllBy, review, onTaken: rowActs.goOn }}
          onClose={() => setTakingAllBy(null)}
        />
      )}
    </section>
  );
};

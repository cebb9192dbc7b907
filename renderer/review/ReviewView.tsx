import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { printMissingFields } from '#domain/article/bibliography/print-missing-fields.ts';
import { forCandidates } from '#domain/command/candidate-commands.ts';
import { countsGet } from '#domain/contract/archive.ts';
import {
  type LossToReview,
  type PassageToReview,
  type ReviewItem,
  reviewList,
} from '#domain/contract/review.ts';
import { printWhen } from '#domain/dates/when/print-when.ts';
import { printCount } from '#domain/print-count.ts';
import { joinFacts } from '#domain/text/join-facts.ts';
import { type CollidedEdit, useCollidedEdits } from '#renderer/bridge/unsaved-edits.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useCommand, useCommands } from '#renderer/commands/commands.ts';
import { titleOfNode } from '#renderer/parts/graph/graph-words.ts';
import { RowsMenu } from '#renderer/parts/menu/RowsMenu.tsx';
import { PassageWords } from '#renderer/parts/passage/PassageWords.tsx';
import { CollisionVersions } from '#renderer/parts/versions/CollisionVersions.tsx';
import { printField } from '#renderer/parts/versions/print-version.ts';
import { collisionActs, leaveTheirs, takeOurs } from '#renderer/parts/versions/settle-collision.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ButtonRow, RowBody, type RowBodyProps } from '#renderer/ui/collections/rows.tsx';
import { isFocusLost } from '#renderer/ui/focus/focus-into.ts';
import { Page, PageCount } from '#renderer/ui/panes/Page.tsx';
import { Panel } from '#renderer/ui/panes/Panel.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { announce } from '#renderer/window/live-region.ts';
import { useViewState } from '#renderer/window/view-state.ts';
import { ReviewDetail } from './ReviewDetail.tsx';
import { FootContext } from './ReviewFoot.tsx';
import styles from './review.module.css';
import {
  keyOfItem,
  kindNames,
  printFall,
  printFile,
  printQuotePlace,
  printReasonShort,
  titleOfConflict,
  titleOfFault,
  titleOfLoss,
} from './review-words.ts';
import {
  acceptLoss,
  confirmMoved,
  isPassageToReview,
  keepOrphan,
  openItem,
  seeRepair,
  settleConflicts,
  settleFall,
  takeCandidate,
} from './settle-item.ts';

const printAllStand = (passages: number): string => {
  if (passages === 0) return 'Nothing to review';
  return passages === 1
    ? 'The one passage is in place'
    : `All ${passages.toLocaleString('en-GB')} passages are in place`;
};

const Collision = ({ edit }: { readonly edit: CollidedEdit }) => {
  const acts = collisionActs(edit.error.isGone);
  return (
    <section aria-label="Not saved">
      <p className={styles.progress}>Not saved</p>
      <h2>Another program has also changed this</h2>
      <CollisionVersions edit={edit} />
      <footer className={styles.acts}>
        <Button variant="primary" onPress={() => void takeOurs(edit)}>
          {acts.ours}
        </Button>
        <Button onPress={() => leaveTheirs(edit)}>{acts.theirs}</Button>
      </footer>
    </section>
  );
};

/** Edits of this window that another program has overtaken: they are not saved, and come first. */
const UnsavedCollisions = () => useCollidedEdits().map((edit) => <Collision key={edit.key} edit={edit} />);

const lostMeta: Readonly<Record<LossToReview['how'], string>> = {
  gone: 'missing',
  altered: 'altered',
  'manifest-lost': 'list of contents',
  'manifest-unreadable': 'list of contents',
  'manifest-forged': 'list of contents',
};

/** How an item is listed: its record, and further facts. */
const rowOf = (item: ReviewItem): Pick<RowBodyProps, 'title' | 'look'> & { readonly meta?: string } => {
  switch (item.kind) {
    case 'citation-incomplete':
      return {
        title: item.articleTitle ?? item.firstWords,
        meta: `missing ${printMissingFields(item.missingFields)}`,
      };
    case 'file-unreadable':
      return { title: titleOfFault(item), meta: printFile(item.fault.file) };
    case 'conflict':
      return {
        title: titleOfConflict(item),
        meta: item.contested.map(({ field }) => printField({ field, what: item.what })).join(', '),
      };
    case 'thing-lost':
      return { title: titleOfLoss(item), meta: lostMeta[item.how] };
    case 'same-name':
      return { title: item.name, meta: item.of === 'tag' ? 'two tags' : 'two sources' };
    case 'copy-left':
      return { title: item.name };
    case 'text-altered':
      return { title: item.articleTitle ?? item.firstWords };
    case 'translation-outdated':
      return {
        title: item.articleTitle ?? item.firstWords,
        meta: printCount(item.count, 'paragraph or passage', 'paragraphs and passages'),
      };
    case 'file-repaired':
      return {
        title: item.title ?? printFile(item.file),
        meta: item.hasBackup ? 'earlier version used' : 'no earlier version',
      };
    case 'recovered':
      return { title: item.name, meta: printCount(item.passageCount, 'passage') };
    case 'fallen':
      return {
        title: titleOfNode(item.fallen),
        meta: `${printFall(item)} · ${printCount(item.touched.length, 'thing')} to check`,
      };
    case 'event-unsupported':
      return { title: item.title, meta: printWhen(item.date, { isShort: true }) };
    case 'evidence-changed':
      return {
        title: item.title,
        meta: `${item.referenceNumber} · ${printCount(item.count, 'change')}`,
      };
    default:
      return {
        look: 'quote',
        title: <PassageWords row={item.old} lines="row" />,
        meta: joinFacts([printReasonShort(item), item.articleTitle ?? 'Untitled', printQuotePlace(item.old)]),
      };
  }
};

/** Items that are settled by looking at them. */
const seenKinds: readonly ReviewItem['kind'][] = ['file-repaired', 'thing-lost', 'fallen'];

type ReviewState = {
  /** Undefined until loaded. */
  readonly items: readonly ReviewItem[] | undefined;
  readonly index: number;
  readonly selected: ReviewItem | undefined;
  readonly moved: readonly PassageToReview[];
  readonly select: (index: number) => void;
  readonly take: (rank: number) => void;
  readonly keep: () => void;
  readonly see: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
};

/** The current item. When it is settled it leaves the list, and the next one takes its place. */
const useSelection = (items: readonly ReviewItem[] | undefined) => {
  const [kept, keep] = useViewState<{ readonly key: string | null; readonly index: number }>(
    'review.selected',
    {
      key: null,
      index: 0,
    },
  );
  const count = items?.length ?? 0;
  const found = items?.findIndex((item) => keyOfItem(item) === kept.key) ?? -1;
  const index = found === -1 ? Math.max(0, Math.min(kept.index, count - 1)) : found;
  const select = (next: number): void => {
    const item = items?.[next];
    if (item === undefined) return;
    keep({ key: keyOfItem(item), index: next });
    if (next !== index) announce(`${kindNames[item.kind]}, ${next + 1} of ${count}`);
  };
  return { index, selected: items?.[index], select };
};

/** Review's keys other than letters and digits, which are commands of the table. */
type ReviewKeyActs = {
  next(): void;
  previous(): void;
  open(): void;
};

const actOf = (event: KeyboardEvent, acts: ReviewKeyActs): (() => void) | null => {
  if (event.key === 'ArrowDown') return acts.next;
  if (event.key === 'ArrowUp') return acts.previous;
  // Enter on a button presses it.
  const isOnButton = event.target instanceof Element && event.target.closest('button') !== null;
  return event.key === 'Enter' && !isOnButton ? acts.open : null;
};

/** Does what the key press means, and consumes it. */
const pressReviewKey = (event: KeyboardEvent, acts: ReviewKeyActs): void => {
  const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
  if (event.defaultPrevented || hasModifier || event.nativeEvent.isComposing) return;
  const run = actOf(event, acts);
  if (run === null) return;
  event.preventDefault();
  run();
};

/** The items, the current one, and the acts that settle it. */
const useReviewItems = (): ReviewState => {
  const { data: items } = useQuery(reviewList, {}, { keepsPrevious: true });
  const { index, selected, select } = useSelection(items);
  const moved = (items ?? []).filter(isPassageToReview).filter(({ kind }) => kind === 'moved');

  const settle = (how: (item: PassageToReview) => Promise<void>): void => {
    if (!isPassageToReview(selected)) return;
    select(index);
    void how(selected);
  };
  const choose = (rank: number): void => {
    const takes = (['standing', 'other'] as const)[rank];
    if (selected?.kind !== 'conflict' || takes === undefined) return;
    select(index);
    void settleConflicts([selected], takes);
  };
  const take = (rank: number): void => {
    choose(rank);
    settle((item) => takeCandidate(item, rank));
  };
  const keep = (): void => settle(keepOrphan);
  const see = (): void => {
    if (selected?.kind === 'fallen') {
      select(index);
      void settleFall(selected, selected.touched);
      return;
    }
    if (selected?.kind !== 'file-repaired' && selected?.kind !== 'thing-lost') return;
    select(index);
    void (selected.kind === 'thing-lost' ? acceptLoss(selected) : seeRepair(selected));
  };
  const next = (): void => select(index + 1);
  const previous = (): void => select(index - 1);
  useCommand('needs.confirm-moved', () => void confirmMoved(moved), moved.length > 0);
  useCommands({ 'needs.next': next, 'needs.previous': previous }, selected !== undefined);
  useCommands(
    forCandidates((rank) => () => take(rank - 1)),
    selected?.kind === 'conflict' || isPassageToReview(selected),
  );
  useCommand('needs.keep', keep, isPassageToReview(selected));
  useCommand('needs.see', see, selected !== undefined && seenKinds.includes(selected.kind));

  const open = (): void => {
    if (selected !== undefined) openItem(selected);
  };
  const onKeyDown = (event: KeyboardEvent): void => pressReviewKey(event, { next, previous, open });
  return { items, index, selected, moved, select, take, keep, see, onKeyDown };
};

/** How many of the items seen in this session are decided; one that undo brings back is not. */
const useDecided = (items: readonly ReviewItem[] | undefined): number => {
  const [seen, setSeen] = useViewState<readonly string[]>('review.seen', []);
  const keys = (items ?? []).map(keyOfItem);
  const isNew = keys.some((key) => !seen.includes(key));
  useEffect(() => {
    if (isNew) setSeen([...new Set([...seen, ...keys])]);
  });
  return items === undefined ? 0 : seen.filter((key) => !keys.includes(key)).length;
};

/** All items; the current one is marked. */
const ReviewList = ({ items, index, moved, select }: ReviewState) => (
  <Panel
    label="Review"
    kind="list"
    header={
      <header className={styles.head}>
        <h1>Review {items !== undefined && <PageCount count={items.length} />}</h1>
        {moved.length > 1 && (
          <Button isSmall onPress={() => void confirmMoved(moved)}>
            Confirm {moved.length} that moved
          </Button>
        )}
        <RowsMenu />
      </header>
    }
  >
    <ul className="plain-list">
      {items?.map((item, at) => (
        <li key={keyOfItem(item)}>
          <ButtonRow isCurrent={at === index} onPress={() => select(at)}>
            <RowBody
              {...rowOf(item)}
              lead={
                <span className={styles.kind} data-kind={item.kind}>
                  {kindNames[item.kind]}
                </span>
              }
            />
          </ButtonRow>
        </li>
      ))}
    </ul>
  </Panel>
);

/** The items that wait for the analyst, one after the other: old text beside new text, and the keys that settle it. */
export const ReviewView = () => {
  const state = useReviewItems();
  const { data: counts } = useQuery(countsGet, {});
  const collided = useCollidedEdits();
  const page = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const [foot, setFoot] = useState<HTMLElement | null>(null);
  const done = useDecided(state.items);
  const { items, selected, index } = state;
  // An item settled part by part loses the button that was pressed.
  const parts = selected?.kind === 'fallen' ? selected.touched.length : 0;
  const key = `${index} ${items?.length} ${parts}`;
  // Keys work as soon as the view is open, however it was opened, and go on working when a pressed button disappears
  // with its item.
  useEffect(() => page.current?.focus(), []);
  useEffect(() => {
    const isOnPage = document.activeElement === page.current;
    if (key !== '' && (isOnPage || isFocusLost())) (heading.current ?? page.current)?.focus();
  }, [key]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form; this is two panes that share keys
    <div
      className={styles.view}
      onKeyDown={state.onKeyDown}
      role="group"
      aria-label="Review"
      data-single-keys="review"
    >
      <ReviewList {...state} />
      <FootContext value={foot}>
        <Page
          ref={page}
          label="To review"
          width="wide"
          foot={<footer ref={setFoot} className={styles.foot} data-acts-at-foot />}
        >
          <UnsavedCollisions />
          {items !== undefined && selected === undefined && counts !== undefined && collided.length === 0 && (
            <EmptyState title={printAllStand(counts.passages)}>
              Everything that needs a decision is listed here, such as moved passages.
            </EmptyState>
          )}
          {selected !== undefined && (
            <ReviewDetail
              item={selected}
              items={items ?? []}
              position={index}
              left={items?.length ?? 0}
              done={done}
              heading={heading}
              onTake={state.take}
              onKeep={state.keep}
              onSee={state.see}
            />
          )}
        </Page>
      </FootContext>
    </div>
  );
};

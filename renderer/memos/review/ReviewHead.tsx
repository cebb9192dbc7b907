import { useState } from 'react';
import type { RemarkId } from '#domain/ids.ts';
import type { WrittenPlace } from '#domain/memo/round/carry-places.ts';
import { describePlace } from '#domain/memo/round/place-remarks.ts';
import { isOpenRound, type NumberedRound, reviewersBack } from '#domain/memo/round/round.ts';
import { printCount } from '#domain/print-count.ts';
import { errorWords } from '#renderer/bridge/error-words.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { usePrintedKey } from '#renderer/commands/keys.ts';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';
import { printInstantDay, printShortDay } from '#renderer/parts/dates/print-date.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Segments } from '#renderer/ui/choices/Segments.tsx';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { TextArea } from '#renderer/ui/fields/TextArea.tsx';
import { ConfirmDialog } from '#renderer/ui/overlays/ConfirmDialog.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import { useToday } from '#renderer/window/today.ts';
import { Initials } from './RemarkItem.tsx';
import { dueWords } from './ReviewBanner.tsx';
import {
  countByWriter,
  isReply,
  namesOfRound,
  type RemarkFilter,
  shownWords,
  takingAllOf,
  type WriterCounts,
} from './remark-rows.ts';
import styles from './review-panel.module.css';
import type { Review } from './use-review.ts';

export type PanelOf = { readonly review: Review; readonly isReadOnly: boolean };

/** Confirms taking all changes of a reviewer, and lists those it does not take. */
export const TakeAllDialog = ({
  writer,
  review,
  onTaken,
  onClose,
}: {
  readonly writer: string;
  readonly review: Review;
  /** Called with those that were taken: their rows disappear. */
  readonly onTaken: (taken: readonly RemarkId[]) => void;
  readonly onClose: () => void;
}) => {
  const { taken, left } = takingAllOf(writer, review.remarks, review.places);
  const take = async (): Promise<void> => {
    const settled = taken.map(({ id }) => ({ remarkId: id, state: 'taken' as const, reason: '' }));
    const answer = await review.settle(settled);
    if (answer === null) return;
    // The button is gone with its changes, and perhaps the current row.
    onTaken(taken.map(({ id }) => id));
    const more = answer.left.length === 0 ? '' : `; ${answer.left.length} left as they are`;
    sayUndoable(`Took ${printCount(taken.length - answer.left.length, 'change')} by ${writer}${more}`);
  };
  return (
    <ConfirmDialog
      title={`Take all changes by ${writer}`}
      isOpen
      confirmName={`Take ${printCount(taken.length, 'change')}`}
      onConfirm={() => void take()}
      onClose={onClose}
    >
      <p>This is one step: Undo reverses all of them.</p>
      {left.length > 0 && (
        <>
          <p>Left as they are:</p>
          <ul>
            {left.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </>
      )}
    </ConfirmDialog>
  );
};

/** What a reviewer has said, or that nothing has been returned. */
const saidBy = (said: WriterCounts | undefined, isBack: boolean): string => {
  if (said === undefined) return isBack ? 'no remarks' : 'not back yet';
  const counts = [
    said.comments > 0 ? printCount(said.comments, 'comment') : '',
    said.replies > 0 ? printCount(said.replies, 'reply', 'replies') : '',
    said.changes > 0 ? printCount(said.changes, 'change') : '',
  ];
  return counts.filter((part) => part !== '').join(', ');
};

type RoundHeadProps = PanelOf & {
  readonly round: NumberedRound;
  /** Whether no later round exists. */
  readonly isLast: boolean;
  readonly onTakeAll: (writer: string) => void;
};

/** A round: since when, due when, and each reviewer with what was returned. */
export const RoundHead = ({ round, isLast, review, isReadOnly, onTakeAll }: RoundHeadProps) => {
  const today = useToday();
  const counts = countByWriter(review.remarks.filter(({ roundId }) => roundId === round.id));
  const back = reviewersBack(round);
  const names = namesOfRound(round, back, counts);
  const isOpen = isOpenRound(round);
  const areAllBack = back.length === round.reviewers.length;
  const isSettled = counts.every(({ open }) => open === 0);
  return (
    <section className={styles.round}>
      <header>
        <h3>
          <strong>Round {round.number}</strong> sent {printInstantDay(round.createdAt, today)}
          {isOpen && round.due !== null ? dueWords(round.due, today, (day) => printShortDay(day, today)) : ''}
          {isOpen ? '' : ', closed'}
        </h3>
        {isLast && review.remarks.length > 0 && (
          <Button isSmall variant="quiet" onPress={() => runCommand('memo.answer-sheet')}>
            Answer sheet…
          </Button>
        )}
      </header>
      <ul>
        {names.map((name) => {
          const said = counts.find(({ writer }) => writer === name);
          const isAway = said === undefined && !back.includes(name);
          const { taken } = takingAllOf(name, review.remarks, review.places);
          return (
            <li key={name}>
              <Initials name={name} isAway={isAway} />
              <span className={styles.reviewer}>
                <span className="clipped">{name}</span>
                <span className="quiet-words">{saidBy(said, back.includes(name))}</span>
              </span>
              <span className="quiet-words">{said === undefined ? '' : `${said.open} open`}</span>
              {!isReadOnly && taken.length > 0 && (
                <Button
                  isSmall
                  variant="quiet"
                  aria-label={`Take all by ${name}…`}
                  onPress={() => onTakeAll(name)}
                >
                  Take all…
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {isOpen && !isReadOnly && areAllBack && isSettled && (
        <p className={styles.offer}>
          All are back, and nothing is open.
          <Button isSmall onPress={() => runCommand('memo.close-round')}>
            Close round {round.number}
          </Button>
        </p>
      )}
    </section>
  );
};

const kinds = [
  { id: 'any', name: 'Any kind' },
  { id: 'comment', name: 'Comments' },
  { id: 'suggestion', name: 'Changes' },
] as const;

const EVERYONE = 'everyone';

type FiltersProps = {
  readonly review: Review;
  readonly filter: RemarkFilter;
  readonly onFilter: (filter: RemarkFilter) => void;
};

export const Filters = ({ review: { remarks, open }, filter, onFilter }: FiltersProps) => {
  const writers = countByWriter(remarks).map(({ writer }) => ({ id: writer, name: writer }));
  const all = remarks.filter((remark) => !isReply(remark)).length;
  return (
    <div className={styles.filters}>
      <Segments
        label="Which are shown"
        segments={[
          { id: 'open', name: 'Open', count: open },
          { id: 'all', name: 'All', count: all },
        ]}
        value={filter.state}
        onChange={(state) => onFilter({ ...filter, state })}
      />
      <Select
        label="Reviewer"
        isLabelHidden
        isBare
        options={[{ id: EVERYONE, name: 'Everyone' }, ...writers]}
        value={filter.writer ?? EVERYONE}
        onChange={(writer) => onFilter({ ...filter, writer: writer === EVERYONE ? null : writer })}
      />
      <Select
        label="Kind"
        isLabelHidden
        isBare
        options={kinds}
        value={filter.kind}
        onChange={(kind) => onFilter({ ...filter, kind })}
      />
    </div>
  );
};

type ComposerProps = { readonly review: Review; readonly place: WrittenPlace; readonly onDone: () => void };

/** Writes the analyst's own comment on the selection. Ctrl+Enter adds it, Esc discards it. */
export const Composer = ({ review, place, onDone }: ComposerProps) => {
  const [text, setText] = useState('');
  const content = review.readNow();
  const described = describePlace(content, place);
  const add = async (): Promise<void> => {
    if (text.trim() === '' || described === null) return;
    if (await review.comment({ place: described, text: text.trim(), repliesTo: null })) onDone();
  };
  const words = shownWords(described?.exact ?? '');
  return (
    <div className={styles.composer}>
      {words !== '' && <q className={styles.about}>{words}</q>}
      <TextArea
        label="Comment"
        autoFocus
        rows={3}
        value={text}
        onChange={setText}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone();
          else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void add();
          else event.continuePropagation();
        }}
      />
      <div className={styles.acts}>
        <Button isSmall variant="quiet" onPress={onDone}>
          Cancel
        </Button>
        <Button isSmall variant="primary" isDisabled={text.trim() === ''} onPress={() => void add()}>
          Comment <Kbd keys="Mod+Enter" />
        </Button>
      </div>
    </div>
  );
};

const orComment = (keys: string | undefined) =>
  keys === undefined ? null : (
    <>
      , or select words and press <Kbd keys={keys} />
    </>
  );

/** Shown if there are no remarks yet: what to do first. */
export const Nothing = ({ review, isReadOnly }: PanelOf) => {
  const keys = usePrintedKey('memo.comment');
  if (review.error !== null) {
    const { title, text } = errorWords(review.error);
    return <EmptyState title={title}>{text}</EmptyState>;
  }
  if (isReadOnly) return <EmptyState title="No comments">Nobody commented on this memo.</EmptyState>;
  if (review.rounds.some(isOpenRound))
    return (
      <EmptyState
        title="Nothing back yet"
        actions={<Button onPress={() => runCommand('memo.add-review')}>Add returned documents…</Button>}
      >
        Drop the reviewers’ Word documents on this window{orComment(keys)}.
      </EmptyState>
    );
  return (
    <EmptyState
      title="No comments yet"
      actions={<Button onPress={() => runCommand('memo.send-for-review')}>Send for review…</Button>}
    >
      Send the memo to reviewers{orComment(keys)}.
    </EmptyState>
  );
};

import { CheckCheck, Lock, Split } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Comment, Remark, Suggestion } from '#domain/memo/round/remark.ts';
import { printCount } from '#domain/print-count.ts';
import { printInstantDay } from '#renderer/parts/dates/print-date.ts';
import { ReasonField } from '#renderer/parts/field/ReasonField.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { FocusRow, type FocusRows } from '#renderer/ui/collections/rows.tsx';
import { TextArea } from '#renderer/ui/fields/TextArea.tsx';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import { useToday } from '#renderer/window/today.ts';
import { type RemarkRow, refusalWords, shownWords, writerOf } from './remark-rows.ts';
import styles from './review-panel.module.css';

/** The open field of a row. */
export type Asking = 'decline' | 'reply' | null;

export type RemarkActs = {
  readonly take: (suggestion: Suggestion) => void;
  readonly decline: (reason: string) => void;
  readonly reply: (text: string) => void;
  readonly done: () => void;
  readonly reopen: () => void;
  readonly ask: (asking: Asking) => void;
  readonly goToPlace: () => void;
};

/** The initials of a name: "JM". */
const initialsOf = (name: string): string =>
  name
    .split(/[\s.]+/u)
    .filter((part) => part !== '')
    .map((part) => part[0])
    .filter((_, at, all) => at === 0 || at === all.length - 1)
    .join('')
    .toUpperCase();

/** Whose remark it is, at a glance; the name is beside it or in its tooltip. */
export const Initials = ({ name, isAway = false }: { readonly name: string; readonly isAway?: boolean }) => (
  <span className={styles.initials} data-away={isAway || undefined} title={name}>
    <span aria-hidden>{initialsOf(name)}</span>
    <span className="visually-hidden">{name}</span>
  </span>
);

const Old = ({ remark }: { readonly remark: Remark }) => {
  const words = remark.place?.exact ?? remark.context;
  return words === '' ? null : <q className={styles.about}>{shownWords(words)}</q>;
};

/** What a suggestion would change, on one line. */
export const ChangeWords = ({ suggestion }: { readonly suggestion: Suggestion }): ReactNode => {
  const { change, place } = suggestion;
  const exact = shownWords(place?.exact ?? suggestion.context);
  switch (change.kind) {
    case 'words':
      return (
        <>
          {exact !== '' && <del>{exact}</del>} {change.text !== '' && <ins>{shownWords(change.text)}</ins>}
        </>
      );
    case 'format':
      return (
        <>
          {change.isOn ? '' : 'No longer '}
          {change.mark}: <q>{exact}</q>
        </>
      );
    case 'insert-block':
      return (
        <>
          New paragraph: <ins>{change.text}</ins>
        </>
      );
    case 'remove-block':
      return (
        <>
          Remove the paragraph: <del>{exact}</del>
        </>
      );
    case 'join':
      return <>Join with the next paragraph</>;
    case 'split':
      return (
        <>
          New paragraph from <q>{shownWords(place?.suffix ?? '')}</q>
        </>
      );
    case 'move':
      return (
        <>
          Move the paragraph: <q>{exact}</q>
        </>
      );
  }
};

const stateNames = {
  open: 'open',
  done: 'done',
  taken: 'taken',
  declined: 'declined',
  refused: 'refused',
} as const;

const State = ({ remark }: { readonly remark: Remark }) => {
  const isRefused = remark.kind === 'suggestion' && remark.refusal !== null;
  const state = isRefused ? 'refused' : remark.state;
  return (
    <span className={styles.state} data-state={state}>
      {state === 'refused' && <Lock size={12} aria-hidden />}
      {(state === 'taken' || state === 'done') && <CheckCheck size={12} aria-hidden />}
      {stateNames[state]}
    </span>
  );
};

const Reply = ({ reply }: { readonly reply: Comment }) => (
  <p className={styles.reply}>
    <strong>{writerOf(reply)}</strong> {reply.text}
  </p>
);

const Notes = ({ remark }: { readonly remark: Remark }) => (
  <>
    {remark.kind === 'suggestion' && !remark.isTracked && remark.refusal === null && (
      <p className="quiet-words">Not tracked: found by comparing</p>
    )}
    {remark.kind === 'suggestion' && remark.refusal !== null && (
      <p className={styles.refusal}>
        {refusalWords[remark.refusal.why]} <q>{shownWords(remark.refusal.words)}</q>
      </p>
    )}
    {remark.reason !== '' && <p className="quiet-words">Because: {remark.reason}</p>}
  </>
);

/** More than any thread written by people. */
const REPLIES_SHOWN = 50;

/** By whom and when, for the current row. */
const SaidBy = ({ remark }: { readonly remark: Remark }) => {
  const today = useToday();
  const { saidAt } = remark;
  return (
    <p className="quiet-words">
      {writerOf(remark)}
      {saidAt === null ? '' : `, ${printInstantDay(saidAt, today)}`}
    </p>
  );
};

type SingleProps = Pick<RemarkItemProps, 'row' | 'isCurrent' | 'isStateShown'> & { readonly remark: Remark };

/** One remark: whose it is, its text or change, and the decision. */
const Single = ({ remark, row, isCurrent, isStateShown }: SingleProps) => (
  <div className={styles.line}>
    <Initials name={writerOf(remark)} />
    <div className={styles.body}>
      {isCurrent && <SaidBy remark={remark} />}
      {remark.kind === 'comment' ? (
        <>
          <Old remark={remark} />
          <p className={styles.said}>{remark.text}</p>
        </>
      ) : (
        <p className={`differing-words ${styles.change ?? ''}`}>
          <ChangeWords suggestion={remark} />
        </p>
      )}
      <Notes remark={remark} />
      {row.replies.slice(0, REPLIES_SHOWN).map((reply) => (
        <Reply key={reply.id} reply={reply} />
      ))}
      {row.replies.length > REPLIES_SHOWN && (
        <p className="quiet-words">
          {printCount(row.replies.length - REPLIES_SHOWN, 'more reply', 'more replies')}
        </p>
      )}
    </div>
    {isStateShown && <State remark={remark} />}
  </div>
);

type ChoiceProps = { readonly row: RemarkRow; readonly acts: RemarkActs | null };

/** Changes of the same words, side by side: taking one declines the others. */
const Choice = ({ row, acts }: ChoiceProps) => (
  <div className={styles.choice}>
    <p className={styles.choiceHead}>
      <Split size={14} aria-hidden /> {row.remarks.length === 2 ? 'Two' : row.remarks.length} changes of the
      same words
    </p>
    <ol>
      {row.remarks.map((remark, at) =>
        remark.kind === 'suggestion' ? (
          <li key={remark.id}>
            <Kbd keys={String(at + 1)} />
            <Initials name={writerOf(remark)} />
            <div className={styles.body}>
              <p className={`differing-words ${styles.change ?? ''}`}>
                <ChangeWords suggestion={remark} />
              </p>
              <Notes remark={remark} />
            </div>
            {acts !== null && (
              <Button isSmall onPress={() => acts.take(remark)}>
                Take
              </Button>
            )}
          </li>
        ) : null,
      )}
    </ol>
    <p className="quiet-words">
      Take one and the others are declined. <Kbd keys="X" /> declines all.
    </p>
  </div>
);

type ReplyFieldProps = { readonly onSend: (text: string) => void; readonly onCancel: () => void };

/** Enter sends, Shift+Enter breaks the line, Esc cancels. */
const ReplyField = ({ onSend, onCancel }: ReplyFieldProps) => {
  const [text, setText] = useState('');
  const send = (): void => {
    if (text.trim() !== '') onSend(text.trim());
  };
  return (
    <div className={styles.field}>
      <TextArea
        label="Reply"
        autoFocus
        rows={2}
        value={text}
        onChange={setText}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel();
          else if (event.key === 'Enter' && !event.shiftKey) {
            event.preventDefault();
            send();
          } else event.continuePropagation();
        }}
      />
      <div className={styles.acts}>
        <Button isSmall variant="quiet" onPress={onCancel}>
          Cancel
        </Button>
        <Button isSmall variant="primary" isDisabled={text.trim() === ''} onPress={send}>
          Reply <Kbd keys="Enter" />
        </Button>
      </div>
    </div>
  );
};

const OpenActs = ({ row, acts }: { readonly row: RemarkRow; readonly acts: RemarkActs }) => {
  const [first] = row.remarks;
  if (first === undefined) return null;
  const isOpen = first.state === 'open';
  const isOne = row.remarks.length === 1;
  const canTake = first.kind === 'suggestion' && first.refusal === null && isOne && row.section !== null;
  return (
    <div className={styles.acts}>
      {isOpen && canTake && (
        <Button isSmall variant="primary" onPress={() => acts.take(first)}>
          Take
        </Button>
      )}
      {isOpen && first.kind === 'comment' && (
        <Button isSmall variant="primary" onPress={acts.done}>
          Done
        </Button>
      )}
      {isOpen && (
        <Button isSmall onPress={() => acts.ask('decline')}>
          {isOne ? 'Decline…' : 'Decline all…'}
        </Button>
      )}
      {first.kind === 'comment' && (
        <Button isSmall onPress={() => acts.ask('reply')}>
          Reply…
        </Button>
      )}
      {!isOpen && first.state !== 'taken' && first.state !== 'refused' && (
        <Button isSmall onPress={acts.reopen}>
          Reopen
        </Button>
      )}
      {row.section !== null && (
        <Button isSmall variant="quiet" onPress={acts.goToPlace}>
          Go there
        </Button>
      )}
    </div>
  );
};

export type RemarkItemProps = {
  readonly row: RemarkRow;
  readonly rows: FocusRows;
  readonly isCurrent: boolean;
  /** Whether the state is shown; not if all listed rows are open. */
  readonly isStateShown: boolean;
  readonly asking: Asking;
  readonly onFocus: () => void;
  /** Null if the memo was sent: nothing can be decided any more. */
  readonly acts: RemarkActs | null;
  readonly onEnter: () => void;
};

/** A row of the panel. The current one shows its acts. */
export const RemarkItem = (props: RemarkItemProps) => {
  const { row, rows, isCurrent, isStateShown, asking, onFocus, acts, onEnter } = props;
  const [first] = row.remarks;
  if (first === undefined) return null;
  return (
    <FocusRow
      id={row.id}
      rows={rows}
      isCurrent={isCurrent}
      onFocus={onFocus}
      onEnter={onEnter}
      className={styles.row}
    >
      {row.remarks.length === 1 ? (
        <Single {...{ remark: first, row, isCurrent, isStateShown }} />
      ) : (
        <Choice row={row} acts={acts} />
      )}
      {isCurrent && acts !== null && asking === null && <OpenActs row={row} acts={acts} />}
      {isCurrent && acts !== null && asking === 'decline' && (
        <div className={styles.field}>
          <ReasonField
            label="Declined, because"
            hint="May be empty. The answer sheet prints it."
            act="Decline"
            isOptional
            onGive={acts.decline}
            onCancel={() => acts.ask(null)}
          />
        </div>
      )}
      {isCurrent && acts !== null && asking === 'reply' && (
        <ReplyField onSend={acts.reply} onCancel={() => acts.ask(null)} />
      )}
    </FocusRow>
  );
};

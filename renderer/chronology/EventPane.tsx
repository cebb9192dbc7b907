import { Check, TriangleAlert, X } from 'lucide-react';
import { useRef } from 'react';
import { Button as PlainButton } from 'react-aria-components';
import {
  type EventDetail,
  eventChange,
  eventJoin,
  eventLeave,
  type SayingRow,
} from '#domain/contract/event.ts';
import type { WhenContext } from '#domain/dates/when/date-parts.ts';
import type { EdtfText } from '#domain/dates/when/edtf.ts';
import { printWhen } from '#domain/dates/when/print-when.ts';
import { publishedDay, readWhen } from '#domain/dates/when/read-when.ts';
import { distinctPassages, type Event, MAX_EVENT_TITLE, type Saying } from '#domain/event/event.ts';
import { printCount } from '#domain/print-count.ts';
import { act } from '#renderer/bridge/act.ts';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';
import { certaintySegments } from '#renderer/parts/event/ask-for-event.tsx';
import { sayWhen, WHEN_PROBLEM } from '#renderer/parts/event/WhenField.tsx';
import { CommitField } from '#renderer/parts/field/CommitField.tsx';
import { CommandButton, CommandKbd } from '#renderer/parts/menu/CommandKbd.tsx';
import { GradeSign } from '#renderer/parts/passage/GradeSign.tsx';
import { LabelSign } from '#renderer/parts/passage/LabelSign.tsx';
import { PassageWords } from '#renderer/parts/passage/PassageWords.tsx';
import { RowFacts } from '#renderer/parts/passage/RowFacts.tsx';
import { ConcernedField } from '#renderer/parts/source/ConcernedField.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Segments } from '#renderer/ui/choices/Segments.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { goTo } from '#renderer/window/navigation.ts';
import { useToday } from '#renderer/window/today.ts';
import styles from './chronology.module.css';

type Change = Partial<Pick<Event, 'date' | 'certainty' | 'title' | 'note' | 'concernedIds'>>;

const useChange = (eventId: Event['id']) => {
  const visit = useRef(0);
  return async (change: Change): Promise<boolean> => {
    visit.current += 1;
    const editId = `event ${eventId} ${Object.keys(change).join()} ${visit.current}`;
    return (await act(eventChange, { eventId, change, editId })).ok;
  };
};

const problemOf =
  (context: WhenContext) =>
  (text: string): string | undefined =>
    readWhen(text, context) === null ? WHEN_PROBLEM : undefined;

type DatesProps = { readonly detail: EventDetail; readonly onTake: (date: EdtfText) => void };

/** The dates that its passages give, if they contradict each other; a press adopts one. */
const Dates = ({ detail: { event, sayings, contested }, onTake }: DatesProps) => {
  if (contested.length === 0) return null;
  const given = sayings.filter(({ passage }) => passage !== null).flatMap(({ date }) => date ?? []);
  const dates = [...new Set([event.date, ...contested])];
  const countOf = (date: EdtfText): string =>
    printCount(given.filter((each) => each === date).length, 'passage');
  return (
    <section className={styles.dates} aria-label="Different dates">
      <p>
        <TriangleAlert size={14} aria-hidden /> Its passages give different dates
      </p>
      <div className={styles.choices}>
        {dates.map((date) => (
          <Button key={date} isSmall onPress={() => onTake(date)}>
            {date === event.date && <Check size={12} aria-label="Chosen:" />}
            {printWhen(date, { isShort: true })} ({countOf(date)})
          </Button>
        ))}
      </div>
    </section>
  );
};

type SaidByMergedProps = { readonly said: readonly Saying[]; readonly onTake: (said: Saying) => void };

/** The dates of one passage according to the events that were merged; a press decides for one. */
const SaidByMerged = ({ said, onTake }: SaidByMergedProps) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset has a frame of its own
  <div className={styles.choices} role="group" aria-label="Dates of this passage in the merged events">
    <span className={styles.contested}>
      <TriangleAlert size={13} aria-hidden /> The merged events date this passage differently. It says:
    </span>
    {said.map((each) => (
      <Button key={each.date} isSmall onPress={() => onTake(each)}>
        {each.date === null ? 'no date' : printWhen(each.date, { isShort: true })}
      </Button>
    ))}
  </div>
);

type SayingProps = {
  readonly event: Event;
  readonly saying: SayingRow;
  /** All sayings of the passage: several if merged events give it different dates. */
  readonly all: readonly SayingRow[];
};

const SayingItem = ({ event, saying, all }: SayingProps) => {
  const today = useToday();
  const { passage, ...said } = saying;
  const leave = async (): Promise<void> => {
    const answer = await act(eventLeave, { eventId: event.id, passageId: said.passageId });
    if (answer.ok) sayUndoable('Passage taken off the event');
  };
  if (passage === null)
    return (
      <li className={styles.saying}>
        <div className={styles.sayingHead}>
          <span className={styles.contested}>
            <TriangleAlert size={13} aria-hidden /> This passage was deleted. It doesn’t count until it is
            restored.
          </span>
          <IconButton icon={X} label="Take off the event" isSmall onPress={() => void leave()} />
        </div>
      </li>
    );
  const context = { published: publishedDay(passage.publishedAt), today };
  const join = async (as: Saying): Promise<boolean> =>
    (await act(eventJoin, { eventId: event.id, sayings: [as] })).ok;
  const keep = async (text: string): Promise<boolean> => {
    const date = text === '' ? null : readWhen(text, context);
    if (text !== '' && date === null) return false;
    return join({ ...said, date });
  };
  return (
    <li className={styles.saying} data-label={passage.label}>
      <div className={styles.sayingHead}>
        <LabelSign label={passage.label} />
        <GradeSign grade={passage.grade} />
        <IconButton icon={X} label="Take off the event" isSmall onPress={() => void leave()} />
      </div>
      <PlainButton
        className={joinClasses(styles.words)}
        onPress={() => goTo({ view: 'articles', articleId: passage.articleId, passageId: passage.id })}
      >
        <PassageWords row={passage} lines={4} />
        <RowFacts row={passage} />
      </PlainButton>
      {all.length > 1 ? (
        <SaidByMerged said={all.map(({ passage: _, ...each }) => each)} onTake={(each) => void join(each)} />
      ) : (
        <div className={styles.said}>
          <CommitField
            label="Says"
            value={said.date === null ? '' : printWhen(said.date)}
            placeholder="no date"
            onCommit={keep}
            validate={(text) => (text === '' ? undefined : problemOf(context)(text))}
          />
          {said.date !== null && (
            <Segments
              label="The passage’s date is"
              segments={certaintySegments}
              value={said.certainty}
              onChange={(certainty) => void join({ ...said, certainty })}
            />
          )}
        </div>
      )}
    </li>
  );
};

/** Everything known of an event, edited in place. */
export const EventPane = ({ detail }: { readonly detail: EventDetail }) => {
  const { event, sayings } = detail;
  const change = useChange(event.id);
  const today = useToday();
  const firstPublished = sayings.find(({ passage }) => passage !== null)?.passage?.publishedAt ?? null;
  const context = { published: publishedDay(firstPublished), today };
  const passages = distinctPassages(sayings);
  const live = passages.filter(({ passage }) => passage !== null);
  const concernedIds = detail.concerned.map(({ id }) => id);
  const said = sayWhen(event.date);
  return (
    <div className={styles.event}>
      <CommitField
        label="What happened"
        value={event.title}
        onCommit={(title) => change({ title })}
        validate={(text) =>
          text === '' || text.length > MAX_EVENT_TITLE ? `1 to ${MAX_EVENT_TITLE} characters` : undefined
        }
      />
      <CommitField
        label="When"
        value={printWhen(event.date)}
        {...(said !== printWhen(event.date) && { hint: said })}
        validate={problemOf(context)}
        onCommit={async (text) => {
          const date = readWhen(text, context);
          return date !== null && change({ date });
        }}
      />
      <Segments
        label="The date is"
        segments={certaintySegments}
        value={event.certainty}
        onChange={(certainty) => void change({ certainty })}
      />
      <Dates detail={detail} onTake={(date) => void change({ date })} />
      <ConcernedField
        ids={concernedIds}
        onAdd={(id) => void change({ concernedIds: [...concernedIds, id] })}
        onRemove={(id) => void change({ concernedIds: concernedIds.filter((other) => other !== id) })}
      />
      <section aria-label="Passages">
        <div className={styles.passagesHead}>
          <h2 className={styles.heading}>
            Passages <small>{live.length.toLocaleString('en-GB')}</small>
          </h2>
          <CommandButton isQuiet command="event.rests-on">
            Rests on
          </CommandButton>
        </div>
        {live.length === 0 && (
          <p className={styles.contested}>
            <TriangleAlert size={13} aria-hidden />
            <span>
              No passage says so, so it is not evidence. On a passage, press{' '}
              <CommandKbd command="passage.event" />.
            </span>
          </p>
        )}
        <ul className={styles.sayings}>
          {passages.map((saying) => (
            <SayingItem
              key={saying.passageId}
              event={event}
              saying={saying}
              all={sayings.filter(({ passageId }) => passageId === saying.passageId)}
            />
          ))}
        </ul>
      </section>
      <CommitField
        label="Note"
        hint="Why this date, and anything else worth knowing"
        rows={3}
        value={event.note}
        onCommit={(note) => change({ note })}
      />
      <div className={styles.acts}>
        <CommandButton command="event.merge">Merge with another event…</CommandButton>
        <CommandButton command="event.delete">Move to trash</CommandButton>
      </div>
    </div>
  );
};

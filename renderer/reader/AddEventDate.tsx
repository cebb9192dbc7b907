import { useState } from 'react';
import { articleSetEventDates } from '#domain/contract/article.ts';
import { eventTimeOf } from '#domain/dates/date-span.ts';
import {
  type EventDate,
  type EventTime,
  eventDateSchema,
  printEventTimeAsIso,
  readEventTime,
} from '#domain/dates/event-date.ts';
import { equalJson } from '#domain/equal-json.ts';
import type { ArticleId } from '#domain/ids.ts';
import { limitOf } from '#domain/limit-of.ts';
import { act } from '#renderer/bridge/act.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';
import type { TextDate } from '#renderer/parts/dates/dates-in-block.ts';
import { EVENT_DATE_PROBLEM, printResolved } from '#renderer/parts/dates/print-resolved.ts';
import { printEventTime } from '#renderer/parts/dates/print-span.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { FormDialog } from '#renderer/ui/overlays/FormDialog.tsx';
import styles from './event-date.module.css';
import { useOpenPassages } from './state/passages-context.ts';
import type { PlacedPassage } from './state/place-passages.ts';
import { useReader } from './state/reader-context.ts';
import type { ReaderState } from './state/reader-store.ts';

/** The dates to choose from: those in the selection, else the one at the caret, else those of its passage. */
const datesMeant = (
  { dates, selected: { range, caret }, selectedId }: Pick<ReaderState, 'dates' | 'selected' | 'selectedId'>,
  placed: readonly PlacedPassage[],
): readonly TextDate[] => {
  if (range !== null) return dates.within(range);
  const at = dates.at(caret);
  const inPassage =
    placed.find(({ passage }) => passage.id === selectedId)?.ranges.flatMap(dates.within) ?? [];
  return at === null ? inPassage : [at, ...inPassage.filter(({ start }) => start !== at.start)];
};

type EventDateDialogProps = {
  readonly articleId: ArticleId;
  readonly eventDates: readonly EventDate[];
  readonly offered: readonly TextDate[];
  readonly onClose: () => void;
};

/** The value of the first offered date, if it has only one reading: the field starts with it. */
const settled = ([first]: readonly TextDate[]): EventTime | null => {
  const [span, ...others] = first?.resolved?.candidates ?? [];
  return span === undefined || others.length > 0 ? null : eventTimeOf(span);
};

/** A date of the text with a button for each possible reading. */
type OfferProps = {
  readonly date: TextDate;
  /** The current value of the field. */
  readonly taken: EventTime | null;
  readonly onTake: (time: EventTime) => void;
};

const Offer = ({ date, taken, onTake }: OfferProps) => (
  <li className={styles.offer}>
    <span>
      <q>{date.words}</q> {printResolved(date.resolved)}
    </span>
    {date.resolved?.candidates.flatMap((span) => {
      const time = eventTimeOf(span);
      return equalJson(time, taken)
        ? []
        : [
            <Button key={printEventTimeAsIso(time)} isSmall onPress={() => onTake(time)}>
              {printEventTime(time)}
            </Button>,
          ];
    })}
  </li>
);

/** Adds the date of an event that the article is about. */
const EventDateDialog = ({ articleId, eventDates, offered, onClose }: EventDateDialogProps) => {
  const first = settled(offered);
  const [typed, setTyped] = useState(first === null ? '' : printEventTime(first));
  const [note, setNote] = useState('');
  const time = readEventTime(typed);
  const add = async (): Promise<void> => {
    if (time === null) return;
    const added = { ...time, note: note.trim() === '' ? null : note.trim() };
    const answer = await act(articleSetEventDates, { articleId, eventDates: [...eventDates, added] });
    if (!answer.ok) return;
    onClose();
    sayUndoable(`Event date added: ${printEventTime(time)}`);
  };
  return (
    <FormDialog
      title="Add an event date"
      submitName="Add"
      isReady={time !== null}
      onSubmit={add}
      onClose={onClose}
    >
      <TextField
        label="Date"
        hint="A day, month, year or range: 24 April 2024, April 2024, 24–26 April 2024"
        autoFocus
        value={typed}
        onChange={setTyped}
        {...(typed.trim() === '' || time !== null ? {} : { error: EVENT_DATE_PROBLEM })}
      />
      {offered.length > 0 && (
        <ul className={styles.offers} aria-label="Dates in the text">
          {offered.map((each) => (
            <Offer
              key={each.start}
              date={each}
              taken={time}
              onTake={(taken) => setTyped(printEventTime(taken))}
            />
          ))}
        </ul>
      )}
      <TextField
        label="What happens"
        hint="In a few words (optional)"
        value={note}
        onChange={setNote}
        maxLength={limitOf(eventDateSchema.shape.note)}
      />
    </FormDialog>
  );
};

/** Answers the command that adds an event date, offering the dates at the caret. */
export const AddEventDate = () => {
  const { about, placed } = useOpenPassages();
  const { article, store } = useReader();
  const [offered, setOffered] = useState<readonly TextDate[] | null>(null);
  useCommand('article.event-date', () => setOffered(datesMeant(store.getState(), placed)));
  if (offered === null) return null;
  return (
    <EventDateDialog
      articleId={article.article.id}
      eventDates={about.eventDates}
      offered={offered}
      onClose={() => setOffered(null)}
    />
  );
};

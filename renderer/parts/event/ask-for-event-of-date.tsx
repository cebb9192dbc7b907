import { useMemo, useState } from 'react';
import { articleAnnotations } from '#domain/contract/article.ts';
import { type ChronologyRow, eventAdd } from '#domain/contract/event.ts';
import { type PassageRow, passageRows } from '#domain/contract/passage.ts';
import type { EventDate } from '#domain/dates/event-date.ts';
import { daysOf, type EdtfText } from '#domain/dates/when/edtf.ts';
import { offerWhens } from '#domain/dates/when/offer-whens.ts';
import { printWhen } from '#domain/dates/when/print-when.ts';
import { publishedDay, readWhen } from '#domain/dates/when/read-when.ts';
import { eventSchema } from '#domain/event/event.ts';
import { type ArticleId, type EventId, newEventIdSchema, type PassageId } from '#domain/ids.ts';
import { limitOf } from '#domain/limit-of.ts';
import type { CalendarDate } from '#domain/time.ts';
import { act } from '#renderer/bridge/act.ts';
import { newId } from '#renderer/bridge/new-id.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';
import { PassageWords } from '#renderer/parts/passage/PassageWords.tsx';
import { RowFacts } from '#renderer/parts/passage/RowFacts.tsx';
import { Checkbox } from '#renderer/ui/choices/Checkbox.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { ConfirmDialog } from '#renderer/ui/overlays/ConfirmDialog.tsx';
import { FormDialog } from '#renderer/ui/overlays/FormDialog.tsx';
import { openDialog } from '#renderer/window/dialogs.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import { useToday } from '#renderer/window/today.ts';
import styles from './event.module.css';
import { WhenField } from './WhenField.tsx';

/** The limit of a new event. */
const MOST_CHOSEN = 100;
/** How many of an article are requested at once. */
const MOST_OFFERED = 1000;

/** A date in the details of an article, as the chronology shows it. */
type DateOfArticle = {
  readonly articleId: ArticleId;
  /** Its index among the dates of the article. */
  readonly at: number;
  readonly row: Pick<ChronologyRow, 'date' | 'title'>;
};

/** Makes an event of a date of an article: the analyst chooses which of the article's passages report it. */
export const askForEventOfDate = (of: DateOfArticle, onMade: (eventId: EventId) => void): void =>
  openDialog('event-of-date', ({ close }) => <OfDate {...of} onMade={onMade} onClose={close} />);

type OfDateProps = DateOfArticle & {
  readonly onMade: (eventId: EventId) => void;
  readonly onClose: () => void;
};

const TITLE = 'Event of a date of an article';

/** The date as it was when the dialog opened: another window may remove it meanwhile. */
const useDateMeant = (articleId: ArticleId, at: number) => {
  const { data } = useQuery(articleAnnotations, { articleId });
  const [meant, setMeant] = useState<EventDate | null>(null);
  const found = data?.about.eventDates[at];
  if (meant === null && found !== undefined) setMeant(found);
  return { eventDate: meant, passages: data?.passages };
};

const OfDate = ({ articleId, at, row, onMade, onClose }: OfDateProps) => {
  const { eventDate, passages } = useDateMeant(articleId, at);
  const passageIds = passages?.slice(0, MOST_OFFERED).map(({ id }) => id) ?? null;
  const { data: rows } = useQuery(passageRows, passageIds === null ? null : { passageIds });
  if (eventDate === null || rows === undefined) return null;
  return rows.length === 0 ? (
    <NoPassages articleId={articleId} onClose={onClose} />
  ) : (
    <OfDateForm
      articleId={articleId}
      eventDate={eventDate}
      row={row}
      rows={rows}
      onMade={onMade}
      onClose={onClose}
    />
  );
};

const NoPassages = ({ articleId, onClose }: Pick<OfDateProps, 'articleId' | 'onClose'>) => (
  <ConfirmDialog
    title={TITLE}
    isOpen
    confirmName="Open the article"
    onConfirm={() => goTo({ view: 'articles', articleId })}
    onClose={onClose}
  >
    The article has no passages yet. An event rests on at least one: make a passage of the words that say so,
    then make the event of this date. The date stays in the details of the article until then.
  </ConfirmDialog>
);

/** Those that mention a day of the date first; otherwise in the given order. */
const sortByDate = (
  rows: readonly PassageRow[],
  date: EdtfText,
  today: CalendarDate,
): readonly PassageRow[] => {
  const { first, last } = daysOf(date);
  const names = ({ quote, publishedAt }: PassageRow): boolean =>
    offerWhens(quote, { publishedAt, dateCertainty: 'stated', language: null }, today).some((offer) => {
      const days = daysOf(offer.date);
      return days.first <= last && days.last >= first;
    });
  const named = new Set(rows.filter(names));
  return [...named, ...rows.filter((row) => !named.has(row))];
};

type FormProps = Omit<OfDateProps, 'at'> & {
  readonly eventDate: EventDate;
  readonly rows: readonly PassageRow[];
};

const OfDateForm = ({ articleId, eventDate, row, rows, onMade, onClose }: FormProps) => {
  const today = useToday();
  const [typed, setTyped] = useState(() => printWhen(row.date));
  const [title, setTitle] = useState(row.title);
  const [chosen, setChosen] = useState<ReadonlySet<PassageId>>(new Set());
  const context = { published: publishedDay(rows[0]?.publishedAt ?? null), today };
  const date = readWhen(typed, context);
  const sorted = useMemo(() => sortByDate(rows, row.date, today), [rows, row.date, today]);
  const choose = (id: PassageId, isChosen: boolean): void =>
    setChosen(new Set(isChosen ? [...chosen, id] : [...chosen].filter((other) => other !== id)));
  const sayings = sorted.filter(({ id }) => chosen.has(id));
  const make = async (): Promise<void> => {
    if (date === null) return;
    const said = { date, certainty: 'stated', title: title.trim(), concernedIds: [], note: '' } as const;
    const eventId = newId(newEventIdSchema);
    const answer = await act(eventAdd, {
      ...said,
      eventId,
      concernedIds: [],
      sayings: sayings.map((each) => ({
        ...{ articleId: each.articleId, passageId: each.id, date, certainty: 'stated' as const },
      })),
      ofDate: { articleId, eventDate },
    });
    if (!answer.ok) return;
    onClose();
    onMade(eventId);
    sayUndoable(`Event created: ${said.title}`);
  };
  return (
    <FormDialog
      title={TITLE}
      submitName="Create event"
      isReady={date !== null && title.trim() !== '' && sayings.length > 0 && sayings.length <= MOST_CHOSEN}
      onSubmit={make}
      onClose={onClose}
    >
      <WhenField label="When" typed={typed} onType={setTyped} context={context} />
      <TextField
        label="What happened"
        value={title}
        onChange={setTitle}
        maxLength={limitOf(eventSchema.shape.title)}
      />
      <div className={styles.choice}>
        <span className={styles.label}>Passages of the article that say so: one at least</span>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form inside the form */}
        <div className={styles.passages} role="group" aria-label="Passages of the article that say so">
          {sorted.map((each, index) => (
            <Checkbox
              key={each.id}
              autoFocus={index === 0}
              isSelected={chosen.has(each.id)}
              onChange={(isChosen) => choose(each.id, isChosen)}
            >
              <span className={styles.passage} data-label={each.label}>
                <PassageWords row={each} lines={2} />
                <RowFacts row={each} />
              </span>
            </Checkbox>
          ))}
        </div>
      </div>
      <p className={styles.explanation}>
        {sayings.length > MOST_CHOSEN
          ? `Choose ${MOST_CHOSEN} at most. More are added in the event.`
          : 'The date leaves the details of the article.'}
      </p>
    </FormDialog>
  );
};

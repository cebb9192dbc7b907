import { useMemo, useState } from 'react';
import { Button as PlainButton } from 'react-aria-components';
import { canonicalText, textBlockSpans } from '#domain/article/body/canonical-text.ts';
import { numberParagraphs } from '#domain/article/body/paragraph-numbers.ts';
import { articleOpen, type OpenArticle } from '#domain/contract/article.ts';
import { type EventLine, eventAdd, eventJoin, eventOfPassage } from '#domain/contract/event.ts';
import { type PassageRow, passageRows } from '#domain/contract/passage.ts';
import type { DateCertainty, EdtfText } from '#domain/dates/when/edtf.ts';
import { type OfferedWhen, offerNearby, offerWhens } from '#domain/dates/when/offer-whens.ts';
import { printWhen } from '#domain/dates/when/print-when.ts';
import { publishedDay, readWhen } from '#domain/dates/when/read-when.ts';
import { eventSchema, type Saying } from '#domain/event/event.ts';
import { newEventIdSchema, type PassageId, type SourceId } from '#domain/ids.ts';
import { limitOf } from '#domain/limit-of.ts';
import { printCount } from '#domain/print-count.ts';
import { act } from '#renderer/bridge/act.ts';
import { newId } from '#renderer/bridge/new-id.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';
import { PassageWords } from '#renderer/parts/passage/PassageWords.tsx';
import { RowFacts } from '#renderer/parts/passage/RowFacts.tsx';
import { ConcernedField } from '#renderer/parts/source/ConcernedField.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Segments } from '#renderer/ui/choices/Segments.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { FormDialog } from '#renderer/ui/overlays/FormDialog.tsx';
import { openDialog } from '#renderer/window/dialogs.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import { useToday } from '#renderer/window/today.ts';
import { EventOffers, takeByKey } from './EventOffers.tsx';
import styles from './event.module.css';
import { WhenField } from './WhenField.tsx';

export const certaintySegments = [
  { id: 'stated', name: 'Stated' },
  { id: 'inferred', name: 'Inferred' },
] as const;

/** About one line: a title in the analyst's words replaces it. */
const TITLE_LENGTH = 80;

const beginningOf = (words: string): string => {
  if (words.length <= TITLE_LENGTH) return words.replace(/[.,;:]$/u, '');
  const cut = words.slice(0, TITLE_LENGTH);
  return `${cut.slice(0, cut.lastIndexOf(' '))}…`;
};

/** Makes an event from the passages, or adds them to an existing one. `onLeft` is called if neither was done. */
export const askForEvent = (passageIds: readonly PassageId[], onLeft = (): void => undefined): void =>
  openDialog('event', ({ close }) => (
    <EventOfPassages passageIds={passageIds} onClose={close} onLeft={onLeft} />
  ));

/** The words of the numbered paragraph in which a passage begins; empty if there is none. */
const paragraphOf = ({ body }: OpenArticle, { paragraph }: PassageRow): string => {
  const found = numberParagraphs(textBlockSpans(body)).find(({ number }) => number === paragraph);
  return found === undefined ? '' : canonicalText(body).slice(found.start, found.end);
};

type EventOfPassagesProps = {
  readonly passageIds: readonly PassageId[];
  readonly onClose: () => void;
  readonly onLeft: () => void;
};

const EventOfPassages = ({ passageIds, onClose, onLeft }: EventOfPassagesProps) => {
  const { data: rows } = useQuery(passageRows, { passageIds: [...passageIds] });
  const { data: open } = useQuery(
    articleOpen,
    rows?.[0] === undefined ? null : { articleId: rows[0].articleId },
  );
  const [first] = rows ?? [];
  // A passage that was made with this key is written first.
  if (first === undefined || rows === undefined || open === undefined) return null;
  const { language, dateCertainty } = { ...open.article.bibliography, ...open.about.corrections };
  return (
    <EventForm
      rows={rows}
      first={first}
      paragraph={paragraphOf(open, first)}
      language={language}
      dateCertainty={dateCertainty}
      onClose={onClose}
      onLeft={onLeft}
    />
  );
};

type EventFormProps = {
  readonly rows: readonly PassageRow[];
  readonly first: PassageRow;
  readonly paragraph: string;
  readonly language: string | null;
  readonly dateCertainty: 'stated' | 'inferred' | 'unknown';
  readonly onClose: () => void;
  readonly onLeft: () => void;
};

/** The state of the event form, and its acts. */
const useEventForm = (props: EventFormProps) => {
  const { rows, first, paragraph, language, dateCertainty, onClose } = props;
  const today = useToday();
  const context = { published: publishedDay(first.publishedAt), today };
  const { offers, nearby } = useMemo(() => {
    const source = { publishedAt: first.publishedAt, dateCertainty, language };
    const named = offerWhens(first.quote, source, today);
    return { offers: named, nearby: named.length > 0 ? [] : offerNearby(paragraph, source, today) };
  }, [first, paragraph, dateCertainty, language, today]);
  const [typed, setTyped] = useState(offers[0] === undefined ? '' : printWhen(offers[0].date));
  const [certainty, setCertainty] = useState<DateCertainty>(offers[0]?.certainty ?? 'stated');
  const [title, setTitle] = useState(first.region === null ? beginningOf(first.quote) : '');
  const [concernedIds, setConcernedIds] = useState<readonly SourceId[]>([]);
  const date = readWhen(typed, context);
  const { data: events } = useQuery(
    eventOfPassage,
    { articleId: first.articleId, passageId: first.id, date, words: `${title} ${first.quote}`.slice(0, 400) },
    { keepsPrevious: true },
  );
  const sayings = (said: EdtfText | null): Saying[] =>
    rows.map(({ articleId, id }) => ({ articleId, passageId: id, date: said, certainty }));

  const make = async (): Promise<void> => {
    if (date === null) return;
    const said = { date, certainty, title: title.trim(), concernedIds: [...concernedIds], note: '' };
    const eventId = newId(newEventIdSchema);
    onClose();
    const answer = await act(eventAdd, { eventId, ...said, sayings: sayings(date) });
    if (answer.ok) sayUndoable(`Event created: ${said.title}`);
  };
  const join = async ({ eventId, title: of }: EventLine): Promise<void> => {
    onClose();
    const answer = await act(eventJoin, { eventId, sayings: sayings(date) });
    if (answer.ok) sayUndoable(`Added to event: ${of}`);
  };
  return {
    ...{ context, offers, nearby, typed, setTyped, certainty, setCertainty, title, setTitle },
    ...{ concernedIds, setConcernedIds, date, events, make, join },
  };
};

const EventForm = (props: EventFormProps) => {
  const { rows, first, onClose, onLeft } = props;
  const { context, offers, nearby, typed, setTyped, certainty, setCertainty, ...form } = useEventForm(props);
  const { title, setTitle, concernedIds, setConcernedIds, date, events, make, join } = form;
  const nearest = events?.nearest ?? [];
  const take = (offer: OfferedWhen): void => {
    setTyped(printWhen(offer.date));
    setCertainty(offer.certainty);
  };
  const pressAlt = takeByKey(nearest, (line) => void join(line));
  return (
    <FormDialog
      title={rows.length === 1 ? 'Event' : `Event of ${printCount(rows.length, 'passage')}`}
      submitName="Create event"
      isReady={date !== null && title.trim() !== ''}
      onSubmit={make}
      onClose={() => {
        onClose();
        onLeft();
      }}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it hears the keys of the fields in it */}
      <div className="no-box" onKeyDown={pressAlt}>
        <div className={styles.passage} data-label={first.label}>
          <PassageWords row={first} lines={3} />
          <RowFacts row={first} />
        </div>
        <Said lines={events?.said ?? []} onClose={onClose} />
        <WhenField label="When" typed={typed} onType={setTyped} context={context} autoFocus />
        {offers.length > 1 && <Offers from="In the passage" offers={offers} onTake={take} />}
        <Offers from="Near the passage" offers={nearby} onTake={take} />
        <Segments
          label="The date is"
          segments={certaintySegments}
          value={certainty}
          onChange={setCertainty}
        />
        {nearest.length > 0 && (
          <div className={styles.concerned}>
            <span className={styles.label}>Add to an event that is here, or create one below</span>
            <EventOffers lines={nearest} onTake={(line) => void join(line)} />
          </div>
        )}
        <TextField
          label="What happened"
          value={title}
          onChange={setTitle}
          maxLength={limitOf(eventSchema.shape.title)}
          onFocus={({ target }) => target instanceof HTMLInputElement && target.select()}
        />
        <ConcernedField
          ids={concernedIds}
          onAdd={(id) => setConcernedIds([...concernedIds, id])}
          onRemove={(id) => setConcernedIds(concernedIds.filter((other) => other !== id))}
        />
      </div>
    </FormDialog>
  );
};

type OffersProps = {
  readonly from: string;
  readonly offers: readonly OfferedWhen[];
  readonly onTake: (offer: OfferedWhen) => void;
};

const Offers = ({ from, offers, onTake }: OffersProps) =>
  offers.length === 0 ? null : (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form inside the form
    <div className={styles.offers} role="group" aria-label={`Dates: ${from.toLowerCase()}`}>
      {from}:
      {offers.map((offer) => (
        <Button key={offer.date} isSmall onPress={() => onTake(offer)}>
          {printWhen(offer.date)}
        </Button>
      ))}
    </div>
  );

/** A summary of a long article may support hundreds of events: the first are shown, the rest on request. */
const SAID_AT_FIRST = 20;

type SaidProps = { readonly lines: readonly EventLine[]; readonly onClose: () => void };

const Said = ({ lines, onClose }: SaidProps) => {
  const [isWhole, setIsWhole] = useState(false);
  if (lines.length === 0) return null;
  const shown = isWhole ? lines : lines.slice(0, SAID_AT_FIRST);
  return (
    <div className={styles.concerned}>
      <span className={styles.label}>This passage already supports</span>
      <ul className={styles.events}>
        {shown.map((line) => (
          <li key={line.eventId}>
            <PlainButton
              className={joinClasses(styles.event)}
              onPress={() => {
                onClose();
                goTo({ view: 'chronology', eventId: line.eventId });
              }}
            >
              <span className={styles.title} dir="auto">
                {line.title}
              </span>
              <span className={styles.quiet}>{printWhen(line.date, { isShort: true })}</span>
              <span className={styles.quiet}>Open</span>
            </PlainButton>
          </li>
        ))}
        {shown.length < lines.length && (
          <li>
            <Button isSmall variant="quiet" onPress={() => setIsWhole(true)}>
              Show all {printCount(lines.length, 'event')}
            </Button>
          </li>
        )}
      </ul>
    </div>
  );
};

import { BookOpen, CalendarDays, ChevronDown, Info, NotebookText, StickyNote } from 'lucide-react';
import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import {
  type Bibliography,
  dateCertainties,
  missingForCitation,
} from '#domain/article/bibliography/bibliography.ts';
import { isPaged } from '#domain/article/formats/article-formats.ts';
import { pagedRangeAt } from '#domain/article/pages.ts';
import type { Withdrawal } from '#domain/article/withdrawal.ts';
import { articleCorrect, type OpenArticle } from '#domain/contract/article.ts';
import { type EventDate, printEventTimeAsIso } from '#domain/dates/event-date.ts';
import { printCount } from '#domain/print-count.ts';
import { isUngraded } from '#domain/tradecraft/grade.ts';
import { reliabilityTable } from '#domain/tradecraft/reliability.ts';
import { act } from '#renderer/bridge/act.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { usePrintedKey } from '#renderer/commands/keys.ts';
import { goToField } from '#renderer/parts/article/article-sheet.ts';
import { printWithdrawn } from '#renderer/parts/article/print-withdrawal.ts';
import { printEventTime } from '#renderer/parts/dates/print-span.ts';
import { MarkingSign } from '#renderer/parts/MarkingSign.tsx';
import type { Publication } from '#renderer/parts/passage/card/print-speaker.ts';
import { TagChips } from '#renderer/parts/tag/TagChips.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Menu, type MenuEntry } from '#renderer/ui/overlays/Menu.tsx';
import { usePageView } from '#renderer/window/side-panes.ts';
import { useWindowTitle } from '#renderer/window/use-window-title.ts';
import { useOpenPassages } from '../state/passages-context.ts';
import type { PlacedPassage } from '../state/place-passages.ts';
import { useReader } from '../state/reader-context.ts';
import styles from './article-head.module.css';
import { beginsWithTitle, printPublished } from './head-facts.ts';
import { MissingFields } from './MissingFields.tsx';

export type ArticleHeadProps = {
  readonly bibliography: Bibliography;
  readonly about: OpenArticle['about'];
  readonly publication: Publication | null;
};

const Title = ({ title }: Pick<Bibliography, 'title'>) => {
  const { article } = useReader();
  if (title === null) return <h1 className={styles.untitled}>Untitled</h1>;
  return (
    <h1 className={beginsWithTitle(article, title) ? 'visually-hidden' : styles.title} dir="auto">
      {title}
    </h1>
  );
};

const Carrier = ({ publication }: Pick<ArticleHeadProps, 'publication'>) => {
  if (publication === null) return <span>publication unknown</span>;
  const { name, reliability } = publication;
  return (
    <>
      <span>{name}</span>
      {reliability !== null && (
        <span>
          Publication <b>{reliability}</b> {reliabilityTable[reliability].wording.toLowerCase()}
        </span>
      )}
    </>
  );
};

const CHECK_IMAGE = 'OCR read these pages. Check quotations against the page (Pages of the original)';

const PagesButton = () => (
  <IconButton
    icon={BookOpen}
    label="Pages of the original"
    keys={usePrintedKey('article.pages')}
    isSmall
    isOn={usePageView(({ isWanted }) => isWanted)}
    onPress={() => runCommand('article.pages')}
  />
);

/** How much of the text was read by OCR. */
const MachineFact = () => {
  const { machine, pages } = useReader().article;
  if (machine.length === 0) return null;
  const read = new Set(machine.map(({ start }) => pagedRangeAt(pages, start)?.index));
  return <span title={CHECK_IMAGE}>{printCount(read.size, 'page')} read by machine</span>;
};

/** Certain matches, and passages accepted as unplaced, need no decision. */
const needsAnalyst = ({ state, passage }: PlacedPassage): boolean =>
  state !== 'anchored' && passage.carriedFrom?.isSettled !== true;

/**
 * How many passages there are, how many of them are graded, and how many need a decision. Shown even before the first
 * passage: a line that appeared with it would move the text.
 */
const PassagesFact = () => {
  const { placed } = useOpenPassages();
  const { graded, lost } = useMemo(
    () => ({
      graded: placed.filter(({ passage }) => !isUngraded(passage.grade)).length,
      lost: placed.filter(needsAnalyst).length,
    }),
    [placed],
  );
  return (
    <>
      <span>
        {printCount(placed.length, 'passage')}, {graded.toLocaleString('en-GB')} graded
      </span>
      {lost > 0 && <span className={styles.missing}>{lost.toLocaleString('en-GB')} to review</span>}
    </>
  );
};

/** The dates of the events that the article is about. */
const EventDatesLine = ({ eventDates }: { readonly eventDates: readonly EventDate[] }) =>
  eventDates.length === 0 ? null : (
    <div className={styles.events}>
      <CalendarDays size={14} strokeWidth={1.75} aria-hidden />
      <ul aria-label="Event dates">
        {eventDates.map((event) => (
          <li key={`${printEventTimeAsIso(event)} ${event.note}`}>
            <time dateTime={event.date}>{printEventTime(event)}</time>
            {event.note !== null && <span>{event.note}</span>}
          </li>
        ))}
      </ul>
    </div>
  );

/** Says that the publisher has withdrawn it; a press edits that. */
const WithdrawnLine = ({ withdrawn }: { readonly withdrawn: Withdrawal }) => (
  <p className={styles.withdrawn} dir="auto">
    <b>{printWithdrawn(withdrawn)}</b>
    {withdrawn.note !== '' && `: ${withdrawn.note}`}{' '}
    <Button className={joinClasses('word-button')} onPress={() => runCommand('article.withdrawn')}>
      Change…
    </Button>
  </p>
);

type Certainty = Bibliography['dateCertainty'];

const meanings: Readonly<Record<Certainty, string>> = {
  stated: 'Stated: printed in the publication',
  inferred: 'Inferred: derived from other facts',
  unknown: 'Unknown: no dates are derived from it',
};

/** The publication date and how certain it is; a press edits it. */
const PublicationDate = (bibliography: Pick<Bibliography, 'publishedAt' | 'dateCertainty'>) => {
  const { id: articleId } = useReader().article.article;
  const say = (dateCertainty: Certainty) =>
    void act(articleCorrect, { articleId, corrections: { dateCertainty } });
  const hasDate = bibliography.publishedAt !== null;
  const entries: readonly MenuEntry[] = [
    ...dateCertainties.map((certainty) => ({
      id: certainty,
      name: meanings[certainty],
      isDisabled: !hasDate || certainty === bibliography.dateCertainty,
      run: () => say(certainty),
    })),
    'separator',
    {
      id: 'change',
      name: hasDate ? 'Change the date…' : 'Enter the date…',
      run: () => goToField(articleId, 'publishedAt'),
    },
  ];
  const printed = printPublished(bibliography);
  return (
    <Menu
      label="Publication date"
      trigger={
        <Button
          className={joinClasses('word-button', styles.published)}
          aria-label={`Publication date: ${printed}`}
        >
          {printed}
          <ChevronDown size={12} aria-hidden />
        </Button>
      }
      entries={entries}
    />
  );
};

/** The head above an article's text: title, publication, date, length, and what a citation still lacks. */
export const ArticleHead = ({ bibliography, about, publication }: ArticleHeadProps) => {
  const { article } = useReader();
  const missingFields = missingForCitation(bibliography);
  useWindowTitle(bibliography.title ?? 'Untitled');
  const openDetails = () => runCommand('article.details');
  return (
    <header className={styles.head}>
      <Title title={bibliography.title} />
      <div className={styles.facts}>
        <Carrier publication={publication} />
        {bibliography.byline !== null && <span>{bibliography.byline}</span>}
        <PublicationDate publishedAt={bibliography.publishedAt} dateCertainty={bibliography.dateCertainty} />
        <span>{printCount(article.article.words, 'word')}</span>
        <PassagesFact />
        <MachineFact />
        {about.marking !== null && <MarkingSign marking={about.marking} />}
        {about.state === 'read' && <span>read</span>}
        <TagChips tagIds={about.tagIds} />
      </div>
      {about.withdrawn !== null && <WithdrawnLine withdrawn={about.withdrawn} />}
      <EventDatesLine eventDates={about.eventDates} />
      <div className={styles.end}>
        {article.pages.length > 0 && isPaged(article.article.format) && <PagesButton />}
        <IconButton
          icon={about.note === null ? StickyNote : NotebookText}
          label={about.note === null ? 'Write a note on the article' : 'Note on the article'}
          keys={usePrintedKey('article.note')}
          isSmall
          onPress={() => runCommand('article.note')}
        />
        <IconButton
          icon={Info}
          label="Article details"
          keys={usePrintedKey('article.details')}
          isSmall
          onPress={openDetails}
        />
      </div>
      {missingFields.length > 0 && (
        <MissingFields article={article.article} bibliography={bibliography} missingFields={missingFields} />
      )}
    </header>
  );
};

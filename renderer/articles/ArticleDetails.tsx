import { CalendarPlus, FilePlus2, Trash2, X } from 'lucide-react';
import type { ArticleRecord } from '#domain/article/article.ts';
import { missingForCitation } from '#domain/article/bibliography/bibliography.ts';
import { printMissingFields } from '#domain/article/bibliography/print-missing-fields.ts';
import { effectiveBibliography } from '#domain/article/effective-bibliography.ts';
import { articleFormats } from '#domain/article/formats/article-formats.ts';
import { articlesNamedIn } from '#domain/article/named-in-note.ts';
import { appCopy } from '#domain/contract/app.ts';
import {
  articleCorrect,
  articleDuplicates,
  articleOpen,
  articleSetEventDates,
  articleSetMarking,
  articleSetNote,
  articleSetTags,
  type OpenArticle,
} from '#domain/contract/article.ts';
import { articleNames } from '#domain/contract/many-articles.ts';
import { type EventDate, printEventTimeAsIso, readEventTime } from '#domain/dates/event-date.ts';
import type { ArticleId } from '#domain/ids.ts';
import { printCount } from '#domain/print-count.ts';
import type { RichText } from '#domain/rich-text.ts';
import { act } from '#renderer/bridge/act.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { chooseNewVersion } from '#renderer/parts/article/imports.ts';
import { printWithdrawal } from '#renderer/parts/article/print-withdrawal.ts';
import { BibliographyFields, useKnownOffers } from '#renderer/parts/BibliographyFields.tsx';
import { printClock, printInstantDay } from '#renderer/parts/dates/print-date.ts';
import { EVENT_DATE_PROBLEM } from '#renderer/parts/dates/print-resolved.ts';
import { printEventTime } from '#renderer/parts/dates/print-span.ts';
import { CommitField } from '#renderer/parts/field/CommitField.tsx';
import { MarkingPicker } from '#renderer/parts/MarkingPicker.tsx';
import { NoteEditor } from '#renderer/parts/note/NoteEditor.tsx';
import { TagPicker } from '#renderer/parts/tag/TagPicker.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { SheetHead } from '#renderer/ui/overlays/SheetHead.tsx';
import { Badge } from '#renderer/ui/signs/Badge.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import { sayDone } from '#renderer/window/notices.ts';
import { useToday } from '#renderer/window/today.ts';
import { DuplicateLines } from './DuplicateLines.tsx';
import styles from './details.module.css';

export type ArticleDetailsProps = { readonly articleId: ArticleId; readonly onClose: () => void };

/** The other articles with this text; renders nothing if there are none. */
const SameText = ({ articleId }: { readonly articleId: ArticleId }) => {
  const { data: duplicates = [] } = useQuery(articleDuplicates, { articleId });
  return duplicates.length === 0 ? null : (
    <section className={styles.stack}>
      <h3>Same text elsewhere</h3>
      <DuplicateLines duplicates={duplicates} of={articleId} />
      <p className="quiet-words">
        These articles and this one count as one origin: they don’t confirm each other.
      </p>
    </section>
  );
};

type ArticleNoteProps = { readonly articleId: ArticleId; readonly note: RichText | null };

/** A link to each article that a note names, such as the mail that it came with. */
export const NamedArticles = ({ note }: { readonly note: RichText | null }) => {
  const { data: named = [] } = useQuery(articleNames, { articleIds: [...articlesNamedIn(note)] });
  if (named.length === 0) return null;
  return (
    <ul className={styles.named} aria-label="Articles named in the note">
      {named.map(({ articleId, title }) => (
        <li key={articleId}>
          <Button isSmall variant="quiet" onPress={() => goTo({ view: 'articles', articleId })}>
            {title}
          </Button>
        </li>
      ))}
    </ul>
  );
};

/** The note on an article as a whole. */
const ArticleNote = ({ articleId, note }: ArticleNoteProps) => (
  <div>
    <div className={styles.label}>Note</div>
    <NoteEditor
      label="Note on the article"
      note={note}
      onSave={(written, editId) => act(articleSetNote, { articleId, note: written, editId })}
    />
    <NamedArticles note={note} />
  </div>
);

const copyHash = async (text: string): Promise<void> => {
  const answer = await act(appCopy, { text });
  if (answer.ok) sayDone('Copied the SHA-256');
};

/** Whether it came from another tool: the original is then an entry of that tool's export. */
const isOfTool = ({ format }: ArticleRecord): boolean => format === 'brought' || format === 'excerpts';

/** Where the stored copy came from, and its id in every citation. */
const Provenance = ({ article }: { readonly article: ArticleRecord }) => {
  const today = useToday();
  return (
    <section>
      <h3>Stored copy</h3>
      <dl className={joinClasses('facts-list', styles.facts)}>
        <dt>Imported</dt>
        <dd>
          {printInstantDay(article.importedAt, today)}, {printClock(article.importedAt)}
        </dd>
        <dt>From</dt>
        <dd>
          {article.originalName ?? 'the clipboard'}
          {isOfTool(article) && <>, {articleFormats[article.format].name}</>}
        </dd>
        <dt>Encoding</dt>
        <dd>{article.originalEncoding}</dd>
        <dt>Length</dt>
        <dd>{printCount(article.words, 'word')}</dd>
        <dt>SHA-256</dt>
        <dd>
          <code className={styles.hash}>{article.textSha256}</code>
          <Button isSmall variant="quiet" onPress={() => void copyHash(article.textSha256)}>
            Copy
          </Button>
        </dd>
      </dl>
    </section>
  );
};

type EventDatesProps = { readonly articleId: ArticleId; readonly eventDates: readonly EventDate[] };

type RowProps = {
  readonly eventDate: EventDate;
  /** Saves the change; null removes the date. Returns whether it was saved. */
  readonly onChange: (changed: EventDate | null) => Promise<boolean>;
};

const Row = ({ eventDate, onChange }: RowProps) => {
  const printed = printEventTime(eventDate);
  const commitDate = async (typed: string): Promise<boolean> => {
    const time = readEventTime(typed);
    return time !== null && onChange({ ...time, note: eventDate.note });
  };
  return (
    <li className={styles.eventDate}>
      <CommitField
        label="Date"
        isLabelHidden
        value={printed}
        validate={(typed) => (readEventTime(typed) === null ? EVENT_DATE_PROBLEM : undefined)}
        onCommit={commitDate}
      />
      <CommitField
        label={`What happens on ${printed}`}
        isLabelHidden
        placeholder="What happens on this date"
        value={eventDate.note ?? ''}
        validate={(typed) => (typed.length > 500 ? 'Write at most 500 characters.' : undefined)}
        onCommit={(typed) => onChange({ ...eventDate, note: typed === '' ? null : typed })}
      />
      <IconButton icon={X} label={`Remove ${printed}`} isSmall onPress={() => void onChange(null)} />
    </li>
  );
};

/** The dates of the events that the article is about: each can be corrected or removed, and new ones added. */
const EventDates = ({ articleId, eventDates }: EventDatesProps) => {
  const change = async (at: number, changed: EventDate | null): Promise<boolean> => {
    const after = eventDates.flatMap((each, index) => (index === at ? (changed ?? []) : each));
    return (await act(articleSetEventDates, { articleId, eventDates: after })).ok;
  };
  return (
    <div>
      <div className={styles.label}>Event dates</div>
      <ul className={styles.eventDates}>
        {eventDates.map((eventDate, index) => (
          <Row
            key={`${printEventTimeAsIso(eventDate)} ${eventDate.note}`}
            eventDate={eventDate}
            onChange={(changed) => change(index, changed)}
          />
        ))}
      </ul>
      <Button isSmall variant="quiet" onPress={() => runCommand('article.event-date')}>
        <CalendarPlus size={14} aria-hidden /> Add an event date…
      </Button>
    </div>
  );
};

/** Says that the publisher has withdrawn it, or offers to record that. */
const Withdrawn = ({ withdrawn }: Pick<OpenArticle['about'], 'withdrawn'>) => (
  <div>
    {withdrawn !== null && (
      <p className={styles.missing} dir="auto">
        {printWithdrawal(withdrawn)}
      </p>
    )}
    <Button isSmall variant="quiet" onPress={() => runCommand('article.withdrawn')}>
      {withdrawn === null ? 'Mark as withdrawn…' : 'Change…'}
    </Button>
    {withdrawn !== null && (
      <Button isSmall variant="quiet" onPress={() => runCommand('article.not-withdrawn')}>
        No longer withdrawn
      </Button>
    )}
  </div>
);

const DetailsOf = ({ article, about }: OpenArticle) => {
  const articleId = article.id;
  const bibliography = effectiveBibliography(article, about);
  const missingFields = missingForCitation(bibliography);
  const offersOf = useKnownOffers();
  return (
    <>
      {missingFields.length > 0 && (
        <p className={styles.missing}>
          <Badge>Citation incomplete</Badge> Missing: {printMissingFields(missingFields)}.
        </p>
      )}
      <SameText articleId={articleId} />
      <section>
        <h3>Bibliography</h3>
        <BibliographyFields
          articleId={articleId}
          bibliography={bibliography}
          found={article.found}
          offersOf={offersOf}
          onChange={async (corrections) => (await act(articleCorrect, { articleId, corrections })).ok}
        />
      </section>
      <section className={styles.stack}>
        <h3>Yours</h3>
        <MarkingPicker
          label="Marking received"
          value={about.marking}
          onChange={(marking) => void act(articleSetMarking, { articleId, marking })}
        />
        <div>
          <div className={styles.label}>Tags</div>
          <TagPicker
            tagIds={about.tagIds}
            onChange={(tagIds) => void act(articleSetTags, { articleId, tagIds: [...tagIds] })}
          />
        </div>
        <Withdrawn withdrawn={about.withdrawn} />
        <EventDates articleId={articleId} eventDates={about.eventDates} />
        <ArticleNote articleId={articleId} note={about.note} />
      </section>
      <Provenance article={article} />
      <Button onPress={() => void chooseNewVersion(articleId)}>
        <FilePlus2 size={14} aria-hidden /> Import a new version…
      </Button>
      <Button variant="danger" onPress={() => runCommand('article.delete')}>
        <Trash2 size={14} aria-hidden /> Move the article to trash
      </Button>
    </>
  );
};

/** Everything recorded of an article as a whole. The text is fixed; everything here can be corrected. */
export const ArticleDetails = ({ articleId, onClose }: ArticleDetailsProps) => {
  const { data } = useQuery(articleOpen, { articleId });
  return (
    <div className={styles.details}>
      <SheetHead title="Article details" onClose={onClose} />
      {data !== undefined && <DetailsOf key={articleId} {...data} />}
    </div>
  );
};

import { BookOpen, Info, NotebookText, StickyNote } from 'lucide-react';
import { type Bibliography, missingForCitation } from '#domain/article/bibliography/bibliography.ts';
import { pagedRangeAt } from '#domain/article/pages.ts';
import type { OpenArticle } from '#domain/contract/article.ts';
import { printCount } from '#domain/print-count.ts';
import { reliabilityTable } from '#domain/tradecraft/reliability.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { usePrintedKey } from '#renderer/commands/keys.ts';
import { MarkingSign } from '#renderer/parts/marking/MarkingSign.tsx';
import type { Publication } from '#renderer/parts/passage/card/speaker/print-speaker.ts';
import { TagChips } from '#renderer/parts/tag/TagChips.tsx';
import { IconButton } from '#renderer/ui/buttons/IconButton.tsx';
import { usePageView } from '#renderer/window/page-view.ts';
import { useWindowTitle } from '#renderer/window/use-window-title.ts';
import { useReader } from '../state/reader-context.ts';
import { beginsWithTitle } from '../text/begins-with-title.ts';
import styles from './article-head.module.css';
import { EventDatesLine } from './EventDatesLine.tsx';
import { MissingFields } from './MissingFields.tsx';
import { PublicationDate } from './PublicationDate.tsx';

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
  if (publication === null) return <span>publisher unknown</span>;
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

const CHECK_IMAGE =
  'OCR has read them from their pictures: check what you quote against the page (Pages of the original)';

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

/** How much of the text was read by machine, from pictures of its pages. */
const MachineFact = () => {
  const { machine, pages } = useReader().article;
  if (machine.length === 0) return null;
  const read = new Set(machine.map(({ start }) => pagedRangeAt(pages, start)?.index));
  return <span title={CHECK_IMAGE}>{printCount(read.size, 'page')} read by machine</span>;
};

/** What an article is, above its text: title, who carries it, when, how long, and what a citation still lacks. */
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
        <MachineFact />
        {about.marking !== null && <MarkingSign marking={about.marking} />}
        {about.state === 'read' && <span>read</span>}
        <TagChips tagIds={about.tagIds} />
      </div>
      <EventDatesLine eventDates={about.eventDates} />
      <div className={styles.end}>
        {article.pages.length > 0 && article.article.format === 'pdf' && <PagesButton />}
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

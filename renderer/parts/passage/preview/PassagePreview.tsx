import { useMemo } from 'react';
import type { OpenArticle } from '#domain/contract/article.ts';
import type { PassageRow } from '#domain/contract/passage.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { printCount } from '#domain/print-count.ts';
import type { SearchTerm } from '#domain/search/language/search-node.ts';
import { joinFacts } from '#domain/text/join-facts.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { printDay } from '#renderer/parts/dates/print-date.ts';
import { leaveOnEscape } from '#renderer/parts/field/leave-on-escape.ts';
import type { CardField } from '#renderer/parts/passage/card/card-field.ts';
import { PassageCard } from '#renderer/parts/passage/card/PassageCard.tsx';
import { useStandAside } from '#renderer/parts/passage/related/related-store.ts';
import { struckWordsOf } from '#renderer/parts/passage/struck-words-of.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { SidePanel } from '#renderer/ui/collections/SidePanel.tsx';
import { ButtonRow } from '#renderer/ui/rows/ButtonRow.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import { editPassageOf } from '../acts/edit-passage-of.ts';
import { printRowPlace, printRowVersion } from '../line/print-row-place.ts';
import { findSpeakerOf } from './find-speaker-of.ts';
import { HitsInText } from './HitsInText.tsx';
import { PassageInText } from './PassageInText.tsx';
import styles from './preview.module.css';
import { printDatesOf } from './print-dates-of.ts';

export type PassagePreviewProps = {
  readonly row: PassageRow | undefined;
  /** The field of its card that is being written. */
  readonly field: CardField | null;
  readonly onField: (field: CardField | null) => void;
  readonly onOpen: () => void;
  /** Back to the table. */
  readonly onLeave: () => void;
  /** Whether it is shown: beside the page, or as a drawer over it. */
  readonly isShown: boolean;
  /** The drawer was left. */
  readonly onClose: () => void;
  /** What was sought is marked, with the paragraphs around it. */
  readonly terms?: readonly SearchTerm[];
};

type PreviewOfProps = Pick<PassagePreviewProps, 'field' | 'onField' | 'onLeave' | 'terms'> & {
  readonly row: PassageRow;
  readonly open: OpenArticle;
  readonly passage: Passage;
};

const PreviewOf = ({ row, open, passage, field, onField, onLeave, terms }: PreviewOfProps) => {
  useStandAside(field !== null);
  const dates = useMemo(() => printDatesOf(open, passage), [open, passage]);
  const struck = useMemo(() => struckWordsOf(open, passage), [open, passage]);
  const setField = (next: CardField | null): void => {
    onField(next);
    if (next === null) onLeave();
  };
  return (
    <section
      className={styles.card}
      aria-label="The passage"
      onKeyDownCapture={leaveOnEscape(() => setField(null))}
    >
      {terms === undefined || row.region !== null ? (
        <PassageInText open={open} passage={passage} />
      ) : (
        <HitsInText open={open} passage={passage} terms={terms} />
      )}
      <PassageCard
        articleId={row.articleId}
        passage={passage}
        dates={dates}
        struck={struck}
        publication={row.publication}
        tasks={open.tasks.filter(({ passageId }) => passageId === row.id)}
        page={row.page ?? undefined}
        paragraph={row.paragraph}
        findSpeaker={() => findSpeakerOf(open, passage)}
        relationCount={row.relationCount}
        isOpen
        field={field}
        onField={setField}
        onOpen={() => undefined}
        onEdit={editPassageOf(row.articleId, row.id)}
      />
    </section>
  );
};

/** The readings of the passage in the other versions of its article, folded. */
const OtherVersions = ({ row }: { readonly row: PassageRow }) => {
  const others = row.readings.filter(({ passageId }) => passageId !== row.id);
  if (others.length === 0) return null;
  return (
    <details className={styles.versions}>
      <summary>{printCount(others.length, 'other version')}</summary>
      {others.map(({ articleId, passageId, version, printed }) => (
        <ButtonRow key={passageId} onPress={() => goTo({ view: 'articles', articleId, passageId })}>
          <span className={styles.which}>
            {version === null ? '' : `Version ${version.number} of ${version.count}`}
          </span>
          <span dir="auto">{printed}</span>
        </ButtonRow>
      ))}
    </details>
  );
};

/** The selected passage in its paragraph, and all that is said of it. */
export const PassagePreview = ({ row, onOpen, isShown, onClose, ...card }: PassagePreviewProps) => {
  const { data: open } = useQuery('article:open', row === undefined ? null : { articleId: row.articleId });
  const passage = open?.passages.find(({ id }) => id === row?.id);
  return (
    <SidePanel label="Preview" isShown={isShown} onClose={onClose}>
      {row === undefined ? (
        <EmptyState title="Select a passage">
          It is shown here in its paragraph. <Kbd keys="Enter" /> shows it in the article.
        </EmptyState>
      ) : (
        <div className={styles.preview}>
          <header className={styles.where}>
            <h2 dir="auto">{row.articleTitle ?? 'Untitled'}</h2>
            <p>
              {joinFacts([
                row.publication?.name,
                row.publishedAt === null ? null : printDay(row.publishedAt),
                printRowPlace(row),
                printRowVersion(row),
              ])}
            </p>
          </header>
          {open !== undefined && passage !== undefined && (
            <PreviewOf key={row.id} row={row} open={open} passage={passage} {...card} />
          )}
          <OtherVersions row={row} />
          <Button onPress={onOpen}>
            Show in article <Kbd keys="Enter" />
          </Button>
        </div>
      )}
    </SidePanel>
  );
};

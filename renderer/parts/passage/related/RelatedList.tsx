import { useRef, useState } from 'react';
import { GridList, GridListHeader, GridListItem, GridListSection } from 'react-aria-components';
import type { RelatedPassages } from '#domain/contract/rows.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { goTo } from '#renderer/window/navigation.ts';
import { askForLink, unlinkPassages } from '../link/link-store.ts';
import { RelatedItem } from './RelatedItem.tsx';
import styles from './related.module.css';
import { type RelatedEntry, relatedSections, type SectionId } from './related-sections.ts';
import { useRelatedKeys } from './use-related-keys.ts';

/** So many of each list of what may be related are shown at first: the next list stays in sight. */
const FIRST_SHOWN = 4;

export type RelatedListProps = {
  readonly related: RelatedPassages;
  /** Whether the hands are in the pane: the letters of a passage then mean the row in focus. */
  readonly hasFocus: boolean;
};

/** What is linked and what may be worth linking, as one list: Enter goes to a passage and leaves the list where it is. */
export const RelatedList = ({ related, hasFocus }: RelatedListProps) => {
  const [whole, setWhole] = useState<ReadonlySet<SectionId>>(new Set());
  const list = useRef<HTMLDivElement>(null);
  const sections = relatedSections(related);
  const { articleId, id: passageId } = related.row;
  const on = { articleId, passageId };

  const entryOf = (key: unknown): RelatedEntry | undefined =>
    sections.flatMap(({ entries }) => entries).find(({ id }) => id === key);
  const link = (entry: RelatedEntry): void => askForLink(on, { other: entry.row });
  const unlink = ({ row, link: made }: RelatedEntry): void => {
    if (made !== null) void unlinkPassages(on, { row, ...made });
  };
  const open = (key: unknown): void => {
    const section = sections.find(({ id }) => key === `more ${id}`);
    const row = entryOf(key)?.row;
    if (section !== undefined) setWhole(new Set([...whole, section.id]));
    else if (row !== undefined) goTo({ view: 'articles', articleId: row.articleId, passageId: row.id });
  };
  useRelatedKeys({ list, entryOf, link, unlink, hasFocus });

  return (
    <div className={styles.list} data-single-keys>
      <GridList
        ref={list}
        aria-label="Related passages"
        disallowTypeAhead
        data-pane-focus
        onAction={open}
        className={joinClasses(styles.rows)}
      >
        {sections.map(({ id, name, summary, entries, empty }) => {
          const isWhole = id === 'linked' || whole.has(id) || entries.length <= FIRST_SHOWN + 1;
          return (
            <GridListSection key={id} id={id} className={joinClasses(styles.section)}>
              <GridListHeader className={joinClasses(styles.heading)}>
                <h3>{name}</h3>
                <span>{summary}</span>
                {entries.length === 0 && <p>{empty}</p>}
              </GridListHeader>
              {(isWhole ? entries : entries.slice(0, FIRST_SHOWN)).map((entry) => (
                <RelatedItem key={entry.id} entry={entry} onLink={link} onUnlink={unlink} />
              ))}
              {!isWhole && (
                <GridListItem id={`more ${id}`} textValue="Show more" className={joinClasses(styles.more)}>
                  {entries.length - FIRST_SHOWN} more
                </GridListItem>
              )}
            </GridListSection>
          );
        })}
      </GridList>
    </div>
  );
};

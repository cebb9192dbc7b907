import { useMemo, useState } from 'react';
import { GridList, GridListHeader, GridListItem, GridListSection } from 'react-aria-components';
import type { RelatedPassages } from '#domain/contract/passage.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { type FocusRows, useFocusRows } from '#renderer/ui/rows/use-focus-rows.ts';
import { useFocusTarget } from '#renderer/window/focus-targets.ts';
import { goTo } from '#renderer/window/navigation.ts';
import { askForLink, unlinkPassages } from '../link/link-store.ts';
import { RelatedItem } from './RelatedItem.tsx';
import styles from './related.module.css';
import {
  type RelatedEntry,
  type RelatedSection,
  relatedSections,
  type SectionId,
} from './related-sections.ts';
import { useRelatedKeys } from './use-related-keys.ts';

/** So many of each list of what may be related are shown at first: the next list stays in sight. */
const FIRST_SHOWN = 4;

const moreId = (id: SectionId): string => `more ${id}`;

export type RelatedListProps = {
  readonly related: RelatedPassages;
  /** Whether the hands are in the pane: the letters of a passage then mean the row in focus. */
  readonly hasFocus: boolean;
};

type MoreItemProps = { readonly id: string; readonly rows: FocusRows; readonly count: number };

const MoreItem = ({ id, rows, count }: MoreItemProps) => (
  <GridListItem
    ref={useMemo(() => rows.register(id), [rows, id])}
    id={id}
    textValue="Show more"
    className={joinClasses(styles.more)}
  >
    {count} more
  </GridListItem>
);

/** What is linked and what may be worth linking, as one list: Enter goes to a passage and leaves the list where it is. */
export const RelatedList = ({ related, hasFocus }: RelatedListProps) => {
  const [whole, setWhole] = useState<ReadonlySet<SectionId>>(new Set());
  const sections = relatedSections(related);
  const shownOf = ({ id, entries }: RelatedSection): readonly RelatedEntry[] => {
    const isWhole = id === 'linked' || whole.has(id) || entries.length <= FIRST_SHOWN + 1;
    return isWhole ? entries : entries.slice(0, FIRST_SHOWN);
  };
  const { articleId, id: passageId } = related.row;
  const on = { articleId, passageId };

  const entryOf = (key: unknown): RelatedEntry | undefined =>
    sections.flatMap(({ entries }) => entries).find(({ id }) => id === key);
  const link = (entry: RelatedEntry): void => askForLink(on, { other: entry.row });
  const unlink = ({ row, link: made }: RelatedEntry): void => {
    if (made !== null) void unlinkPassages(on, { row, ...made });
  };
  const open = (key: unknown): void => {
    const section = sections.find(({ id }) => key === moreId(id));
    const row = entryOf(key)?.row;
    if (section !== undefined) setWhole(new Set([...whole, section.id]));
    else if (row !== undefined) goTo({ view: 'articles', articleId: row.articleId, passageId: row.id });
  };
  const shown = sections.map((section) => ({ ...section, shown: shownOf(section) }));
  const rows = useFocusRows(
    shown.flatMap((section) => [
      ...section.shown.map(({ id }) => id),
      ...(section.shown.length < section.entries.length ? [moreId(section.id)] : []),
    ]),
  );
  useRelatedKeys({ rows, entryOf, link, unlink, hasFocus });
  return (
    <div ref={useFocusTarget('related-list')} className={styles.list} data-single-keys>
      <GridList
        aria-label="Related passages"
        disallowTypeAhead
        data-pane-focus
        onAction={open}
        className={joinClasses(styles.rows)}
      >
        {shown.map(({ id, name, summary, entries, empty, shown: drawn }) => (
          <GridListSection key={id} id={id} className={joinClasses(styles.section)}>
            <GridListHeader className={joinClasses(styles.heading)}>
              <h3>{name}</h3>
              <span>{summary}</span>
              {entries.length === 0 && <p>{empty}</p>}
            </GridListHeader>
            {drawn.map((entry) => (
              <RelatedItem key={entry.id} entry={entry} rows={rows} onLink={link} onUnlink={unlink} />
            ))}
            {drawn.length < entries.length && (
              <MoreItem id={moreId(id)} rows={rows} count={entries.length - drawn.length} />
            )}
          </GridListSection>
        ))}
      </GridList>
    </div>
  );
};

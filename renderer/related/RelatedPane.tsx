import { Link2, Link2Off, X } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { GridList, GridListHeader, GridListItem, GridListSection } from 'react-aria-components';
import { type CommandId, commandIds, commandOf } from '#domain/command/command-table.ts';
import { passageEdit, passageRelated, type RelatedPassages } from '#domain/contract/passage.ts';
import type { Label } from '#domain/passage/label.ts';
import { wordRelation } from '#domain/passage/word-relation.ts';
import { sameOriginWords } from '#domain/source/compare-origins.ts';
import { act } from '#renderer/bridge/act.ts';
import { announceOutcome, outcomeOf } from '#renderer/bridge/outcome.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useCommands } from '#renderer/commands/commands.ts';
import { usePrintedKeys } from '#renderer/commands/keys.ts';
import { citeInMemo } from '#renderer/parts/memo/cite-in-memo.tsx';
import { copyCited } from '#renderer/parts/passage/copy-cited.ts';
import { GradeSign } from '#renderer/parts/passage/GradeSign.tsx';
import { LabelSign } from '#renderer/parts/passage/LabelSign.tsx';
import { labelCommands, useLabels } from '#renderer/parts/passage/labels.ts';
import { askForLink } from '#renderer/parts/passage/link/LinkDialog.tsx';
import { unlinkPassages } from '#renderer/parts/passage/link/link-passages.tsx';
import { PassageWords } from '#renderer/parts/passage/PassageWords.tsx';
import { RowFacts } from '#renderer/parts/passage/RowFacts.tsx';
import {
  closeRelated,
  type OnPassage,
  showRelated,
  useIsCovered,
  useRelated,
} from '#renderer/parts/passage/related/related-store.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { type FocusRows, useFocusRows } from '#renderer/ui/collections/rows.tsx';
import { focusPane } from '#renderer/ui/focus/focus-pane.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { SideSheet } from '#renderer/ui/overlays/SideSheet.tsx';
import { Badge } from '#renderer/ui/signs/Badge.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { areKeysBlocked } from '#renderer/ui/use-blocked-keys.ts';
import { focusTarget, focusTargetElement, useFocusTarget } from '#renderer/window/focus-targets.ts';
import { goTo } from '#renderer/window/navigation.ts';
import { sayHint } from '#renderer/window/notices.ts';
import styles from './related.module.css';
import {
  type RelatedEntry,
  type RelatedSection,
  relatedSections,
  type SectionId,
} from './related-sections.ts';

/** The passage that the pane is about. */
const About = ({ row, isConfirmed }: RelatedPassages) => (
  <div className={styles.about}>
    <div className={styles.rowHead}>
      <LabelSign label={row.label} />
      <GradeSign grade={row.grade} />
      {isConfirmed && (
        <Badge tone="ok" title="A passage of another origin supports it">
          supported from another origin
        </Badge>
      )}
    </div>
    <PassageWords row={row} lines={4} />
    <RowFacts row={row} />
  </div>
);

type ContentProps = { readonly on: OnPassage; readonly asked: number; readonly hasFocus: boolean };

/** How many of each list of possible relations are shown at first, so that the next list stays visible. */
const FIRST_SHOWN = 4;

const moreId = (id: SectionId): string => `more ${id}`;

type RelatedListProps = {
  readonly related: RelatedPassages;
  /** Whether the focus is in the pane: passage keys then act on its focused row. */
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

type RelatedKeys = {
  readonly rows: FocusRows;
  readonly entryOf: (key: unknown) => RelatedEntry | undefined;
  readonly link: (entry: RelatedEntry) => void;
  readonly unlink: (entry: RelatedEntry) => void;
  readonly hasFocus: boolean;
};

const sayOpenFirst = (): void => sayHint('Press Enter to go to the passage first');

/**
 * All passage commands: while the focus is in the list none of them may reach the passage selected in the text or table
 * beside it.
 */
const nowhereElse: Readonly<Partial<Record<CommandId, () => void>>> = Object.fromEntries(
  commandIds.filter((id) => commandOf(id).group === 'Passage').map((id) => [id, sayOpenFirst]),
);

/** Passage keys on the focused row. */
const useRelatedKeys = ({ rows, entryOf, link, unlink, hasFocus }: RelatedKeys): void => {
  const onEntry = (run: (entry: RelatedEntry) => void) => () => {
    const entry = entryOf(rows.focused());
    if (entry !== undefined) run(entry);
  };
  const relabel = ({ id: label, name }: Label) =>
    onEntry(({ row: { articleId, id: passageId } }) => {
      const input = { articleId, passageId, edit: { kind: 'label', label } } as const;
      const outcome = act(passageEdit, input).then((answer) => outcomeOf(passageEdit, input, answer));
      void announceOutcome(`Labelled ${name}`, outcome);
    })();
  useCommands(
    {
      ...nowhereElse,
      'passage.next': () => rows.focusBeside(rows.focused(), 1),
      'passage.previous': () => rows.focusBeside(rows.focused(), -1),
      'passage.link': onEntry((entry) =>
        entry.link === null ? link(entry) : sayHint('Already linked. Press Delete to remove the link'),
      ),
      'passage.delete': onEntry((entry) =>
        entry.link === null ? sayHint('You can remove only links here') : unlink(entry),
      ),
      'passage.related': onEntry(({ row: { articleId, id: passageId } }) =>
        showRelated({ articleId, passageId }),
      ),
      'passage.cite': onEntry(({ row }) => void citeInMemo([row.id])),
      'edit.copy-cited': onEntry(({ row }) => void copyCited([row.id])),
      ...labelCommands(useLabels(), relabel),
    },
    hasFocus,
  );
};

type RelatedItemProps = {
  readonly entry: RelatedEntry;
  readonly rows: FocusRows;
  readonly onLink: (entry: RelatedEntry) => void;
  readonly onUnlink: (entry: RelatedEntry) => void;
};

/** A passage beside the pane's own: how it is linked, its words, its grade, its speaker. */
const RelatedItem = ({ entry, rows, onLink, onUnlink }: RelatedItemProps) => {
  const { row, link, sameOrigin } = entry;
  const origin = sameOrigin === null ? null : sameOriginWords[sameOrigin];
  const printed = usePrintedKeys();
  const keysOf = (id: CommandId) => {
    const [keys] = printed(id);
    return keys === undefined ? {} : { keys };
  };
  return (
    <GridListItem
      ref={useMemo(() => rows.register(entry.id), [rows, entry.id])}
      id={entry.id}
      textValue={`${link === null ? '' : `${wordRelation(link.type, link.direction)}: `}${row.quote}`}
      className={joinClasses(styles.row)}
    >
      <div className={styles.rowHead}>
        {link !== null && <span className={styles.verb}>{wordRelation(link.type, link.direction)}</span>}
        <LabelSign label={row.label} />
        <GradeSign grade={row.grade} />
        {origin !== null && (
          <Badge title={`${origin.why}: these do not confirm each other`}>{origin.short}</Badge>
        )}
        <span className={styles.act}>
          {link === null ? (
            <IconButton
              icon={Link2}
              label="Link"
              {...keysOf('passage.link')}
              isSmall
              onPress={() => onLink(entry)}
            />
          ) : (
            <IconButton
              icon={Link2Off}
              label="Remove link"
              {...keysOf('passage.delete')}
              isSmall
              onPress={() => onUnlink(entry)}
            />
          )}
        </span>
      </div>
      <PassageWords row={row} lines={3} />
      <RowFacts row={row} />
    </GridListItem>
  );
};

/** Linked passages and possible ones as one list: Enter goes to a passage and leaves the list in place. */
const RelatedList = ({ related, hasFocus }: RelatedListProps) => {
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

const Content = ({ on, asked, hasFocus }: ContentProps) => {
  const { data: related } = useQuery(passageRelated, on);
  // The pane took the focus, perhaps while still empty: it moves on to the list. Each request focuses it again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => focusTarget('related-list'), [asked]);
  if (related === undefined) return <div className={styles.content} aria-busy />;
  if (related === null) {
    return <EmptyState title="This passage no longer exists">Undo restores it.</EmptyState>;
  }
  return (
    <div className={styles.content}>
      <About {...related} />
      <RelatedList related={related} hasFocus={hasFocus} />
    </div>
  );
};

/** Esc in the text or on a row beside the pane closes it too, unless it means something more urgent there. */
const useEscapeElsewhere = (isCovering: boolean): void =>
  useEffect(() => {
    if (!isCovering) return;
    const close = (event: KeyboardEvent): void => {
      const isTaken = event.defaultPrevented || areKeysBlocked();
      if (event.key === 'Escape' && !isTaken) closeRelated();
    };
    window.addEventListener('keydown', close);
    return () => window.removeEventListener('keydown', close);
  }, [isCovering]);

export type RelatedPaneProps = {
  /** What the pane covers. */
  readonly covers: 'margin' | 'side';
};

const toView = (): void => {
  const view = focusTargetElement('view');
  if (focusTargetElement('article-text') !== undefined) focusTarget('article-text');
  else if (view !== undefined) focusPane(view);
};

/** The pane of related passages, over the edge of any view that shows passages. */
export const RelatedPane = ({ covers }: RelatedPaneProps) => {
  const { on, asked } = useRelated();
  const isCovering = useIsCovered();
  const [hasFocus, setHasFocus] = useState(false);
  useEscapeElsewhere(isCovering);
  if (on === null) return null;
  return (
    <SideSheet
      label="Related passages"
      covers={covers}
      isAside={!isCovering}
      asked={asked}
      elsewhere={toView}
      onFocusWithin={setHasFocus}
      onClose={closeRelated}
    >
      <div className={styles.pane}>
        <header className={styles.header}>
          <h2>Related</h2>
          <Button isSmall variant="quiet" onPress={() => askForLink(on)}>
            <Link2 size={14} aria-hidden /> Link to…
          </Button>
          <IconButton icon={X} label="Close" keys="Escape" isSmall onPress={closeRelated} />
        </header>
        <Content key={on.passageId} on={on} asked={asked} hasFocus={hasFocus} />
      </div>
    </SideSheet>
  );
};

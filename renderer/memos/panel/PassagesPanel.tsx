import { memo, type RefObject, useDeferredValue, useEffect, useRef } from 'react';
import { Button as AriaButton, GridList, GridListItem } from 'react-aria-components';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { type PassageRow, passageList } from '#domain/contract/passage.ts';
import type { ArticleId, PassageId } from '#domain/ids.ts';
import { setValue, stateOfValue } from '#domain/search/written-conditions.ts';
import { joinFacts } from '#domain/text/join-facts.ts';
import { errorWords } from '#renderer/bridge/error-words.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { passageActs } from '#renderer/commands/context-menu.ts';
import { ContextMenuArea } from '#renderer/parts/menu/ContextMenuArea.tsx';
import { copyCited } from '#renderer/parts/passage/copy-cited.ts';
import { GradeSign } from '#renderer/parts/passage/GradeSign.tsx';
import { LabelSign } from '#renderer/parts/passage/LabelSign.tsx';
import { PassageWords } from '#renderer/parts/passage/PassageWords.tsx';
import { printRowVersion } from '#renderer/parts/passage/print-row-place.ts';
import { useRelationCommands } from '#renderer/parts/passage/related/use-relation-commands.ts';
import { NothingFound } from '#renderer/parts/search/NothingFound.tsx';
import { QueryBox } from '#renderer/parts/search/QueryBox.tsx';
import { SavedSearchPicker } from '#renderer/parts/search/SavedSearchPicker.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { ToggleChip } from '#renderer/ui/ToggleChip.tsx';
import { useLatest } from '#renderer/ui/use-latest.ts';
import { sayHint } from '#renderer/window/notices.ts';
import { useViewState } from '#renderer/window/view-state.ts';
import { useDraggedPassages } from '../editor/drag-passages.ts';
import type { CitationShape } from '../inline-menu/find-passages.ts';
import styles from './panel.module.css';

const MAX_SHOWN = 200;

export type PassagesPanelProps = {
  /** How often each passage is cited in the memo. */
  readonly uses: ReadonlyMap<PassageId, number>;
  readonly citedArticles: ReadonlySet<ArticleId>;
  /** Null if the memo was sent: citing is not offered then, and its keys say why. */
  readonly onCite: ((row: PassageRow, shape: CitationShape) => void) | null;
};

const nothing = { rows: [] as readonly PassageRow[], count: 0 };

/** Shift+Enter on a row of the list, before the list takes it for Enter. Only the event says whether it is on a row. */
const useShiftEnter = (list: RefObject<HTMLElement | null>, act: () => void): void => {
  const latest = useLatest(act);
  useEffect(() => {
    const element = list.current;
    if (element === null) return;
    const listen = (event: KeyboardEvent): void => {
      const isOnRow = event.target instanceof Element && event.target.matches('[role="row"]');
      if (event.key !== 'Enter' || !event.shiftKey || !isOnRow) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current();
    };
    element.addEventListener('keydown', listen, { capture: true });
    return () => element.removeEventListener('keydown', listen, { capture: true });
  }, [list]);
};

type NoneToCiteProps = {
  readonly text: string;
  readonly error: AppError | undefined;
  readonly onChange: (text: string) => void;
};

/** Why no passage is listed, and what to do about it. */
const NoneToCite = ({ text, error, onChange }: NoneToCiteProps) => {
  if (error !== undefined) {
    const { title, text: says } = errorWords(error);
    return <EmptyState title={title}>{says}</EmptyState>;
  }
  return text.trim() === '' ? (
    <EmptyState title="No passages match">Highlight text in an article first.</EmptyState>
  ) : (
    <NothingFound title="No passages match" text={text} kind="passage" onChange={onChange} />
  );
};

/** Which passages are listed. */
type PanelFilter = {
  /** The search of the passages. */
  readonly text: string;
  /** Only those of articles that the memo cites already. */
  readonly isOfMemo: boolean;
};

const anyPassage: PanelFilter = { text: '', isOfMemo: false };

type PanelFiltersProps = {
  readonly choice: PanelFilter;
  readonly onChange: (choice: PanelFilter) => void;
};

const PanelFilters = ({ choice, onChange }: PanelFiltersProps) => {
  const change = (text: string): void => onChange({ ...choice, text });
  return (
    <div className={styles.filters}>
      <QueryBox
        label="Find passages"
        placeholder="Find passages"
        text={choice.text}
        onChange={change}
        isSmall
      />
      <div className={styles.chips}>
        <ToggleChip isOn={choice.isOfMemo} onChange={(isOfMemo) => onChange({ ...choice, isOfMemo })}>
          This memo’s articles
        </ToggleChip>
        <ToggleChip
          isOn={stateOfValue(choice.text, 'versions', 'all') === 'asked'}
          onChange={(isOn) => change(setValue(choice.text, 'versions', 'all', isOn ? 'asked' : 'open'))}
        >
          All versions
        </ToggleChip>
        <SavedSearchPicker text={choice.text} onChange={change} />
      </div>
    </div>
  );
};

/** Whichever version of it the memo cites. */
const usesOf = ({ id, readings }: PassageRow, uses: PassagesPanelProps['uses']): number =>
  [...new Set([id, ...readings.map(({ passageId }) => passageId)])].reduce(
    (sum, each) => sum + (uses.get(each) ?? 0),
    0,
  );

const timesWords = (times: number): string => {
  if (times === 1) return 'used here';
  return times === 2 ? 'used here twice' : `used here ${times} times`;
};

/** Who says it and where: the publication, else the title of the article. */
export const fromWords = (
  row: Pick<
    PassageRow,
    'speaker' | 'publication' | 'articleTitle' | 'paragraph' | 'version' | 'readings' | 'state'
  >,
): string =>
  joinFacts([
    row.speaker?.name,
    row.publication?.name ?? row.articleTitle ?? 'Untitled',
    row.paragraph === null ? null : `¶${row.paragraph}`,
    printRowVersion(row),
  ]);

type PassageItemProps = {
  readonly row: PassageRow;
  readonly uses: number;
  /** Null if the memo can't be changed. */
  readonly onCite: ((row: PassageRow, shape: CitationShape) => void) | null;
};

/** A passage to cite: its words, speaker, grade, and whether the memo already cites it. */
const PassageItem = ({ row, uses, onCite }: PassageItemProps) => (
  <GridListItem id={row.id} textValue={row.quote} className={joinClasses(styles.row)}>
    <div className={styles.rowHead}>
      <LabelSign label={row.label} />
      <GradeSign grade={row.grade} />
      {uses > 0 && <span className={styles.used}>{timesWords(uses)}</span>}
    </div>
    <PassageWords row={row} lines={3} />
    <div className={styles.rowFoot}>
      {onCite !== null && (
        <AriaButton slot="drag" className="visually-hidden">
          Drag into the memo
        </AriaButton>
      )}
      <span className={styles.from}>{fromWords(row)}</span>
      {onCite !== null && (
        <>
          <Button isSmall variant="quiet" onPress={() => onCite(row, 'inline')}>
            Cite
          </Button>
          <Button isSmall variant="quiet" onPress={() => onCite(row, 'block')}>
            {row.region === null ? 'Quote' : 'Figure'}
          </Button>
        </>
      )}
    </div>
  </GridListItem>
);

const Passages = ({ uses, citedArticles, onCite }: PassagesPanelProps) => {
  const [choice, setChoice] = useViewState<PanelFilter>('memo-passages', anyPassage);
  const text = useDeferredValue(choice.text);
  const { data, error } = useQuery(
    passageList,
    {
      filter: text.trim() === '' ? {} : { text },
      limit: MAX_SHOWN,
      ...(choice.isOfMemo && { articleIds: [...citedArticles] }),
    },
    { keepsPrevious: true },
  );
  const { rows, count } = data ?? nothing;
  const list = useRef<HTMLDivElement>(null);
  const dragAndDropHooks = useDraggedPassages(rows);

  const citeKey = (key: unknown, shape: CitationShape): void => {
    const row = rows.find(({ id }) => id === key);
    if (onCite === null) sayHint('This memo was sent and is read-only. Make an update to cite more');
    else if (row !== undefined) onCite(row, shape);
  };
  const focusedKey = (): string | undefined =>
    list.current?.querySelector<HTMLElement>('[role="row"]:focus-within')?.dataset.key;
  useCommand('passage.cite', () => citeKey(focusedKey(), 'inline'));
  useCommand(
    'edit.copy-cited',
    () => void copyCited(rows.flatMap(({ id }) => (id === focusedKey() ? id : []))),
  );
  const focusedRow = () => rows.find(({ id }) => id === focusedKey());
  useRelationCommands(() => {
    const row = focusedRow();
    return row === undefined ? null : { articleId: row.articleId, passageId: row.id };
  });
  useShiftEnter(list, () => citeKey(focusedKey(), 'block'));

  return (
    <div className={styles.passages}>
      <PanelFilters choice={choice} onChange={setChoice} />
      <ContextMenuArea
        ref={list}
        acts={passageActs}
        className={styles.rowsFrame}
        data-single-keys
        onContextTarget={({ target }) => {
          const row = target instanceof Element ? target.closest<HTMLElement>('[role="row"]') : null;
          row?.focus();
          return row === null ? null : { returnTo: row };
        }}
      >
        <GridList
          // A list can't become draggable, or stop being so: a new key makes it another list.
          key={onCite === null ? 'read' : 'cite'}
          aria-label="Passages"
          className={joinClasses(styles.rows)}
          items={rows}
          dependencies={[uses, onCite]}
          {...(onCite !== null && { dragAndDropHooks })}
          disallowTypeAhead
          onAction={(key) => citeKey(key, 'inline')}
          renderEmptyState={() => (
            <NoneToCite text={text} error={error} onChange={(next) => setChoice({ ...choice, text: next })} />
          )}
        >
          {(row) => <PassageItem row={row} uses={usesOf(row, uses)} onCite={onCite} />}
        </GridList>
        {count > rows.length && (
          <p className={styles.more}>
            {rows.length} of {count.toLocaleString('en-GB')} are shown. Search to see the others.
          </p>
        )}
      </ContextMenuArea>
    </div>
  );
};

/**
 * The archive's passages beside the memo: Enter, m or a drag cites; with Shift, Enter or the drag quotes as a block.
 */
export const PassagesPanel = memo(Passages);

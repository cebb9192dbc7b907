import { memo, useDeferredValue, useRef } from 'react';
import { GridList } from 'react-aria-components';
import type { PassageRow } from '#domain/contract/passage.ts';
import type { ArticleId, PassageId } from '#domain/ids.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { passageActs } from '#renderer/commands/context-menu.ts';
import { ContextMenuArea } from '#renderer/parts/menu/ContextMenuArea.tsx';
import { copyCited } from '#renderer/parts/passage/copy-cited.ts';
import { useRelationCommands } from '#renderer/parts/passage/related/use-relation-commands.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { sayHint } from '#renderer/window/notices.ts';
import { useViewState } from '#renderer/window/view-state.ts';
import type { CitationShape } from '../inline-menu/find-passages.ts';
import { useDraggedPassages } from './drag-passages.ts';
import { NoneToCite } from './NoneToCite.tsx';
import { anyPassage, type PanelFilter, PanelFilters } from './PanelFilters.tsx';
import { PassageItem } from './PassageItem.tsx';
import styles from './panel.module.css';
import { useShiftEnter } from './use-shift-enter.ts';

const MAX_SHOWN = 200;

export type PassagesPanelProps = {
  /** How often each passage is cited in the memo. */
  readonly uses: ReadonlyMap<PassageId, number>;
  readonly citedArticles: ReadonlySet<ArticleId>;
  /** Null where the memo is kept as it was sent: then citing is not offered, and its keys say why. */
  readonly onCite: ((row: PassageRow, shape: CitationShape) => void) | null;
};

const nothing = { rows: [] as readonly PassageRow[], count: 0 };

const Passages = ({ uses, citedArticles, onCite }: PassagesPanelProps) => {
  const [choice, setChoice] = useViewState<PanelFilter>('memo-passages', anyPassage);
  const text = useDeferredValue(choice.text);
  const { data, error } = useQuery(
    'passage:list',
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
    if (onCite === null) sayHint('This memo was sent and is read-only: make an update to cite more');
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
          // A list never begins or ends to be one that is dragged from: it is another one.
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
          {(row) => <PassageItem row={row} uses={uses.get(row.id) ?? 0} onCite={onCite} />}
        </GridList>
        {count > rows.length && (
          <p className={styles.more}>
            {rows.length} of {count.toLocaleString('en-GB')} are shown. Search to see others.
          </p>
        )}
      </ContextMenuArea>
    </div>
  );
};

/** The archive's passages beside the memo: Enter, m or a drag cites; with Shift, Enter or the drag quotes as a block. */
export const PassagesPanel = memo(Passages);

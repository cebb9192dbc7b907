import { useMemo, useRef, useState } from 'react';
import type { PassageTable as TableAnswer } from '#domain/contract/passage-table.ts';
import type { PassageId } from '#domain/ids.ts';
import { printCount } from '#domain/print-count.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useSoFar } from '#renderer/bridge/use-so-far.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { useFocusCommand } from '#renderer/commands/use-focus-command.ts';
import { openPassage, usePassageCommands } from '#renderer/parts/passage/acts/use-passage-commands.ts';
import type { CardField } from '#renderer/parts/passage/card/card-field.ts';
import { PassagePreview } from '#renderer/parts/passage/preview/PassagePreview.tsx';
import { PreviewButton } from '#renderer/parts/passage/preview/PreviewButton.tsx';
import { Panel } from '#renderer/ui/collections/Panel.tsx';
import { useWindowWidth } from '#renderer/ui/use-window-width.ts';
import { focusTarget } from '#renderer/window/focus-targets.ts';
import { type StatusItem, useStatusItems } from '#renderer/window/status-line.ts';
import { useSidePanel } from '#renderer/window/use-side-panel.ts';
import { BulkBar } from './bulk/BulkBar.tsx';
import { useExportPassages } from './export/use-export-passages.tsx';
import { NoPassages } from './filters/NoPassages.tsx';
import { PassageFilters } from './filters/PassageFilters.tsx';
import { ManyChosen } from './ManyChosen.tsx';
import { TableOptions } from './table/columns/TableOptions.tsx';
import { useColumns } from './table/columns/use-columns.ts';
import { PassageTable } from './table/PassageTable.tsx';
import { backToOne } from './table/selection/selection.ts';
import { usePassagesTable } from './use-passages-table.ts';

const focusTable = (): void => focusTarget('passages-table');

const statusOf = (data: TableAnswer | undefined, chosen: number, soFar: string): readonly StatusItem[] => {
  if (data === undefined) return [];
  const { count, gradedCount } = data;
  return [
    { text: `${printCount(count, 'passage')}${soFar}` },
    { text: `${gradedCount.toLocaleString('en-GB')} graded` },
    ...(chosen > 1 ? [{ text: `${chosen.toLocaleString('en-GB')} selected` }] : []),
  ];
};

/** The field that is being written, as long as the same passages are chosen. */
const useField = (ids: readonly PassageId[]) => {
  const [open, setOpen] = useState<{ readonly ids: readonly PassageId[]; readonly field: CardField } | null>(
    null,
  );
  const isSame =
    open !== null && (open.ids.length > 1 ? ids.length > 1 : open.ids[0] === ids[0] && ids.length === 1);
  const setField = (field: CardField | null): void => setOpen(field === null ? null : { ids, field });
  return [isSame ? open.field : null, setField] as const;
};

/** Every passage of the archive as one table; the keys act on what is chosen, Enter leads to its place. */
export const PassagesView = () => {
  const isNarrow = useWindowWidth() === 'narrow';
  const table = usePassagesTable();
  const columns = useColumns();
  const { data, query, selection } = table;
  const ids = useMemo(() => [...selection.ids], [selection.ids]);
  const isMany = ids.length > 1;
  const preview = useSidePanel('passages.isPreviewShown');
  const [field, setField] = useField(ids);
  const { data: rows } = useQuery('passage:rows', ids.length === 1 ? { passageIds: ids } : null);

  const header = useRef<HTMLDivElement>(null);
  useFocusCommand('edit.find', header);
  const showPreview = (): void => preview.setIsShown(!preview.isShown);
  useCommand('pane.margin', showPreview);
  usePassageCommands(ids, (wanted) => {
    // The fields of one passage are those of its card.
    if (!isMany) preview.setIsShown(true);
    setField(wanted);
  });
  const exporting = useExportPassages(table, focusTable);
  useStatusItems(statusOf(data, ids.length, useSoFar()));

  const active = selection.active?.passageId ?? null;
  const openActive = (): void => {
    if (active !== null) void openPassage(active);
  };
  const leave = (): void => {
    table.select(backToOne(selection));
    focusTable();
  };
  return (
    <>
      <Panel
        label="Passages"
        kind="page"
        header={
          <div ref={header}>
            <h1 className="visually-hidden">Passages</h1>
            <PassageFilters text={table.text} onChange={table.setText} onLeave={focusTable}>
              <TableOptions table={table} withoutRoom={columns.withoutRoom} />
              {isNarrow && ids.length > 0 && <PreviewButton onPress={showPreview} />}
            </PassageFilters>
          </div>
        }
      >
        {data?.count === 0 ? (
          <NoPassages text={query.filter.text ?? ''} onChange={table.setText} />
        ) : (
          <PassageTable table={table} columns={columns} onOpen={openActive} />
        )}
        {isMany && <BulkBar ids={ids} field={field} onField={setField} onLeave={leave} />}
      </Panel>
      {isMany ? (
        <ManyChosen ids={ids} isShown={preview.isShown} onClose={() => preview.setIsShown(false)} />
      ) : (
        <PassagePreview
          key={rows?.[0]?.id}
          row={rows?.[0]}
          field={field}
          onField={setField}
          isShown={preview.isShown}
          onClose={() => preview.setIsShown(false)}
          onOpen={() => preview.leaveFor(openActive)}
          onLeave={() => preview.leaveFor(focusTable)}
        />
      )}
      {exporting}
    </>
  );
};

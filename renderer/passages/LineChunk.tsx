import { useMemo } from 'react';
import { passageRows } from '#domain/contract/passage.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { GroupLine, type GroupLineProps, PassageLine, type PassageLineProps } from './TableRows.tsx';
import type { Selection } from './table/selection.ts';
import type { TableLayout, TableLine } from './table-layout.ts';

/** Lines that are asked for and drawn together. */
export const CHUNK = 24;

export type LineChunkProps = Pick<PassageLineProps, 'columns' | 'tags' | 'today'> &
  Pick<GroupLineProps, 'grouping'> & {
    readonly chunk: number;
    readonly layout: TableLayout;
    readonly selection: Selection;
    readonly closed: ReadonlySet<string>;
  };

const isActive = ({ active }: Selection, { groupId, passageId }: TableLine): boolean =>
  active?.groupId === groupId && active.passageId === passageId;

const linesOf = (layout: TableLayout, chunk: number): readonly TableLine[] =>
  Array.from({ length: CHUNK }, (_, at) => layout.lineAt(chunk * CHUNK + at)).filter(
    (line) => line !== undefined,
  );

/** The lines of one chunk; their rows are asked for when it comes near to sight. */
export const LineChunk = ({ chunk, layout, selection, closed, ...shared }: LineChunkProps) => {
  const lines = useMemo(() => linesOf(layout, chunk), [layout, chunk]);
  const passageIds = lines.flatMap(({ passageId }) => passageId ?? []);
  const { data } = useQuery(passageRows, { passageIds }, { keepsPrevious: true });
  const rows = new Map(data?.map((row) => [row.id, row]));
  return lines.map((line) =>
    line.passageId === null ? (
      <GroupLine
        key={line.groupId}
        line={line}
        grouping={shared.grouping}
        isClosed={closed.has(line.groupId)}
        isActive={isActive(selection, line)}
      />
    ) : (
      <PassageLine
        key={`${line.groupId} ${line.passageId}`}
        line={line}
        row={rows.get(line.passageId)}
        columns={shared.columns}
        tags={shared.tags}
        today={shared.today}
        isInSection={shared.grouping !== 'none'}
        isSelected={selection.ids.has(line.passageId)}
        isActive={isActive(selection, line)}
      />
    ),
  );
};

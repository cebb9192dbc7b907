import type { SourceRow } from '#domain/contract/source.ts';
import { act } from '#renderer/bridge/act.ts';
import { useSources } from '#renderer/parts/source/use-sources.ts';
import { MoveDialog } from '#renderer/parts/tree/MoveDialog.tsx';
import { sourcesBeside } from './sources-beside.ts';

export type MoveSourceProps = { readonly row: SourceRow; readonly onClose: () => void };

export const MoveSource = ({ row, onClose }: MoveSourceProps) => (
  <MoveDialog
    title={`Move “${row.name}”`}
    label="Source"
    options={sourcesBeside(useSources(), row.id)}
    parentId={row.parentId}
    onMove={async (parentId) => (await act('source:change', { sourceId: row.id, parentId })).ok}
    onClose={onClose}
  />
);

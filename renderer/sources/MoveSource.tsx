import { useState } from 'react';
import type { SourceRow } from '#domain/contract/rows.ts';
import type { SourceId } from '#domain/ids.ts';
import { act } from '#renderer/bridge/act.ts';
import { useSources } from '#renderer/parts/source/use-sources.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { FilterPicker } from '#renderer/ui/filters/FilterPicker.tsx';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { sourcesBeside } from './sources-beside.ts';

export type MoveSourceProps = { readonly row: SourceRow; readonly onClose: () => void };

/** Puts a source below another one, or at the top. */
export const MoveSource = ({ row, onClose }: MoveSourceProps) => {
  const book = useSources();
  const [parentId, setParentId] = useState<SourceId | null>(row.parentId);
  const move = async (): Promise<void> => {
    if ((await act('source:change', { sourceId: row.id, parentId })).ok) onClose();
  };
  return (
    <Dialog
      title={`Put “${row.name}” below`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" isDisabled={parentId === row.parentId} onPress={() => void move()}>
            Move
          </Button>
        </>
      }
    >
      {parentId === null && <p>It stands at the top. Choose what it belongs to:</p>}
      <FilterPicker
        label="Source"
        options={sourcesBeside(book, row.id)}
        value={parentId}
        onChange={setParentId}
      />
    </Dialog>
  );
};

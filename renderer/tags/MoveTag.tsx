import { useState } from 'react';
import type { TagRow } from '#domain/contract/rows.ts';
import type { TagId } from '#domain/ids.ts';
import { act } from '#renderer/bridge/act.ts';
import { printPath, useTags } from '#renderer/parts/tag/use-tags.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { FilterPicker } from '#renderer/ui/filters/FilterPicker.tsx';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { isBelow } from './is-below.ts';

export type MoveTagProps = { readonly tag: TagRow; readonly onClose: () => void };

/** Puts a tag below another one, or at the top. */
export const MoveTag = ({ tag, onClose }: MoveTagProps) => {
  const { rows, byId } = useTags();
  const [parentId, setParentId] = useState<TagId | null>(tag.parentId);
  const places = rows.filter((row) => !isBelow(byId, row.id, tag.id));
  const move = async (): Promise<void> => {
    if ((await act('tag:move', { tagId: tag.id, parentId })).ok) onClose();
  };
  return (
    <Dialog
      title={`Move “${tag.name}”`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" isDisabled={parentId === tag.parentId} onPress={() => void move()}>
            Move
          </Button>
        </>
      }
    >
      <p>Below: {parentId === null && <em>the top of the tree</em>}</p>
      <FilterPicker
        label="Tag"
        options={places.map(({ id, path }) => ({ id, name: printPath(path) }))}
        value={parentId}
        onChange={setParentId}
      />
    </Dialog>
  );
};

import type { TagRow } from '#domain/contract/tag.ts';
import { printCount } from '#domain/print-count.ts';
import { act } from '#renderer/bridge/act.ts';
import { printPath, useTags } from '#renderer/parts/tag/use-tags.ts';
import { isBelow } from '#renderer/parts/tree/is-below.ts';
import { MoveDialog } from '#renderer/parts/tree/MoveDialog.tsx';
import { useTagsBeside } from './use-tags-beside.ts';

export type MoveTagProps = { readonly tag: TagRow; readonly onClose: () => void };

const sayMove = (tag: TagRow, parent: TagRow | undefined, below: number): string => {
  const path = [...(parent?.path ?? []), tag.name];
  const along = below === 0 ? '' : `, with ${printCount(below, 'sub-tag')}`;
  const group = tag.ownGroup ?? parent?.group ?? null;
  const grouped = group === tag.group ? '' : ` Its group is ${group === null ? 'none' : `“${group}”`} then.`;
  return `It stands at “${printPath(path)}”${along}.${grouped}`;
};

export const MoveTag = ({ tag, onClose }: MoveTagProps) => {
  const { rows, byId } = useTags();
  const below = rows.filter(({ id }) => id !== tag.id && isBelow(byId, id, tag.id)).length;
  return (
    <MoveDialog
      title={`Move “${tag.name}”`}
      label="Tag"
      options={useTagsBeside(tag.id)}
      parentId={tag.parentId}
      preview={(id) => (
        <p className="quiet-words">{sayMove(tag, id === null ? undefined : byId.get(id), below)}</p>
      )}
      onMove={async (parentId) => (await act('tag:change', { tagId: tag.id, parentId })).ok}
      onClose={onClose}
    />
  );
};

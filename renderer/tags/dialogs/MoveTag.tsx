import type { TagRow } from '#domain/contract/tag.ts';
import { act } from '#renderer/bridge/act.ts';
import { MoveDialog } from '#renderer/parts/tree/MoveDialog.tsx';
import { useTagsBeside } from './use-tags-beside.ts';

export type MoveTagProps = { readonly tag: TagRow; readonly onClose: () => void };

export const MoveTag = ({ tag, onClose }: MoveTagProps) => (
  <MoveDialog
    title={`Move “${tag.name}”`}
    label="Tag"
    options={useTagsBeside(tag.id)}
    parentId={tag.parentId}
    onMove={async (parentId) => (await act('tag:change', { tagId: tag.id, parentId })).ok}
    onClose={onClose}
  />
);

import { useState } from 'react';
import { type TagRow, tagDelete } from '#domain/contract/tag.ts';
import type { TagId } from '#domain/ids.ts';
import { printCount } from '#domain/print-count.ts';
import { act } from '#renderer/bridge/act.ts';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';
import { FilterPicker } from '#renderer/parts/picker/FilterPicker.tsx';
import { printPath, useTags } from '#renderer/parts/tag/use-tags.ts';
import { isBelow } from '#renderer/parts/tree/build-name-tree.ts';
import { RadioGroup } from '#renderer/ui/choices/RadioGroup.tsx';
import { FormDialog } from '#renderer/ui/overlays/FormDialog.tsx';
import { goTo } from '#renderer/window/navigation.ts';

type GiveTo = 'none' | 'parent' | 'other';

export type DeleteTagProps = { readonly tag: TagRow; readonly onClose: () => void };

/** What is deleted with the tag. */
const sayBranch = ({ totalCount }: TagRow, below: number): string => {
  const uses = totalCount === 0 ? 'Not used' : `${printCount(totalCount, 'use')} in all`;
  return below === 0
    ? `${uses}.`
    : `${uses}; ${printCount(below, 'sub-tag')} ${below === 1 ? 'is' : 'are'} deleted with it.`;
};

const sayPreview = (tag: TagRow, into: TagRow | undefined, giveTo: GiveTo): string | null => {
  if (giveTo === 'none')
    return tag.totalCount === 0
      ? null
      : 'Its passages and articles lose the tag. Restoring the tag from the trash puts it back.';
  return into === undefined
    ? null
    : `Replace it on passages and articles with the tag “${printPath(into.path)}”: up to ${printCount(into.ownCount + tag.totalCount, 'use')}. The old name also finds that tag.`;
};

/** Every tag except `id` and those below it, as options for moving and merging. */
export const useTagsBeside = (id: TagId) => {
  const { rows, byId } = useTags();
  return rows
    .filter((row) => !isBelow(byId, row.id, id))
    .map((row) => ({ id: row.id, name: printPath(row.path), detail: String(row.ownCount) }));
};

/** Deletes a tag, after saying what its passages and articles will be tagged with. */
export const DeleteTag = ({ tag, onClose }: DeleteTagProps) => {
  const { rows, byId } = useTags();
  const [giveTo, setGiveTo] = useState<GiveTo>('none');
  const [otherId, setOtherId] = useState<TagId | null>(null);
  const beside = useTagsBeside(tag.id);
  const below = rows.filter(({ id }) => id !== tag.id && isBelow(byId, id, tag.id)).length;
  const giveToId = { none: null, parent: tag.parentId, other: otherId }[giveTo];
  const into = giveToId === null ? undefined : byId.get(giveToId);
  const remove = async (): Promise<void> => {
    const answer = await act(tagDelete, { tagId: tag.id, ...(giveToId !== null && { giveToId }) });
    if (!answer.ok) return;
    onClose();
    goTo({ view: 'tags', ...(giveToId !== null && { tagId: giveToId }) });
    sayUndoable(into === undefined ? `Moved to trash: ${tag.name}` : `“${tag.name}” is now “${into.name}”`);
  };
  const parent = tag.parentId === null ? undefined : byId.get(tag.parentId);
  const preview = sayPreview(tag, into, giveTo);
  return (
    <FormDialog
      title={`Delete “${tag.name}”`}
      submitName="Delete"
      isReady={giveTo === 'none' || into !== undefined}
      onSubmit={remove}
      onClose={onClose}
    >
      <p>{sayBranch(tag, below)}</p>
      {tag.totalCount > 0 && (
        <RadioGroup
          label="Replace it on passages and articles with"
          options={[
            { id: 'none', name: 'No tag' },
            ...(parent === undefined
              ? []
              : [{ id: 'parent' as const, name: `The tag above: ${printPath(parent.path)}` }]),
            ...(beside.length === 0 ? [] : [{ id: 'other' as const, name: 'Another tag' }]),
          ]}
          value={giveTo}
          onChange={setGiveTo}
        />
      )}
      {giveTo === 'other' && (
        <div>
          <FilterPicker label="Which tag" options={beside} value={otherId} onChange={setOtherId} />
        </div>
      )}
      {preview !== null && <p className="quiet-words">{preview}</p>}
    </FormDialog>
  );
};

import { useState } from 'react';
import type { TagRow } from '#domain/contract/rows.ts';
import type { TagId } from '#domain/ids.ts';
import { act } from '#renderer/bridge/act.ts';
import { runCommand } from '#renderer/bridge/commands.ts';
import { goTo } from '#renderer/bridge/navigation.ts';
import { sayDone } from '#renderer/bridge/notices.ts';
import { printPath, useTags } from '#renderer/parts/use-tags.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { FilterPicker } from '#renderer/ui/fields/FilterPicker.tsx';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { isBelow } from './is-below.ts';
import styles from './tags.module.css';

export type MergeTagProps = { readonly tag: TagRow; readonly onClose: () => void };

const Preview = ({ tag, into }: { readonly tag: TagRow; readonly into: TagRow }) => (
  <dl className={styles.preview}>
    <dt>{printPath(tag.path)}</dt>
    <dd>{tag.ownCount} uses, goes; its name stays as an alias</dd>
    <dt>{printPath(into.path)}</dt>
    <dd>
      {into.ownCount} uses now, up to {into.ownCount + tag.ownCount} after
    </dd>
  </dl>
);

/** Makes two tags one, after showing what that means. */
export const MergeTag = ({ tag, onClose }: MergeTagProps) => {
  const { rows, byId } = useTags();
  const [intoId, setIntoId] = useState<TagId | null>(null);
  const into = intoId === null ? undefined : byId.get(intoId);
  const merge = async (): Promise<void> => {
    if (intoId === null || into === undefined) return;
    const answer = await act('tag:merge', { tagId: tag.id, intoId });
    if (!answer.ok) return;
    onClose();
    goTo({ view: 'tags', tagId: intoId });
    sayDone(`“${tag.name}” is now “${into.name}”`, { name: 'Undo', run: () => runCommand('edit.undo') });
  };
  return (
    <Dialog
      title={`Merge “${tag.name}” into another tag`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" isDisabled={into === undefined} onPress={() => void merge()}>
            Merge
          </Button>
        </>
      }
    >
      <FilterPicker
        label="Into which tag"
        options={rows
          .filter((row) => !isBelow(byId, row.id, tag.id))
          .map(({ id, path, ownCount }) => ({ id, name: printPath(path), detail: String(ownCount) }))}
        value={intoId}
        onChange={setIntoId}
      />
      {into !== undefined && <Preview tag={tag} into={into} />}
    </Dialog>
  );
};

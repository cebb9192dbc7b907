import type { TagRow } from '#domain/contract/tag.ts';
import { act } from '#renderer/bridge/act.ts';
import { printPath, useTags } from '#renderer/parts/tag/use-tags.ts';
import { MergeDialog } from '#renderer/parts/tree/MergeDialog.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import styles from '../tags.module.css';
import { useTagsBeside } from './use-tags-beside.ts';

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
  const { byId } = useTags();
  const merge = async (into: TagRow): Promise<boolean> => {
    const answer = await act('tag:merge', { tagId: tag.id, intoId: into.id });
    if (answer.ok) goTo({ view: 'tags', tagId: into.id });
    return answer.ok;
  };
  return (
    <MergeDialog
      title={`Merge “${tag.name}” into another tag`}
      label="Into which tag"
      name={tag.name}
      options={useTagsBeside(tag.id)}
      rowOf={(id) => byId.get(id)}
      preview={(into) => <Preview tag={tag} into={into} />}
      onMerge={merge}
      onClose={onClose}
    />
  );
};

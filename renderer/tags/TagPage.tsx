import { useState } from 'react';
import type { TagRow } from '#domain/contract/tag.ts';
import { setValue } from '#domain/search/written/change-condition.ts';
import { useSoFar } from '#renderer/bridge/use-so-far.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { tagActs } from '#renderer/commands/context-menu.ts';
import { ActsButton } from '#renderer/parts/menu/ActsButton.tsx';
import { PassageLines } from '#renderer/parts/passage/line/PassageLines.tsx';
import { printPath } from '#renderer/parts/tag/use-tags.ts';
import { WrittenBy } from '#renderer/parts/writer/WrittenBy.tsx';
import { Page } from '#renderer/ui/pages/Page.tsx';
import { PageHead } from '#renderer/ui/pages/PageHead.tsx';
import { useMemoSource } from '#renderer/window/new-memo-source.ts';
import { DeleteTag } from './dialogs/DeleteTag.tsx';
import { MergeTag } from './dialogs/MergeTag.tsx';
import { MoveTag } from './dialogs/MoveTag.tsx';
import { SplitTag } from './dialogs/split/SplitTag.tsx';
import { printUses } from './print-uses.ts';
import { TagDefinition } from './TagDefinition.tsx';
import { TagFields } from './TagFields.tsx';
import { TagName } from './TagName.tsx';
import { TagsTogether } from './TagsTogether.tsx';
import styles from './tags.module.css';

type Asking = 'rename' | 'move' | 'merge' | 'split' | 'delete' | null;

const Above = ({ tag }: { readonly tag: TagRow }) =>
  tag.path.length < 2 ? null : <p>{printPath(tag.path.slice(0, -1))} /</p>;

/** One tag: its name, its definition, its aliases, and the passages that carry it. */
export const TagPage = ({ tag }: { readonly tag: TagRow }) => {
  const [asking, setAsking] = useState<Asking>(null);
  const soFar = useSoFar();
  const close = () => setAsking(null);
  useCommand('tag.rename', () => setAsking('rename'));
  useCommand('tag.move', () => setAsking('move'));
  useCommand('tag.merge', () => setAsking('merge'));
  useCommand('tag.split', () => setAsking('split'));
  const source = { from: { kind: 'tag', tagId: tag.id }, name: `Tag “${tag.name}”` } as const;
  useCommand('tag.new-memo', () => useMemoSource.setState({ source }));
  useCommand('tag.delete', () => setAsking('delete'));
  return (
    <Page label={`Tag ${tag.name}`} width="medium">
      <PageHead acts={<ActsButton acts={tagActs} label={`More for ${tag.name}`} />}>
        <Above tag={tag} />
        <TagName
          tag={tag}
          isRenaming={asking === 'rename'}
          onRename={() => setAsking('rename')}
          onDone={close}
        />
        <p>
          {printUses(tag)}
          {soFar}
        </p>
      </PageHead>
      <TagDefinition tag={tag} />
      <TagFields tag={tag} />
      <WrittenBy record={tag} className={styles.writer} />
      <TagsTogether tag={tag} />
      <PassageLines
        filter={{ tagId: tag.id }}
        text={setValue('', 'tag', printPath(tag.path), 'asked')}
        empty="No passage carries it yet."
      />
      {asking === 'move' && <MoveTag tag={tag} onClose={close} />}
      {asking === 'merge' && <MergeTag tag={tag} onClose={close} />}
      {asking === 'split' && <SplitTag tag={tag} onClose={close} />}
      {asking === 'delete' && <DeleteTag tag={tag} onClose={close} />}
    </Page>
  );
};

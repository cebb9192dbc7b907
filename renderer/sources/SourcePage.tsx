import { useRef, useState } from 'react';
import type { SourceRow } from '#domain/contract/source.ts';
import { setValue } from '#domain/search/written/change-condition.ts';
import { type Source, sourceKindNames } from '#domain/source/source.ts';
import { joinFacts } from '#domain/text/join-facts.ts';
import { printNamePath } from '#domain/tree/name-path.ts';
import { act } from '#renderer/bridge/act.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { sourceActs } from '#renderer/commands/context-menu.ts';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';
import { useFocusCommand } from '#renderer/commands/use-focus-command.ts';
import { CommitField } from '#renderer/parts/field/CommitField.tsx';
import { ActsButton } from '#renderer/parts/menu/ActsButton.tsx';
import { PassageLines } from '#renderer/parts/passage/line/PassageLines.tsx';
import { kindOptions } from '#renderer/parts/source/kind-options.ts';
import { branchNames, useSources } from '#renderer/parts/source/use-sources.ts';
import { WrittenBy } from '#renderer/parts/writer/WrittenBy.tsx';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { Page } from '#renderer/ui/pages/Page.tsx';
import { PageHead } from '#renderer/ui/pages/PageHead.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import { Descriptor } from './Descriptor.tsx';
import { MergeSource } from './dialogs/MergeSource.tsx';
import { MoveSource } from './dialogs/MoveSource.tsx';
import { MemosOnSource } from './MemosOnSource.tsx';
import { Positions } from './Positions.tsx';
import { ReliabilityPart } from './reliability/ReliabilityPart.tsx';
import styles from './sources.module.css';

type SourceChange = Partial<Pick<Source, 'name' | 'kind' | 'aliases' | 'descriptor'>>;

const deleteSource = async ({ id, name }: SourceRow): Promise<void> => {
  const answer = await act('source:delete', { sourceId: id });
  if (!answer.ok) return;
  goTo({ view: 'sources' });
  sayUndoable(`Moved to trash: ${name}`);
};

const Names = ({ source }: { readonly source: Source }) => {
  const change = async (changed: SourceChange): Promise<boolean> =>
    (await act('source:change', { sourceId: source.id, ...changed })).ok;
  const place = useRef<HTMLDivElement>(null);
  useFocusCommand('source.rename', place);
  return (
    <div className={styles.names} ref={place}>
      <CommitField
        label="Name"
        value={source.name}
        validate={(text) =>
          text === '' || text.length > 200 ? 'A name of up to 200 characters.' : undefined
        }
        onCommit={(name) => change({ name })}
      />
      <Select
        label="Kind"
        options={kindOptions}
        value={source.kind}
        onChange={(kind) => void change({ kind })}
      />
      <CommitField
        label="Also known as"
        placeholder="Names, a comma between them"
        value={source.aliases.join(', ')}
        onCommit={(text) =>
          change({
            aliases: text
              .split(',')
              .map((alias) => alias.trim())
              .filter((alias) => alias !== ''),
          })
        }
      />
    </div>
  );
};

/** One source: what it is worth and why, what is known of it, and what it says. */
export const SourcePage = ({ row }: { readonly row: SourceRow }) => {
  const { byId } = useSources();
  const { data: source } = useQuery('source:open', { sourceId: row.id });
  const [asking, setAsking] = useState<'move' | 'merge' | null>(null);
  const close = () => setAsking(null);
  const above = branchNames(byId, row.parentId);
  useCommand('source.move', () => setAsking('move'));
  useCommand('source.merge', () => setAsking('merge'));
  useCommand('source.delete', () => void deleteSource(row));
  return (
    <Page label={`Source ${row.name}`} width="medium">
      <PageHead acts={<ActsButton acts={sourceActs} label={`More for ${row.name}`} />}>
        <p>{joinFacts([sourceKindNames[row.kind], ...above])}</p>
        <h1>{row.name}</h1>
      </PageHead>
      {source !== undefined && (
        <>
          <Names source={source} />
          <ReliabilityPart source={source} />
          {(source.kind === 'person' || source.positions.length > 0) && <Positions source={source} />}
          <Descriptor source={source} />
          <WrittenBy record={source} className={styles.quiet} />
        </>
      )}
      <MemosOnSource sourceId={row.id} />
      <PassageLines
        filter={{ sourceId: row.id }}
        text={setValue('', 'source', printNamePath(branchNames(byId, row.id).toReversed()), 'asked')}
        empty="No passage names it yet."
      />
      {asking === 'move' && <MoveSource row={row} onClose={close} />}
      {asking === 'merge' && <MergeSource row={row} onClose={close} />}
    </Page>
  );
};

import { useCallback, useMemo, useRef, useState } from 'react';
import type { TagRow } from '#domain/contract/tag.ts';
import { type TagId, tagIdSchema } from '#domain/ids.ts';
import { act } from '#renderer/bridge/act.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { tagActs } from '#renderer/commands/context-menu.ts';
import { useFocusCommand } from '#renderer/commands/use-focus-command.ts';
import { ContextMenuArea } from '#renderer/parts/menu/ContextMenuArea.tsx';
import { selectRowAt } from '#renderer/parts/menu/select-row-at.ts';
import { groupsOf } from '#renderer/parts/tag/tag-groups.ts';
import { type Codebook, useTags } from '#renderer/parts/tag/use-tags.ts';
import { buildNameTree } from '#renderer/parts/tree/build-name-tree.ts';
import { NameTree } from '#renderer/parts/tree/names/NameTree.tsx';
import { Panel } from '#renderer/ui/collections/Panel.tsx';
import { EmptyPage } from '#renderer/ui/pages/EmptyPage.tsx';
import { Badge } from '#renderer/ui/signs/Badge.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { goTo, moveTo } from '#renderer/window/navigation.ts';
import { useViewState } from '#renderer/window/view-state.ts';
import { NewTag } from './dialogs/NewTag.tsx';
import { printUses } from './print-uses.ts';
import { firstChoice, type TagChoice, TagListHeader, tagsOf } from './TagListHeader.tsx';
import { TagPage } from './TagPage.tsx';

const none: readonly string[] = [];

const Side = ({ row }: { readonly row: TagRow }) => (
  <>
    {row.ownGroup !== null && <Badge>{row.ownGroup}</Badge>}
    <span title={printUses(row)}>{row.totalCount.toLocaleString('en-GB')}</span>
  </>
);

const moveTag = (id: string, intoId: string | null): void =>
  void act('tag:change', {
    tagId: tagIdSchema.parse(id),
    parentId: intoId === null ? null : tagIdSchema.parse(intoId),
  });

const NoTags = ({ isFiltered }: { readonly isFiltered: boolean }) =>
  isFiltered ? (
    <EmptyState title="No tags match" />
  ) : (
    <EmptyState title="No tags yet">Press t on a passage, or make one here.</EmptyState>
  );

const NoTagChosen = () => (
  <EmptyPage label="Tag" heading="Tags" title="Select a tag">
    Its definition and its passages are shown here. Drag a tag onto another to move it below.
  </EmptyPage>
);

/** The tags that the choice shows, as a tree; built anew only where they or the choice have changed. */
const useTagTree = ({ rows, byId }: Codebook, choice: TagChoice) => {
  const shown = useMemo(() => tagsOf(rows, choice), [rows, choice]);
  const nodes = useMemo(() => buildNameTree(shown), [shown]);
  const sideOf = useCallback(
    (id: string) => {
      const row = byId.get(tagIdSchema.parse(id));
      return row === undefined ? null : <Side row={row} />;
    },
    [byId],
  );
  return { nodes, sideOf };
};

/** The codebook: a tree of tags, and the definition and passages of the one that is chosen. */
export const TagsView = ({ tagId }: { readonly tagId: TagId | null }) => {
  const tags = useTags();
  const { rows, byId, isLoaded } = tags;
  const [choice, setChoice] = useViewState('tags.choice', firstChoice);
  const [foldedIds, setFoldedIds] = useViewState('tags.folded', none);
  const [isMaking, setIsMaking] = useState(false);
  const header = useRef<HTMLDivElement>(null);
  useCommand('tag.new', () => setIsMaking(true));
  useFocusCommand('edit.find', header);

  const selected = tagId === null ? undefined : byId.get(tagId);
  const { nodes, sideOf } = useTagTree(tags, choice);
  const groups = useMemo(() => groupsOf(rows), [rows]);
  const select = (id: string): void => moveTo({ view: 'tags', tagId: tagIdSchema.parse(id) });
  return (
    <>
      <Panel
        label="Tags"
        kind="list"
        header={
          <TagListHeader
            ref={header}
            groups={groups}
            choice={choice}
            onChange={setChoice}
            onNew={() => setIsMaking(true)}
          />
        }
      >
        {isLoaded && nodes.length === 0 ? (
          <NoTags isFiltered={rows.length > 0} />
        ) : (
          <ContextMenuArea
            acts={tagActs}
            className="no-box"
            onContextTarget={(event) => selectRowAt(event, select)}
          >
            <NameTree
              label="Codebook"
              nodes={nodes}
              sideOf={sideOf}
              selectedId={tagId}
              onSelect={select}
              foldedIds={choice.text === '' ? foldedIds : none}
              onFold={setFoldedIds}
              onMove={moveTag}
            />
          </ContextMenuArea>
        )}
      </Panel>
      {selected === undefined ? <NoTagChosen /> : <TagPage key={selected.id} tag={selected} />}
      {isMaking && (
        <NewTag
          parent={selected}
          onClose={() => setIsMaking(false)}
          onMade={(id) => goTo({ view: 'tags', tagId: id })}
        />
      )}
    </>
  );
};

import { Plus } from 'lucide-react';
import { type Ref, useCallback, useMemo, useRef, useState } from 'react';
import { type TagRow, tagChange } from '#domain/contract/tag.ts';
import { type TagId, tagIdSchema } from '#domain/ids.ts';
import { act } from '#renderer/bridge/act.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { tagActs } from '#renderer/commands/context-menu.ts';
import { useFocusCommand } from '#renderer/commands/use-focus-command.ts';
import { matchNames } from '#renderer/parts/field/match-names.ts';
import { CommandButton, CommandKbd } from '#renderer/parts/menu/CommandKbd.tsx';
import { ContextMenuArea } from '#renderer/parts/menu/ContextMenuArea.tsx';
import { selectRowAt } from '#renderer/parts/menu/select-row-at.ts';
import { parseTypedTagPath } from '#renderer/parts/tag/parse-typed-tag-path.ts';
import { groupsOf } from '#renderer/parts/tag/tag-groups.ts';
import { type Codebook, ensureTag, printPath, useTags } from '#renderer/parts/tag/use-tags.ts';
import { buildNameTree } from '#renderer/parts/tree/build-name-tree.ts';
import { CountedSoFar } from '#renderer/parts/tree/CountedSoFar.tsx';
import { NameTree } from '#renderer/parts/tree/names/NameTree.tsx';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { ListHead } from '#renderer/ui/collections/ListHead.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { FormDialog } from '#renderer/ui/overlays/FormDialog.tsx';
import { EmptyPage } from '#renderer/ui/panes/Page.tsx';
import { Panel } from '#renderer/ui/panes/Panel.tsx';
import { SearchField } from '#renderer/ui/SearchField.tsx';
import { Badge } from '#renderer/ui/signs/Badge.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { goTo, moveTo } from '#renderer/window/navigation.ts';
import { useViewState } from '#renderer/window/view-state.ts';
import { printUses, TagPage } from './TagPage.tsx';

const none: readonly string[] = [];

const Side = ({ row }: { readonly row: TagRow }) => (
  <>
    {row.ownGroup !== null && <Badge>{row.ownGroup}</Badge>}
    <span title={printUses(row)}>{row.totalCount.toLocaleString('en-GB')}</span>
  </>
);

const moveTag = (id: string, intoId: string | null): void =>
  void act(tagChange, {
    tagId: tagIdSchema.parse(id),
    parentId: intoId === null ? null : tagIdSchema.parse(intoId),
  });

const NoTags = () => (
  <EmptyPage
    label="Tag"
    heading="Tags"
    title="No tags yet"
    actions={
      <>
        <CommandButton command="tag.new" isPrimary>
          New tag…
        </CommandButton>
        <CommandButton command="view.articles">Open articles</CommandButton>
      </>
    }
  >
    Tags gather passages about one subject. On a passage, press <CommandKbd command="passage.tags" />.
  </EmptyPage>
);

const NoTagChosen = () => (
  <EmptyPage label="Tag" heading="Tags" title="Select a tag">
    Its definition and passages are shown here. Drag a tag onto another to move it below.
  </EmptyPage>
);

const choices = [
  { id: 'all', name: 'All tags' },
  { id: 'unused', name: 'Unused' },
  { id: 'used-once', name: 'Used once' },
  { id: 'undefined', name: 'No definition' },
] as const;

/** Group names contain no colon. */
const ALL_GROUPS = ':all';
const NO_GROUP = ':none';

type TagChoice = {
  readonly which: (typeof choices)[number]['id'];
  /** The name of a group, or ALL_GROUPS. */
  readonly group: string;
  readonly text: string;
};

const firstChoice: TagChoice = { which: 'all', group: ALL_GROUPS, text: '' };

const isInGroup = (row: TagRow, group: string): boolean =>
  group === ALL_GROUPS || (row.group ?? NO_GROUP) === group;

const isChosen: Readonly<Record<TagChoice['which'], (row: TagRow) => boolean>> = {
  all: () => true,
  unused: ({ totalCount }) => totalCount === 0,
  'used-once': ({ ownCount }) => ownCount === 1,
  undefined: ({ definition }) => definition.useWhen.trim() === '',
};

/** The tags that match the choice. */
const tagsOf = (rows: readonly TagRow[], { which, group, text }: TagChoice): readonly TagRow[] =>
  matchNames(
    rows.filter((row) => isChosen[which](row) && isInGroup(row, group)),
    text,
    ({ path, aliases }) => [printPath(path), ...aliases],
  );

const groupOptions = (groups: readonly string[]) => [
  { id: ALL_GROUPS, name: 'All groups' },
  ...groups.map((group) => ({ id: group, name: group })),
  { id: NO_GROUP, name: 'No group' },
];

type TagListHeaderProps = {
  readonly choice: TagChoice;
  /** The existing groups. */
  readonly groups: readonly string[];
  readonly onChange: (choice: TagChoice) => void;
  readonly onNew: () => void;
  readonly ref: Ref<HTMLDivElement>;
};

const TagListHeader = ({ choice, groups, onChange, onNew, ref }: TagListHeaderProps) => (
  <ListHead
    ref={ref}
    choices={
      <>
        <Select
          label="Which tags"
          isLabelHidden
          isBare
          options={choices}
          value={choice.which}
          onChange={(which) => onChange({ ...choice, which })}
        />
        {groups.length > 0 && (
          <Select
            label="Which group"
            isLabelHidden
            isBare
            options={groupOptions(groups)}
            value={choice.group}
            onChange={(group) => onChange({ ...choice, group })}
          />
        )}
        <IconButton icon={Plus} label="New tag" onPress={onNew} />
      </>
    }
    filter={
      <SearchField
        label="Filter the tags"
        placeholder="Filter"
        value={choice.text}
        onChange={(text) => onChange({ ...choice, text })}
      />
    }
    note={<CountedSoFar />}
  />
);

/** The matching tags as a tree; rebuilt only if they or the choice have changed. */
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

type NewTagProps = {
  /** The chosen tag: a new one is offered below it. */
  readonly parent: TagRow | undefined;
  readonly onClose: () => void;
  readonly onMade: (id: TagId) => void;
};

const NewTag = ({ parent, onClose, onMade }: NewTagProps) => {
  const [text, setText] = useState(parent === undefined ? '' : `${printPath(parent.path)} / `);
  const path = parseTypedTagPath(text);
  const make = async (): Promise<void> => {
    if (path === null) return;
    const { tagId, outcome } = await ensureTag(path);
    if (outcome === 'refused') return;
    onClose();
    if (outcome === 'saved') onMade(tagId);
  };
  return (
    <FormDialog title="New tag" submitName="Create" isReady={path !== null} onSubmit={make} onClose={onClose}>
      <TextField
        label="Name"
        hint="Use / for sub-tags: China / dual use"
        autoFocus
        value={text}
        onChange={setText}
      />
    </FormDialog>
  );
};

/** The page of the chosen tag, or what to do if none is. */
const TagOfPlace = ({ tag, isEmpty }: { readonly tag: TagRow | undefined; readonly isEmpty: boolean }) => {
  if (tag !== undefined) return <TagPage key={tag.id} tag={tag} />;
  return isEmpty ? <NoTags /> : <NoTagChosen />;
};

/** The codebook: a tree of tags, and the definition and passages of the chosen one. */
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
          rows.length > 0 && <EmptyState title="No tags match" />
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
      <TagOfPlace tag={selected} isEmpty={isLoaded && rows.length === 0} />
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

import { Plus } from 'lucide-react';
import type { Ref } from 'react';
import type { TagRow } from '#domain/contract/tag.ts';
import { matchNames } from '#renderer/parts/field/match-names.ts';
import { printPath } from '#renderer/parts/tag/use-tags.ts';
import { CountedSoFar } from '#renderer/parts/tree/CountedSoFar.tsx';
import { IconButton } from '#renderer/ui/buttons/IconButton.tsx';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { ListHead } from '#renderer/ui/collections/ListHead.tsx';
import { SearchField } from '#renderer/ui/filters/SearchField.tsx';

const choices = [
  { id: 'all', name: 'All tags' },
  { id: 'unused', name: 'Unused' },
  { id: 'used-once', name: 'Used once' },
  { id: 'undefined', name: 'No definition' },
] as const;

/** Names of groups hold no colon. */
const ALL_GROUPS = ':all';
const NO_GROUP = ':none';

export type TagChoice = {
  readonly which: (typeof choices)[number]['id'];
  /** The name of a group, or which of all. */
  readonly group: string;
  readonly text: string;
};

export const firstChoice: TagChoice = { which: 'all', group: ALL_GROUPS, text: '' };

const isInGroup = (row: TagRow, group: string): boolean =>
  group === ALL_GROUPS || (row.group ?? NO_GROUP) === group;

const isChosen: Readonly<Record<TagChoice['which'], (row: TagRow) => boolean>> = {
  all: () => true,
  unused: ({ totalCount }) => totalCount === 0,
  'used-once': ({ ownCount }) => ownCount === 1,
  undefined: ({ definition }) => definition.useWhen.trim() === '',
};

/** Those tags that the choice shows. */
export const tagsOf = (rows: readonly TagRow[], { which, group, text }: TagChoice): readonly TagRow[] =>
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

export type TagListHeaderProps = {
  readonly choice: TagChoice;
  /** The groups that there are. */
  readonly groups: readonly string[];
  readonly onChange: (choice: TagChoice) => void;
  readonly onNew: () => void;
  readonly ref: Ref<HTMLDivElement>;
};

export const TagListHeader = ({ choice, groups, onChange, onNew, ref }: TagListHeaderProps) => (
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

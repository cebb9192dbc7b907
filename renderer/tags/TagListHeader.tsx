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

export type TagChoice = { readonly which: (typeof choices)[number]['id']; readonly text: string };

const isChosen: Readonly<Record<TagChoice['which'], (row: TagRow) => boolean>> = {
  all: () => true,
  unused: ({ totalCount }) => totalCount === 0,
  'used-once': ({ ownCount }) => ownCount === 1,
  undefined: ({ definition }) => definition.useWhen.trim() === '',
};

/** Those tags that the choice shows. */
export const tagsOf = (rows: readonly TagRow[], { which, text }: TagChoice): readonly TagRow[] =>
  matchNames(rows.filter(isChosen[which]), text, ({ path, aliases }) => [printPath(path), ...aliases]);

export type TagListHeaderProps = {
  readonly choice: TagChoice;
  readonly onChange: (choice: TagChoice) => void;
  readonly onNew: () => void;
  readonly ref: Ref<HTMLDivElement>;
};

export const TagListHeader = ({ choice, onChange, onNew, ref }: TagListHeaderProps) => (
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

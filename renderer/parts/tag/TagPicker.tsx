import { type ReactNode, useState } from 'react';
import type { TagRow } from '#domain/contract/tag.ts';
import type { TagId } from '#domain/ids.ts';
import { MAX_TAG_LEVELS } from '#domain/tag/parse-tag-path.ts';
import { MAX_TAG_NAME } from '#domain/tag/tag.ts';
import { ComboBox } from '#renderer/ui/choices/ComboBox.tsx';
import { arrangeOffers, hasFocusedOffer } from '../field/arrange-offers.ts';
import { matchNames } from '../field/match-names.ts';
import styles from '../field/picker.module.css';
import { parseTypedTagPath } from './parse-typed-tag-path.ts';
import { TagChips } from './TagChips.tsx';
import tagStyles from './tag.module.css';
import { groupsOf, readTypedGroup } from './tag-groups.ts';
import { ensureTag, lastTags, printPath, recentTags, rememberTags, useTags } from './use-tags.ts';

export type TagPickerProps = {
  readonly tagIds: readonly TagId[];
  readonly onChange: (tagIds: readonly TagId[]) => void;
  readonly autoFocus?: boolean;
  /** After Enter: a tag was taken, or there was none to take. */
  readonly onDone?: () => void;
};

const MAX_OFFERS = 12;
const CREATE = 'create';

/** The full paths by which a tag is found: with its name, and with each alias. */
const namesInFull = ({ path, aliases }: TagRow): readonly string[] => [
  printPath(path),
  ...aliases.map((alias) => printPath([...path.slice(0, -1), alias])),
];

const names = { useWhen: 'Use when', notWhen: 'Not when', example: 'Example' } as const;

/** The codebook's entry for a tag, without empty fields. */
const definitionLines = ({
  definition,
}: Pick<TagRow, 'definition'>): readonly { readonly name: string; readonly text: string }[] =>
  (['useWhen', 'notWhen', 'example'] as const)
    .map((field) => ({ name: names[field], text: definition[field].trim() }))
    .filter(({ text }) => text !== '');

/** The definition of the current tag option. */
const TagMeaning = ({ lines }: { readonly lines: ReturnType<typeof definitionLines> }) => (
  <dl className={tagStyles.meaning}>
    {lines.map(({ name, text }) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd dir="auto">{text}</dd>
      </div>
    ))}
  </dl>
);

const saidOf = (row: TagRow): { readonly description?: string } => {
  const lines = definitionLines(row);
  return lines.length === 0
    ? {}
    : { description: lines.map(({ name, text }) => `${name}: ${text}`).join(' ') };
};

const meaningOf = (row: TagRow | undefined): ReactNode => {
  const lines = row === undefined ? [] : definitionLines(row);
  return lines.length === 0 ? null : <TagMeaning lines={lines} />;
};

const detailOf = ({ group, totalCount }: TagRow): string =>
  group === null ? String(totalCount) : `${group} · ${totalCount}`;

const offerOf = (row: TagRow) => ({
  id: row.id as string,
  name: printPath(row.path),
  detail: detailOf(row),
  ...saidOf(row),
});

const offersFor = (all: readonly TagRow[], text: string) => {
  const { group, sought: typed } = readTypedGroup(all, text);
  const rows = group === null ? all : all.filter((row) => row.group === group);
  const path = parseTypedTagPath(typed);
  const sought = path === null ? typed : printPath(path);
  const matching = matchNames(rows, sought, (row) => [...namesInFull(row), row.name, ...row.aliases]);
  const offers = matching
    .slice(0, MAX_OFFERS)
    .map((row) => ({ offer: offerOf(row), names: namesInFull(row) }));
  // No new tag is offered while searching within a group.
  const creating =
    path === null || group !== null ? [] : [{ id: CREATE, name: `Create “${sought}”`, detail: 'new' }];
  return arrangeOffers(offers, sought, creating);
};

/** Why there are no suggestions for the typed text. */
const sayNoOffers = (rows: readonly TagRow[], text: string): string => {
  const { group, sought } = readTypedGroup(rows, text);
  if (group !== null) return `No tag of the group “${group}” matches`;
  if (sought.trim() === '' || parseTypedTagPath(sought) !== null) return 'Type a name to create a tag';
  return `Names have up to ${MAX_TAG_NAME} characters, paths up to ${MAX_TAG_LEVELS} levels, none empty`;
};

/** If there are groups, the example shows how to use one. */
const placeholderFor = (rows: readonly TagRow[]): string => {
  const [group] = groupsOf(rows);
  return group === undefined ? 'Add a tag (a/b for sub-tags)' : `Add a tag of ${group} (a/b for sub-tags)`;
};

/** The tags of something: chips, and a field that finds or creates a tag, with "/" for sub-tags. */
export const TagPicker = ({ tagIds, onChange, autoFocus = false, onDone }: TagPickerProps) => {
  const tags = useTags();
  const { rows } = tags;
  const [text, setText] = useState('');
  const free = rows.filter(({ id }) => !tagIds.includes(id));

  const set = (next: readonly TagId[]): void => {
    rememberTags(next);
    setText('');
    onChange(next);
  };
  const create = async (): Promise<void> => {
    const path = parseTypedTagPath(text);
    if (path === null) return;
    const { tagId, outcome } = await ensureTag(path);
    if (outcome !== 'refused') set([...new Set([...tagIds, tagId])]);
  };
  const pick = (id: string): void => {
    if (id === CREATE) void create();
    else set([...tagIds, ...free.filter((row) => row.id === id).map((row) => row.id)]);
  };
  const isEmpty = text.trim() === '';
  const offers = isEmpty ? recentTags(free).map(offerOf) : offersFor(free, text);
  const takeFirst = (target: EventTarget): void => {
    const [first] = offers;
    if (first !== undefined && !hasFocusedOffer(target)) pick(first.id);
  };
  const repeatLast = (): void => {
    const last = lastTags(tags);
    if (tagIds.length === 0 && last.length > 0) set(last);
  };
  const onEnter = ({ key, target }: { key: string; target: EventTarget }): void => {
    if (key !== 'Enter') return;
    if (!isEmpty) takeFirst(target);
    // A focused option is taken by the combo box itself.
    else if (!hasFocusedOffer(target)) repeatLast();
    onDone?.();
  };

  return (
    <div className={styles.picker}>
      <div className={styles.chips}>
        <TagChips tagIds={tagIds} onRemove={(id) => set(tagIds.filter((other) => other !== id))} />
      </div>
      <ComboBox
        label="Add a tag"
        isLabelHidden
        placeholder={placeholderFor(rows)}
        autoFocus={autoFocus}
        options={offers}
        text={text}
        onTextChange={setText}
        onPick={pick}
        noOptions={sayNoOffers(rows, text)}
        takesFirst={!isEmpty}
        about={(id) => meaningOf(free.find((row) => row.id === id))}
        onKeyDown={onEnter}
      />
    </div>
  );
};

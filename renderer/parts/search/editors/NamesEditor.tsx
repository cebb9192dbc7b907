import { useMemo, useRef, useState } from 'react';
import {
  Autocomplete,
  Collection,
  ListBox,
  ListBoxLoadMoreItem,
  type Selection,
} from 'react-aria-components';
import { foldName } from '#domain/text/fold-text.ts';
import { useShownOptions } from '#renderer/parts/picker/use-shown-options.ts';
import { type Option, OptionItem } from '#renderer/ui/choices/OptionItem.tsx';
import field from '#renderer/ui/fields/field.module.css';
import { ListFilter } from '#renderer/ui/filters/ListFilter.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { fieldWords } from '../clause-fields.ts';
import styles from './editors.module.css';
import { useNameOptions } from './use-name-options.ts';
import type { ValuesEditorProps } from './values-editor-props.ts';

const TYPED = 'typed ';

const withTyped = (options: readonly Option<string>[], typed: string): readonly Option<string>[] => {
  const isKnown = options.some(({ name }) => foldName(name) === foldName(typed));
  return typed === '' || isKnown
    ? options
    : [{ id: `${TYPED}${typed}`, name: typed, detail: 'as typed' }, ...options];
};

/** Values that are names: those that there are, and whatever is typed. */
export const NamesEditor = ({ field: name, values, onChange }: ValuesEditorProps) => {
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const known = useNameOptions(name, values);
  const options = useMemo(() => withTyped(known, text.trim()), [known, text]);
  const { shown, hasMore, showMore } = useShownOptions(options, text);
  const label = fieldWords(name).name;
  const choose = (keys: Selection): void => {
    if (keys === 'all') return;
    const chosen = [...keys].map((key) => String(key));
    onChange(chosen.map((key) => (key.startsWith(TYPED) ? key.slice(TYPED.length) : key)));
    if (chosen.some((key) => key.startsWith(TYPED))) setText('');
  };
  const selected = known.filter(({ id }) => values.some((value) => foldName(value) === foldName(id)));
  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <ListFilter label={`Find: ${label}`} placeholder={label} input={input} looks="framed" autoFocus />
      <ListBox
        aria-label={label}
        className={joinClasses(field.options, styles.names)}
        selectionMode="multiple"
        selectionBehavior="toggle"
        selectedKeys={selected.map(({ id }) => id)}
        onSelectionChange={choose}
        renderEmptyState={() => <div className={field.noOptions}>Type a name</div>}
      >
        <Collection items={shown}>{(option) => <OptionItem {...option} />}</Collection>
        {hasMore && <ListBoxLoadMoreItem onLoadMore={showMore} />}
      </ListBox>
    </Autocomplete>
  );
};

import { useEffect, useRef, useState } from 'react';
import type { TagRow } from '#domain/contract/tag.ts';
import { parseTagPath } from '#domain/tag/parse-tag-path.ts';
import { printNamePath } from '#domain/tree/name-path.ts';
import { act } from '#renderer/bridge/act.ts';
import { TextField } from '#renderer/ui/fields/TextField.tsx';

export type TagNameProps = {
  readonly tag: TagRow;
  readonly isRenaming: boolean;
  readonly onRename: () => void;
  readonly onDone: () => void;
};

const NameField = ({ tag, onDone }: Pick<TagNameProps, 'tag' | 'onDone'>) => {
  const [name, setName] = useState(printNamePath([tag.name]));
  const field = useRef<HTMLInputElement>(null);
  // As in every field of tags: a slash that belongs to the name is escaped.
  const [typed, ...below] = parseTagPath(name) ?? [];
  const isValid = typed !== undefined && below.length === 0;
  useEffect(() => field.current?.select(), []);
  const rename = async (): Promise<void> => {
    if (!isValid) return;
    if (typed === tag.name) onDone();
    else if ((await act('tag:change', { tagId: tag.id, name: typed })).ok) onDone();
  };
  return (
    <TextField
      label="Name of the tag"
      isLabelHidden
      autoFocus
      inputRef={field}
      value={name}
      onChange={setName}
      {...(isValid ? {} : { error: 'A name of up to 80 characters; a slash in it is written “\\/”.' })}
      onBlur={() => void rename()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void rename();
        if (event.key === 'Escape') onDone();
      }}
    />
  );
};

/** The name as a heading; a double click makes it a field, as the command does. */
export const TagName = ({ tag, isRenaming, onRename, onDone }: TagNameProps) =>
  isRenaming ? (
    <>
      <h1 className="visually-hidden">{tag.name}</h1>
      <NameField tag={tag} onDone={onDone} />
    </>
  ) : (
    <h1 dir="auto" onDoubleClick={onRename}>
      {tag.name}
    </h1>
  );

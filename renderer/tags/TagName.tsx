import { useEffect, useRef, useState } from 'react';
import type { TagRow } from '#domain/contract/rows.ts';
import { tagNameSchema } from '#domain/tag/tag.ts';
import { act } from '#renderer/bridge/act.ts';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import styles from './tags.module.css';

export type TagNameProps = {
  readonly tag: TagRow;
  readonly isRenaming: boolean;
  readonly onRename: () => void;
  readonly onDone: () => void;
};

const NameField = ({ tag, onDone }: Pick<TagNameProps, 'tag' | 'onDone'>) => {
  const [name, setName] = useState(tag.name);
  const place = useRef<HTMLDivElement>(null);
  const isValid = tagNameSchema.safeParse(name).success;
  useEffect(() => place.current?.querySelector('input')?.select(), []);
  const rename = async (): Promise<void> => {
    if (!isValid) return;
    if (name.trim() === tag.name) onDone();
    else if ((await act('tag:rename', { tagId: tag.id, name: name.trim() })).ok) onDone();
  };
  return (
    <div ref={place}>
      <TextField
        label="Name of the tag"
        isLabelHidden
        autoFocus
        value={name}
        onChange={setName}
        {...(isValid ? {} : { error: 'A name of up to 80 characters, without “/”.' })}
        onBlur={() => void rename()}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void rename();
          if (event.key === 'Escape') onDone();
        }}
      />
    </div>
  );
};

/** The name as a heading; a double click makes it a field, as the command does. */
export const TagName = ({ tag, isRenaming, onRename, onDone }: TagNameProps) =>
  isRenaming ? (
    <NameField tag={tag} onDone={onDone} />
  ) : (
    <h1 className={styles.name} onDoubleClick={onRename}>
      {tag.name}
    </h1>
  );

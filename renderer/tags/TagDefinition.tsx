import type { TagRow } from '#domain/contract/tag.ts';
import { act } from '#renderer/bridge/act.ts';
import { CommitField } from '#renderer/parts/field/CommitField.tsx';
import styles from './tags.module.css';

const fields = [
  ['useWhen', 'Use when', 'What a passage has to say to carry this tag'],
  ['notWhen', 'Not when', 'What looks like it and is not'],
  ['example', 'Example', 'A sentence that carries it'],
] as const;

/** When the tag is meant: what makes a codebook of names. */
export const TagDefinition = ({ tag }: { readonly tag: TagRow }) => (
  <div className={styles.definition}>
    {fields.map(([field, label, placeholder]) => (
      <CommitField
        key={field}
        label={label}
        placeholder={placeholder}
        rows={2}
        value={tag.definition[field]}
        onCommit={async (text) =>
          (await act('tag:change', { tagId: tag.id, definition: { [field]: text } })).ok
        }
      />
    ))}
  </div>
);

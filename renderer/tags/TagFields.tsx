import type { TagRow } from '#domain/contract/tag.ts';
import { tagGroupSchema } from '#domain/tag/tag.ts';
import { act } from '#renderer/bridge/act.ts';
import { CommitField } from '#renderer/parts/field/CommitField.tsx';
import { matchNames } from '#renderer/parts/field/match-names.ts';
import { groupsOf } from '#renderer/parts/tag/tag-groups.ts';
import { useTags } from '#renderer/parts/tag/use-tags.ts';
import styles from './tags.module.css';

type TagFieldProps = { readonly tag: TagRow };

const Aliases = ({ tag }: TagFieldProps) => (
  <CommitField
    label="Aliases"
    hint="Found by these names too; a comma between them."
    value={tag.aliases.join(', ')}
    onCommit={async (text) => {
      const aliases = text
        .split(',')
        .map((alias) => alias.trim())
        .filter((alias) => alias !== '');
      return (await act('tag:change', { tagId: tag.id, aliases })).ok;
    }}
  />
);

const checkGroup = (text: string): string | undefined =>
  text === '' || tagGroupSchema.safeParse(text).success
    ? undefined
    : 'A name of up to 40 characters, without a colon.';

const Group = ({ tag }: TagFieldProps) => {
  const { rows } = useTags();
  const { ownGroup, group } = tag;
  const isInherited = ownGroup === null && group !== null;
  return (
    <CommitField
      label="Group"
      hint={
        isInherited ? `“${group}”, from the tag above.` : 'Such as actor, topic or place; sub-tags share it.'
      }
      placeholder={isInherited ? group : ''}
      value={ownGroup ?? ''}
      validate={checkGroup}
      offers={(typed) =>
        matchNames(
          groupsOf(rows).filter((each) => each !== group),
          typed === ownGroup ? '' : typed,
          (each) => [each],
        )
      }
      onCommit={async (text) =>
        (await act('tag:change', { tagId: tag.id, group: text === '' ? null : text })).ok
      }
    />
  );
};

/** What a tag is also called, and what kind of thing it names. */
export const TagFields = ({ tag }: TagFieldProps) => (
  <div className={styles.fields}>
    <Aliases tag={tag} />
    <Group tag={tag} />
  </div>
);

import { useEffect, useRef, useState } from 'react';
import { type TagRow, tagChange, tagMerge, tagTogether } from '#domain/contract/tag.ts';
import { printCount } from '#domain/print-count.ts';
import { setValue } from '#domain/search/written-conditions.ts';
import { parseTagPath } from '#domain/tag/parse-tag-path.ts';
import { tagGroupSchema } from '#domain/tag/tag.ts';
import { printNamePath } from '#domain/tree/name-path.ts';
import { act } from '#renderer/bridge/act.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useSoFar } from '#renderer/bridge/use-so-far.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { tagActs } from '#renderer/commands/context-menu.ts';
import { CommitField } from '#renderer/parts/field/CommitField.tsx';
import { matchNames } from '#renderer/parts/field/match-names.ts';
import { askForMemo } from '#renderer/parts/memo/ask-for-memo.tsx';
import { ActsButton } from '#renderer/parts/menu/ActsButton.tsx';
import { PassageLines } from '#renderer/parts/passage/PassageLines.tsx';
import { groupsOf } from '#renderer/parts/tag/tag-groups.ts';
import { printPath, useTags } from '#renderer/parts/tag/use-tags.ts';
import { isBelow } from '#renderer/parts/tree/build-name-tree.ts';
import { MergeDialog } from '#renderer/parts/tree/MergeDialog.tsx';
import { MoveDialog } from '#renderer/parts/tree/MoveDialog.tsx';
import { WrittenBy } from '#renderer/parts/writer/WrittenBy.tsx';
import { ButtonRow } from '#renderer/ui/collections/rows.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { Page, PageHead, PageSection } from '#renderer/ui/panes/Page.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import { setViewState } from '#renderer/window/view-state.ts';
import { DeleteTag, useTagsBeside } from './DeleteTag.tsx';
import { SplitTag } from './SplitTag.tsx';
import styles from './tags.module.css';

type Asking = 'rename' | 'move' | 'merge' | 'split' | 'delete' | null;

const Above = ({ tag }: { readonly tag: TagRow }) =>
  tag.path.length < 2 ? null : <p>{printPath(tag.path.slice(0, -1))} /</p>;

const fields = [
  ['useWhen', 'Use when', 'What a passage must say to get this tag'],
  ['notWhen', 'Not when', 'What looks similar, but is something else'],
  ['example', 'Example', 'A sentence with this tag'],
] as const;

/** When to use the tag: definitions turn a list of names into a codebook. */
const TagDefinition = ({ tag }: { readonly tag: TagRow }) => (
  <div className={styles.definition}>
    {fields.map(([field, label, placeholder]) => (
      <CommitField
        key={field}
        label={label}
        placeholder={placeholder}
        rows={2}
        value={tag.definition[field]}
        onCommit={async (text) => (await act(tagChange, { tagId: tag.id, definition: { [field]: text } })).ok}
      />
    ))}
  </div>
);

const showPassages = (text: string): void => {
  setViewState('passages.text', text);
  goTo({ view: 'passages' });
};

/** Tags on the same passages; each leads to the passages that have both. Renders nothing if there are none. */
const TagsTogether = ({ tag }: { readonly tag: TagRow }) => {
  const soFar = useSoFar();
  const { data = [] } = useQuery(tagTogether, { tagId: tag.id }, { keepsPrevious: true });
  if (data.length === 0) return null;
  return (
    <PageSection title="Co-occurs with" count={`${data.length}${soFar}`}>
      <div className={styles.together}>
        {data.map(({ tagId, path, count, text }) => (
          <ButtonRow key={tagId} onPress={() => showPassages(text)}>
            <span className={styles.pair} title="Show the passages that have both">
              <span dir="auto">{printPath(path)}</span>
              <span className={styles.count}>{count.toLocaleString('en-GB')}</span>
            </span>
          </ButtonRow>
        ))}
      </div>
    </PageSection>
  );
};

type MoveTagProps = { readonly tag: TagRow; readonly onClose: () => void };

const sayMove = (tag: TagRow, parent: TagRow | undefined, below: number): string => {
  const path = [...(parent?.path ?? []), tag.name];
  const along = below === 0 ? '' : `, with ${printCount(below, 'sub-tag')}`;
  const group = tag.ownGroup ?? parent?.group ?? null;
  const grouped = group === tag.group ? '' : ` Its group becomes ${group === null ? 'none' : `“${group}”`}.`;
  return `Its new place is “${printPath(path)}”${along}.${grouped}`;
};

const MoveTag = ({ tag, onClose }: MoveTagProps) => {
  const { rows, byId } = useTags();
  const below = rows.filter(({ id }) => id !== tag.id && isBelow(byId, id, tag.id)).length;
  return (
    <MoveDialog
      title={`Move “${tag.name}”`}
      label="Tag"
      options={useTagsBeside(tag.id)}
      parentId={tag.parentId}
      preview={(id) => (
        <p className="quiet-words">{sayMove(tag, id === null ? undefined : byId.get(id), below)}</p>
      )}
      onMove={async (parentId) => (await act(tagChange, { tagId: tag.id, parentId })).ok}
      onClose={onClose}
    />
  );
};

type MergeTagProps = { readonly tag: TagRow; readonly onClose: () => void };

const Preview = ({ tag, into }: { readonly tag: TagRow; readonly into: TagRow }) => (
  <dl className={styles.preview}>
    <dt>{printPath(tag.path)}</dt>
    <dd>{tag.ownCount} uses; deleted, with its name kept as an alias</dd>
    <dt>{printPath(into.path)}</dt>
    <dd>
      {into.ownCount} uses now, up to {into.ownCount + tag.ownCount} after
    </dd>
  </dl>
);

/** Merges two tags, after showing what that means. */
const MergeTag = ({ tag, onClose }: MergeTagProps) => {
  const { byId } = useTags();
  const merge = async (into: TagRow): Promise<boolean> => {
    const answer = await act(tagMerge, { tagId: tag.id, intoId: into.id });
    if (answer.ok) goTo({ view: 'tags', tagId: into.id });
    return answer.ok;
  };
  return (
    <MergeDialog
      title={`Merge “${tag.name}” into another tag`}
      label="Into which tag"
      name={tag.name}
      options={useTagsBeside(tag.id)}
      rowOf={(id) => byId.get(id)}
      preview={(into) => <Preview tag={tag} into={into} />}
      onMerge={merge}
      onClose={onClose}
    />
  );
};

type TagNameProps = {
  readonly tag: TagRow;
  readonly isRenaming: boolean;
  readonly onRename: () => void;
  readonly onDone: () => void;
};

const NameField = ({ tag, onDone }: Pick<TagNameProps, 'tag' | 'onDone'>) => {
  const [name, setName] = useState(printNamePath([tag.name]));
  const field = useRef<HTMLInputElement>(null);
  // As in every tag field, a slash that belongs to the name is escaped.
  const [typed, ...below] = parseTagPath(name) ?? [];
  const isValid = typed !== undefined && below.length === 0;
  useEffect(() => field.current?.select(), []);
  const rename = async (): Promise<void> => {
    if (!isValid) return;
    if (typed === tag.name) onDone();
    else if ((await act(tagChange, { tagId: tag.id, name: typed })).ok) onDone();
  };
  return (
    <TextField
      label="Name of the tag"
      isLabelHidden
      autoFocus
      inputRef={field}
      value={name}
      onChange={setName}
      {...(isValid ? {} : { error: 'Up to 80 characters. A slash in a name is written “\\/”.' })}
      onBlur={() => void rename()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void rename();
        if (event.key === 'Escape') onDone();
      }}
    />
  );
};

/** The name as a heading; a double click or the command turns it into a field. */
const TagName = ({ tag, isRenaming, onRename, onDone }: TagNameProps) =>
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

type TagFieldProps = { readonly tag: TagRow };

const Aliases = ({ tag }: TagFieldProps) => (
  <CommitField
    label="Aliases"
    hint="Other names, separated by commas"
    value={tag.aliases.join(', ')}
    onCommit={async (text) => {
      const aliases = text
        .split(',')
        .map((alias) => alias.trim())
        .filter((alias) => alias !== '');
      return (await act(tagChange, { tagId: tag.id, aliases })).ok;
    }}
  />
);

const checkGroup = (text: string): string | undefined =>
  text === '' || tagGroupSchema.safeParse(text).success ? undefined : 'Up to 40 characters, without a colon.';

const Group = ({ tag }: TagFieldProps) => {
  const { rows } = useTags();
  const { ownGroup, group } = tag;
  const isInherited = ownGroup === null && group !== null;
  return (
    <CommitField
      label="Group"
      hint={
        isInherited
          ? `Inherited from the tag above: “${group}”`
          : 'Such as actor, topic or place; sub-tags share it.'
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
        (await act(tagChange, { tagId: tag.id, group: text === '' ? null : text })).ok
      }
    />
  );
};

/** A tag's other names, and the kind of thing it names. */
const TagFields = ({ tag }: TagFieldProps) => (
  <div className={styles.fields}>
    <Aliases tag={tag} />
    <Group tag={tag} />
  </div>
);

/** "82 uses (incl. sub-tags) · 43 direct" */
export const printUses = ({ ownCount, totalCount }: Pick<TagRow, 'ownCount' | 'totalCount'>): string =>
  ownCount === totalCount
    ? printCount(ownCount, 'use')
    : `${printCount(totalCount, 'use')} (incl. sub-tags) · ${ownCount.toLocaleString('en-GB')} direct`;

/** One tag: its name, definition, other names, and passages. */
export const TagPage = ({ tag }: { readonly tag: TagRow }) => {
  const [asking, setAsking] = useState<Asking>(null);
  const soFar = useSoFar();
  const close = () => setAsking(null);
  useCommand('tag.rename', () => setAsking('rename'));
  useCommand('tag.move', () => setAsking('move'));
  useCommand('tag.merge', () => setAsking('merge'));
  useCommand('tag.split', () => setAsking('split'));
  const source = { from: { kind: 'tag', tagId: tag.id }, name: `Tag “${tag.name}”` } as const;
  useCommand('tag.new-memo', () => askForMemo(source));
  useCommand('tag.delete', () => setAsking('delete'));
  return (
    <Page label={`Tag ${tag.name}`} width="medium">
      <PageHead acts={<ActsButton acts={tagActs} label={`More for ${tag.name}`} />}>
        <Above tag={tag} />
        <TagName
          tag={tag}
          isRenaming={asking === 'rename'}
          onRename={() => setAsking('rename')}
          onDone={close}
        />
        <p>
          {printUses(tag)}
          {soFar}
        </p>
      </PageHead>
      <TagDefinition tag={tag} />
      <TagFields tag={tag} />
      <WrittenBy record={tag} className={styles.writer} />
      <TagsTogether tag={tag} />
      <PassageLines
        filter={{ tagId: tag.id }}
        text={setValue('', 'tag', printPath(tag.path), 'asked')}
        empty="No passage has this tag yet."
      />
      {asking === 'move' && <MoveTag tag={tag} onClose={close} />}
      {asking === 'merge' && <MergeTag tag={tag} onClose={close} />}
      {asking === 'split' && <SplitTag tag={tag} onClose={close} />}
      {asking === 'delete' && <DeleteTag tag={tag} onClose={close} />}
    </Page>
  );
};

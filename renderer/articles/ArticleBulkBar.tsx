import { useState } from 'react';
import type { ArticleState } from '#domain/article/annotations.ts';
import { articleTagsOfMany } from '#domain/contract/many-articles.ts';
import { passageList } from '#domain/contract/passage.ts';
import type { ArticleId, SourceId, TagId } from '#domain/ids.ts';
import { sayError } from '#renderer/bridge/act.ts';
import { catalogueIsRead, useAppState } from '#renderer/bridge/app-state.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { request } from '#renderer/bridge/window-bridge.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { CarriedTags } from '#renderer/parts/CarriedTags.tsx';
import { MarkingPicker } from '#renderer/parts/MarkingPicker.tsx';
import { citeInMemo } from '#renderer/parts/memo/cite-in-memo.tsx';
import { SelectionBar } from '#renderer/parts/SelectionBar.tsx';
import { SourcePicker } from '#renderer/parts/source/SourcePicker.tsx';
import { TagPicker } from '#renderer/parts/tag/TagPicker.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Menu } from '#renderer/ui/overlays/Menu.tsx';
import { sayHint } from '#renderer/window/notices.ts';
import { changeArticles } from './change-articles.ts';

type FieldProps = { readonly ids: readonly ArticleId[]; readonly onDone: () => void };

const TagsField = ({ ids, onDone }: FieldProps) => {
  const { data } = useQuery(articleTagsOfMany, { articleIds: [...ids] }, { keepsPrevious: true });
  const change = (add: readonly TagId[], remove: readonly TagId[]) =>
    void changeArticles(ids, { kind: 'tag', add: [...add], remove: [...remove] });
  return (
    <>
      <CarriedTags
        label="Tags on these articles"
        tags={data ?? []}
        count={ids.length}
        onRemove={(id) => change([], [id])}
      />
      <TagPicker autoFocus tagIds={[]} onChange={(add) => change(add, [])} onDone={onDone} />
    </>
  );
};

const PublicationField = ({ ids, onDone }: FieldProps) => {
  const change = (publicationId: SourceId | null): void => {
    onDone();
    void changeArticles(ids, { kind: 'publication', publicationId });
  };
  return (
    <>
      <SourcePicker
        label="Publication"
        sourceId={null}
        newKinds={['publication']}
        autoFocus
        onChange={change}
        onDone={onDone}
      />
      <Button isSmall variant="quiet" onPress={() => change(null)}>
        No publication
      </Button>
    </>
  );
};

const MarkingField = ({ ids, onDone }: FieldProps) => (
  <MarkingPicker
    label="Marking received"
    value={null}
    onChange={(marking) => {
      onDone();
      void changeArticles(ids, { kind: 'marking', marking });
    }}
  />
);

const fields = {
  tags: { name: 'Tags', label: 'Tags of all', Field: TagsField },
  publication: { name: 'Publication', label: 'Publication of all', Field: PublicationField },
  marking: { name: 'Marking', label: 'Marking of all', Field: MarkingField },
} as const;
type FieldName = keyof typeof fields;

const states: readonly { readonly id: ArticleState; readonly name: string }[] = [
  { id: 'unread', name: 'Unread' },
  { id: 'reading', name: 'In progress' },
  { id: 'read', name: 'Read' },
];

const StateMenu = ({ ids }: Pick<FieldProps, 'ids'>) => (
  <Menu
    label="State of all"
    trigger={
      <Button isSmall variant="quiet">
        Mark as
      </Button>
    }
    entries={states.map(({ id, name }) => ({
      id,
      name,
      run: () => void changeArticles(ids, { kind: 'state', state: id }),
    }))}
  />
);

export type ArticleBulkBarProps = {
  readonly ids: readonly ArticleId[];
  /** Returns to the open article. */
  readonly onLeave: () => void;
};

/** As many as a memo takes at once. */
const MOST_CITED = 1000;

/** Cites all passages of the articles in the memo that was open last, or asks for one. */
export const citeArticles = async (articleIds: readonly ArticleId[]): Promise<void> => {
  const question = { filter: {}, articleIds: [...articleIds], limit: MOST_CITED };
  if (!useAppState.getState().isCatalogueReady) sayHint('Loading the archive: you can cite when it is done');
  await catalogueIsRead();
  const answer = await request(passageList, question);
  if (!answer.ok) return sayError(answer.error);
  const { rows, count } = answer.value;
  if (count === 0) sayHint('These articles have no passages. Highlight some first');
  else if (count > rows.length) sayHint(`More than ${MOST_CITED} passages: select fewer articles`);
  else await citeInMemo(rows.map(({ id }) => id));
};

/** The acts on all selected articles. */
export const ArticleBulkBar = ({ ids, onLeave }: ArticleBulkBarProps) => {
  const [open, setOpen] = useState<FieldName | null>(null);
  const close = (): void => setOpen(null);
  const contentOf = (name: FieldName) => {
    const { Field, label } = fields[name];
    return { label, content: <Field ids={ids} onDone={close} /> };
  };
  return (
    <SelectionBar
      count={ids.length}
      field={open === null ? null : contentOf(open)}
      onCloseField={close}
      onLeave={onLeave}
    >
      <StateMenu ids={ids} />
      {(Object.keys(fields) as FieldName[]).map((name) => (
        <Button
          key={name}
          isSmall
          variant="quiet"
          aria-expanded={open === name}
          onPress={() => setOpen(name)}
        >
          {fields[name].name}
        </Button>
      ))}
      <Button isSmall variant="quiet" onPress={() => void citeArticles(ids)}>
        Cite in memo
      </Button>
      <Button isSmall variant="quiet" onPress={() => runCommand('article.delete')}>
        Move to trash
      </Button>
    </SelectionBar>
  );
};

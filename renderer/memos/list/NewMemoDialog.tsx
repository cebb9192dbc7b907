import { useState } from 'react';
import type { Input } from '#domain/contract/requests.ts';
import type { ArticleId, TagId } from '#domain/ids.ts';
import { printCount } from '#domain/print-count.ts';
import type { Marking } from '#domain/tradecraft/marking.ts';
import { useSettings } from '#renderer/bridge/app-state.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { MarkingPicker } from '#renderer/parts/marking/MarkingPicker.tsx';
import { beginMemo } from '#renderer/parts/memo/begin-memo.ts';
import { printPath, useTags } from '#renderer/parts/tag/use-tags.ts';
import { RadioGroup } from '#renderer/ui/choices/RadioGroup.tsx';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { FormDialog } from '#renderer/ui/overlays/FormDialog.tsx';
import { rememberBegun } from '#renderer/window/last-memo.ts';
import { goTo } from '#renderer/window/navigation.ts';

type Kind = 'nothing' | 'article' | 'tag';
type From = Input<'memo:create'>['from'];

/** What is chosen, as main takes it; null while a tag is still to be named. */
const evidenceOf = (kind: Kind, articleId: ArticleId | null, tagId: TagId | null): From | null => {
  if (kind === 'article') return articleId === null ? null : { kind, articleId };
  if (kind === 'tag') return tagId === null ? null : { kind, tagId };
  return { kind };
};

type EvidenceProps = {
  readonly kind: Kind;
  readonly onKind: (kind: Kind) => void;
  readonly articleId: ArticleId | null;
  readonly tagId: TagId | null;
  readonly onTag: (tagId: TagId) => void;
};

/** Whose passages are laid into the new memo. */
const EvidenceChoice = ({ kind, onKind, articleId, tagId, onTag }: EvidenceProps) => {
  const { rows } = useTags();
  const { data } = useQuery('article:open', articleId === null ? null : { articleId });
  const count = data?.passages.length ?? 0;
  const options: readonly { id: Kind; name: string; detail?: string }[] = [
    { id: 'nothing', name: 'An empty form' },
    ...(count === 0
      ? []
      : [
          {
            id: 'article' as const,
            name: 'The open article',
            detail: printCount(count, 'passage'),
          },
        ]),
    ...(rows.length === 0 ? [] : [{ id: 'tag' as const, name: 'The passages of a tag' }]),
  ];
  return (
    <>
      <RadioGroup label="Begin with" options={options} value={kind} onChange={onKind} />
      {kind === 'tag' && (
        <Select
          label="Tag"
          placeholder="Choose a tag"
          options={rows.map(({ id, path, totalCount }) => ({
            id,
            name: printPath(path),
            detail: String(totalCount),
          }))}
          value={tagId}
          onChange={onTag}
        />
      )}
    </>
  );
};

export type NewMemoDialogProps = {
  /** The article that is open, whose passages can be laid in. */
  readonly articleId: ArticleId | null;
  readonly onClose: () => void;
};

/** Begins a memo: its title, its marking, and the evidence that is laid in. */
export const NewMemoDialog = ({ articleId, onClose }: NewMemoDialogProps) => {
  const { defaultMarking } = useSettings();
  const [title, setTitle] = useState('');
  const [marking, setMarking] = useState<Marking | null>(defaultMarking);
  const [kind, setKind] = useState<Kind>('nothing');
  const [tagId, setTagId] = useState<TagId | null>(null);
  const from = evidenceOf(kind, articleId, tagId);
  const isReady = title.trim() !== '' && from !== null;

  const create = async (): Promise<void> => {
    if (from === null) return;
    const { memoId, outcome } = await beginMemo({ title, marking, from });
    if (outcome === 'refused') return;
    onClose();
    if (outcome === 'unsaved') return;
    rememberBegun(memoId);
    goTo({ view: 'memos', memoId });
  };

  return (
    <FormDialog title="New memo" submitName="Begin" isReady={isReady} onSubmit={create} onClose={onClose}>
      <TextField label="Title" autoFocus value={title} maxLength={300} onChange={setTitle} />
      <MarkingPicker value={marking} onChange={setMarking} />
      <EvidenceChoice kind={kind} onKind={setKind} articleId={articleId} tagId={tagId} onTag={setTagId} />
    </FormDialog>
  );
};

import { useMemo } from 'react';
import type { Input } from '#domain/contract/requests.ts';
import type { ArticleId, TagId } from '#domain/ids.ts';
import { printCount } from '#domain/print-count.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { FilterPicker } from '#renderer/parts/picker/FilterPicker.tsx';
import { printPath, useTags } from '#renderer/parts/tag/use-tags.ts';
import { RadioGroup } from '#renderer/ui/choices/RadioGroup.tsx';
import type { MemoSource } from '#renderer/window/new-memo-source.ts';

export type ChosenEvidence = {
  /** `source`: what was named before the dialog opened. */
  readonly kind: 'nothing' | 'article' | 'tag' | 'source';
  readonly tagId: TagId | null;
};

/** What is selected, as main takes it; null while a tag is still to be named. */
export const evidenceOf = (
  { kind, tagId }: ChosenEvidence,
  articleId: ArticleId | null,
  source: MemoSource | null,
): Input<'memo:create'>['from'] | null => {
  if (kind === 'source') return source?.from ?? null;
  if (kind === 'article') return articleId === null ? null : { kind, articleId };
  if (kind === 'tag') return tagId === null ? null : { kind, tagId };
  return { kind: 'nothing' };
};

export type EvidenceChoiceProps = {
  readonly articleId: ArticleId | null;
  readonly source: MemoSource | null;
  readonly chosen: ChosenEvidence;
  readonly onChange: (chosen: ChosenEvidence) => void;
};

/** Whose passages are laid into the new memo. */
export const EvidenceChoice = ({ articleId, source, chosen, onChange }: EvidenceChoiceProps) => {
  const { rows } = useTags();
  const { data } = useQuery('article:open', articleId === null ? null : { articleId });
  const tagOptions = useMemo(
    () => rows.map(({ id, path, totalCount }) => ({ id, name: printPath(path), detail: String(totalCount) })),
    [rows],
  );
  const count = data?.passages.length ?? 0;
  const options: readonly { id: ChosenEvidence['kind']; name: string; detail?: string }[] = [
    ...(source === null ? [] : [{ id: 'source' as const, name: source.name }]),
    { id: 'nothing', name: 'Blank memo' },
    ...(count === 0
      ? []
      : [{ id: 'article' as const, name: 'The open article', detail: printCount(count, 'passage') }]),
    ...(rows.length === 0 ? [] : [{ id: 'tag' as const, name: 'The passages of a tag' }]),
  ];
  return (
    <>
      <RadioGroup
        label="Start with"
        options={options}
        value={chosen.kind}
        onChange={(kind) => onChange({ ...chosen, kind })}
      />
      {chosen.kind === 'tag' && (
        <div>
          <FilterPicker
            label="Select a tag"
            options={tagOptions}
            value={chosen.tagId}
            onChange={(tagId) => onChange({ ...chosen, tagId })}
          />
        </div>
      )}
    </>
  );
};

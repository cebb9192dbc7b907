import { useState } from 'react';
import type { Input } from '#domain/contract/requests.ts';
import type { ArticleId } from '#domain/ids.ts';
import type { EvidenceGrouping } from '#domain/memo/group-evidence.ts';
import type { MemoTemplate } from '#domain/memo/memo.ts';
import type { Marking } from '#domain/tradecraft/marking.ts';
import { useSettings } from '#renderer/bridge/app-state.ts';
import { MarkingPicker } from '#renderer/parts/marking/MarkingPicker.tsx';
import { beginMemo } from '#renderer/parts/memo/begin-memo.ts';
import { FormOutline } from '#renderer/parts/memo/form/FormOutline.tsx';
import { useForms } from '#renderer/parts/memo/form/use-forms.ts';
import { RadioGroup } from '#renderer/ui/choices/RadioGroup.tsx';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { FormDialog } from '#renderer/ui/overlays/FormDialog.tsx';
import { rememberBegun } from '#renderer/window/last-memo.ts';
import { goTo } from '#renderer/window/navigation.ts';
import { useMemoSource } from '#renderer/window/new-memo-source.ts';
import { type ChosenEvidence, EvidenceChoice, evidenceOf } from './EvidenceChoice.tsx';
import styles from './new-memo.module.css';

const groupings: readonly { id: EvidenceGrouping | 'one'; name: string }[] = [
  { id: 'one', name: 'One section' },
  { id: 'tag', name: 'By tag' },
  { id: 'source', name: 'By source' },
];

type Chosen = {
  readonly title: string;
  readonly template: MemoTemplate;
  readonly marking: Marking | null;
  readonly evidence: ChosenEvidence;
  readonly grouping: EvidenceGrouping | 'one';
};

const begin = async (
  { title, template, marking, grouping }: Chosen,
  from: Input<'memo:create'>['from'],
  onClose: () => void,
): Promise<void> => {
  const groupBy = grouping === 'one' ? {} : { groupBy: grouping };
  const { memoId, outcome } = await beginMemo({ title, template, marking, from, ...groupBy });
  if (outcome === 'refused') return;
  onClose();
  if (outcome === 'unsaved') return;
  rememberBegun(memoId);
  goTo({ view: 'memos', memoId });
};

export type NewMemoDialogProps = {
  /** The article that is open, whose passages can be laid in. */
  readonly articleId: ArticleId | null;
  readonly onClose: () => void;
};

/** Begins a memo: its title, its form with the sections of it, its marking, and the evidence that is laid in. */
export const NewMemoDialog = ({ articleId, onClose }: NewMemoDialogProps) => {
  const { defaultMarking } = useSettings();
  const { source } = useMemoSource();
  const forms = useForms();
  const [chosen, setChosen] = useState<Chosen>({
    title: '',
    template: source?.template ?? 'bluf',
    marking: defaultMarking,
    evidence: { kind: source === null ? 'nothing' : 'source', tagId: null },
    grouping: 'one',
  });
  const change = (part: Partial<Chosen>): void => setChosen((now) => ({ ...now, ...part }));
  const { evidence, grouping, title, template } = chosen;
  const from = evidenceOf(evidence, articleId, source);
  const form = forms.find((row) => row.template === template)?.form;
  const submit = async (): Promise<void> => {
    if (from !== null) await begin(chosen, from, onClose);
  };
  return (
    <FormDialog
      title="New memo"
      submitName="Create"
      isMedium
      isReady={title.trim() !== '' && from !== null}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className={styles.parts}>
        <div className={styles.fields}>
          <TextField
            label="Title"
            autoFocus
            value={title}
            maxLength={300}
            onChange={(next) => change({ title: next })}
          />
          <Select
            label="Form"
            options={forms.map((row) => ({ id: row.template, name: row.form.name }))}
            value={template}
            onChange={(next) => change({ template: next })}
          />
          <MarkingPicker value={chosen.marking} onChange={(next) => change({ marking: next })} />
          <EvidenceChoice
            articleId={articleId}
            source={source}
            chosen={evidence}
            onChange={(next) => change({ evidence: next })}
          />
          {evidence.kind !== 'nothing' && (
            <RadioGroup
              label="Evidence in"
              isRow
              options={groupings}
              value={grouping}
              onChange={(next) => change({ grouping: next })}
            />
          )}
        </div>
        {form !== undefined && <FormOutline form={form} />}
      </div>
    </FormDialog>
  );
};

import { useMemo, useState } from 'react';
import type { InputOf } from '#domain/contract/any-request.ts';
import { articleOpen } from '#domain/contract/article.ts';
import { type FormList, formList } from '#domain/contract/form.ts';
import { memoCreate } from '#domain/contract/memo.ts';
import {
  type ArticleId,
  type MemoId,
  newJudgementIdSchema,
  newMemoIdSchema,
  type TagId,
} from '#domain/ids.ts';
import { limitOf } from '#domain/limit-of.ts';
import { isBuiltIn } from '#domain/memo/form/built-in-form-ids.ts';
import { builtInForm } from '#domain/memo/form/built-in-forms.ts';
import type { EvidenceGrouping } from '#domain/memo/group-evidence.ts';
import { type MemoTemplate, memoHeadSchema } from '#domain/memo/memo.ts';
import { printCount } from '#domain/print-count.ts';
import type { Marking } from '#domain/tradecraft/marking.ts';
import { act } from '#renderer/bridge/act.ts';
import { useSettings } from '#renderer/bridge/app-state.ts';
import { newId } from '#renderer/bridge/new-id.ts';
import { type Outcome, outcomeOf } from '#renderer/bridge/outcome.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { MarkingPicker } from '#renderer/parts/MarkingPicker.tsx';
import { FilterPicker } from '#renderer/parts/picker/FilterPicker.tsx';
import { printPath, useTags } from '#renderer/parts/tag/use-tags.ts';
import { LanguageField } from '#renderer/parts/translation/LanguageField.tsx';
import { RadioGroup } from '#renderer/ui/choices/RadioGroup.tsx';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { FormDialog } from '#renderer/ui/overlays/FormDialog.tsx';
import { openDialog } from '#renderer/window/dialogs.tsx';
import { rememberBegun } from '#renderer/window/last-memo.ts';
import { currentPlace, goTo } from '#renderer/window/navigation.ts';
import { FormOutline } from './FormOutline.tsx';
import styles from './new-memo.module.css';

export type MemoSource = {
  readonly from: InputOf<typeof memoCreate>['from'];
  /** Its name in the dialog: "Saved search “Ungraded”", "3 passages". */
  readonly name: string;
  /** The proposed form, if not the usual one. */
  readonly template?: MemoTemplate;
  /** The proposed title. */
  readonly title?: string;
};

const groupings: readonly { id: EvidenceGrouping | 'one'; name: string }[] = [
  { id: 'one', name: 'One section' },
  { id: 'tag', name: 'By tag' },
  { id: 'source', name: 'By source' },
];

type ChosenEvidence = {
  /** `source`: what was chosen before the dialog opened. */
  readonly kind: 'nothing' | 'article' | 'tag' | 'source';
  readonly tagId: TagId | null;
};

/** The chosen evidence as main expects it; null while a tag still has to be named. */
const evidenceOf = (
  { kind, tagId }: ChosenEvidence,
  articleId: ArticleId | null,
  source: MemoSource | null,
): InputOf<typeof memoCreate>['from'] | null => {
  if (kind === 'source') return source?.from ?? null;
  if (kind === 'article') return articleId === null ? null : { kind, articleId };
  if (kind === 'tag') return tagId === null ? null : { kind, tagId };
  return { kind: 'nothing' };
};

type EvidenceChoiceProps = {
  readonly articleId: ArticleId | null;
  readonly source: MemoSource | null;
  readonly chosen: ChosenEvidence;
  readonly onChange: (chosen: ChosenEvidence) => void;
};

/** Chooses whose passages the new memo starts with. */
const EvidenceChoice = ({ articleId, source, chosen, onChange }: EvidenceChoiceProps) => {
  const { rows } = useTags();
  const { data } = useQuery(articleOpen, articleId === null ? null : { articleId });
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

type Chosen = {
  readonly title: string;
  readonly template: MemoTemplate;
  /** Null for the form's language. */
  readonly language: string | null;
  readonly marking: Marking | null;
  readonly evidence: ChosenEvidence;
  readonly grouping: EvidenceGrouping | 'one';
};

const begin = async (
  { title, template, language, marking, grouping }: Chosen,
  from: InputOf<typeof memoCreate>['from'],
  onClose: () => void,
): Promise<void> => {
  const groupBy = grouping === 'one' ? {} : { groupBy: grouping };
  const spoken = language === null ? {} : { language };
  const { memoId, outcome } = await beginMemo({ title, template, marking, from, ...spoken, ...groupBy });
  if (outcome === 'refused') return;
  onClose();
  if (outcome === 'unsaved') return;
  rememberBegun(memoId);
  goTo({ view: 'memos', memoId });
};

type NewMemoProps = {
  /** The open article, whose passages can be included. */
  readonly articleId: ArticleId | null;
  readonly source: MemoSource | null;
  readonly onClose: () => void;
};

const chosenAtFirst = (source: MemoSource | null, marking: Chosen['marking']): Chosen => ({
  title: source?.title ?? '',
  template: source?.template ?? 'bluf',
  language: null,
  marking,
  evidence: { kind: source === null ? 'nothing' : 'source', tagId: null },
  grouping: 'one',
});

/** Begins a memo: its title, its form with a preview of the sections, its marking, and its initial evidence. */
const NewMemo = ({ articleId, source, onClose }: NewMemoProps) => {
  const { defaultMarking } = useSettings();
  const forms = useForms();
  const [chosen, setChosen] = useState(() => chosenAtFirst(source, defaultMarking));
  const change = (part: Partial<Chosen>): void => setChosen((now) => ({ ...now, ...part }));
  const { evidence, grouping, title, template } = chosen;
  const from = evidenceOf(evidence, articleId, source);
  const offered = forms.find((row) => row.template === template)?.form;
  const language = chosen.language ?? offered?.language ?? null;
  /** Its sections are those of the form. */
  const isDossier = template === 'dossier' && from?.kind === 'name';
  const form = isBuiltIn(template) && language !== null ? builtInForm(template, language) : offered;
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
            maxLength={limitOf(memoHeadSchema.shape.title)}
            onChange={(next) => change({ title: next })}
          />
          <Select
            label="Form"
            options={forms.map((row) => ({ id: row.template, name: row.form.name }))}
            value={template}
            onChange={(next) => change({ template: next })}
          />
          {language !== null && (
            <LanguageField
              label="Language"
              value={language}
              onChange={(next) => next !== null && change({ language: next })}
            />
          )}
          <MarkingPicker value={chosen.marking} onChange={(next) => change({ marking: next })} />
          <EvidenceChoice
            articleId={articleId}
            source={source}
            chosen={evidence}
            onChange={(next) => change({ evidence: next })}
          />
          {evidence.kind !== 'nothing' && !isDossier && (
            <RadioGroup
              label="Group evidence"
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

/** Asks for the details of a new memo; `source` is the evidence chosen for it. */
export const askForMemo = (source: MemoSource | null = null): void =>
  openDialog('new memo', ({ close }) => (
    <NewMemo articleId={currentPlace().articleId} source={source} onClose={close} />
  ));

/** Begins a draft in a form, optionally with passages as its evidence. */
export const beginMemo = async ({
  title,
  ...said
}: Pick<
  InputOf<typeof memoCreate>,
  'title' | 'marking' | 'from' | 'template' | 'language' | 'groupBy'
>): Promise<{
  readonly memoId: MemoId;
  readonly outcome: Outcome;
}> => {
  const [memoId, judgementId] = [newId(newMemoIdSchema), newId(newJudgementIdSchema)];
  const input = { memoId, judgementId, title: title.trim(), ...said };
  return { memoId, outcome: outcomeOf(memoCreate, input, await act(memoCreate, input)) };
};

/** The forms for new memos; empty until loaded. */
export const useForms = (): FormList['forms'] => useQuery(formList, {}).data?.forms ?? [];

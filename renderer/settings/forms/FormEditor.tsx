import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { formChange } from '#domain/contract/form.ts';
import type { FormId } from '#domain/ids.ts';
import { limitOf } from '#domain/limit-of.ts';
import { type RuleId, ruleIds, rules } from '#domain/memo/checks/rule-table.ts';
import type { CitationStyle } from '#domain/memo/form/citation-style.ts';
import {
  type Form,
  type FormSection,
  formSchema,
  keyPlaceOf,
  type OriginalPlace,
  placeContents,
  placeKey,
  placeOriginals,
  wordTerms,
} from '#domain/memo/form/form.ts';
import { printCount } from '#domain/print-count.ts';
import { capital } from '#domain/text/capital.ts';
import { act } from '#renderer/bridge/act.ts';
import { FormOutline } from '#renderer/parts/memo/FormOutline.tsx';
import { contentsOptions, keyPlaceOptions } from '#renderer/parts/memo/memo-names.ts';
import { useAutosave } from '#renderer/parts/note/use-autosave.ts';
import { LanguageField } from '#renderer/parts/translation/LanguageField.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Checkbox } from '#renderer/ui/choices/Checkbox.tsx';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { TextArea } from '#renderer/ui/fields/TextArea.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { useBeforeClose } from '#renderer/window/before-close.ts';
import { CitationStyleField } from './CitationStyleField.tsx';
import styles from './forms.module.css';
import { LogoField } from './LogoField.tsx';
import { type FormProblems, findFormProblems, SectionFields } from './SectionFields.tsx';
import { TermsField } from './TermsField.tsx';
import { WordTemplateField } from './WordTemplateField.tsx';

const { shape } = formSchema;

type PartProps = {
  readonly form: Form;
  readonly problems: FormProblems;
  readonly onChange: (form: Form) => void;
};

const errorOf = (problems: FormProblems, path: string) => {
  const error = problems.get(path);
  return error === undefined ? {} : { error };
};

const followStyle = ({ citationStyle: _, ...form }: Form, style: CitationStyle | undefined): Form =>
  style === undefined ? form : { ...form, citationStyle: style };

const HeadFields = ({ form, problems, onChange }: PartProps) => (
  <>
    <TextField
      label="Name"
      autoFocus
      value={form.name}
      maxLength={limitOf(shape.name)}
      {...errorOf(problems, 'name')}
      onChange={(name) => onChange({ ...form, name })}
    />
    <div className={styles.pair}>
      <TextField
        label="Reference numbers"
        value={form.numbering}
        maxLength={limitOf(shape.numbering)}
        {...errorOf(problems, 'numbering')}
        onChange={(numbering) => onChange({ ...form, numbering })}
      />
      <LanguageField
        label="Language"
        value={form.language}
        onChange={(language) => language !== null && onChange({ ...form, language })}
      />
    </div>
    <TextArea
      label="Letterhead"
      rows={2}
      maxLength={limitOf(shape.letterhead)}
      value={form.letterhead}
      onChange={(letterhead) => onChange({ ...form, letterhead })}
    />
    <LogoField
      logo={form.logo}
      error={problems.get('logo/alt')}
      onChange={(logo) => onChange({ ...form, logo })}
    />
    <CitationStyleField style={form.citationStyle} onChange={(style) => onChange(followStyle(form, style))} />
  </>
);

const requireField = (form: Form, field: Form['requiredFields'][number], isRequired: boolean): Form => ({
  ...form,
  requiredFields: isRequired
    ? [...form.requiredFields, field]
    : form.requiredFields.filter((other) => other !== field),
});

const numberParagraphs = ({ numbersParagraphs: _, ...form }: Form, isOn: boolean): Form =>
  isOn ? { ...form, numbersParagraphs: true } : form;

const PrintFields = ({ form, onChange }: PartProps) => (
  <div className={styles.checks}>
    <Checkbox
      isSelected={form.requiredFields.includes('for')}
      onChange={(isOn) => onChange(requireField(form, 'for', isOn))}
    >
      “For” is required
    </Checkbox>
    <Checkbox
      isSelected={form.requiredFields.includes('from')}
      onChange={(isOn) => onChange(requireField(form, 'from', isOn))}
    >
      “From” is required
    </Checkbox>
    <Checkbox
      isSelected={form.requiredFields.includes('period')}
      onChange={(isOn) => onChange(requireField(form, 'period', isOn))}
    >
      The memo covers a period
    </Checkbox>
    <Checkbox
      isSelected={form.numbersParagraphs === true}
      onChange={(isOn) => onChange(numberParagraphs(form, isOn))}
    >
      Number the paragraphs
    </Checkbox>
    <Checkbox isSelected={form.printsAnnex} onChange={(printsAnnex) => onChange({ ...form, printsAnnex })}>
      Print the evidence annex
    </Checkbox>
    <Select
      label="Key to grades and terms"
      options={keyPlaceOptions}
      value={keyPlaceOf(form)}
      onChange={(place) => onChange(placeKey(form, place))}
    />
    <Select
      label="List of contents"
      options={contentsOptions}
      value={form.contents ?? 'long'}
      onChange={(place) => onChange(placeContents(form, place))}
    />
    <Select
      label="Originals of translated quotations"
      options={originalOptions}
      value={form.originals ?? 'footnote'}
      onChange={(place) => onChange(placeOriginals(form, place))}
      hint="A block quotation has its original below it, unless originals are left out."
    />
  </div>
);

const originalOptions = [
  { id: 'footnote', name: 'In a footnote' },
  { id: 'below', name: 'In brackets after the translation' },
  { id: 'none', name: 'Leave out' },
] as const satisfies readonly { readonly id: OriginalPlace; readonly name: string }[];

/** A new section. */
const emptySection: FormSection = {
  heading: 'New section',
  role: 'own',
  prompt: '',
  whenEmpty: '',
  isRequired: false,
  startsWith: '',
};

/** The form with a section moved to another position; unchanged if there is no such position. */
const moveSection = (form: Form, from: number, to: number): Form => {
  const section = form.sections[from];
  if (section === undefined || from === to || to < 0 || to >= form.sections.length) return form;
  return { ...form, sections: form.sections.toSpliced(from, 1).toSpliced(to, 0, section) };
};

const changeSection = (form: Form, at: number, part: Partial<FormSection>): Form => ({
  ...form,
  sections: form.sections.map((section, place) => (place === at ? { ...section, ...part } : section)),
});

const removeSection = (form: Form, at: number): Form => ({
  ...form,
  sections: form.sections.toSpliced(at, 1),
});

const addSection = (form: Form): Form => ({ ...form, sections: [...form.sections, emptySection] });

const Sections = ({ form, problems, onChange }: PartProps) => {
  const list = useRef<HTMLOListElement>(null);
  const move = (from: number, to: number): void => {
    flushSync(() => onChange(moveSection(form, from, to)));
    // The focus follows the section.
    list.current?.children[to]?.querySelector('input')?.focus();
  };
  return (
    <>
      <ol ref={list} className={styles.sections} aria-label="Sections">
        {form.sections.map((section, at) => (
          <SectionFields
            // biome-ignore lint/suspicious/noArrayIndexKey: a section is known by its place alone
            key={at}
            section={section}
            at={at}
            count={form.sections.length}
            problems={problems}
            onChange={(part) => onChange(changeSection(form, at, part))}
            onMove={move}
            onRemove={() => onChange(removeSection(form, at))}
          />
        ))}
      </ol>
      <div>
        <Button onPress={() => onChange(addSection(form))}>Add a section</Button>
      </div>
    </>
  );
};

const stateWords = (problems: FormProblems): string =>
  problems.size === 0 ? 'Saved as you type' : `Not saved: ${printCount(problems.size, 'field')} to correct`;

export type FormEditorProps = {
  readonly formId: FormId;
  /** As it was when the editor opened. */
  readonly saved: Form;
  readonly onClose: () => void;
};

const optional = ruleIds.filter((id) => rules[id].level !== 'error');

const nameOf = (id: RuleId): string => {
  const words = id.replaceAll('-', ' ');
  return capital(words);
};

type RuleChoiceProps = {
  readonly skipped: Form['skippedRules'];
  readonly onChange: (skipped: string[]) => void;
};

/** Which warnings and hints are shown for memos of this form; errors always are. */
const RuleChoice = ({ skipped, onChange }: RuleChoiceProps) => (
  <fieldset className={styles.rules}>
    <legend>Checks to show (errors are always shown)</legend>
    {optional.map((id) => (
      <Checkbox
        key={id}
        isSelected={!skipped.includes(id)}
        onChange={(isTold) => onChange(isTold ? skipped.filter((other) => other !== id) : [...skipped, id])}
      >
        {nameOf(id)}
      </Checkbox>
    ))}
  </fieldset>
);

type FormDraft = {
  readonly form: Form;
  readonly problems: FormProblems;
  readonly change: (next: Form) => void;
  /** Saves pending changes at once, if they are valid. */
  readonly flush: () => Promise<void>;
};

/** The form being edited: saved automatically while it is valid. */
const useFormDraft = (formId: FormId, saved: Form): FormDraft => {
  const [form, setForm] = useState(saved);
  const [refused, setRefused] = useState<string | null>(null);
  const autosave = useAutosave(async () => {
    const parsed = formSchema.safeParse(form);
    if (!parsed.success) return;
    const input = { formId, form: parsed.data, editId: autosave.editId() };
    const answer = await act(formChange, input, { saysFailure: true });
    setRefused(!answer.ok && answer.error.code === 'name-taken' ? form.name : null);
  });
  useBeforeClose(autosave.flush);
  const problems = new Map(findFormProblems(form));
  if (refused !== null && refused === form.name) problems.set('name', 'Another form has this name.');
  return {
    form,
    problems,
    change: (next) => {
      setForm(next);
      autosave.touch();
    },
    flush: autosave.flush,
  };
};

/** Edits one of the archive's own forms, with a preview of what else its memos contain. */
export const FormEditor = ({ formId, saved, onClose }: FormEditorProps) => {
  const { form, problems, change, flush } = useFormDraft(formId, saved);
  const close = async (): Promise<void> => {
    await flush();
    onClose();
  };
  const part = { form, problems, onChange: change };
  return (
    <Dialog
      title={`Form: ${form.name}`}
      isOpen
      isWide
      onClose={() => void close()}
      actions={
        <>
          <span className={styles.state} role="status">
            {stateWords(problems)}
          </span>
          <Button variant="primary" onPress={() => void close()}>
            Done
          </Button>
        </>
      }
    >
      <div className={styles.editor}>
        <div className={styles.column}>
          <HeadFields {...part} />
          <WordTemplateField formId={formId} />
          <h3>Sections</h3>
          <Sections {...part} />
          <PrintFields {...part} />
          <TermsField
            terms={form.terms ?? {}}
            problems={problems}
            onChange={(terms) => change(wordTerms(form, terms))}
          />
          <RuleChoice
            skipped={form.skippedRules}
            onChange={(skippedRules) => change({ ...form, skippedRules })}
          />
        </div>
        <FormOutline form={form} />
      </div>
    </Dialog>
  );
};

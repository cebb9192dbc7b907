import { ArrowDown, ArrowUp, GripVertical, Trash2 } from 'lucide-react';
import type { DragEvent, KeyboardEvent } from 'react';
import { limitOf } from '#domain/limit-of.ts';
import { type Form, type FormSection, formSchema, formSectionSchema } from '#domain/memo/form/form.ts';
import { type SectionRole, sectionRoles } from '#domain/memo/memo-content.ts';
import { Checkbox } from '#renderer/ui/choices/Checkbox.tsx';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import styles from './forms.module.css';

const { shape } = formSectionSchema;

/** The role of a section, for the checks and in print. */
const roleNames: Readonly<Record<SectionRole, string>> = {
  own: 'Prose',
  'bottom-line': 'Bottom line (printed first, large)',
  'key-judgements': 'Judgements',
  background: 'Background, with the evidence after it',
  analysis: 'Analysis',
  'so-what': 'So what',
  assumptions: 'Assumptions',
  alternatives: 'Alternatives',
  'would-change': 'What would change this',
  'change-since': 'Change since the last product',
  gaps: 'Gaps',
  'source-summary': 'Source summary statement',
};
const roleOptions = ['own' as const, ...sectionRoles.filter((role) => role !== 'own')].map((id) => ({
  id,
  name: roleNames[id],
}));

/** Problems that keep a form from being saved, by field path: "sections/2/heading". */
export type FormProblems = ReadonlyMap<string, string>;

const words: readonly (readonly [RegExp, string])[] = [
  [/^name$/u, 'A form needs a name of up to 80 characters.'],
  [/^numbering$/u, 'Needs {n}, {nn} or {nnn} once, and {year} at most once: PM-{year}-{nnn}.'],
  [/^language$/u, 'Enter a language tag, such as en, fr or pt-BR.'],
  [/\/heading$/u, 'A section needs a heading of up to 200 characters.'],
  [/^sections$/u, 'A form has between 1 and 100 sections.'],
  [/^logo/u, 'The logo must be a PNG or JPEG up to 512 KiB, with alternative text.'],
];

const wordsFor = (path: string): string =>
  words.find(([pattern]) => pattern.test(path))?.[1] ?? 'This is too long.';

/** All problems of a form being edited; empty if it can be saved. */
export const findFormProblems = (form: Form): FormProblems => {
  const parsed = formSchema.safeParse(form);
  if (parsed.success) return new Map();
  return new Map(
    parsed.error.issues.map(({ path, message }) => {
      const name = path.map(String).join('/');
      return [name, name.startsWith('terms/') ? message : wordsFor(name)];
    }),
  );
};

export type SectionFieldsProps = {
  readonly section: FormSection;
  /** From 0. */
  readonly at: number;
  readonly count: number;
  readonly problems: FormProblems;
  readonly onChange: (part: Partial<FormSection>) => void;
  readonly onMove: (from: number, to: number) => void;
  readonly onRemove: () => void;
};

const SectionHead = ({ section, at, count, onMove, onRemove }: SectionFieldsProps) => (
  <div className={styles.sectionHead}>
    <span
      className={styles.grip}
      draggable
      aria-hidden
      onDragStart={(event) => event.dataTransfer.setData('text/x-precis-section', String(at))}
    >
      <GripVertical size={16} />
    </span>
    <span className={styles.sectionName}>Section {at + 1}</span>
    <IconButton
      icon={ArrowUp}
      label={`Move ${section.heading} up`}
      keys="Alt+ArrowUp"
      isSmall
      isDisabled={at === 0}
      onPress={() => onMove(at, at - 1)}
    />
    <IconButton
      icon={ArrowDown}
      label={`Move ${section.heading} down`}
      keys="Alt+ArrowDown"
      isSmall
      isDisabled={at === count - 1}
      onPress={() => onMove(at, at + 1)}
    />
    <IconButton
      icon={Trash2}
      label={`Remove ${section.heading}`}
      isSmall
      isDisabled={count === 1}
      onPress={onRemove}
    />
  </div>
);

/** The fields of one section of a form; Alt with an arrow moves it, as dragging does. */
export const SectionFields = (props: SectionFieldsProps) => {
  const { section, at, problems, onChange, onMove } = props;
  const heading = problems.get(`sections/${at}/heading`);
  const move = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(at, event.key === 'ArrowUp' ? at - 1 : at + 1);
  };
  const drop = (event: DragEvent): void => {
    const from = event.dataTransfer.getData('text/x-precis-section');
    if (from === '') return;
    event.preventDefault();
    onMove(Number(from), at);
  };
  return (
    <li
      className={styles.section}
      aria-label={`Section ${at + 1}: ${section.heading}`}
      onKeyDownCapture={move}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      <SectionHead {...props} />
      <TextField
        label="Heading"
        value={section.heading}
        maxLength={limitOf(shape.heading)}
        {...(heading === undefined ? {} : { error: heading })}
        onChange={(next) => onChange({ heading: next })}
      />
      <Select
        label="Kind"
        options={roleOptions}
        value={section.role}
        onChange={(role) => onChange({ role })}
      />
      <TextField
        label="Prompt (never printed)"
        value={section.prompt}
        maxLength={limitOf(shape.prompt)}
        onChange={(prompt) => onChange({ prompt })}
      />
      <div className={styles.pair}>
        <TextField
          label="If empty, print"
          placeholder="Nothing (left out)"
          value={section.whenEmpty}
          maxLength={limitOf(shape.whenEmpty)}
          onChange={(whenEmpty) => onChange({ whenEmpty })}
        />
        <TextField
          label="Starting text"
          value={section.startsWith}
          maxLength={limitOf(shape.startsWith)}
          onChange={(startsWith) => onChange({ startsWith })}
        />
      </div>
      <Checkbox isSelected={section.isRequired} onChange={(isRequired) => onChange({ isRequired })}>
        Required: Checks warns if the section is empty
      </Checkbox>
    </li>
  );
};

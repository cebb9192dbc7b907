import { type ReactNode, useState } from 'react';
import { searchList } from '#domain/contract/search.ts';
import type { TaskId } from '#domain/ids.ts';
import { limitOf } from '#domain/limit-of.ts';
import { type ExportParts, exportPartsSchema } from '#domain/memo/export/export-parts.ts';
import type { Task } from '#domain/task/task.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { contentsOptions, keyPlaceOptions } from '#renderer/parts/memo/memo-names.ts';
import { DueText } from '#renderer/parts/task/DueText.tsx';
import { Checkbox } from '#renderer/ui/choices/Checkbox.tsx';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { TextArea } from '#renderer/ui/fields/TextArea.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Disclosure } from '#renderer/ui/panes/Disclosure.tsx';
import styles from './choice.module.css';

const stateMarks: readonly { readonly id: ExportParts['stateMark']; readonly name: string }[] = [
  { id: 'by-state', name: 'Automatic' },
  { id: 'draft', name: 'DRAFT' },
  { id: 'none', name: 'None' },
];

const linesOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export type PaperFieldsProps = {
  readonly value: ExportParts;
  readonly onChange: (parts: ExportParts) => void;
};

/** What is printed around the memo: marks, a key for readers, distribution. */
export const PaperFields = ({ value, onChange }: PaperFieldsProps) => {
  const [recipients, setRecipients] = useState(value.distribution.join('\n'));
  return (
    <Disclosure name="Marks, contents, key and distribution">
      <div className={styles.moreFields}>
        <Select
          label="Status mark"
          options={stateMarks}
          value={value.stateMark}
          onChange={(stateMark) => onChange({ ...value, stateMark })}
        />
        <Select
          label="How to read this memo"
          options={keyPlaceOptions}
          value={value.key}
          onChange={(key) => onChange({ ...value, key })}
        />
        <Select
          label="List of contents"
          options={contentsOptions}
          value={value.contents}
          onChange={(contents) => onChange({ ...value, contents })}
        />
        <Checkbox
          isSelected={value.portionMarks}
          onChange={(portionMarks) => onChange({ ...value, portionMarks })}
        >
          Marking of each paragraph
        </Checkbox>
        <Checkbox
          isSelected={value.lineNumbers}
          onChange={(lineNumbers) => onChange({ ...value, lineNumbers })}
        >
          Line numbers
        </Checkbox>
        <TextArea
          label="Distribution"
          hint="One person or list per line"
          rows={2}
          value={recipients}
          onChange={(typed) => {
            setRecipients(typed);
            onChange({ ...value, distribution: linesOf(typed) });
          }}
        />
        <TextField
          label="Copy number"
          value={value.copyNumber}
          maxLength={limitOf(exportPartsSchema.shape.copyNumber)}
          onChange={(copyNumber) => onChange({ ...value, copyNumber })}
        />
      </div>
    </Disclosure>
  );
};

type PrintedTasksProps = {
  /** Tasks of the memo and of what it cites. */
  readonly tasks: readonly Task[];
  readonly printed: readonly TaskId[];
  readonly onChange: (printed: TaskId[]) => void;
};

/** Tasks: only ticked ones are printed, one by one or all at once. */
export const PrintedTasks = ({ tasks, printed, onChange }: PrintedTasksProps) => {
  const ids = tasks.map(({ id }) => id);
  const count = ids.filter((id) => printed.includes(id)).length;
  const areAll = count > 0 && count === ids.length;
  return (
    <>
      <Checkbox
        isDisabled={ids.length === 0}
        isSelected={areAll}
        isIndeterminate={count > 0 && !areAll}
        onChange={() => onChange(areAll ? [] : [...new Set([...printed, ...ids])])}
      >
        <span className={styles.part}>
          Tasks{' '}
          <span className={joinClasses('clipped', styles.detail)}>
            {ids.length === 0 ? 'none' : `${count} of ${ids.length}`}
          </span>
        </span>
      </Checkbox>
      {ids.length > 0 && (
        <fieldset className={styles.tasks} aria-label="Tasks to print">
          {tasks.map((task) => (
            <Checkbox
              key={task.id}
              isSelected={printed.includes(task.id)}
              onChange={(isPrinted) =>
                onChange(isPrinted ? [...printed, task.id] : printed.filter((id) => id !== task.id))
              }
            >
              <span className={styles.task}>
                {task.title} <DueText task={task} />
              </span>
            </Checkbox>
          ))}
        </fieldset>
      )}
    </>
  );
};

type PartRow = {
  readonly part: 'author' | 'annex' | 'notes' | 'hashes' | 'metadata';
  readonly name: string;
  readonly detail: string;
  /** Whether it applies to the chosen parts. */
  readonly hasPlace?: (parts: ExportParts) => boolean;
};

const rowsOf = (from: string): readonly PartRow[] => [
  ...(from === '' ? [] : [{ part: 'author', name: 'Author and desk', detail: from } as const]),
  { part: 'annex', name: 'Evidence, in its paragraphs', detail: 'Annex' },
  { part: 'notes', name: 'Notes', detail: 'In the annex', hasPlace: ({ annex }) => annex },
  { part: 'hashes', name: 'Hashes of the stored texts and the sent memo', detail: 'Annex' },
  { part: 'metadata', name: 'File metadata', detail: 'Needed by Verify' },
];

type PartsFieldsProps = {
  /** Who the memo is from; empty if it does not say. */
  readonly from: string;
  readonly value: ExportParts;
  readonly onChange: (parts: ExportParts) => void;
  /** The tasks. */
  readonly children: ReactNode;
};

const CITED = 'cited';

/** The source of the annex: what the memo cites, or what a saved search finds. */
const AnnexOf = ({ value, onChange }: Pick<PartsFieldsProps, 'value' | 'onChange'>) => {
  const { data: searches = [] } = useQuery(searchList, {});
  if (searches.length === 0) return null;
  const found = searches.map(({ id, name, count }) => ({
    id: id as string,
    name: `Saved search: ${name}`,
    ...(count !== null && { detail: count.toLocaleString('en-GB') }),
  }));
  return (
    <Select
      label="The annex shows"
      options={[{ id: CITED, name: 'Cited passages' }, ...found]}
      value={value.annexSearch ?? CITED}
      onChange={(id) =>
        onChange({ ...value, annexSearch: searches.find((search) => search.id === id)?.id ?? null })
      }
    />
  );
};

/** The optional parts of the file. */
export const PartsFields = ({ from, value, onChange, children }: PartsFieldsProps) => (
  <fieldset className={styles.parts}>
    <legend className={styles.legend}>Include</legend>
    {rowsOf(from).map(({ part, name, detail, hasPlace }) => {
      const isPossible = hasPlace?.(value) ?? true;
      return (
        <Checkbox
          key={part}
          isDisabled={!isPossible}
          isSelected={isPossible && value[part]}
          onChange={(isIn) => onChange({ ...value, [part]: isIn })}
        >
          <span className={styles.part}>
            {name} <span className={joinClasses('clipped', styles.detail)}>{detail}</span>
          </span>
        </Checkbox>
      );
    })}
    {value.annex && <AnnexOf value={value} onChange={onChange} />}
    {children}
  </fieldset>
);

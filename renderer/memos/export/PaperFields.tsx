import { useState } from 'react';
import { limitOf } from '#domain/limit-of.ts';
import type { ExportParts } from '#domain/memo/export/export-parts.ts';
import { exportPartsSchema } from '#domain/memo/export/export-parts.ts';
import { keyPlaceOptions } from '#renderer/parts/memo/memo-names.ts';
import { Checkbox } from '#renderer/ui/choices/Checkbox.tsx';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { TextArea } from '#renderer/ui/fields/TextArea.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
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

/** What is put around the memo on paper: marks, a key for its readers, who gets it. */
export const PaperFields = ({ value, onChange }: PaperFieldsProps) => {
  const [recipients, setRecipients] = useState(value.distribution.join('\n'));
  return (
    <Disclosure name="Marks, key and distribution">
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

import { type MemoFormat, memoFormats, memoFormatTable } from '#domain/memo/memo-format.ts';
import { RadioGroup } from '#renderer/ui/choices/RadioGroup.tsx';
import styles from './choice.module.css';

/** What a memo can be made into: a file of a format, or an e-mail on the clipboard. */
export type ExportTarget = MemoFormat | 'email';

const targetOptions = [
  ...memoFormats.map((id) => ({ id, name: memoFormatTable[id].name, detail: memoFormatTable[id].says })),
  { id: 'email' as const, name: 'E-mail', detail: 'Bottom line as the body' },
];

export type FormatChoiceProps = {
  readonly value: ExportTarget;
  readonly onChange: (target: ExportTarget) => void;
};

/** The formats, and what the chosen one can't carry. */
export const FormatChoice = ({ value, onChange }: FormatChoiceProps) => (
  <div className={styles.formats}>
    <RadioGroup<ExportTarget> label="Format" options={targetOptions} value={value} onChange={onChange} />
  </div>
);

/** What of the memo is not in a file of that format. */
export const NotCarried = ({ format }: { readonly format: MemoFormat }) => {
  const { name, cannotCarry } = memoFormatTable[format];
  if (cannotCarry.length === 0) return null;
  return (
    <div role="note" aria-label={`What ${name} can’t carry`}>
      <div className={styles.legend}>Not in it</div>
      <ul className={styles.lacks}>
        {cannotCarry.map((what) => (
          <li key={what}>{what}</li>
        ))}
      </ul>
    </div>
  );
};

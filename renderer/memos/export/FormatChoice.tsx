import { type MemoFormat, memoFormats, memoFormatTable } from '#domain/memo/memo-format.ts';
import { RadioGroup } from '#renderer/ui/choices/RadioGroup.tsx';
import styles from './export.module.css';

const formatOptions = memoFormats.map((id) => ({
  id,
  name: memoFormatTable[id].name,
  detail: memoFormatTable[id].says,
}));

export type FormatChoiceProps = {
  readonly value: MemoFormat;
  readonly onChange: (format: MemoFormat) => void;
};

/** The formats, and what the chosen one can't carry. */
export const FormatChoice = ({ value, onChange }: FormatChoiceProps) => {
  const { name, cannotCarry } = memoFormatTable[value];
  return (
    <div className={styles.formats}>
      <RadioGroup label="Format" options={formatOptions} value={value} onChange={onChange} />
      {cannotCarry.length > 0 && (
        <div role="note" aria-label={`What ${name} can’t carry`}>
          <div className={styles.legend}>Not in it</div>
          <ul className={styles.lacks}>
            {cannotCarry.map((what) => (
              <li key={what}>{what}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
};

import { credibilities } from '#domain/tradecraft/credibility.ts';
import { reliabilities } from '#domain/tradecraft/reliability.ts';
import { Checkbox } from '#renderer/ui/choices/Checkbox.tsx';
import { Select } from '#renderer/ui/choices/Select.tsx';
import styles from './editors.module.css';
import { type GradeEnds, gradeEndsOf, gradeValueOf } from './grade-ends.ts';
import type { ValuesEditorProps } from './values-editor-props.ts';

const ANY = 'any';
const options = (values: readonly string[]) => [
  { id: ANY, name: 'Any' },
  ...values.map((value) => ({ id: value, name: value })),
];
const letters = options(reliabilities.filter((letter) => letter !== 'F'));
const digits = options(credibilities.filter((digit) => digit !== 6).map(String));

type EndProps = {
  readonly label: string;
  readonly options: typeof letters;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

const End = ({ label, options: offered, value, onChange }: EndProps) => (
  <Select
    label={label}
    options={offered}
    value={value === '' ? ANY : value}
    onChange={(next) => onChange(next === ANY ? '' : next)}
  />
);

/** What is not known stands in no range: it is asked for by name. */
const unknowns: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  grade: [
    ['F', 'F: reliability cannot be judged'],
    ['6', '6: truth cannot be judged'],
  ],
  reliability: [['F', 'F: cannot be judged']],
  credibility: [['6', '6: cannot be judged']],
};

/** A range of grades: the best and the worst that are meant, and what is unknown. */
export const GradesEditor = ({ field, values, onChange }: ValuesEditorProps) => {
  const ranges = values.filter((value) => !/^[f6]$/i.test(value));
  const unknown = values.filter((value) => /^[f6]$/i.test(value)).map((value) => value.toUpperCase());
  const ends = gradeEndsOf(field, ranges[0] ?? '');
  const change = (part: Partial<GradeEnds>): void => {
    const value = gradeValueOf(field, { ...ends, ...part });
    onChange([...(value === '' ? [] : [value]), ...ranges.slice(1), ...unknown]);
  };
  return (
    <div className={styles.ranges}>
      {field !== 'credibility' && (
        <div className={styles.range}>
          <End
            label="Reliability, best"
            options={letters}
            value={ends.bestLetter}
            onChange={(bestLetter) => change({ bestLetter })}
          />
          <End
            label="worst"
            options={letters}
            value={ends.worstLetter}
            onChange={(worstLetter) => change({ worstLetter })}
          />
        </div>
      )}
      {field !== 'reliability' && (
        <div className={styles.range}>
          <End
            label="Credibility, best"
            options={digits}
            value={ends.bestDigit}
            onChange={(bestDigit) => change({ bestDigit })}
          />
          <End
            label="worst"
            options={digits}
            value={ends.worstDigit}
            onChange={(worstDigit) => change({ worstDigit })}
          />
        </div>
      )}
      {(unknowns[field] ?? []).map(([value, name]) => (
        <Checkbox
          key={value}
          isSelected={unknown.includes(value)}
          onChange={(isOn) =>
            onChange([...ranges, ...unknown.filter((each) => each !== value), ...(isOn ? [value] : [])])
          }
        >
          {name}
        </Checkbox>
      ))}
    </div>
  );
};

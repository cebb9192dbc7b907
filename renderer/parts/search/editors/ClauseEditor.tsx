import type { ReactNode } from 'react';
import type { Clause } from '#domain/search/written/split-search.ts';
import { Switch } from '#renderer/ui/choices/Switch.tsx';
import { type ClauseKind, fieldWords } from '../clause-fields.ts';
import { ChoicesEditor } from './ChoicesEditor.tsx';
import { DatesEditor } from './DatesEditor.tsx';
import styles from './editors.module.css';
import { GradesEditor } from './GradesEditor.tsx';
import { NamesEditor } from './NamesEditor.tsx';
import type { ValuesEditorProps } from './values-editor-props.ts';

const editors: Readonly<Record<ClauseKind, (props: ValuesEditorProps) => ReactNode>> = {
  names: NamesEditor,
  choices: ChoicesEditor,
  dates: DatesEditor,
  grades: GradesEditor,
};

export type ClauseEditorProps = {
  readonly clause: Clause;
  /** Null where no value is left. */
  readonly onChange: (clause: Clause | null) => void;
};

/** The values of a condition, any of which is enough, and whether what meets it is left out. */
export const ClauseEditor = ({ clause, onChange }: ClauseEditorProps) => {
  const { field, values, isExcluded } = clause;
  const { kind } = fieldWords(field);
  const Values = editors[kind];
  return (
    <div className={styles.editor}>
      <Values
        field={field}
        values={values}
        onChange={(next) => onChange(next.length === 0 ? null : { ...clause, values: next })}
      />
      <Switch isSelected={isExcluded} onChange={(next) => onChange({ ...clause, isExcluded: next })}>
        Exclude what matches
      </Switch>
    </div>
  );
};

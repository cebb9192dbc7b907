import { Checkbox } from '#renderer/ui/choices/Checkbox.tsx';
import { fieldWords } from '../clause-fields.ts';
import styles from './editors.module.css';
import type { ValuesEditorProps } from './values-editor-props.ts';

/** Values of which there are a few. */
export const ChoicesEditor = ({ field, values, onChange }: ValuesEditorProps) => {
  const { name, choices = [] } = fieldWords(field);
  const isChosen = (id: string): boolean =>
    values.some((value) => value.toLowerCase() === id || value.toLowerCase() === `${id}s`);
  return (
    <fieldset className={styles.choices} aria-label={name}>
      {choices.map(({ id, name: choice }, at) => (
        <Checkbox
          key={id}
          autoFocus={at === 0}
          isSelected={isChosen(id)}
          onChange={(isOn) => {
            const others = values.filter(
              (value) => value.toLowerCase() !== id && value.toLowerCase() !== `${id}s`,
            );
            onChange(isOn ? [...others, id] : others);
          }}
        >
          {choice}
        </Checkbox>
      ))}
    </fieldset>
  );
};

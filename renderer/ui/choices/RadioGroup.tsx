import { RadioGroup as AriaRadioGroup, Radio } from 'react-aria-components';
import { FieldLabel, type FieldLabelProps } from '../fields/FieldLabel.tsx';
import styles from '../fields/field.module.css';
import { joinClasses } from '../join-classes.ts';
import type { Option } from './OptionItem.tsx';

export type RadioGroupProps<Id extends string> = FieldLabelProps & {
  readonly options: readonly Option<Id>[];
  readonly value: Id | null;
  readonly onChange: (value: Id) => void;
  readonly isRow?: boolean;
  /** Whether the chosen one is focused at first. */
  readonly autoFocus?: boolean;
};

/** A choice among a few options, all visible. */
export const RadioGroup = <Id extends string>(props: RadioGroupProps<Id>) => (
  <AriaRadioGroup
    className={joinClasses(styles.field)}
    value={props.value}
    orientation={props.isRow === true ? 'horizontal' : 'vertical'}
    onChange={(value) => {
      const option = props.options.find(({ id }) => id === value);
      if (option !== undefined) props.onChange(option.id);
    }}
  >
    <FieldLabel label={props.label} isHidden={props.isLabelHidden === true} />
    <div className={joinClasses(styles.group, props.isRow === true && styles.row)}>
      {props.options.map((option) => (
        <Radio
          key={option.id}
          value={option.id}
          autoFocus={props.autoFocus === true && option.id === props.value}
          className={joinClasses(styles.choice)}
        >
          {({ isSelected }) => (
            <>
              <span className={joinClasses(styles.box, styles.round)}>
                {isSelected && <span className={styles.dot} />}
              </span>
              <span>
                {option.name}
                {option.detail !== undefined && <span className={styles.detail}> {option.detail}</span>}
              </span>
            </>
          )}
        </Radio>
      ))}
    </div>
  </AriaRadioGroup>
);

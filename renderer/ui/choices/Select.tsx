import { ChevronDown } from 'lucide-react';
import type { Ref } from 'react';
import { Select as AriaSelect, Button, ListBox, Popover, SelectValue, Text } from 'react-aria-components';
import { FieldLabel, type FieldLabelProps } from '../fields/FieldLabel.tsx';
import styles from '../fields/field.module.css';
import { joinClasses } from '../join-classes.ts';
import overlay from '../overlays/overlay.module.css';
import { type Option, OptionItem } from './OptionItem.tsx';

export type SelectProps<Id extends string> = FieldLabelProps & {
  readonly options: readonly Option<Id>[];
  readonly value: Id | null;
  readonly onChange: (value: Id) => void;
  readonly placeholder?: string;
  /** Without a frame, for a heading line. */
  readonly isBare?: boolean;
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
  /** The button that opens the list. */
  readonly button?: Ref<HTMLButtonElement>;
};

/** A choice among a few known options. */
export const Select = <Id extends string>(props: SelectProps<Id>) => (
  <AriaSelect
    className={joinClasses(styles.field)}
    value={props.value}
    isDisabled={props.isDisabled === true}
    autoFocus={props.autoFocus === true}
    placeholder={props.placeholder ?? 'None'}
    onChange={(key) => {
      const option = props.options.find(({ id }) => id === key);
      if (option !== undefined) props.onChange(option.id);
    }}
  >
    <FieldLabel label={props.label} isHidden={props.isLabelHidden === true} />
    <Button
      {...(props.button !== undefined && { ref: props.button })}
      className={joinClasses(styles.select, props.isBare === true && styles.bare)}
    >
      <SelectValue className={joinClasses('clipped', styles.value)} />
      <ChevronDown size={13} aria-hidden />
    </Button>
    {props.hint !== undefined && (
      <Text slot="description" className={joinClasses(styles.hint)}>
        {props.hint}
      </Text>
    )}
    <Popover offset={4} className={joinClasses('float', overlay.popover)}>
      <ListBox items={props.options} className={joinClasses(styles.options)}>
        {(option) => <OptionItem {...option} />}
      </ListBox>
    </Popover>
  </AriaSelect>
);

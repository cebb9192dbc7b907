import { type ReactNode, useRef } from 'react';
import {
  ComboBox as AriaComboBox,
  type ComboBoxProps as AriaComboBoxProps,
  Input,
  ListBox,
  Popover,
} from 'react-aria-components';
import { FieldLabel } from '../fields/FieldLabel.tsx';
import styles from '../fields/field.module.css';
import type { FieldLabelProps } from '../fields/field-props.ts';
import { letKeysThrough } from '../fields/let-keys-through.ts';
import { joinClasses } from '../join-classes.ts';
import overlay from '../overlays/overlay.module.css';
import { AboutOffer } from './combo/AboutOffer.tsx';
import { FirstOffer } from './combo/FirstOffer.tsx';
import { StaysReadable } from './combo/StaysReadable.tsx';
import { OptionItem, type OptionItemProps } from './OptionItem.tsx';

export type ComboBoxProps = FieldLabelProps & {
  /** Already filtered by `text`: the caller knows what matches. */
  readonly options: readonly OptionItemProps[];
  readonly text: string;
  readonly onTextChange: (text: string) => void;
  readonly onPick: (id: string) => void;
  readonly placeholder?: string;
  readonly noOptions?: string;
  /** What is typed over a value takes its place. */
  readonly selectsOnFocus?: boolean;
  /** Whether Enter takes the first offer where nobody has moved to another; it is drawn as chosen then. */
  readonly takesFirst: boolean;
  /** What is known of the current offer: it stands below all of them. */
  readonly about?: (id: string) => ReactNode;
} & Pick<AriaComboBoxProps<object>, 'autoFocus' | 'onKeyDown' | 'onBlur' | 'menuTrigger' | 'isDisabled'>;

/** A text field that offers what is there: ↓ and Enter take an offer. */
export const ComboBox = ({
  label,
  isLabelHidden,
  options,
  text,
  onTextChange,
  onPick,
  placeholder,
  noOptions = 'Nothing matches',
  selectsOnFocus = false,
  takesFirst,
  about,
  ...props
}: ComboBoxProps) => {
  const field = useRef<HTMLInputElement>(null);
  return (
    <AriaComboBox
      menuTrigger="focus"
      {...props}
      {...letKeysThrough(props.onKeyDown)}
      className={joinClasses(styles.field)}
      items={options}
      inputValue={text}
      onInputChange={onTextChange}
      selectedKey={null}
      onSelectionChange={(key) => key !== null && onPick(String(key))}
      allowsEmptyCollection={text !== ''}
      allowsCustomValue
    >
      {takesFirst && <FirstOffer />}
      <StaysReadable field={field} />
      <FieldLabel label={label} isHidden={isLabelHidden === true} />
      <Input
        ref={field}
        className={joinClasses(styles.input)}
        // React Aria focuses the field anew in name only whenever the current offer changes.
        onFocus={({ currentTarget, isTrusted }) => selectsOnFocus && isTrusted && currentTarget.select()}
        {...(placeholder === undefined ? {} : { placeholder })}
      />
      <Popover offset={4} className={joinClasses('float', overlay.popover, styles.below)}>
        <section aria-label={`Suggestions for ${label}`} className="no-box">
          <ListBox
            className={joinClasses(styles.options)}
            renderEmptyState={() => <div className={styles.noOptions}>{noOptions}</div>}
          >
            {(option: ComboBoxProps['options'][number]) => <OptionItem {...option} />}
          </ListBox>
          {about !== undefined && <AboutOffer about={about} />}
        </section>
      </Popover>
    </AriaComboBox>
  );
};

import { type ReactNode, type RefObject, useContext, useEffect, useLayoutEffect, useRef } from 'react';
import {
  ComboBox as AriaComboBox,
  type ComboBoxProps as AriaComboBoxProps,
  ComboBoxStateContext,
  Input,
  type Key,
  ListBox,
  Popover,
} from 'react-aria-components';
import { FieldLabel, type FieldLabelProps } from '../fields/FieldLabel.tsx';
import styles from '../fields/field.module.css';
import { letKeysThrough } from '../fields/let-keys-through.ts';
import { joinClasses } from '../join-classes.ts';
import overlay from '../overlays/overlay.module.css';
import { OptionItem, type OptionItemProps } from './OptionItem.tsx';

export type ComboBoxProps = FieldLabelProps & {
  /** Already filtered by `text`: the caller knows what matches. */
  readonly options: readonly OptionItemProps[];
  readonly text: string;
  readonly onTextChange: (text: string) => void;
  readonly onPick: (id: string) => void;
  readonly placeholder?: string;
  readonly noOptions?: string;
  /** Whether typing replaces the value. */
  readonly selectsOnFocus?: boolean;
  /** Whether Enter takes the first option if the analyst has not moved to another; it is then drawn as current. */
  readonly takesFirst: boolean;
  /** Details of the current option, shown below all of them. */
  readonly about?: (id: string) => ReactNode;
} & Pick<AriaComboBoxProps<object>, 'autoFocus' | 'onKeyDown' | 'onBlur' | 'menuTrigger' | 'isDisabled'>;

/** Within a combo box: details of the option that Enter would take. Assistive technology reads them with the option. */
const AboutOffer = ({ about }: { readonly about: (id: string) => ReactNode }) => {
  const key = useContext(ComboBoxStateContext)?.selectionManager.focusedKey ?? null;
  const content = key === null ? null : about(String(key));
  return content === null ? null : (
    <div className={styles.about} aria-hidden>
      {content}
    </div>
  );
};

/** The dialog that contains the field, else its part of the page. */
const surroundingsOf = (field: HTMLElement | null): HTMLElement | null => {
  let around: HTMLElement | null = field;
  while (around !== null && around.role !== 'dialog' && around.parentElement !== document.body)
    around = around.parentElement;
  return around;
};

/**
 * Within a combo box: keeps the field's surroundings available to screen readers while the options are open. React Aria
 * hides them, as if the options were a dialog, though Tab still goes there; it leaves only live regions.
 */
const StaysReadable = ({ field }: { readonly field: RefObject<HTMLElement | null> }) => {
  const isOpen = useContext(ComboBoxStateContext)?.isOpen === true;
  // Before the effect of the combo box that hides them.
  useLayoutEffect(() => {
    const around = isOpen ? surroundingsOf(field.current) : null;
    if (around === null) return;
    around.dataset.liveAnnouncer = 'true';
    return () => {
      delete around.dataset.liveAnnouncer;
    };
  }, [isOpen, field]);
  return null;
};

/**
 * Within a combo box: makes the first option current while the list is open and the analyst has not moved through it,
 * so that Enter takes the option drawn as current. Tab leaves the field without taking it.
 */
const FirstOffer = () => {
  const state = useContext(ComboBoxStateContext);
  const first = state?.isOpen === true ? state.collection.getFirstKey() : null;
  const manager = state?.selectionManager;
  const focusedKey = manager?.focusedKey ?? null;
  // Options change with the typing: the first of the previous ones was not chosen by the analyst.
  const chosenHere = useRef<Key | null>(null);
  useEffect(() => {
    const isUntouched = focusedKey === null || focusedKey === chosenHere.current;
    if (first === null || !isUntouched || focusedKey === first) return;
    chosenHere.current = first;
    // After the effects of the combo box itself, which clears the current option when it opens.
    queueMicrotask(() => manager?.setFocusedKey(first));
  }, [first, focusedKey, manager]);
  useEffect(() => {
    if (first === null || focusedKey !== first) return;
    const leaveUntaken = ({ key }: KeyboardEvent): void => {
      if (key === 'Tab') manager?.setFocusedKey(null);
    };
    document.addEventListener('keydown', leaveUntaken, { capture: true });
    return () => document.removeEventListener('keydown', leaveUntaken, { capture: true });
  }, [first, focusedKey, manager]);
  return null;
};

/** A text field with suggestions: ↓ and Enter take one. */
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
        // React Aria gives focus events without real focus whenever the current option changes.
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

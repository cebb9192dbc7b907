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
  /** What is typed over a value takes its place. */
  readonly selectsOnFocus?: boolean;
  /** Whether Enter takes the first offer where nobody has moved to another; it is drawn as chosen then. */
  readonly takesFirst: boolean;
  /** What is known of the current offer: it stands below all of them. */
  readonly about?: (id: string) => ReactNode;
} & Pick<AriaComboBoxProps<object>, 'autoFocus' | 'onKeyDown' | 'onBlur' | 'menuTrigger' | 'isDisabled'>;

/**
 * Within a combo box: what is known of the offer that Enter would take. Assistive technology reads it with the offer.
 */
const AboutOffer = ({ about }: { readonly about: (id: string) => ReactNode }) => {
  const key = useContext(ComboBoxStateContext)?.selectionManager.focusedKey ?? null;
  const content = key === null ? null : about(String(key));
  return content === null ? null : (
    <div className={styles.about} aria-hidden>
      {content}
    </div>
  );
};

/** The dialog that the field stands in, else the part of the page. */
const surroundingsOf = (field: HTMLElement | null): HTMLElement | null => {
  let around: HTMLElement | null = field;
  while (around !== null && around.role !== 'dialog' && around.parentElement !== document.body)
    around = around.parentElement;
  return around;
};

/**
 * Within a combo box: keeps what stands around the field for screen readers while the offers are open. React Aria hides
 * it from them, as if the offers were a dialog, though Tab still goes there; a live region is all that it leaves.
 */
const StaysReadable = ({ field }: { readonly field: RefObject<HTMLElement | null> }) => {
  const isOpen = useContext(ComboBoxStateContext)?.isOpen === true;
  // Before the effect of the combo box that hides.
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
 * Within a combo box: makes the first offer the current one while the list is open and nobody has moved through it,
 * so that what is drawn as chosen is what Enter takes. Tab leaves the field and takes nothing that nobody moved to.
 */
const FirstOffer = () => {
  const state = useContext(ComboBoxStateContext);
  const first = state?.isOpen === true ? state.collection.getFirstKey() : null;
  const manager = state?.selectionManager;
  const focusedKey = manager?.focusedKey ?? null;
  // The offers follow what is typed: what was the first of the offers before is not one that the analyst moved to.
  const chosenHere = useRef<Key | null>(null);
  useEffect(() => {
    const isUntouched = focusedKey === null || focusedKey === chosenHere.current;
    if (first === null || !isUntouched || focusedKey === first) return;
    chosenHere.current = first;
    // After the effects of the combo box itself, which takes every choice away when it opens.
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

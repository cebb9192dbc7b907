import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useUnsavedEdits } from '#renderer/bridge/unsaved-edits.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { TextArea } from '#renderer/ui/fields/TextArea.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { focusInto } from '#renderer/ui/focus/focus-into.ts';
import { useLatest } from '#renderer/ui/use-latest.ts';
import { useBeforeClose } from '#renderer/window/before-close.ts';
import { isKeptLast, takeOverFocused } from '#renderer/window/pending-edits.ts';
import styles from './field-offers.module.css';

export type CommitFieldProps = {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: string;
  /** Saves the text; returns whether it was saved. Text that was not stays in the field. */
  readonly onCommit: (text: string) => Promise<boolean>;
  /** Called with the uncommitted text of the field; null if there is none. */
  readonly onTyping?: (text: string | null) => void;
  /** An error message for invalid text, or undefined. */
  readonly validate?: (text: string) => string | undefined;
  readonly placeholder?: string;
  readonly hint?: string;
  /** Makes it multi-line: Enter breaks the line, leaving the field commits. */
  readonly rows?: number;
  readonly autoFocus?: boolean;
  /** Suggestions for the current text; only for a one-line field. */
  readonly offers?: (typed: string) => readonly string[];
};

type Typing = {
  readonly text: string;
  readonly problem: string | undefined;
  readonly type: (text: string) => void;
  readonly commit: () => Promise<void>;
  readonly revert: () => void;
  readonly isTyping: boolean;
};

const useTyping = ({ value, onCommit, validate }: CommitFieldProps): Typing => {
  const [typed, setTyped] = useState<{ readonly text: string; readonly isKept: boolean } | null>(null);
  const [seen, setSeen] = useState(value);
  const givenUp = useUnsavedEdits((state) => state.givenUp);
  const [seenGivenUp, setSeenGivenUp] = useState(givenUp);
  if (seenGivenUp !== givenUp) {
    // The analyst has chosen the other program's version: the text typed here is discarded.
    setSeenGivenUp(givenUp);
    setTyped(null);
  }
  if (seen !== value) {
    setSeen(value);
    // The typed text has come back as the value, perhaps normalised: it is no longer pending.
    if (typed !== null && (typed.isKept || typed.text.trim() === value)) setTyped(null);
  }

  const problem = typed === null ? undefined : validate?.(typed.text.trim());
  const commit = async (): Promise<void> => {
    if (typed === null || typed.isKept || problem !== undefined) return;
    const text = typed.text.trim();
    if (text === value) setTyped(null);
    else if (await onCommit(text)) {
      setTyped((now) => (now?.text === typed.text ? { ...now, isKept: true } : now));
      takeOverFocused(text);
    }
  };
  useBeforeClose(commit);
  // A field that unmounts with its record or pane commits too: the browser fires no blur then.
  const latest = useLatest(commit);
  useEffect(() => () => void latest.current(), []);
  return {
    text: typed?.text ?? value,
    problem,
    type: (text) => setTyped({ text, isKept: false }),
    commit,
    revert: () => setTyped(null),
    isTyping: typed !== null,
  };
};

type FieldOffersProps = {
  /** The name of the field. */
  readonly label: string;
  readonly offers: readonly string[];
  /** Whether they stay open while the focus is elsewhere. */
  readonly isOpen: boolean;
  readonly onTake: (offer: string) => void;
  readonly children: ReactNode;
};

/** A field with suggestions below it; after a press on one the field has the focus. */
const FieldOffers = ({ label, offers, isOpen, onTake, children }: FieldOffersProps) => {
  const place = useRef<HTMLDivElement>(null);
  // Moving from the field to a suggestion commits the text, and the suggestions have to stay.
  const [isFocusWithin, setIsFocusWithin] = useState(false);
  const take = (offer: string): void => {
    // A suggestion that was taken disappears, and the focus would be lost with its button.
    focusInto(place.current, { into: 'fields' });
    onTake(offer);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only sees where the focus is.
    <div
      ref={place}
      className={styles.place}
      onFocus={() => setIsFocusWithin(true)}
      onBlur={({ currentTarget, relatedTarget }) =>
        setIsFocusWithin(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))
      }
    >
      {children}
      {(isOpen || isFocusWithin) && offers.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form inside the form.
        <div className={styles.offers} role="group" aria-label={`Suggestions for ${label}`}>
          {offers.map((offer) => (
            <Button key={offer} isSmall aria-label={`Use “${offer}” as ${label}`} onPress={() => take(offer)}>
              <span className={styles.offer}>{offer}</span>
            </Button>
          ))}
        </div>
      )}
    </div>
  );
};

const isUndoKey = ({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean =>
  key.toLowerCase() === 'z' && (ctrlKey || metaKey) && !shiftKey && !altKey;

/** A field that commits on blur or Enter; Esc reverts the text. */
export const CommitField = (props: CommitFieldProps) => {
  const { label, isLabelHidden = false, placeholder, hint, rows, autoFocus = false } = props;
  const { text, problem, type, commit, revert, isTyping } = useTyping(props);
  const common = {
    label,
    isLabelHidden,
    autoFocus,
    value: text,
    onChange: type,
    onBlur: () => void commit(),
    ...(placeholder === undefined ? {} : { placeholder }),
    ...(hint === undefined ? {} : { hint }),
  };
  if (rows !== undefined) return <TextArea {...common} rows={rows} />;
  const { onTyping } = props;
  const field = (
    <TextField
      {...common}
      onChange={(next) => {
        type(next);
        onTyping?.(next);
      }}
      onBlur={() => {
        void commit();
        onTyping?.(null);
      }}
      {...(problem === undefined ? {} : { error: problem })}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void commit();
        if (isUndoKey(event) && isKeptLast()) {
          event.preventDefault();
          runCommand('edit.undo');
        }
        if (event.key !== 'Escape' || text === props.value) return;
        // The first Esc reverts the text; the next one is for the container.
        event.preventDefault();
        revert();
        onTyping?.(null);
      }}
    />
  );
  if (props.offers === undefined) return field;
  return (
    <FieldOffers
      label={label}
      offers={props.offers(text.trim())}
      // If there is a value they would only be in the way.
      isOpen={text === '' || isTyping}
      onTake={(offer) => void props.onCommit(offer)}
    >
      {field}
    </FieldOffers>
  );
};

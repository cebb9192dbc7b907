import { ArrowLeft, Braces, Plus, Search, X } from 'lucide-react';
import { type KeyboardEvent, type Ref, type RefObject, useEffect, useRef, useState } from 'react';
import { Button as AriaButton, DialogTrigger, ListBox, ListBoxItem } from 'react-aria-components';
import { type Clause, joinSearch, type SplitSearch, splitSearch } from '#domain/search/split-search.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { focusInto } from '#renderer/ui/focus/focus-into.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Popover } from '#renderer/ui/overlays/Popover.tsx';
import { useLatest } from '#renderer/ui/use-latest.ts';
import { useViewState } from '#renderer/window/view-state.ts';
import { ClauseChip } from './ClauseChip.tsx';
import { ClauseEditor } from './ClauseEditor.tsx';
import { clauseFields, fieldWords } from './clause-fields.ts';
import styles from './query.module.css';

export type QueryBoxProps = {
  readonly label: string;
  readonly placeholder: string;
  /** The search as text, including its chips. */
  readonly text: string;
  readonly onChange: (text: string) => void;
  /** Called for keys that the box does not use. */
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly input?: Ref<HTMLInputElement>;
  /** In a narrow place, without the switch to plain text. */
  readonly isSmall?: boolean;
};

/** Focus within the box: on a chip, or past the last one in the field. */
const useBoxFocus = () => {
  const box = useRef<HTMLDivElement>(null);
  const focusField = (): void => box.current?.querySelector('input')?.focus();
  const focusChip = (at: number): void => {
    const chip = box.current?.querySelectorAll<HTMLElement>('[data-chip]')[at];
    if (chip === undefined) focusField();
    else chip.focus();
  };
  return { box, focusField, focusChip };
};

const leadsToChips = ({ key, currentTarget }: KeyboardEvent<HTMLInputElement>): boolean =>
  (key === 'Backspace' || key === 'ArrowLeft') &&
  currentTarget.selectionStart === 0 &&
  currentTarget.selectionEnd === 0;

/** How soon after a press the second half of a double click may follow. */
const DOUBLE_CLICK_MS = 500;

type AfterPress = {
  /** Runs it at once if nothing is pressed, else when the press is over and no second one follows. */
  readonly runSoon: () => void;
  /** Cancels it. */
  readonly cancel: () => void;
};

/**
 * Runs an act that moves what is below `place`, but never during a press: a click whose target moves would end on
 * something else. A press in `place` itself is over when it is released.
 */
const useAfterPress = (act: () => void, place: RefObject<HTMLElement | null>): AfterPress => {
  const latest = useLatest(act);
  const state = useRef<{ isPressed: boolean; isWanted: boolean; timer: number }>({
    isPressed: false,
    isWanted: false,
    timer: 0,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: refs stay the ones they are
  useEffect(() => {
    const now = state.current;
    const ending = new AbortController();
    const heard = { signal: ending.signal, capture: true };
    const run = (): void => {
      if (!now.isWanted) return;
      now.isWanted = false;
      latest.current();
    };
    const press = (): void => {
      now.isPressed = true;
      clearTimeout(now.timer);
    };
    const letGo = ({ target }: PointerEvent): void => {
      now.isPressed = false;
      const isInPlace = target instanceof Node && place.current?.contains(target) === true;
      // The click event itself comes after this.
      now.timer = window.setTimeout(run, isInPlace ? 0 : DOUBLE_CLICK_MS);
    };
    window.addEventListener('pointerdown', press, heard);
    window.addEventListener('pointerup', letGo, heard);
    window.addEventListener('pointercancel', letGo, heard);
    return () => {
      ending.abort();
      clearTimeout(now.timer);
    };
  }, []);
  return {
    runSoon: () => {
      if (state.current.isPressed) state.current.isWanted = true;
      else act();
    },
    cancel: () => {
      state.current.isWanted = false;
    },
  };
};

type FieldProps = Pick<QueryBoxProps, 'label' | 'placeholder' | 'onKeyDown' | 'input'> & {
  readonly draft: QueryDraft;
  readonly settling: AfterPress;
  readonly onChips: () => void;
};

const Field = ({ label, placeholder, draft, settling, onKeyDown, input, onChips }: FieldProps) => (
  <input
    ref={input ?? null}
    type="search"
    className={styles.field}
    aria-label={label}
    placeholder={draft.clauses.length === 0 ? placeholder : ''}
    spellCheck={false}
    autoComplete="off"
    value={draft.rest}
    onChange={({ target }) => draft.type(target.value, target.selectionStart)}
    onFocus={settling.cancel}
    onBlur={settling.runSoon}
    onKeyDown={(event) => {
      if (draft.clauses.length > 0 && leadsToChips(event)) {
        event.preventDefault();
        onChips();
        return;
      }
      // The browser would clear the field.
      if (event.key === 'Escape') event.preventDefault();
      if (event.key === 'Enter') draft.settle();
      onKeyDown?.(event);
    }}
  />
);

type PlainSwitchProps = { readonly isPlain: boolean; readonly onChange: (isPlain: boolean) => void };

const PlainSwitch = ({ isPlain, onChange }: PlainSwitchProps) => (
  <IconButton
    icon={Braces}
    label={isPlain ? 'Show filters as chips' : 'Show the search as text'}
    isSmall
    isOn={isPlain}
    onPress={() => onChange(!isPlain)}
  />
);

type AddClauseProps = {
  readonly clauses: readonly Clause[];
  readonly onChange: (clauses: readonly Clause[]) => void;
  readonly isSmall: boolean;
  readonly isDisabled: boolean;
};

/** The condition being added, and the chips that existed before. */
type Adding = { readonly clause: Clause; readonly before: readonly Clause[] };

const FieldList = ({ onPick }: { readonly onPick: (field: string) => void }) => (
  <ListBox
    aria-label="Conditions"
    autoFocus="first"
    className={joinClasses(styles.fields)}
    onAction={(key) => onPick(String(key))}
  >
    {Object.entries(clauseFields).map(([field, { name }]) => (
      <ListBoxItem
        key={field}
        id={field}
        textValue={name}
        className={joinClasses('option', styles.fieldName)}
      >
        <span>{name}</span>
        <code>{field}:</code>
      </ListBoxItem>
    ))}
  </ListBox>
);

/** Adds a condition: its field, then its values; it is a chip from the first value on. */
const AddClause = ({ clauses, onChange, isSmall, isDisabled }: AddClauseProps) => {
  const [adding, setAdding] = useState<Adding | null>(null);
  const editor = useRef<HTMLDivElement>(null);
  const field = adding?.clause.field ?? null;
  useEffect(() => {
    if (field === null) return;
    // The focused list is gone, and the dialog would take the focus first.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => void focusInto(editor.current));
    });
    return () => cancelAnimationFrame(frame);
  }, [field]);
  const change = (clause: Clause | null): void => {
    if (adding === null) return;
    const next = clause ?? { ...adding.clause, values: [] };
    setAdding({ ...adding, clause: next });
    onChange(next.values.length === 0 ? adding.before : [...adding.before, next]);
  };
  return (
    <DialogTrigger onOpenChange={(isOpen) => !isOpen && setAdding(null)}>
      <AriaButton className={joinClasses(styles.add)} aria-label="Add a filter" isDisabled={isDisabled}>
        <Plus size={14} aria-hidden />
        {!isSmall && <span>Add</span>}
      </AriaButton>
      <Popover label="Add a filter" placement="bottom end">
        {adding === null ? (
          <FieldList
            onPick={(field) =>
              setAdding({ clause: { field, values: [], isExcluded: false }, before: clauses })
            }
          />
        ) : (
          <>
            <div className={styles.back}>
              <Button isSmall variant="quiet" onPress={() => setAdding(null)}>
                <ArrowLeft size={13} aria-hidden /> {fieldWords(adding.clause.field).name}
              </Button>
            </div>
            <div ref={editor}>
              <ClauseEditor clause={adding.clause} onChange={change} />
            </div>
          </>
        )}
      </Popover>
    </DialogTrigger>
  );
};

/**
 * The search field: words are typed, conditions are chips that can be typed too. A condition becomes a chip when the
 * caret leaves it; both are one text, which can be shown as such.
 */
export const QueryBox = ({ text, onChange, isSmall = false, ...field }: QueryBoxProps) => {
  const [isPlain, setIsPlain] = useViewState('search.isPlain', false);
  const draft = useQueryDraft(text, onChange, isPlain);
  const { clauses, setClauses } = draft;
  const { box, focusField, focusChip } = useBoxFocus();
  // The chips may wrap onto another line, and whatever is pressed below would move away under the pointer.
  const settling = useAfterPress(draft.settle, box);
  const put = (at: number, clause: Clause | null): void => {
    setClauses(clause === null ? clauses.toSpliced(at, 1) : clauses.with(at, clause));
    if (clause === null) focusField();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a press beside the field is a press in it
    <div
      ref={box}
      className={joinClasses(styles.box, isSmall && styles.small)}
      onMouseDown={(event) => {
        if (event.target !== box.current) return;
        event.preventDefault();
        focusField();
      }}
    >
      <Search size={isSmall ? 14 : 16} className={styles.icon} aria-hidden />
      {clauses.map((clause, at) => (
        <ClauseChip
          // biome-ignore lint/suspicious/noArrayIndexKey: a chip that is edited stays the one that it was
          key={at}
          clause={clause}
          onChange={(next) => put(at, next)}
          onMove={(by) => focusChip(at + by)}
        />
      ))}
      <Field {...field} draft={draft} settling={settling} onChips={() => focusChip(clauses.length - 1)} />
      {text.trim() !== '' && (
        <IconButton
          icon={X}
          label="Clear"
          isSmall
          onPress={() => {
            onChange('');
            focusField();
          }}
        />
      )}
      {!isSmall && <PlainSwitch isPlain={isPlain} onChange={setIsPlain} />}
      <AddClause isSmall={isSmall} clauses={clauses} onChange={setClauses} isDisabled={isPlain} />
    </div>
  );
};

type QueryDraft = SplitSearch & {
  readonly setClauses: (clauses: readonly Clause[]) => void;
  /** Called with the typed text and the caret: a condition that the caret has left becomes a chip. */
  readonly type: (rest: string, caret: number | null) => void;
  /** Turns all conditions into chips: the caret has left. */
  readonly settle: () => void;
};

/** The typed text with the chips before it; if it makes them part of an “or” group, they become text again. */
const takeIn = (clauses: readonly Clause[], typed: string, caret: number | null): SplitSearch => {
  const found = splitSearch(typed, caret);
  const rest = found.clauses.length === 0 ? typed : found.rest;
  const next = { clauses: [...clauses, ...found.clauses], rest };
  const text = joinSearch(next);
  const read = splitSearch(text);
  return read.clauses.length < next.clauses.length ? { clauses: read.clauses, rest: read.rest } : next;
};

/**
 * A search as chips and words while it is being typed. The text is what is stored; the typed part stays as typed while
 * the stored text corresponds to it. `isPlain` shows everything as text.
 */
export const useQueryDraft = (
  text: string,
  onChange: (text: string) => void,
  isPlain: boolean,
): QueryDraft => {
  const [kept, setKept] = useState<SplitSearch>({ clauses: [], rest: '' });
  const split = joinSearch(kept) === text ? kept : splitSearch(text);
  const shown: SplitSearch = isPlain ? { clauses: [], rest: text } : split;
  const put = (next: SplitSearch): void => {
    setKept(next);
    onChange(joinSearch(next));
  };
  return {
    ...shown,
    setClauses: (clauses) => put({ clauses, rest: shown.rest }),
    type: (rest, caret) => (isPlain ? onChange(rest) : put(takeIn(shown.clauses, rest, caret))),
    settle: () => {
      if (!isPlain && splitSearch(shown.rest).clauses.length > 0)
        put(takeIn(shown.clauses, shown.rest, null));
    },
  };
};

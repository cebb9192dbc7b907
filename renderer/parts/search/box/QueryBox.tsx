import { Braces, Search, X } from 'lucide-react';
import { type KeyboardEvent, type Ref, useRef } from 'react';
import type { Clause } from '#domain/search/written/split-search.ts';
import { IconButton } from '#renderer/ui/buttons/IconButton.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { useViewState } from '#renderer/window/view-state.ts';
import { AddClause } from './AddClause.tsx';
import { ClauseChip } from './ClauseChip.tsx';
import styles from './query.module.css';
import { type AfterPress, useAfterPress } from './use-after-press.ts';
import { type QueryDraft, useQueryDraft } from './use-query-draft.ts';

export type QueryBoxProps = {
  readonly label: string;
  readonly placeholder: string;
  /** The search as it is written, chips and all. */
  readonly text: string;
  readonly onChange: (text: string) => void;
  /** Hears the keys of the field that the box has no use for. */
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly input?: Ref<HTMLInputElement>;
  /** In a narrow place, without a way to show all as text. */
  readonly isSmall?: boolean;
};

/** Where the focus goes in a box: to a chip, or past the last of them to the field. */
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
      // The browser would throw away what was typed.
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

/**
 * The field of a search: words are typed, conditions are chips that can be typed too. A condition becomes a chip when the
 * caret leaves it; the text is one, and can be shown as such.
 */
export const QueryBox = ({ text, onChange, isSmall = false, ...field }: QueryBoxProps) => {
  const [isPlain, setIsPlain] = useViewState('search.isPlain', false);
  const draft = useQueryDraft(text, onChange, isPlain);
  const { clauses, setClauses } = draft;
  const { box, focusField, focusChip } = useBoxFocus();
  // The chips may take another line, and what is pressed below would move away under the pointer.
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

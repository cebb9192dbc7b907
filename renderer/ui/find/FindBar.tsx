import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { IconButton } from '../IconButton.tsx';
import { joinClasses } from '../join-classes.ts';
import styles from './find-bar.module.css';

/** The number of hits and the current one, in words; empty without a query. */
export const countHits = (query: string, count: number, current: number): string => {
  if (query.trim() === '') return '';
  return count === 0 ? 'Not found' : `${current + 1} of ${count}`;
};

export type FindBarProps = {
  readonly label: string;
  readonly query: string;
  readonly count: number;
  /** From 0; -1 if there is no hit. */
  readonly current: number;
  /** Where else the words are, shown if there is no hit. */
  readonly elsewhere?: string;
  readonly onSearch: (query: string) => void;
  readonly onGo: (by: 1 | -1) => void;
  readonly onClose: () => void;
  /** A row below, such as the replacement. */
  readonly children?: ReactNode;
};

/** Hits as one types; Enter for the next, Shift+Enter for the previous, Esc to end. */
export const FindBar = ({
  label,
  query,
  count,
  current,
  elsewhere,
  onSearch,
  onGo,
  onClose,
  children,
}: FindBarProps) => {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <search
      className={joinClasses('float', styles.bar)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) onClose();
      }}
    >
      <div className={styles.row}>
        <input
          ref={field}
          className={styles.field}
          aria-label={label}
          placeholder={label}
          value={query}
          onChange={(event) => onSearch(event.target.value)}
          onFocus={(event) => event.target.select()}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) onGo(event.shiftKey ? -1 : 1);
          }}
        />
        <span className={styles.count} data-is-empty={count === 0 || undefined}>
          {(count === 0 && elsewhere) || countHits(query, count, current)}
        </span>
        <IconButton
          icon={ChevronUp}
          label="Previous"
          keys="Shift+Enter"
          isSmall
          isDisabled={count === 0}
          onPress={() => onGo(-1)}
        />
        <IconButton
          icon={ChevronDown}
          label="Next"
          keys="Enter"
          isSmall
          isDisabled={count === 0}
          onPress={() => onGo(1)}
        />
        <IconButton icon={X} label="Close the search" keys="Escape" isSmall onPress={onClose} />
      </div>
      {children}
    </search>
  );
};

export type ReplaceRowProps = {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onEnter: () => void;
  readonly children: ReactNode;
};

/** The replacement, and the acts that replace. */
export const ReplaceRow = ({ value, onChange, onEnter, children }: ReplaceRowProps) => (
  <div className={styles.row}>
    <input
      className={styles.field}
      aria-label="Replace with"
      placeholder="Replace with"
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) onEnter();
      }}
    />
    {children}
  </div>
);

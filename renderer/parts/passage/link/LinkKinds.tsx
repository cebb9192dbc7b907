import { ArrowLeftRight } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { relationTypes } from '#domain/passage/passage.ts';
import { isMutualRelation, type RelationDirection, wordRelation } from '#domain/passage/word-relation.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import styles from './link.module.css';
import type { LinkKind } from './link-store.ts';

export type LinkKindsProps = {
  readonly kind: LinkKind | null;
  readonly direction: RelationDirection;
  readonly onDirection: (direction: RelationDirection) => void;
  readonly onChoose: (kind: LinkKind) => void;
  readonly autoFocus: boolean;
};

const otherWay = (direction: RelationDirection): RelationDirection => (direction === 'to' ? 'from' : 'to');

/** Digits by their place on the keyboard: AZERTY and Czech need Shift for them. */
export const kindOfKey = (code: string, direction: RelationDirection): LinkKind | null => {
  const digit = /^(?:Digit|Numpad)([1-6])$/.exec(code)?.[1];
  const type = digit === undefined ? undefined : relationTypes[Number(digit) - 1];
  return type === undefined ? null : { type, direction };
};

/** How the passage stands to the other: a key each, and one that turns the sentence round. */
export const LinkKinds = ({ kind, direction, onDirection, onChoose, autoFocus }: LinkKindsProps) => {
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (autoFocus) first.current?.focus();
  }, [autoFocus]);
  const turn = (): void => onDirection(otherWay(direction));
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const chosen = kindOfKey(event.code, direction);
    if (chosen !== null) onChoose(chosen);
    else if (event.key.toLowerCase() === 'x') turn();
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset draws its legend where no kind stands
    <div role="group" aria-label="Kind of link" className={styles.kinds} onKeyDown={press}>
      {relationTypes.map((type, index) => {
        const isOn = kind?.type === type && (isMutualRelation(type) || kind.direction === direction);
        return (
          <button
            key={type}
            ref={index === 0 ? first : null}
            type="button"
            className={joinClasses(styles.kind, isOn && styles.chosen)}
            aria-pressed={isOn}
            onClick={() => onChoose({ type, direction })}
          >
            {wordRelation(type, direction).replace(/^is /, '')} <Kbd keys={String(index + 1)} />
          </button>
        );
      })}
      <button type="button" className={styles.turn} aria-pressed={direction === 'from'} onClick={turn}>
        <ArrowLeftRight size={13} aria-hidden /> Reverse direction <Kbd keys="X" />
      </button>
    </div>
  );
};

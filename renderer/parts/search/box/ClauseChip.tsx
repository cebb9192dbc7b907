import { X } from 'lucide-react';
import { Button, DialogTrigger, type KeyboardEvent } from 'react-aria-components';
import type { Clause } from '#domain/search/written/split-search.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Popover } from '#renderer/ui/overlays/Popover.tsx';
import { fieldWords, printClauseValues } from '../clause-fields.ts';
import { ClauseEditor } from '../editors/ClauseEditor.tsx';
import styles from './query.module.css';
import { useNamedClause } from './use-named-clause.ts';

export type ClauseChipProps = {
  readonly clause: Clause;
  /** Null takes it away. */
  readonly onChange: (clause: Clause | null) => void;
  /** To the chip before or after it; past the last, to the field. */
  readonly onMove: (by: 1 | -1) => void;
};

const removing: readonly string[] = ['Delete', 'Backspace'];
const steps: Readonly<Record<string, 1 | -1>> = { ArrowLeft: -1, ArrowRight: 1 };

/** A condition of a search: pressed, it can be changed; Delete takes it away. */
export const ClauseChip = ({ clause, onChange, onMove }: ClauseChipProps) => {
  const { name } = fieldWords(clause.field);
  const values = printClauseValues(useNamedClause(clause));
  const says = `${clause.isExcluded ? 'Not ' : ''}${name}: ${values}`;
  const pressKey = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (removing.includes(event.key)) onChange(null);
    else if (step !== undefined) onMove(step);
    else event.continuePropagation();
  };
  return (
    <span className={joinClasses(styles.chip, clause.isExcluded && styles.excluded)}>
      <DialogTrigger>
        <Button className={joinClasses(styles.chipText)} aria-label={says} data-chip onKeyDown={pressKey}>
          <b>{clause.isExcluded ? `NOT ${name}` : name}</b>
          <span className="clipped">{values}</span>
        </Button>
        <Popover label={says} placement="bottom start">
          <ClauseEditor clause={clause} onChange={onChange} />
        </Popover>
      </DialogTrigger>
      <Button
        className={joinClasses(styles.chipEnd)}
        aria-label={`Remove ${says}`}
        excludeFromTabOrder
        onPress={() => onChange(null)}
      >
        <X size={12} aria-hidden />
      </Button>
    </span>
  );
};

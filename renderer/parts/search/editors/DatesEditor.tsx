import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { IconButton } from '#renderer/ui/buttons/IconButton.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { isClauseValue } from '../clause-fields.ts';
import styles from './editors.module.css';
import type { ValuesEditorProps } from './values-editor-props.ts';

type Ends = { readonly from: string; readonly to: string };

const endsOf = (value: string): Ends => {
  const [from = '', to] = value.split('..', 2);
  return { from, to: to ?? from };
};

const printEnds = ({ from, to }: Ends): string => (from === to ? from : `${from}..${to}`);

const wrong = (field: string, end: string): string | undefined =>
  end === '' || isClauseValue(field, end) ? undefined : '2024, 2024-04 or 2024-04-24';

const noEnds: Ends = { from: '', to: '' };

/** Ranges of dates, as precise as they are typed; either end may stay open. */
export const DatesEditor = ({ field, values, onChange }: ValuesEditorProps) => {
  const [ranges, setRanges] = useState<readonly Ends[]>(() =>
    values.length === 0 ? [noEnds] : values.map(endsOf),
  );
  const put = (next: readonly Ends[]): void => {
    setRanges(next);
    onChange(next.map(printEnds).filter((value) => isClauseValue(field, value)));
  };
  const change = (at: number, change: Partial<Ends>): void =>
    put(ranges.map((range, index) => (index === at ? { ...range, ...change } : range)));
  return (
    <div className={styles.ranges}>
      {ranges.map((range, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a range that is edited stays the one that it was
        <div key={at} className={styles.range}>
          <TextField
            label="From"
            autoFocus={at === 0}
            placeholder="2024-04"
            value={range.from}
            {...(wrong(field, range.from) !== undefined && { error: wrong(field, range.from) ?? '' })}
            onChange={(from) => change(at, { from: from.trim() })}
          />
          <TextField
            label="To"
            placeholder="2024-06"
            value={range.to}
            {...(wrong(field, range.to) !== undefined && { error: wrong(field, range.to) ?? '' })}
            onChange={(to) => change(at, { to: to.trim() })}
          />
          <IconButton
            icon={X}
            label="Remove this range"
            isSmall
            onPress={() => put(ranges.toSpliced(at, 1))}
          />
        </div>
      ))}
      <Button isSmall variant="quiet" onPress={() => setRanges([...ranges, noEnds])}>
        <Plus size={13} aria-hidden /> Another range
      </Button>
    </div>
  );
};

import { useState } from 'react';
import { Quote } from '#renderer/parts/passage/Quote.tsx';
import { MoreButton } from '#renderer/ui/buttons/MoreButton.tsx';
import { Select } from '#renderer/ui/choices/Select.tsx';
import styles from './split.module.css';
import type { Split } from './use-split.ts';

const STEP = 30;
/** No key of a part. */
const STAYS = ':stays';

/** The passages of a tag that is split, each with the part that it goes to; it can be given to another by hand. */
export const SplitPassages = ({ split }: { readonly split: Split }) => {
  const [count, setCount] = useState(STEP);
  const { rows, parts, move } = split;
  const taken = parts.filter(({ isTaken }) => isTaken);
  const options = [
    { id: STAYS, name: 'Stays' },
    ...taken.map(({ key, name }) => ({ id: key, name: name.trim() || '…' })),
  ];
  return (
    <>
      <ul className={styles.passages}>
        {rows.slice(0, count).map((row) => (
          <li key={row.id}>
            <Quote text={row.quote} />
            <Select
              label={`Part of “${row.quote.slice(0, 40)}”`}
              isLabelHidden
              isBare
              options={options}
              value={taken.find(({ passageIds }) => passageIds.includes(row.id))?.key ?? STAYS}
              onChange={(key) => move(row.id, key === STAYS ? null : key)}
            />
          </li>
        ))}
      </ul>
      <MoreButton shown={count} total={rows.length} step={STEP} onMore={() => setCount(count + STEP)} />
    </>
  );
};

import { Fragment, useState } from 'react';
import type { CodingDifference, Settlement } from '#domain/coding/coders/list-differences.ts';
import { Quote } from '#renderer/parts/passage/Quote.tsx';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { MoreButton } from '#renderer/ui/buttons/MoreButton.tsx';
import styles from './coder.module.css';
import { printTag } from './print-tag.ts';

const STEP = 50;

type Settle = (differences: readonly CodingDifference[], how: 'mine' | Settlement) => void;

const sides = [
  { name: 'Both', field: 'shared' },
  { name: 'Mine', field: 'onlyMine' },
  { name: 'Theirs', field: 'onlyTheirs' },
] as const;

const Tags = ({ of }: { readonly of: CodingDifference }) => (
  <dl className={styles.tags}>
    {sides
      .filter(({ field }) => of[field].length > 0)
      .map(({ name, field }) => (
        <Fragment key={field}>
          <dt>{name}</dt>
          <dd dir="auto">{of[field].map(printTag).join(', ')}</dd>
        </Fragment>
      ))}
  </dl>
);

const placeOf = ({ title, quote, mineId, theirsId }: CodingDifference): string => {
  const article = title ?? 'Untitled';
  if (quote === null) return `${article}, the article itself`;
  if (mineId === null) return `${article}, theirs only`;
  return theirsId === null ? `${article}, mine only` : article;
};

const Difference = ({ of, onSettle }: { readonly of: CodingDifference; readonly onSettle: Settle }) => (
  <li>
    <div>
      {of.quote !== null && <Quote text={of.quote} />}
      <span className={styles.none}>{placeOf(of)}</span>
      <Tags of={of} />
    </div>
    <span className={styles.acts}>
      <Button isSmall onPress={() => onSettle([of], 'mine')}>
        Keep mine
      </Button>
      <Button isSmall onPress={() => onSettle([of], 'theirs')}>
        Take theirs
      </Button>
      {of.onlyMine.length > 0 && of.onlyTheirs.length > 0 && (
        <Button isSmall onPress={() => onSettle([of], 'both')}>
          Both
        </Button>
      )}
    </span>
  </li>
);

export type DifferencesProps = {
  readonly differences: readonly CodingDifference[];
  readonly onSettle: Settle;
};

/** The differences that are open, each to be settled by a press. */
export const Differences = ({ differences, onSettle }: DifferencesProps) => {
  const [count, setCount] = useState(STEP);
  return (
    <>
      <ul className={styles.differences} aria-label="Differences">
        {differences.slice(0, count).map((difference) => (
          <Difference key={difference.key} of={difference} onSettle={onSettle} />
        ))}
      </ul>
      <MoreButton
        shown={count}
        total={differences.length}
        step={STEP}
        onMore={() => setCount(count + STEP)}
      />
    </>
  );
};

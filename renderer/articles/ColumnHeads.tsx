import { ChevronDown, ChevronUp } from 'lucide-react';
import type { ArticleOrder } from '#domain/search/filters.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import styles from './article-list.module.css';
import item from './item.module.css';

type Head = {
  readonly name: string;
  readonly ascending: ArticleOrder;
  readonly descending: ArticleOrder;
  /** The direction of the first press. */
  readonly begins: 'ascending' | 'descending';
  readonly className?: string | undefined;
};

/** In the order of the columns; the labels between words and publication can't be sorted by. */
const heads = {
  title: { name: 'Title', ascending: 'title', descending: 'title-descending', begins: 'ascending' },
  publisher: {
    name: 'Publication',
    ascending: 'publisher',
    descending: 'publisher-descending',
    begins: 'ascending',
    className: item.ofPublisher,
  },
  words: {
    name: 'Words',
    ascending: 'shortest',
    descending: 'longest',
    begins: 'descending',
    className: item.ofWords,
  },
  day: {
    name: 'Date',
    ascending: 'published-oldest',
    descending: 'published',
    begins: 'descending',
    className: item.ofDay,
  },
} as const satisfies Readonly<Record<string, Head>>;

export type ColumnHeadsProps = {
  readonly order: ArticleOrder;
  readonly onOrder: (order: ArticleOrder) => void;
};

/** The direction in which a column head sorts the list; null if the list is sorted by another. */
const directionOf = (head: Head, order: ArticleOrder): Head['begins'] | null => {
  if (order === head.ascending) return 'ascending';
  return order === head.descending ? 'descending' : null;
};

const opposite = { ascending: 'descending', descending: 'ascending' } as const;

/** Column heads: a press sorts the list by that column, the next reverses it. */
export const ColumnHeads = ({ order, onOrder }: ColumnHeadsProps) => {
  const drawHead = (head: Head) => {
    const { name, begins, className } = head;
    const direction = directionOf(head, order);
    const next = direction === null ? begins : opposite[direction];
    const Sign = direction === 'descending' ? ChevronDown : ChevronUp;
    return (
      <span className={joinClasses(className)}>
        <button
          type="button"
          className={joinClasses('word-button', styles.head)}
          aria-pressed={direction !== null}
          aria-label={
            direction === null
              ? `Sort by ${name.toLowerCase()}`
              : `Sorted by ${name.toLowerCase()}, ${direction}`
          }
          onClick={() => onOrder(head[next])}
        >
          {name} {direction !== null && <Sign size={12} aria-hidden />}
        </button>
      </span>
    );
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form inside the list
    <div role="group" aria-label="Order by column" className={styles.heads}>
      <div className={item.line}>
        {drawHead(heads.title)}
        {drawHead(heads.publisher)}
        <span className={item.ofLabels} />
        {drawHead(heads.words)}
        {drawHead(heads.day)}
      </div>
    </div>
  );
};

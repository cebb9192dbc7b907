import { ChevronDown, ChevronUp } from 'lucide-react';
import type { ArticleOrder } from '#domain/search/filters.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import styles from './article-list.module.css';
import item from './item/item.module.css';

type Head = {
  readonly name: string;
  readonly order: ArticleOrder;
  readonly isDescending: boolean;
  readonly className?: string | undefined;
};

/** In the order of the columns; the labels between words and publication are in no order. */
const heads = {
  title: { name: 'Title', order: 'title', isDescending: false },
  publisher: { name: 'Publication', order: 'publisher', isDescending: false, className: item.ofPublisher },
  words: { name: 'Words', order: 'longest', isDescending: true, className: item.ofWords },
  day: { name: 'Date', order: 'published', isDescending: true, className: item.ofDay },
} as const satisfies Readonly<Record<string, Head>>;

export type ColumnHeadsProps = {
  readonly order: ArticleOrder;
  readonly onOrder: (order: ArticleOrder) => void;
};

/** Above the columns: a press on a head puts the list into its order, one more takes it back to the newest import. */
export const ColumnHeads = ({ order, onOrder }: ColumnHeadsProps) => {
  const head = ({ name, order: its, isDescending, className }: Head) => {
    const Sign = isDescending ? ChevronDown : ChevronUp;
    const isSorted = order === its;
    return (
      <span className={joinClasses(className)}>
        <button
          type="button"
          className={joinClasses('word-button', styles.head)}
          aria-pressed={isSorted}
          aria-label={`Sort by ${name.toLowerCase()}`}
          onClick={() => onOrder(isSorted ? 'newest' : its)}
        >
          {name} {isSorted && <Sign size={12} aria-hidden />}
        </button>
      </span>
    );
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form inside the list
    <div role="group" aria-label="Order by column" className={styles.heads}>
      <div className={item.line}>
        {head(heads.title)}
        {head(heads.publisher)}
        <span className={item.ofLabels} />
        {head(heads.words)}
        {head(heads.day)}
      </div>
    </div>
  );
};

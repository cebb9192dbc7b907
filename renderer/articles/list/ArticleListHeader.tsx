import type { Ref } from 'react';
import type { Input } from '#domain/contract/requests.ts';
import type { ArticleOrder } from '#domain/search/filters.ts';
import { useOfAllSoFar, useSoFar } from '#renderer/bridge/use-so-far.ts';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { ListHead } from '#renderer/ui/collections/ListHead.tsx';
import { SearchField } from '#renderer/ui/filters/SearchField.tsx';
import styles from './article-list.module.css';

const states = [
  { id: 'all', name: 'All' },
  { id: 'unread', name: 'Unread' },
  { id: 'reading', name: 'In progress' },
  { id: 'read', name: 'Read' },
  { id: 'incomplete', name: 'Citation incomplete' },
] as const;
type StateChoice = (typeof states)[number]['id'];

const orders: readonly { readonly id: ArticleOrder; readonly name: string }[] = [
  { id: 'newest', name: 'Newest import' },
  { id: 'oldest', name: 'Oldest import' },
  { id: 'published', name: 'Newest published' },
  { id: 'unread', name: 'Unread first' },
  { id: 'title', name: 'Title' },
  { id: 'publisher', name: 'Publication' },
  { id: 'longest', name: 'Longest' },
];

/** Which articles are shown, and in which order. */
export type ArticleListChoice = {
  readonly state: StateChoice;
  readonly order: ArticleOrder;
  readonly text: string;
};
export const firstChoice: ArticleListChoice = { state: 'all', order: 'newest', text: '' };

export const isFiltered = ({ state, text }: ArticleListChoice): boolean =>
  state !== 'all' || text.trim() !== '';

/** The choice as main is asked for it. */
export const toQuery = ({ state, order, text }: ArticleListChoice): Input<'article:list'> => ({
  filter: {
    ...(text.trim() === '' ? {} : { text: text.trim() }),
    ...(state === 'all' || state === 'incomplete' ? {} : { state }),
    ...(state === 'incomplete' ? { isCitationIncomplete: true } : {}),
  },
  order,
});

export type ArticleListHeaderProps = {
  readonly choice: ArticleListChoice;
  readonly onChange: (choice: ArticleListChoice) => void;
  readonly count: number | undefined;
  readonly ref?: Ref<HTMLDivElement>;
};

const Count = ({ choice, count }: Pick<ArticleListHeaderProps, 'choice' | 'count'>) => {
  const some = useSoFar();
  const ofAll = useOfAllSoFar();
  const soFar = isFiltered(choice) ? some : ofAll;
  return (
    <span className={styles.count}>
      {count === undefined ? '' : `${count.toLocaleString('en-GB')}${soFar}`}
    </span>
  );
};

export const ArticleListHeader = ({ choice, onChange, count, ref }: ArticleListHeaderProps) => (
  <ListHead
    {...(ref === undefined ? {} : { ref })}
    choices={
      <>
        <Select
          label="Which articles"
          isLabelHidden
          isBare
          options={states}
          value={choice.state}
          onChange={(state) => onChange({ ...choice, state })}
        />
        <Count choice={choice} count={count} />
        <Select
          label="Order"
          isLabelHidden
          isBare
          options={orders}
          value={choice.order}
          onChange={(order) => onChange({ ...choice, order })}
        />
      </>
    }
    filter={
      <SearchField
        label="Filter the articles"
        placeholder="Filter"
        value={choice.text}
        onChange={(text) => onChange({ ...choice, text })}
      />
    }
  />
);

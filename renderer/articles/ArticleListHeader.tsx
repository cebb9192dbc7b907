import type { Ref } from 'react';
import type { InputOf } from '#domain/contract/any-request.ts';
import type { articleList } from '#domain/contract/article.ts';
import type { ArticleOrder } from '#domain/search/filters.ts';
import type { CalendarDate } from '#domain/time.ts';
import { useOfAllSoFar, useSoFar } from '#renderer/bridge/use-so-far.ts';
import { type ArticleListChoice, articleStateChoices } from '#renderer/parts/article/article-choice.ts';
import { beginOfWeekBack } from '#renderer/parts/dates/week-back.ts';
import { RowsMenu } from '#renderer/parts/menu/RowsMenu.tsx';
import { QueryBox } from '#renderer/parts/search/QueryBox.tsx';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { ListHead } from '#renderer/ui/collections/ListHead.tsx';
import styles from './article-list.module.css';

const orders: readonly { readonly id: ArticleOrder; readonly name: string }[] = [
  { id: 'best', name: 'Best match' },
  { id: 'newest', name: 'Newest import' },
  { id: 'oldest', name: 'Oldest import' },
  { id: 'published', name: 'Newest published' },
  { id: 'published-oldest', name: 'Oldest published' },
  { id: 'unread', name: 'Unread first' },
  { id: 'title', name: 'Title A–Z' },
  { id: 'title-descending', name: 'Title Z–A' },
  { id: 'publisher', name: 'Publication A–Z' },
  { id: 'publisher-descending', name: 'Publication Z–A' },
  { id: 'longest', name: 'Longest' },
  { id: 'shortest', name: 'Shortest' },
];

const isSought = ({ text }: ArticleListChoice): boolean => text.trim() !== '';

/** Without a search there is no best match. */
const ordersOf = (choice: ArticleListChoice): typeof orders =>
  isSought(choice) ? orders : orders.filter(({ id }) => id !== 'best');
const orderOf = (choice: ArticleListChoice): ArticleOrder =>
  choice.order === 'best' && !isSought(choice) ? 'newest' : choice.order;

export const isFiltered = ({ state, text }: ArticleListChoice): boolean =>
  state !== 'all' || text.trim() !== '';

const filterOfState = (
  state: ArticleListChoice['state'],
  today: CalendarDate,
): InputOf<typeof articleList>['filter'] => {
  if (state === 'all') return {};
  if (state === 'incomplete') return { isCitationIncomplete: true };
  return state === 'week' ? { readSince: beginOfWeekBack(today) } : { state };
};

/** The choice as a query for main. */
export const toQuery = (
  { state, order, text }: ArticleListChoice,
  today: CalendarDate,
): InputOf<typeof articleList> => ({
  filter: { ...(text.trim() === '' ? {} : { text: text.trim() }), ...filterOfState(state, today) },
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
          options={articleStateChoices}
          value={choice.state}
          onChange={(state) => onChange({ ...choice, state })}
        />
        <Count choice={choice} count={count} />
        <Select
          label="Order"
          isLabelHidden
          isBare
          options={ordersOf(choice)}
          value={orderOf(choice)}
          onChange={(order) => onChange({ ...choice, order })}
        />
      </>
    }
    filter={
      <QueryBox
        label="Filter the articles"
        placeholder="Words or filters"
        text={choice.text}
        onChange={(text) => onChange({ ...choice, text })}
        isSmall
      />
    }
    act={<RowsMenu canHaveColumns />}
  />
);

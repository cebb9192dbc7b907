import { TriangleAlert } from 'lucide-react';
import { Button } from 'react-aria-components';
import { printMissingFields } from '#domain/article/bibliography/print-missing-fields.ts';
import type { ArticleRow } from '#domain/contract/article.ts';
import { type NeedCounts, type NeedKind, needKinds, sumOfNeeds } from '#domain/contract/need-kinds.ts';
import { printCount } from '#domain/print-count.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { RowTitle } from '#renderer/ui/rows/RowText.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import { TodayBlock } from './TodayBlock.tsx';
import styles from './today.module.css';

type ListedByKind = Exclude<NeedKind, 'citation-incomplete'>;

const lines: Readonly<Record<ListedByKind, (count: number) => string>> = {
  conflict: (count) => `${printCount(count, 'thing')} in two versions`,
  'copy-left': (count) => `${printCount(count, 'copy', 'copies')} of a sync not merged`,
  changed: (count) => `${printCount(count, 'passage')} changed in a new version`,
  ambiguous: (count) => `${printCount(count, 'passage')} in several places of a new version`,
  orphaned: (count) => `${printCount(count, 'passage')} not in a new version`,
  moved: (count) => `${printCount(count, 'passage')} moved in a new version`,
  'text-altered': (count) => `${printCount(count, 'article')} with a text changed from outside`,
  'file-repaired': (count) => `${printCount(count, 'file')} repaired`,
  'file-unreadable': (count) => `${printCount(count, 'file')} that can’t be read`,
  'evidence-changed': (count) => `${printCount(count, 'memo')} with changed evidence`,
};

const isListedByKind = (kind: NeedKind): kind is ListedByKind => kind !== 'citation-incomplete';

/** An article that can't be cited in full yet. */
const IncompleteLine = ({ row }: { readonly row: ArticleRow }) => (
  <Button className={joinClasses(styles.line)} onPress={() => goTo({ view: 'articles', articleId: row.id })}>
    <RowTitle>{row.title ?? row.firstWords}</RowTitle>
    <span className={joinClasses(styles.meta, styles.warn)}>
      <TriangleAlert size={12} aria-hidden /> Citation incomplete: missing{' '}
      {printMissingFields(row.missingFields)}
    </span>
  </Button>
);

/** What waits: by kind what may mislead, then the articles that can't be cited. */
export const NeedsBlock = ({
  needs,
  incomplete,
}: {
  readonly needs: NeedCounts;
  readonly incomplete: readonly ArticleRow[];
}) => {
  const kinds = needKinds.filter(isListedByKind).filter((kind) => needs[kind] > 0);
  const seeAll = () => goTo({ view: 'needs' });
  return (
    <TodayBlock
      title="Review"
      count={sumOfNeeds(needs)}
      shown={sumOfNeeds(needs) - needs['citation-incomplete'] + incomplete.length}
      empty="Nothing to review."
      onAll={seeAll}
    >
      {kinds.map((kind) => (
        <Button key={kind} className={joinClasses(styles.line)} onPress={seeAll}>
          <RowTitle>{lines[kind](needs[kind])}</RowTitle>
        </Button>
      ))}
      {incomplete.map((row) => (
        <IncompleteLine key={row.id} row={row} />
      ))}
    </TodayBlock>
  );
};

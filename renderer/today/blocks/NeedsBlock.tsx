import { TriangleAlert } from 'lucide-react';
import { printMissingFields } from '#domain/article/bibliography/print-missing-fields.ts';
import type { ArticleRow } from '#domain/contract/article.ts';
import { type NeedCounts, type NeedKind, needKinds, sumOfNeeds } from '#domain/contract/need-kinds.ts';
import { printCount } from '#domain/print-count.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { RowTitle } from '#renderer/ui/rows/RowText.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import { TodayRow } from '../rows/TodayRow.tsx';
import styles from '../today.module.css';
import { TodayBlock } from './TodayBlock.tsx';

type ListedByKind = Exclude<NeedKind, 'citation-incomplete'>;

const lines: Readonly<Record<ListedByKind, (count: number) => string>> = {
  'thing-lost': (count) => `${printCount(count, 'thing')} gone or altered outside Precis`,
  conflict: (count) => `${printCount(count, 'thing')} in two versions`,
  'copy-left': (count) => `${printCount(count, 'copy', 'copies')} of a sync not merged`,
  'same-name': (count) => `${printCount(count, 'tag or source', 'tags or sources')} with the name of another`,
  changed: (count) => `${printCount(count, 'passage')} changed in a new version`,
  ambiguous: (count) => `${printCount(count, 'passage')} in several places of a new version`,
  orphaned: (count) => `${printCount(count, 'passage')} not in a new version`,
  moved: (count) => `${printCount(count, 'passage')} moved in a new version`,
  'text-altered': (count) => `${printCount(count, 'article')} with a text changed from outside`,
  'file-repaired': (count) => `${printCount(count, 'file')} damaged`,
  'file-unreadable': (count) => `${printCount(count, 'file')} that can’t be read`,
  'evidence-changed': (count) => `${printCount(count, 'memo')} with changed evidence`,
};

const isListedByKind = (kind: NeedKind): kind is ListedByKind => kind !== 'citation-incomplete';

/** The kinds of what is to be reviewed, as rows: their ids are the kinds. */
export const needKindsOf = (needs: NeedCounts): readonly ListedByKind[] =>
  needKinds.filter(isListedByKind).filter((kind) => needs[kind] > 0);

/** An article that can't be cited in full yet. */
const IncompleteLine = ({ row }: { readonly row: ArticleRow }) => (
  <TodayRow
    id={row.id}
    open={{ name: 'Open', run: () => goTo({ view: 'articles', articleId: row.id }) }}
    acts={[{ name: 'Fill in', command: 'article.details', run: () => runCommand('article.details') }]}
  >
    <RowTitle>{row.title ?? row.firstWords}</RowTitle>
    <span className={joinClasses(styles.meta, styles.warn)}>
      <TriangleAlert size={12} aria-hidden /> Citation incomplete: missing{' '}
      {printMissingFields(row.missingFields)}
    </span>
  </TodayRow>
);

/** What waits: by kind what may mislead, then the articles that can't be cited. */
export const NeedsBlock = ({
  needs,
  incomplete,
}: {
  readonly needs: NeedCounts;
  readonly incomplete: readonly ArticleRow[];
}) => {
  const kinds = needKindsOf(needs);
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
        <TodayRow key={kind} id={kind} open={{ name: 'Review', run: seeAll }}>
          <RowTitle>{lines[kind](needs[kind])}</RowTitle>
        </TodayRow>
      ))}
      {incomplete.map((row) => (
        <IncompleteLine key={row.id} row={row} />
      ))}
    </TodayBlock>
  );
};

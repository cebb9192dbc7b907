import type { MemoOnSource } from '#domain/contract/source.ts';
import type { SourceId } from '#domain/ids.ts';
import { printCount } from '#domain/print-count.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useSoFar } from '#renderer/bridge/use-so-far.ts';
import { memoStateNames } from '#renderer/parts/memo/memo-state-names.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { PageSection } from '#renderer/ui/pages/PageSection.tsx';
import { ButtonRow } from '#renderer/ui/rows/ButtonRow.tsx';
import { Badge } from '#renderer/ui/signs/Badge.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import styles from './sources.module.css';

/** What the reader of a memo has to know first: that it was sent with another letter; else where it stands. */
const State = ({ memo: { state, lettersThen } }: { readonly memo: MemoOnSource }) =>
  lettersThen.length === 0 ? (
    <span>{memoStateNames[state]}</span>
  ) : (
    <Badge tone="warn">Graded {lettersThen.join(', ')} then</Badge>
  );

/** The memos that cite a passage of the source or of one below it; each leads to the memo. */
export const MemosOnSource = ({ sourceId }: { readonly sourceId: SourceId }) => {
  const soFar = useSoFar();
  const { data } = useQuery('source:memos', { sourceId }, { keepsPrevious: true });
  if (data === undefined) return null;
  const nothing = soFar === '' ? 'No memo cites it yet.' : 'None yet: the archive is still being read.';
  return (
    <PageSection
      title="Memos that rest on it"
      count={`${data.length.toLocaleString('en-GB')}${soFar}`}
      empty={data.length === 0 ? nothing : undefined}
    >
      {data.map((memo) => (
        <ButtonRow key={memo.id} onPress={() => goTo({ view: 'memos', memoId: memo.id })}>
          <span className={styles.memo}>
            <span className={joinClasses('clipped', styles.reference)}>{memo.referenceNumber}</span>
            <span className="clipped" dir="auto">
              {memo.title}
            </span>
            <span className={styles.quiet}>{printCount(memo.citationCount, 'citation')}</span>
            <span className={joinClasses(styles.quiet, styles.state)}>
              <State memo={memo} />
            </span>
          </span>
        </ButtonRow>
      ))}
    </PageSection>
  );
};

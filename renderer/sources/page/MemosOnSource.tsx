import type { MemoOnSource } from '#domain/contract/source.ts';
import { printCount } from '#domain/print-count.ts';
import { memoStateNames } from '#renderer/parts/memo/memo-names.ts';
import { ButtonRow, RowBody } from '#renderer/ui/collections/rows.tsx';
import { PageSection } from '#renderer/ui/panes/Page.tsx';
import { Badge } from '#renderer/ui/signs/Badge.tsx';
import { goTo } from '#renderer/window/navigation.ts';

/** What one must know of a memo first: that it was sent with another letter; else its state. */
const State = ({ memo: { state, lettersThen } }: { readonly memo: MemoOnSource }) =>
  lettersThen.length === 0 ? (
    <span>{memoStateNames[state]}</span>
  ) : (
    <Badge tone="warn">Graded {lettersThen.join(', ')} then</Badge>
  );

/** "2 citations, 1 about it": what it says and what is said about it are never one number. */
const printCitations = ({ citationCount, aboutCount }: MemoOnSource): string => {
  if (citationCount === 0) return printCount(aboutCount, 'citation');
  return `${printCount(citationCount, 'citation')}${aboutCount === 0 ? '' : `, ${aboutCount.toLocaleString('en-GB')} more about it`}`;
};

type ListProps = { readonly title: string; readonly memos: readonly MemoOnSource[] };

const MemoList = ({ title, memos }: ListProps) =>
  memos.length > 0 && (
    <PageSection title={title} count={memos.length.toLocaleString('en-GB')} label={title}>
      {memos.map((memo) => (
        <ButtonRow key={memo.id} onPress={() => goTo({ view: 'memos', memoId: memo.id })}>
          <RowBody
            title={memo.title}
            meta={`${memo.referenceNumber} · ${printCitations(memo)}`}
            facts={<State memo={memo} />}
          />
        </ButtonRow>
      ))}
    </PageSection>
  );

export type MemosOnSourceProps = {
  /** The name for what it says: "Says". */
  readonly saysName: string;
  readonly memos: readonly MemoOnSource[];
};

/** The memos that cite what a source says, and separately those that only cite what is said about it. */
export const MemosOnSource = ({ saysName, memos }: MemosOnSourceProps) => (
  <>
    <MemoList
      title={`Cite what it ${saysName.toLowerCase()}`}
      memos={memos.filter(({ citationCount }) => citationCount > 0)}
    />
    <MemoList
      title="Cite what is said about it"
      memos={memos.filter(({ citationCount }) => citationCount === 0)}
    />
  </>
);

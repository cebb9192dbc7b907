import type { MemoOnSource } from '#domain/contract/source.ts';
import { printCount } from '#domain/print-count.ts';
import { memoStateNames } from '#renderer/parts/memo/memo-names.ts';
import { ButtonRow, RowBody } from '#renderer/ui/collections/rows.tsx';
import { Badge } from '#renderer/ui/signs/Badge.tsx';
import { goTo } from '#renderer/window/navigation.ts';

/** What the reader of a memo has to know first: that it was sent with another letter; else where it stands. */
const State = ({ memo: { state, lettersThen } }: { readonly memo: MemoOnSource }) =>
  lettersThen.length === 0 ? (
    <span>{memoStateNames[state]}</span>
  ) : (
    <Badge tone="warn">Graded {lettersThen.join(', ')} then</Badge>
  );

/** The memos that cite a passage of the source or of one below it; each leads to the memo. */
export const MemosOnSource = ({ memos }: { readonly memos: readonly MemoOnSource[] }) => {
  return (
    <div>
      {memos.map((memo) => (
        <ButtonRow key={memo.id} onPress={() => goTo({ view: 'memos', memoId: memo.id })}>
          <RowBody
            title={memo.title}
            meta={`${memo.referenceNumber} · ${printCount(memo.citationCount, 'citation')}`}
            facts={<State memo={memo} />}
          />
        </ButtonRow>
      ))}
    </div>
  );
};

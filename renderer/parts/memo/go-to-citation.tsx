import { memoList } from '#domain/contract/memo.ts';
import { passageRows } from '#domain/contract/passage.ts';
import type { MemoId, PassageId } from '#domain/ids.ts';
import { printCount } from '#domain/print-count.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { request } from '#renderer/bridge/window-bridge.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { type CloseDialog, openDialog } from '#renderer/window/dialogs.tsx';
import { seekCitation, useLastMemo } from '#renderer/window/last-memo.ts';
import { goTo } from '#renderer/window/navigation.ts';
import { sayDone, sayHint } from '#renderer/window/notices.ts';
import { MemoOptions } from './MemoOptions.tsx';

/** Opens the memo with the citation of the passage selected. */
const showCitation = (memoId: MemoId, passageId: PassageId): void => {
  seekCitation(memoId, passageId);
  goTo({ view: 'memos', memoId });
};

type CitationChoiceProps = CloseDialog & {
  readonly passageId: PassageId;
  readonly memoIds: readonly MemoId[];
};

/** Asks for one of the memos that cite a passage. */
const CitationChoice = ({ passageId, memoIds, close, closeThen }: CitationChoiceProps) => {
  const { data: rows } = useQuery(memoList, {});
  if (rows === undefined) return null;
  return (
    <Dialog
      title={`Cited in ${printCount(memoIds.length, 'memo')}`}
      isOpen
      onClose={close}
      actions={<Button onPress={close}>Cancel</Button>}
    >
      <MemoOptions
        label="Memos that cite the passage"
        memos={rows.filter(({ id }) => memoIds.includes(id))}
        onPick={(memoId) => closeThen(() => showCitation(memoId, passageId))}
      />
    </Dialog>
  );
};

/** Goes to the memo that cites the passage; of several to the one that was open last; else asks. */
export const goToCitation = async (passageId: PassageId): Promise<void> => {
  const answer = await request(passageRows, { passageIds: [passageId] });
  const memoIds = answer.ok ? (answer.value[0]?.citedIn ?? []) : [];
  const [only] = memoIds;
  if (only === undefined) {
    sayHint('No memo cites this passage');
    return;
  }
  const choose = (): void =>
    openDialog('citation', (closing) => (
      <CitationChoice passageId={passageId} memoIds={memoIds} {...closing} />
    ));
  const last = useLastMemo.getState().memoId;
  if (memoIds.length === 1) showCitation(only, passageId);
  else if (last !== null && memoIds.includes(last)) {
    showCitation(last, passageId);
    sayDone(`Cited in ${printCount(memoIds.length, 'memo')}`, { name: 'Others…', run: choose });
  } else choose();
};

import { printCount } from '#domain/print-count.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useAfterDialog } from '#renderer/ui/focus/use-after-dialog.ts';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { endCitationChoice, showCitation, useCitationChoice } from './go-to-citation.ts';
import { MemoOptions } from './MemoOptions.tsx';

/** Asks which of the memos that cite a passage is meant, as long as one waits for it. */
export const CitationChoice = () => {
  const choice = useCitationChoice(({ choice: asked }) => asked);
  const afterDialog = useAfterDialog(choice !== null);
  const { data: rows } = useQuery('memo:list', choice === null ? null : {});
  if (choice === null || rows === undefined) return null;
  const { passageId, memoIds } = choice;
  return (
    <Dialog
      title={`Cited in ${printCount(memoIds.length, 'memo')}`}
      isOpen
      onClose={endCitationChoice}
      actions={<Button onPress={endCitationChoice}>Cancel</Button>}
    >
      <MemoOptions
        label="Memos that cite the passage"
        memos={rows.filter(({ id }) => memoIds.includes(id))}
        onPick={(memoId) => {
          afterDialog(() => showCitation(memoId, passageId));
          endCitationChoice();
        }}
      />
    </Dialog>
  );
};

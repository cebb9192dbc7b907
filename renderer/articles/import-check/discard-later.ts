import type { ImportDraft } from '#domain/contract/import.ts';
import { act } from '#renderer/bridge/act.ts';
import { goTo } from '#renderer/window/navigation.ts';
import { sayDone } from '#renderer/window/notices.ts';

/** As long as the notice stands, the import can be had back. */
const KEPT_MS = 7000;

/** Leaves the check. The draft is thrown away a little later, so that a slip of the hand costs nothing. */
export const discardLater = ({ draftId, originalName }: ImportDraft): void => {
  const timer = setTimeout(() => void act('import:discard', { draftId }), KEPT_MS);
  goTo({ view: 'articles' });
  sayDone(`Discarded: ${originalName ?? 'the pasted text'}`, {
    name: 'Back to it',
    run: () => {
      clearTimeout(timer);
      goTo({ view: 'articles', draftId });
    },
  });
};

import { create } from 'zustand';
import { type ImportDraft, importDiscard } from '#domain/contract/import.ts';
import type { DraftId } from '#domain/ids.ts';
import { act } from '#renderer/bridge/act.ts';
import { noteCheck, unsealedAmong } from '#renderer/window/before-close.ts';
import { goTo, moveTo } from '#renderer/window/navigation.ts';
import { sayDone } from '#renderer/window/notices.ts';
import { forgetCheck } from './use-steps.ts';

const useDiscardStore = create<{ readonly ids: readonly DraftId[] }>(() => ({ ids: [] }));

/** The drafts that are being discarded, while that can still be undone. */
export const useDiscarding = (): readonly DraftId[] => useDiscardStore(({ ids }) => ids);

const setDiscarding = (draftId: DraftId, isDiscarded: boolean): void =>
  useDiscardStore.setState(({ ids }) => {
    const others = ids.filter((id) => id !== draftId);
    return { ids: isDiscarded ? [...others, draftId] : others };
  });

/** As long as the notice is shown, the import can be restored. */
const KEPT_MS = 7000;

/** Leaves the check. The draft is discarded a little later, so that a slip costs nothing. */
export const discardLater = (draft: ImportDraft): void => {
  const { draftId, originalName } = draft;
  const isChanged = unsealedAmong([draftId]).length > 0;
  const timer = setTimeout(() => {
    forgetCheck(draft);
    void act(importDiscard, { draftId }).then(() => setDiscarding(draftId, false));
  }, KEPT_MS);
  setDiscarding(draftId, true);
  // The window does not ask about it if it is closed meanwhile.
  noteCheck(draftId, false);
  moveTo({ view: 'articles' });
  sayDone(`Discarded: ${originalName ?? 'the pasted text'}`, {
    name: 'Restore',
    run: () => {
      clearTimeout(timer);
      setDiscarding(draftId, false);
      noteCheck(draftId, isChanged);
      goTo({ view: 'articles', draftId });
    },
  });
};

import { useCallback, useEffect, useRef } from 'react';
import { isFocusLost } from '#renderer/ui/focus/focus-into.ts';
import { areKeysBlocked } from '#renderer/ui/use-blocked-keys.ts';
import { focusTargetElement } from '#renderer/window/focus-targets.ts';
import { currentPlace, useNavigation } from '#renderer/window/navigation.ts';
import { focusViewSoon } from './focus-view.ts';

/** Whether an article or a memo is open in the view, or an import that becomes an article. */
const opensText = (): boolean => {
  const { view, articleId, draftId, memoId } = currentPlace();
  return (view === 'articles' && (articleId ?? draftId) !== null) || (view === 'memos' && memoId !== null);
};

/** They may draw an editor anew; in its text, the next of them would be the text's own. */
const isUndoOrRedo = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  (ctrlKey || metaKey) && /^[yz]$/iu.test(key);

/** What had the focus may go by a key that leads nowhere else: a field that Esc closed, a row that was deleted. */
const useFocusAfterLoss = (): void => {
  useEffect(() => {
    const ending = new AbortController();
    let isByKey = false;
    let stop = (): void => undefined;
    const heard = { signal: ending.signal, capture: true };
    window.addEventListener('keydown', (event) => (isByKey = !isUndoOrRedo(event)), heard);
    // A press on what takes no focus gives it up on purpose.
    window.addEventListener('pointerdown', () => (isByKey = false), heard);
    window.addEventListener(
      'focusout',
      ({ target, relatedTarget }) => {
        const view = focusTargetElement('view');
        if (relatedTarget !== null || !isByKey || view === undefined) return;
        stop();
        stop = focusViewSoon({
          view,
          hasText: opensText(),
          // What is disabled for a moment is still there, and Tab goes on from it.
          isWanted: () =>
            !(target instanceof Element && target.isConnected) &&
            document.hasFocus() &&
            !areKeysBlocked() &&
            isFocusLost(),
        });
      },
      heard,
    );
    return () => {
      ending.abort();
      stop();
    };
  }, []);
};

/**
 * Hands go on in the view that was gone to: where nothing has the focus any more, and where it was asked for by a key,
 * also from the bars round it. What it returns says so, before the going.
 */
export const useViewFocus = (): (() => void) => {
  const visit = useNavigation((state) => state.visit);
  const isAsked = useRef(false);
  const place = useRef(currentPlace());
  useFocusAfterLoss();
  useEffect(() => {
    const wasAsked = isAsked.current;
    isAsked.current = false;
    const view = focusTargetElement('view');
    const wasHere = place.current === currentPlace();
    place.current = currentPlace();
    if (visit === 0 || view === undefined || (wasHere && !wasAsked)) return;
    const isOutside = (): boolean => !view.contains(document.activeElement);
    return focusViewSoon({
      view,
      hasText: opensText(),
      isWanted: () => !areKeysBlocked() && (isFocusLost() || (wasAsked && isOutside())),
    });
  }, [visit]);
  return useCallback(() => {
    isAsked.current = true;
  }, []);
};

import { useCommand } from '#renderer/commands/commands.ts';
import { announce } from '#renderer/window/live-region.ts';
import { sayHint } from '#renderer/window/notices.ts';
import { neighbour, nextOverlapping } from '../passages/find-passage.ts';
import type { PlacedPassage } from '../passages/place-passages.ts';
import { sayPassage, sayTurn } from '../say-passage.ts';
import { useReader } from '../state/reader-context.ts';
import { selectPassage } from '../state/reader-store.ts';
import { scrollToOffset } from '../text/scroll-text.ts';
import type { CommandInput } from './use-command-target.ts';

/** Goes from passage to passage, and through those that lie over one another at the cursor. */
export const useMoveCommands = ({ placed }: CommandInput): void => {
  const { store, view, scroller } = useReader();
  const go = (to: PlacedPassage | null, otherwise: string): void => {
    if (to === null) {
      sayHint(otherwise);
      return;
    }
    selectPassage(store, to.passage.id);
    announce(sayPassage(to.passage));
    // The focus may stand in a card that closes.
    view?.focus();
    if (to.start < 0 || view === null || scroller.current === null) return;
    view.select({ start: to.start, end: to.start });
    store.setState({ selected: { caret: to.start, range: null } });
    scrollToOffset({ view, scroller: scroller.current, offset: to.start, to: 'sight' });
  };
  const from = () => store.getState();
  useCommand('passage.next', () =>
    go(neighbour(placed, 1, from().selectedId, from().selected.caret), 'No passage after this'),
  );
  useCommand('passage.previous', () =>
    go(neighbour(placed, -1, from().selectedId, from().selected.caret), 'No passage before this'),
  );
  useCommand('passage.overlapping', () => {
    const next = nextOverlapping(placed, from().selected.caret, from().selectedId);
    if (next !== null) selectPassage(store, next.placed.passage.id);
    view?.focus();
    if (next === null) sayHint('No passage at the cursor');
    else announce(sayTurn(next));
  });
};

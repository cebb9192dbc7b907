import { useRef } from 'react';
import type { PassageId } from '#domain/ids.ts';
import type { Label } from '#domain/passage/label.ts';
import { snapToGraphemes } from '#domain/text/grapheme-boundaries.ts';
import type { TextRange } from '#domain/text/selector.ts';
import { announceOutcome } from '#renderer/bridge/outcome.ts';
import { passageAtHand } from '../passages/find-passage.ts';
import type { PlacedPassage } from '../passages/place-passages.ts';
import { sayAdded } from '../say-passage.ts';
import { selectedRanges } from '../selection/selected-ranges.ts';
import type { OpenPassages } from '../state/passages-context.ts';
import { useReader } from '../state/reader-context.ts';

/** What the commands work on. */
export type CommandInput = Pick<OpenPassages, 'placed' | 'acts' | 'bibliography'>;

/** What the commands work on: the selection of the text, made whole characters, and the selected passage. */
export const useCommandTarget = ({ placed, acts }: CommandInput) => {
  const { article, store, view } = useReader();
  const lastLabel = useRef<Label>('claim');
  const ranges = (): readonly TextRange[] =>
    selectedRanges(store.getState().selected).map((range) => snapToGraphemes(article.index.text, range));
  const quotes = (): readonly string[] =>
    ranges().map(({ start, end }) => article.index.text.slice(start, end));
  const passage = (): PlacedPassage | null => passageAtHand(placed, store.getState().selectedId, ranges());
  /** Makes a passage of the selection, and lets the selection go: the card takes over. */
  const make = (label: Label): PassageId => {
    const selected = ranges();
    const said = sayAdded(label, quotes(), placed, selected);
    const caret = selected[0]?.start ?? 0;
    lastLabel.current = label;
    view?.select({ start: caret, end: caret });
    store.setState({ selected: { caret, range: null } });
    const { id, outcome } = acts.make(selected, label);
    void announceOutcome(said, outcome);
    return id;
  };
  return { ranges, quotes, passage, make, lastLabel };
};

export type CommandTarget = ReturnType<typeof useCommandTarget>;

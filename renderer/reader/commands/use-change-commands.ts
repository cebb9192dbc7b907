import type { PassageId, SourceId } from '#domain/ids.ts';
import { splitRanges } from '#domain/passage/edit/split-ranges.ts';
import { printLabelKeys } from '#domain/passage/label.ts';
import { type Passage, regionOf } from '#domain/passage/passage.ts';
import { wordEdgeNear } from '#domain/reading/word-edge.ts';
import { snapToGraphemes } from '#domain/text/grapheme-boundaries.ts';
import { announceOutcome } from '#renderer/bridge/outcome.ts';
import { lastTags } from '#renderer/parts/tag/last-tags.ts';
import { useTags } from '#renderer/parts/tag/use-tags.ts';
import { sayHint } from '#renderer/window/notices.ts';
import { sayLength } from '../boundaries/boundary-edit.ts';
import { neighbour } from '../passages/find-passage.ts';
import type { PlacedPassage } from '../passages/place-passages.ts';
import { useReader } from '../state/reader-context.ts';
import { selectPassage } from '../state/reader-store.ts';
import { usePassageCommand } from '../state/use-passage-command.ts';
import type { CommandInput, CommandTarget } from './use-command-target.ts';

/** The speaker that was set last in this article. */
const lastSpeaker = (placed: readonly PlacedPassage[], except: PassageId): SourceId | null => {
  const others = placed.map(({ passage }) => passage).filter(({ id, sourceId }) => sourceId && id !== except);
  return others.sort((a, b) => b.updatedAt.localeCompare(a.updatedAt))[0]?.sourceId ?? null;
};

/** Adds the tags that were set last, and sets the speaker of the passage that got one last. */
export const useRepeatCommand = ({ placed, acts }: CommandInput, target: CommandTarget): void => {
  const tags = useTags();
  const repeat = (passage: Passage): void => {
    const tagIds = [...new Set([...passage.tagIds, ...lastTags(tags)])];
    const sourceId = lastSpeaker(placed, passage.id);
    const hasTags = tagIds.length > passage.tagIds.length;
    const hasSpeaker = sourceId !== null && sourceId !== passage.sourceId;
    if (!hasTags && !hasSpeaker) {
      sayHint('Nothing to repeat');
      return;
    }
    const repeated = acts.edit(passage.id, { does: 'repeat', tagIds, sourceId });
    void announceOutcome('Tags and speaker repeated', repeated);
  };
  usePassageCommand('passage.repeat', () => {
    const current = target.passage();
    if (current === null) sayHint('Select a passage first');
    else repeat(current.passage);
  });
};

/** Parts the selected passage, or lays a second one over its words. */
export const useDividingCommands = ({ acts }: CommandInput, target: CommandTarget): void => {
  const { article, store } = useReader();
  const { text } = article.index;
  const split = ({ passage, ranges }: PlacedPassage): void => {
    const { caret, range } = store.getState().selected;
    const edge = wordEdgeNear(article.reading, caret);
    const at = snapToGraphemes(text, { start: edge, end: edge }).start;
    const parts = range === null ? splitRanges(text, ranges, at) : null;
    if (parts === null) {
      sayHint('Put the cursor where it is to be split');
      return;
    }
    const said = `Split: ${sayLength(text, parts.first)} and ${sayLength(text, parts.second)}`;
    void announceOutcome(said, acts.split(passage.id, at));
  };
  usePassageCommand('passage.split', () => {
    const current = target.passage();
    if (current === null) sayHint('Select a passage first');
    else if (regionOf(current.passage) !== null) sayHint('A region can’t be split');
    else split(current);
  });
  usePassageCommand('passage.duplicate', () => {
    const current = target.passage();
    if (current === null) sayHint('Select a passage first');
    else if (current.start < 0) sayHint('These words don’t stand in this text');
    else {
      const outcome = acts.duplicate(current.passage.id);
      void announceOutcome(`Duplicated. Press ${printLabelKeys(' to ')} for its label`, outcome);
    }
  });
};

/** Moves the selected passage to the trash, and goes on to the next. */
export const useDeleteCommand = ({ placed, acts }: CommandInput, target: CommandTarget): void => {
  const { store, view } = useReader();
  usePassageCommand('passage.delete', () => {
    const current = target.passage();
    if (current === null) return;
    const next = neighbour(placed, 1, current.passage.id, 0);
    view?.focus();
    const outcome = acts.edit(current.passage.id, { does: 'delete' });
    selectPassage(store, next?.passage.id ?? null);
    void announceOutcome('Passage moved to trash', outcome);
  });
};

import { useRef } from 'react';
import type { Bibliography } from '#domain/article/bibliography.ts';
import { paragraphNumberAt } from '#domain/article/paragraph-numbers.ts';
import type { PassageId, SourceId } from '#domain/ids.ts';
import { snapToGraphemes } from '#domain/passage/grapheme-boundaries.ts';
import { type Label, labels } from '#domain/passage/label.ts';
import { joinQuotes, type Passage, passageQuote } from '#domain/passage/passage.ts';
import type { TextRange } from '#domain/passage/selector.ts';
import { splitRanges } from '#domain/passage/split-ranges.ts';
import { wordEdgeNear } from '#domain/reading/word-edge.ts';
import { act } from '#renderer/bridge/act.ts';
import { useCommand } from '#renderer/bridge/commands.ts';
import { announce } from '#renderer/bridge/live-region.ts';
import { sayDone } from '#renderer/bridge/notices.ts';
import { lastTags } from '#renderer/parts/last-tags.ts';
import type { CardField } from '#renderer/parts/passage-card/card-field.ts';
import { useRelationCommands } from '#renderer/parts/related/use-relation-commands.ts';
import { sendToMemo } from '#renderer/parts/send-to-memo/send-to-memo.ts';
import { sayLength } from './boundaries/boundary-edit.ts';
import { neighbour, nextOverlapping, passageAtHand } from './passages/find-passage.ts';
import type { PlacedPassage } from './passages/place-passages.ts';
import type { ReaderActs } from './passages/use-passage-acts.ts';
import { sayAdded, sayPassage, sayTurn } from './say-passage.ts';
import { citeText } from './selection/cite-text.ts';
import { selectedRanges } from './selection/selected-ranges.ts';
import { useReader, useReaderState } from './state/reader-context.ts';
import { selectPassage } from './state/reader-store.ts';
import { usePassageCommand } from './state/use-passage-command.ts';
import { scrollToOffset } from './text/scroll-text.ts';

export type ReaderCommandsInput = {
  readonly placed: readonly PlacedPassage[];
  readonly acts: ReaderActs;
  readonly bibliography: Bibliography;
  readonly onFind: () => void;
  readonly onMargin: () => void;
};

/** What the commands work on: the selection of the text, made whole characters, and the selected passage. */
const useTarget = ({ placed, acts }: ReaderCommandsInput) => {
  const { article, store, view } = useReader();
  const lastLabel = useRef<Label>('claim');
  const ranges = (): readonly TextRange[] =>
    selectedRanges(store.getState().selected).map((range) => snapToGraphemes(article.index.text, range));
  const quotes = (): readonly string[] =>
    ranges().map(({ start, end }) => article.index.text.slice(start, end));
  const passage = (): PlacedPassage | null => passageAtHand(placed, store.getState().selectedId, ranges());
  /** Makes a passage of the selection, and lets the selection go: the card takes over. */
  const make = (label: Label): Promise<PassageId | null> => {
    const selected = ranges();
    const said = sayAdded(label, quotes(), placed, selected);
    const caret = selected[0]?.start ?? 0;
    lastLabel.current = label;
    view?.select({ start: caret, end: caret });
    store.setState({ selected: { caret, range: null } });
    const born = acts.make(selected, label);
    announce(said);
    return born;
  };
  return { ranges, quotes, passage, make, lastLabel };
};

type Target = ReturnType<typeof useTarget>;

const useLabelCommands = (input: ReaderCommandsInput, target: Target): void => {
  const { store } = useReader();
  const label = (wanted: Label): void => {
    const current = target.passage();
    if (current === null && target.ranges().length > 0) {
      void target.make(wanted);
      return;
    }
    if (current === null) {
      announce('Select some text first');
      return;
    }
    target.lastLabel.current = wanted;
    selectPassage(store, current.passage.id);
    store.setState({ duplicateId: null });
    if (current.passage.label !== wanted) void input.acts.of(current.passage).setLabel(wanted);
    announce(`Labelled ${wanted}`);
  };
  usePassageCommand('passage.label-1', () => label(labels[0]));
  usePassageCommand('passage.label-2', () => label(labels[1]));
  usePassageCommand('passage.label-3', () => label(labels[2]));
  usePassageCommand('passage.label-4', () => label(labels[3]));
  usePassageCommand('passage.label-5', () => label(labels[4]));
};

/** Opens a field of the selected passage's card; a bare selection becomes a passage of the last label first. */
const useFieldCommands = (input: ReaderCommandsInput, target: ReturnType<typeof useTarget>): void => {
  const { store, view } = useReader();
  const open = (field: CardField): void => {
    const current = target.passage();
    if (current !== null) selectPassage(store, current.passage.id, field);
    else if (target.ranges().length > 0) {
      void target.make(target.lastLabel.current);
      store.setState({ field });
    } else announce('Select a passage first');
    store.setState({ isDrawerOpen: true });
  };
  usePassageCommand('passage.tags', () => open('tags'));
  usePassageCommand('passage.source', () => open('source'));
  usePassageCommand('passage.manner', () => open('manner'));
  usePassageCommand('passage.grade', () => open('grade'));
  usePassageCommand('passage.note', () => open('note'));
  usePassageCommand('passage.task', () => open('task'));
  usePassageCommand('passage.delete', () => {
    const current = target.passage();
    if (current === null) return;
    const next = neighbour(input.placed, 1, current.passage.id, 0);
    view?.focus();
    void input.acts.of(current.passage).remove();
    selectPassage(store, next?.passage.id ?? null);
    announce('Passage moved to trash');
  });
};

/** Cites the selected passage in the memo that was open last; a bare selection becomes a passage first. */
const useCiteCommand = ({ acts }: ReaderCommandsInput, target: Target): void => {
  const cite = async (): Promise<void> => {
    const current = target.passage();
    if (current === null && target.ranges().length === 0) {
      announce('Select a passage first');
      return;
    }
    const born = current === null ? target.make(target.lastLabel.current) : acts.bornId(current.passage.id);
    const passageId = await born;
    if (passageId !== null) await sendToMemo([passageId]);
  };
  usePassageCommand('passage.cite', () => void cite());
};

/** The speaker that was set last in this article. */
const lastSpeaker = (placed: readonly PlacedPassage[], except: PassageId): SourceId | null => {
  const others = placed.map(({ passage }) => passage).filter(({ id, sourceId }) => sourceId && id !== except);
  return others.sort((a, b) => b.updatedAt.localeCompare(a.updatedAt))[0]?.sourceId ?? null;
};

/** Adds the tags that were set last, and sets the speaker of the passage that got one last. */
const useRepeatCommand = ({ placed, acts }: ReaderCommandsInput, target: Target): void => {
  const repeat = async (passage: Passage): Promise<void> => {
    const tagIds = [...new Set([...passage.tagIds, ...lastTags()])];
    const sourceId = lastSpeaker(placed, passage.id);
    const hasTags = tagIds.length > passage.tagIds.length;
    const hasSpeaker = sourceId !== null && sourceId !== passage.sourceId;
    announce(hasTags || hasSpeaker ? 'Tags and speaker repeated' : 'Nothing to repeat');
    if (hasTags || hasSpeaker) await acts.repeat(passage, { tagIds, sourceId });
  };
  usePassageCommand('passage.repeat', () => {
    const current = target.passage();
    if (current === null) announce('Select a passage first');
    else void repeat(current.passage);
  });
};

/** Parts the selected passage, or lays a second one over its words. */
const useDividingCommands = ({ acts }: ReaderCommandsInput, target: Target): void => {
  const { article, store } = useReader();
  const { text } = article.index;
  const split = async ({ passage, ranges }: PlacedPassage): Promise<void> => {
    const { caret, range } = store.getState().selected;
    const edge = wordEdgeNear(article.reading, caret);
    const at = snapToGraphemes(text, { start: edge, end: edge }).start;
    const parts = range === null ? splitRanges(text, ranges, at) : null;
    if (parts === null) {
      sayDone('Put the cursor where it is to be split');
      return;
    }
    const second = await acts.split(passage, at);
    if (second === null) return;
    selectPassage(store, second.id);
    announce(`Split: ${sayLength(text, parts.first)} and ${sayLength(text, parts.second)}`);
  };
  usePassageCommand('passage.split', () => {
    const current = target.passage();
    if (current === null) sayDone('Select a passage first');
    else void split(current);
  });
  usePassageCommand('passage.duplicate', () => {
    const current = target.passage();
    if (current === null) sayDone('Select a passage first');
    else if (current.ranges.length === 0) sayDone('These words don’t stand in this text');
    else {
      acts.duplicate(current.passage);
      announce('Duplicated. Press 1 to 5 for its label');
    }
  });
};

const useMoveCommands = ({ placed }: ReaderCommandsInput): void => {
  const { store, view, scroller } = useReader();
  const go = (to: PlacedPassage | null, otherwise: string): void => {
    if (to === null) {
      announce(otherwise);
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
    announce(next === null ? 'No passage at the cursor' : sayTurn(next));
  });
};

const useCopyCommand = (
  { bibliography }: ReaderCommandsInput,
  target: ReturnType<typeof useTarget>,
): void => {
  const { article } = useReader();
  const hasTarget = useReaderState(
    ({ selected, selectedId }) => selectedRanges(selected).length > 0 || selectedId !== null,
  );
  const copy = async (): Promise<void> => {
    const [first] = target.ranges();
    const current = target.passage();
    const exact =
      first === undefined ? current && passageQuote(current.passage) : joinQuotes(target.quotes());
    if (exact === null) return;
    const at = first?.start ?? current?.start ?? 0;
    const text = citeText(exact, bibliography, paragraphNumberAt(article.paragraphs, at));
    const answer = await act('app:copy', { text });
    if (answer.ok) sayDone('Copied with its citation');
  };
  useCommand('edit.copy-cited', () => void copy(), hasTarget);
};

/** Answers the commands on passages and on the open text. */
export const useReaderCommands = (input: ReaderCommandsInput): void => {
  const target = useTarget(input);
  const { article } = useReader();
  useLabelCommands(input, target);
  useFieldCommands(input, target);
  useMoveCommands(input);
  useRepeatCommand(input, target);
  useCiteCommand(input, target);
  useDividingCommands(input, target);
  useCopyCommand(input, target);
  useRelationCommands(async () => {
    const passage = target.passage()?.passage;
    const passageId = passage === undefined ? null : await input.acts.bornId(passage.id);
    return passageId === null ? null : { articleId: article.article.id, passageId };
  });
  useCommand('edit.find', input.onFind);
  useCommand('pane.margin', input.onMargin);
};

import { useRef } from 'react';
import type { Bibliography } from '#domain/article/bibliography/bibliography.ts';
import { addressOf } from '#domain/article/bibliography/doi.ts';
import { paragraphNumberAt } from '#domain/article/body/paragraph-numbers.ts';
import { printedPageAt } from '#domain/article/pages.ts';
import { appCopy } from '#domain/contract/app.ts';
import type { PassageId, SourceId } from '#domain/ids.ts';
import { printPlace } from '#domain/memo/document/print-pinpoints.ts';
import { placeInText } from '#domain/memo/print/place-in-text.ts';
import { printQuotes } from '#domain/memo/verbatim/print-quote.ts';
import { sourceTextOf } from '#domain/memo/verbatim/source-text.ts';
import { splitRanges } from '#domain/passage/edit/split-ranges.ts';
import { type Label, type LabelId, printLabelKeys } from '#domain/passage/label.ts';
import { type Passage, regionOf } from '#domain/passage/passage.ts';
import { wordEdgeNear } from '#domain/reading/word-edge.ts';
import { snapToGraphemes } from '#domain/text/grapheme-boundaries.ts';
import { inQuotationMarks } from '#domain/text/quotation-marks.ts';
import type { TextRange } from '#domain/text/selector.ts';
import { act } from '#renderer/bridge/act.ts';
import { announceOutcome } from '#renderer/bridge/outcome.ts';
import { useCommand, useCommands } from '#renderer/commands/commands.ts';
import { addToBoard } from '#renderer/parts/board/add-to-board.tsx';
import { printDay } from '#renderer/parts/dates/print-date.ts';
import { askForEvent } from '#renderer/parts/event/ask-for-event.tsx';
import { citeInMemo } from '#renderer/parts/memo/cite-in-memo.tsx';
import { goToCitation } from '#renderer/parts/memo/go-to-citation.tsx';
import { saySelectFirst } from '#renderer/parts/menu/say-select-first.ts';
import type { CardField } from '#renderer/parts/passage/card/card-props.ts';
import { copyCited } from '#renderer/parts/passage/copy-cited.ts';
import { labelCommands, labelsNow, useLabels } from '#renderer/parts/passage/labels.ts';
import { useRelationCommands } from '#renderer/parts/passage/related/use-relation-commands.ts';
import { lastTags, useTags } from '#renderer/parts/tag/use-tags.ts';
import { announce } from '#renderer/window/live-region.ts';
import { sayDone, sayHint } from '#renderer/window/notices.ts';
import { sayLength } from './boundaries/boundary-edit.ts';
import { openPicture, pictureNear } from './pictures/open-picture.ts';
import { neighbour, nextOverlapping, passageAtHand } from './state/find-passage.ts';
import { type OpenPassages, useOpenPassages } from './state/passages-context.ts';
import type { PlacedPassage } from './state/place-passages.ts';
import { useHasPassageTarget, usePassageCommand, useReader, useReaderState } from './state/reader-context.ts';
import { selectPassage, showCards } from './state/reader-store.ts';
import { sayAdded, sayPassage, sayTurn } from './state/say-passage.ts';
import { selectedRanges, type TextSelected } from './state/selected-text.ts';
import { scrollToOffset } from './text/scroll-text.ts';

export type ReaderCommandsProps = { readonly onFind: () => void; readonly onMargin: () => void };

/** Enlarges the picture of the selected region, else the one at the caret or after it. */
const usePictureCommand = ({ placed }: Pick<OpenPassages, 'placed'>): void => {
  const { article, store, view } = useReader();
  const enlarge = (): void => {
    const { selectedId, selected } = store.getState();
    const region = placed.find(({ passage }) => passage.id === selectedId && regionOf(passage) !== null);
    const picture = pictureNear(
      article,
      region !== undefined && region.start >= 0 ? region.start : selected.caret,
    );
    if (picture === null) return;
    // The focus returns to the text.
    view?.focus();
    openPicture(store, article, picture.offset);
  };
  useCommand('article.picture', enlarge, pictureNear(article, 0) !== null);
};

/** What the commands work on. */
type CommandInput = Pick<OpenPassages, 'placed' | 'acts' | 'bibliography'>;

/** What the commands apply to: the selection, extended to whole characters, and the selected passage. */
const useCommandTarget = ({ placed, acts }: CommandInput) => {
  const { article, store, view } = useReader();
  const lastLabel = useRef<LabelId>('claim');
  const ranges = (): readonly TextRange[] =>
    selectedRanges(store.getState().selected).map((range) => snapToGraphemes(article.index.text, range));
  const quotes = (): readonly string[] =>
    ranges().map(({ start, end }) => article.index.text.slice(start, end));
  const passage = (): PlacedPassage | null => passageAtHand(placed, store.getState().selectedId, ranges());
  /** Makes a passage of the selection, and drops the selection: the card takes over. */
  const make = (label: LabelId): PassageId => {
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

type CommandTarget = ReturnType<typeof useCommandTarget>;

/** Opens a field of the selected passage's card; a plain selection first becomes a passage with the last label. */
const useFieldCommands = ({ acts }: CommandInput, target: CommandTarget): void => {
  const { store, view } = useReader();
  const open = (field: CardField): void => {
    const current = target.passage();
    if (current !== null) selectPassage(store, current.passage.id, field);
    else if (target.ranges().length > 0) {
      target.make(target.lastLabel.current);
      store.setState({ field });
    } else saySelectFirst();
    showCards(store);
  };
  usePassageCommand('passage.tags', () => open('tags'));
  usePassageCommand('passage.source', () => open('source'));
  usePassageCommand('passage.concerned', () => open('concerned'));
  usePassageCommand('passage.manner', () => open('manner'));
  usePassageCommand('passage.grade', () => open('grade'));
  usePassageCommand('passage.note', () => open('note'));
  usePassageCommand('passage.task', () => open('task'));
  /** A passage made for an event that was not made goes again, and its words are selected as before. */
  const takeBack = (id: PassageId, selected: TextSelected): void => {
    void announceOutcome('No event and no passage made', acts.edit(id, { kind: 'delete' }));
    selectPassage(store, null);
    view?.focus();
    if (selected.range !== null) view?.select(selected.range);
    store.setState({ selected });
  };
  const toEvent = (): void => {
    const current = target.passage();
    if (current !== null) {
      askForEvent([current.passage.id]);
      return;
    }
    if (target.ranges().length === 0) {
      saySelectFirst();
      return;
    }
    const { selected } = store.getState();
    const id = target.make(target.lastLabel.current);
    askForEvent([id], () => takeBack(id, selected));
  };
  usePassageCommand('passage.event', toEvent);
  usePassageCommand('passage.translation', () => open('translation'));
};

/** Labels the current passage; a plain selection becomes a passage with that label. */
const useLabelCommands = ({ acts }: CommandInput, target: CommandTarget): void => {
  const { store } = useReader();
  const labels = useLabels();
  const label = ({ id: wanted, name }: Label): void => {
    const current = target.passage();
    if (current === null && target.ranges().length > 0) {
      target.make(wanted);
      return;
    }
    if (current === null) {
      saySelectFirst();
      return;
    }
    target.lastLabel.current = wanted;
    selectPassage(store, current.passage.id);
    store.setState({ duplicateId: null });
    const { id, label: before } = current.passage;
    const outcome = before === wanted ? 'saved' : acts.edit(id, { kind: 'label', label: wanted });
    void announceOutcome(`Labelled ${name}`, outcome);
  };
  useCommands(labelCommands(labels, label), useHasPassageTarget());
};

/** Moves from passage to passage, and through overlapping ones at the caret. */
const useMoveCommands = ({ placed }: CommandInput): void => {
  const { store, view, scroller } = useReader();
  const go = (to: PlacedPassage | null, otherwise: string): void => {
    if (to === null) {
      sayHint(otherwise);
      return;
    }
    selectPassage(store, to.passage.id);
    announce(sayPassage(to.passage));
    // The focus may be in a card that closes.
    view?.focus();
    if (to.start < 0 || view === null || scroller.current === null) return;
    view.select({ start: to.start, end: to.start });
    store.setState({ selected: { caret: to.start, range: null } });
    scrollToOffset({ view, scroller: scroller.current, offset: to.start, to: 'sight' });
  };
  const from = () => store.getState();
  useCommand('passage.next', () =>
    go(neighbour(placed, 1, from().selectedId, from().selected.caret), 'No more passages'),
  );
  useCommand('passage.previous', () =>
    go(neighbour(placed, -1, from().selectedId, from().selected.caret), 'No earlier passages'),
  );
  useCommand('passage.overlapping', () => {
    const next = nextOverlapping(placed, from().selected.caret, from().selectedId);
    if (next !== null) selectPassage(store, next.placed.passage.id);
    view?.focus();
    if (next === null) sayHint('No passage at the cursor');
    else announce(sayTurn(next));
  });
};

/** Cites the selected passage in the memo that was open last; a plain selection becomes a passage first. */
const useCiteCommand = (target: CommandTarget): void => {
  const cite = async (): Promise<void> => {
    const current = target.passage();
    if (current === null && target.ranges().length === 0) {
      saySelectFirst();
      return;
    }
    await citeInMemo([current?.passage.id ?? target.make(target.lastLabel.current)]);
  };
  usePassageCommand('passage.cite', () => void cite());
  const put = async (): Promise<void> => {
    const current = target.passage();
    if (current === null && target.ranges().length === 0) {
      saySelectFirst();
      return;
    }
    const id = current?.passage.id ?? target.make(target.lastLabel.current);
    addToBoard({ kind: 'passages', ids: [id] });
  };
  usePassageCommand('passage.board', () => void put());
  usePassageCommand('passage.citation', () => {
    const current = target.passage();
    if (current !== null) void goToCitation(current.passage.id);
  });
};

const quoteTitle = (title: string | null): string => (title === null ? 'untitled' : inQuotationMarks(title));

/**
 * A copied text with its source (ICS 206-01): author, title, publication, date, place, address and date of access, as
 * far as known. `quotation` is unchanged, on lines of its own.
 */
export const citeText = (quotation: string, bibliography: Bibliography, place: string | null): string => {
  const { byline, title, publisher, publishedAt, dateCertainty, accessedAt } = bibliography;
  const date = publishedAt === null ? 'date unknown' : printDay(publishedAt);
  const parts = [
    byline,
    quoteTitle(title),
    publisher,
    dateCertainty === 'inferred' && publishedAt !== null ? `${date} (inferred)` : date,
    place,
    addressOf(bibliography),
    accessedAt === null ? null : `accessed ${printDay(accessedAt)}`,
  ];
  return `${quotation}\n— ${parts.filter((part) => part !== null).join(', ')}`;
};

/** Copies the selected passage with its citation, else the selected words with the article's details. */
const useCopyCommand = ({ bibliography }: CommandInput, target: CommandTarget): void => {
  const { article } = useReader();
  const hasTarget = useReaderState(
    ({ selected, selectedId }) => selectedRanges(selected).length > 0 || selectedId !== null,
  );
  const copy = async (): Promise<void> => {
    const current = target.passage();
    const places = target.ranges();
    if (current !== null) {
      await copyCited([current.passage.id]);
      return;
    }
    if (places.length === 0) return;
    const quotes = target.quotes();
    const at = places[0]?.start ?? -1;
    const paragraph = paragraphNumberAt(article.paragraphs, at);
    const place = printPlace({
      page: printedPageAt(article.pages, at),
      paragraph,
      place: placeInText(article.spans, at),
    });
    const text = citeText(
      printQuotes(quotes, { text: sourceTextOf(article.reading), places }),
      bibliography,
      place === '' ? null : place,
    );
    const answer = await act(appCopy, { text });
    if (answer.ok) sayDone('Copied with its citation');
  };
  useCommand('edit.copy-cited', () => void copy(), hasTarget);
};

/** The speaker that was set last in this article. */
const lastSpeaker = (placed: readonly PlacedPassage[], except: PassageId): SourceId | null => {
  const others = placed.map(({ passage }) => passage).filter(({ id, sourceId }) => sourceId && id !== except);
  return others.sort((a, b) => b.updatedAt.localeCompare(a.updatedAt))[0]?.sourceId ?? null;
};

/** Adds the tags that were set last, and sets the last used speaker. */
const useRepeatCommand = ({ placed, acts }: CommandInput, target: CommandTarget): void => {
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
    const repeated = acts.edit(passage.id, { kind: 'repeat', tagIds, sourceId });
    void announceOutcome('Tags and speaker repeated', repeated);
  };
  usePassageCommand('passage.repeat', () => {
    const current = target.passage();
    if (current === null) saySelectFirst();
    else repeat(current.passage);
  });
};

/** Splits the selected passage, or makes a second one on its words. */
const useDividingCommands = ({ acts }: CommandInput, target: CommandTarget): void => {
  const { article, store } = useReader();
  const { text } = article.index;
  const split = ({ passage, ranges }: PlacedPassage): void => {
    const { caret, range } = store.getState().selected;
    const edge = wordEdgeNear(article.reading, caret);
    const at = snapToGraphemes(text, { start: edge, end: edge }).start;
    const parts = range === null ? splitRanges(text, ranges, at) : null;
    if (parts === null) {
      sayHint('Put the cursor where you want to split');
      return;
    }
    const said = `Split: ${sayLength(text, parts.first)} and ${sayLength(text, parts.second)}`;
    void announceOutcome(said, acts.split(passage.id, at));
  };
  usePassageCommand('passage.split', () => {
    const current = target.passage();
    if (current === null) saySelectFirst();
    else if (regionOf(current.passage) !== null) sayHint('A region can’t be split');
    else split(current);
  });
  usePassageCommand('passage.duplicate', () => {
    const current = target.passage();
    if (current === null) saySelectFirst();
    else if (current.start < 0) sayHint('These words are not in this text');
    else {
      const outcome = acts.duplicate(current.passage.id);
      void announceOutcome(`Duplicated. Press ${printLabelKeys(labelsNow(), ' to ')} for its label`, outcome);
    }
  });
};

/** Moves the selected passage to the trash, and selects the next. */
const useDeleteCommand = ({ placed, acts }: CommandInput, target: CommandTarget): void => {
  const { store, view } = useReader();
  usePassageCommand('passage.delete', () => {
    const current = target.passage();
    if (current === null) return;
    const next = neighbour(placed, 1, current.passage.id, 0);
    view?.focus();
    const outcome = acts.edit(current.passage.id, { kind: 'delete' });
    selectPassage(store, next?.passage.id ?? null);
    void announceOutcome('Passage moved to trash', outcome);
  });
};

/** Answers the commands on passages and on the open text. */
export const useReaderCommands = ({ onFind, onMargin }: ReaderCommandsProps): void => {
  const input = useOpenPassages();
  const target = useCommandTarget(input);
  const { article } = useReader();
  useLabelCommands(input, target);
  useFieldCommands(input, target);
  useMoveCommands(input);
  useRepeatCommand(input, target);
  useCiteCommand(target);
  useDividingCommands(input, target);
  useDeleteCommand(input, target);
  useCopyCommand(input, target);
  useRelationCommands(() => {
    const passageId = target.passage()?.passage.id;
    return passageId === undefined ? null : { articleId: article.article.id, passageId };
  });
  usePictureCommand(input);
  useCommand('edit.find', onFind);
  useCommand('pane.margin', onMargin);
};

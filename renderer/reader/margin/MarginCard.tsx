import { memo, useCallback, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { struckWords } from '#domain/article/body/struck-text.ts';
import type { ArticleId, PassageId, SourceId } from '#domain/ids.ts';
import { paragraphsOf } from '#domain/names/paragraphs-of.ts';
import type { AnchorState } from '#domain/passage/anchor/anchor-passage.ts';
import { isOutOfText } from '#domain/passage/carried.ts';
import { regionOf } from '#domain/passage/passage.ts';
import { type PrintedPlace, printedPlaceOf } from '#domain/passage/region/printed-place.ts';
import { isOfPage } from '#domain/passage/region/region-selector.ts';
import type { Task } from '#domain/task/task.ts';
import { isSameLanguage } from '#domain/translation/translation.ts';
import { useSettings } from '#renderer/bridge/app-state.ts';
import { passageActs } from '#renderer/commands/context-menu.ts';
import { printDates } from '#renderer/parts/dates/print-resolved.ts';
import { ContextMenuArea } from '#renderer/parts/menu/ContextMenuArea.tsx';
import { PassageCard } from '#renderer/parts/passage/card/PassageCard.tsx';
import { type Publication, withNewSpeaker } from '#renderer/parts/passage/card/print-speaker.ts';
import type { EditPassage } from '#renderer/parts/passage/edit-passage-of.ts';
import type { TextOfPassages } from '#renderer/parts/source/names-in-article.ts';
import { speakerInText } from '#renderer/parts/source/speaker-in-text.ts';
import { useLatest } from '#renderer/ui/use-latest.ts';
import { useFocusTarget } from '#renderer/window/focus-targets.ts';
import { type ReaderActs, useOpenPassages } from '../state/passages-context.ts';
import type { PlacedPassage } from '../state/place-passages.ts';
import { useReader, useReaderState } from '../state/reader-context.ts';
import { selectPassage } from '../state/reader-store.ts';
import { blockAt } from '../translation/use-open-translation.ts';

type MarginCardProps = {
  readonly placed: PlacedPassage;
  readonly tasks: readonly Task[];
  readonly publication: Publication | null;
  readonly acts: ReaderActs;
  readonly relationCount: number;
  readonly isContradicted: boolean;
  readonly hasNewSpeaker: boolean;
  readonly isUnsaved: boolean;
  readonly suggestedSources: readonly SourceId[];
  readonly isForeign: boolean;
  readonly onSelect: (placed: PlacedPassage) => void;
};

const anchorWarnings: Readonly<Record<AnchorState, string | undefined>> = {
  anchored: undefined,
  moved: 'Moved to another place in the text',
  ambiguous: 'In several places in the text',
  orphaned: 'Not found in the text; the quote is kept',
};

/** Which version has the words of a passage that was carried over, counted from 1. */
const versionOf = ({ carriedFrom }: PlacedPassage['passage'], versions: readonly ArticleId[]): string => {
  const at = carriedFrom === null ? -1 : versions.indexOf(carriedFrom.articleId);
  return at === -1 ? 'an earlier version' : `version ${at + 1}`;
};

const nowhere: PrintedPlace = { paragraph: null };

/** What a passage has from an earlier version. */
const whatOf = ({ passage }: PlacedPassage): string => {
  const region = regionOf(passage);
  if (region === null) return 'text';
  return isOfPage(region) ? 'page' : 'picture';
};

const warningOf = (placed: PlacedPassage, versions: readonly ArticleId[]): string | undefined =>
  isOutOfText(placed.passage)
    ? `Not in this text: ${whatOf(placed)} of ${versionOf(placed.passage, versions)}`
    : anchorWarnings[placed.state];

/** A field that saves on blur does so while it is still mounted. */
const leaveField = (): void => {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
};

/** Returns from a card to the text: closes the open field and the drawer. */
export const useLeaveCard = (): (() => void) => {
  const { store, view } = useReader();
  return () => {
    leaveField();
    // A drawer that is still mounted takes the focus back, and the next key would be lost.
    flushSync(() => store.setState({ field: null, isDrawerOpen: false }));
    view?.focus();
  };
};

/** The paragraph numbers of one passage, and of all passages of the article. */
const useParagraphs = () => {
  const { article } = useReader();
  const open = useLatest(useOpenPassages());
  return ({ ranges }: PlacedPassage): TextOfPassages => {
    const { index, spans } = article;
    return {
      text: paragraphsOf(index.text, spans, ranges),
      all: () =>
        open.current.placed.map(({ passage, ranges: its }) => ({
          passageId: passage.id,
          text: paragraphsOf(index.text, spans, its),
        })),
    };
  };
};

/** The card of one passage in the margin; hovering it marks its text, and the reverse. */
export const MarginCard = memo((props: MarginCardProps) => {
  const { placed, isUnsaved, onSelect, acts, ...rest } = props;
  const { article, store, view } = useReader();
  const leave = useLeaveCard();
  const paragraphsIn = useParagraphs();
  const dates = useReaderState((state) => state.dates);
  const { id } = placed.passage;
  const isSelected = useReaderState((state) => state.selectedId === id);
  const isHot = useReaderState((state) => state.hotId === id);
  const field = useReaderState((state) => (state.selectedId === id ? state.field : null));
  const target = useFocusTarget(`card ${id}`);
  const edit: EditPassage = (what, editId) => {
    // The card disappears, and the focus with it.
    if (what.kind === 'delete') view?.focus();
    return acts.edit(id, what, editId);
  };
  const warning = isUnsaved
    ? 'Not saved yet, but kept here. See the bar at the top.'
    : warningOf(placed, article.versions);
  const place = placed.start < 0 ? nowhere : printedPlaceOf(placed.passage, article, placed.start);
  return (
    <ContextMenuArea
      ref={target}
      acts={passageActs}
      onContextTarget={() => {
        onSelect(placed);
        return { returnTo: view?.dom ?? null };
      }}
    >
      <PassageCard
        {...rest}
        {...(warning === undefined ? {} : { warning })}
        articleId={article.article.id}
        passage={placed.passage}
        dates={isSelected ? printDates(placed.ranges.flatMap(dates.within)) : ''}
        struck={isSelected ? struckWords(article.index.text, article.struck, placed.ranges) : []}
        {...place}
        blocks={isSelected ? placed.ranges.map(({ start }) => blockAt(article.map, start)) : []}
        findSpeaker={() => speakerInText(article.reading, article.paragraphs, placed.ranges)}
        findParagraphs={() => paragraphsIn(placed)}
        isOpen={isSelected}
        isHot={isHot && !isSelected}
        field={field}
        onEdit={edit}
        // After a field is done the focus returns to the text.
        onField={(next) => (next === null ? leave() : store.setState({ field: next }))}
        onOpen={() => onSelect(placed)}
      />
    </ContextMenuArea>
  );
});

const noTasks: readonly Task[] = [];

const tasksByPassage = (tasks: readonly Task[]): ReadonlyMap<PassageId | null, readonly Task[]> => {
  const byPassage = new Map<PassageId | null, Task[]>();
  for (const task of tasks) {
    if (task.deletedAt === null)
      byPassage.set(task.passageId, [...(byPassage.get(task.passageId) ?? []), task]);
  }
  return byPassage;
};

/** The speakers last set in this article: offered first for the next passage. */
const lastSpeakers = (placed: readonly PlacedPassage[]): readonly SourceId[] => {
  const lastSetAt = new Map<SourceId, string>();
  for (const { passage } of placed) {
    const { sourceId, updatedAt } = passage;
    if (sourceId !== null && updatedAt > (lastSetAt.get(sourceId) ?? '')) lastSetAt.set(sourceId, updatedAt);
  }
  const latestFirst = [...lastSetAt].sort(([, a], [, b]) => b.localeCompare(a));
  return latestFirst.slice(0, 3).map(([id]) => id);
};

/** The same array while its content is the same: a card renders again only if its content changes. */
const useSameList = <Item,>(list: readonly Item[]): readonly Item[] => {
  const [kept, setKept] = useState(list);
  const isSame = kept.length === list.length && kept.every((item, at) => item === list[at]);
  if (!isSame) setKept(list);
  return isSame ? kept : list;
};

/** The props of a passage's card, in the margin and in its drawer. */
export const useCardProps = (): ((placed: PlacedPassage) => MarginCardProps) => {
  const { placed, tasks, unsavedIds, relationCounts, publication, acts, bibliography } = useOpenPassages();
  const { spelling } = useSettings();
  const isForeign =
    bibliography.language !== null && !isSameLanguage(bibliography.language, spelling.language);
  const { store, view } = useReader();
  const byPassage = useMemo(() => tasksByPassage(tasks), [tasks]);
  const suggestedSources = useSameList(useMemo(() => lastSpeakers(placed), [placed]));
  const newSpeakers = useMemo(() => withNewSpeaker(placed.map(({ passage }) => passage)), [placed]);
  const onSelect = useCallback(
    ({ passage, start }: PlacedPassage): void => {
      selectPassage(store, passage.id);
      if (start < 0) return;
      view?.select({ start, end: start });
      store.setState({ selected: { caret: start, range: null } });
    },
    [store, view],
  );
  return (each) => ({
    placed: each,
    tasks: byPassage.get(each.passage.id) ?? noTasks,
    publication,
    acts,
    relationCount: relationCounts.get(each.passage.id)?.count ?? 0,
    isContradicted: (relationCounts.get(each.passage.id)?.contradictions ?? 0) > 0,
    hasNewSpeaker: newSpeakers.has(each.passage.id),
    isUnsaved: unsavedIds.has(each.passage.id),
    suggestedSources,
    isForeign,
    onSelect,
  });
};

/** The window's place: places, their history across views, and each view's last place. */
import { create } from 'zustand';
import type { RecordPlace } from '#domain/contract/record-kinds.ts';
import type { Place } from '#domain/contract/undo.ts';
import {
  type KeptPlace,
  placeOfAddress,
  recordOfAddress,
  type ViewId,
} from '#domain/contract/window-record.ts';
import type { DraftId } from '#domain/ids.ts';
import { areKeysBlocked } from '#renderer/ui/use-blocked-keys.ts';
import { showPad } from './side-panes.ts';

export type { ViewId };

/** A view and what is open in it. */
export type WindowPlace = Readonly<KeptPlace> & {
  /** An import being checked, in Articles. */
  readonly draftId: DraftId | null;
  /** Whether Articles shows the report of the last bulk import. */
  readonly isReport: boolean;
  /** A page of the user guide, or a heading in one: `user-guide#encryption`. */
  readonly helpPlace: string | null;
};

type PlaceWish = Pick<WindowPlace, 'view'> & Partial<WindowPlace>;

type Navigation = {
  readonly history: readonly WindowPlace[];
  readonly index: number;
  readonly lastByView: Partial<Record<ViewId, WindowPlace>>;
  /** Counts navigations, so that going to one place twice shows it twice. */
  readonly visit: number;
};

const MAX_PLACES = 200;

const wholePlace = (wish: PlaceWish): WindowPlace => ({
  articleId: null,
  passageId: null,
  memoId: null,
  tagId: null,
  sourceId: null,
  eventId: null,
  boardId: null,
  draftId: null,
  isReport: false,
  helpPlace: null,
  ...wish,
});

const today = wholePlace({ view: 'today' });

export const useNavigation = create<Navigation>(() => ({
  history: [today],
  index: 0,
  lastByView: {},
  visit: 0,
}));

const currentOf = ({ history, index }: Navigation): WindowPlace => history[index] ?? today;

/** The current place. */
export const usePlace = (): WindowPlace => useNavigation(currentOf);
export const currentPlace = (): WindowPlace => currentOf(useNavigation.getState());

const isSamePlace = (a: WindowPlace, b: WindowPlace): boolean => JSON.stringify(a) === JSON.stringify(b);

const remember = (state: Navigation, place: WindowPlace) => ({
  lastByView: { ...state.lastByView, [place.view]: place },
  visit: state.visit + 1,
});

/** The records opened in this session, the latest first, without the current one. */
export const recentRecords = (): readonly RecordPlace[] => {
  const { history } = useNavigation.getState();
  const now = JSON.stringify(recordOf(currentPlace()));
  return history
    .toReversed()
    .flatMap((place) => recordOf(place) ?? [])
    .filter((record) => JSON.stringify(record) !== now);
};

/** The open record, if any. */
export const currentRecord = (): RecordPlace | null => recordOf(currentPlace());

const recordOf = ({ view, articleId, memoId, tagId, sourceId }: WindowPlace): RecordPlace | null => {
  if (view === 'articles' && articleId !== null) return { kind: 'article', articleId };
  if (view === 'memos' && memoId !== null) return { kind: 'memo', memoId };
  if (view === 'tags' && tagId !== null) return { kind: 'tag', tagId };
  return view === 'sources' && sourceId !== null ? { kind: 'source', sourceId } : null;
};

const wishOfAddress = (search: string): PlaceWish | null => {
  const record = recordOfAddress(search);
  if (record === null) return placeOfAddress(search);
  return record.kind === 'article'
    ? { view: 'articles', articleId: record.id }
    : { view: 'memos', memoId: record.id };
};

/** Starts at the record in the page's address, or at the last place, not at Today; Back does not lead further. */
export const beginAtAddress = (search: string): void => {
  const wish = wishOfAddress(search);
  if (wish === null) return;
  const place = wholePlace(wish);
  useNavigation.setState({ history: [place], index: 0, lastByView: { [place.view]: place } });
};

/**
 * The part of the place that the next start restores: without imports being checked or their report, which are gone
 * then.
 */
export const keptPlace = (): KeptPlace => {
  const { view, articleId, passageId, memoId, tagId, sourceId, eventId, boardId } = currentPlace();
  return { view, articleId, passageId, memoId, tagId, sourceId, eventId, boardId };
};

/** Goes to a place and adds it to the history. */
export const goTo = (wish: PlaceWish): void =>
  useNavigation.setState((state) => {
    const place = wholePlace(wish);
    if (isSamePlace(currentOf(state), place)) return { visit: state.visit + 1 };
    const history = [...state.history.slice(0, state.index + 1), place].slice(-MAX_PLACES);
    return { history, index: history.length - 1, ...remember(state, place) };
  });

/** Changes the place without a history step: a selection that moves within one view. */
export const moveTo = (wish: PlaceWish): void =>
  useNavigation.setState((state) => {
    const place = wholePlace(wish);
    if (isSamePlace(currentOf(state), place)) return state;
    return { history: state.history.with(state.index, place), ...remember(state, place) };
  });

/** Goes to a view as it was left. */
export const goToView = (view: ViewId): void => {
  const state = useNavigation.getState();
  const here = currentOf(state);
  // Requesting Memos or Boards again while one of theirs is open shows the list.
  const isAskedAgain =
    here.view === view && (view === 'memos' ? here.memoId : view === 'boards' ? here.boardId : null) !== null;
  goTo(isAskedAgain ? { view } : (state.lastByView[view] ?? { view }));
};

/** The guide page of each view. The table is total; a test checks that each page exists. */
export const pageOfView: Readonly<Record<ViewId, string>> = {
  today: 'user-guide#work-from-today',
  review: 'user-guide#settle-what-is-in-review',
  articles: 'user-guide#read-an-article',
  passages: 'user-guide#change-many-passages',
  memos: 'user-guide#start-a-memo',
  tasks: 'user-guide#add-and-close-tasks',
  sources: 'user-guide#see-what-a-source-says',
  tags: 'user-guide#organise-tags',
  chronology: 'user-guide#build-a-chronology',
  boards: 'user-guide#weigh-hypotheses-on-a-board',
  search: 'user-guide#search-the-archive',
  insights: 'user-guide#read-the-charts',
  trash: 'user-guide#restore-deleted-items',
  settings: 'user-guide#change-keys-and-settings',
  help: 'user-guide',
};

/** Opens the guide at the page of the current view; does nothing in the guide itself. */
export const openGuide = (): void => {
  const { view, draftId, memoId } = currentPlace();
  if (view === 'help') return;
  const isCheck = view === 'articles' && draftId !== null;
  const isMemo = view === 'memos' && memoId !== null;
  const helpPlace = isCheck
    ? 'user-guide#import-files'
    : isMemo
      ? 'user-guide#cite-and-quote'
      : pageOfView[view];
  goTo({ view: 'help', helpPlace });
};

/** The guide page shown over a dialog; null for none. */
export const useGuideOver = create<{ readonly place: string | null }>(() => ({ place: null }));

/** Goes to a page of the guide; if a dialog is open, shows it over the dialog, which keeps what was typed in it. */
export const goToHelp = (helpPlace: string): void => {
  if (areKeysBlocked()) useGuideOver.setState({ place: helpPlace });
  else goTo({ view: 'help', helpPlace });
};

/** The place without records that are gone; the view stays. */
const placeWithout = (place: WindowPlace, gone: ReadonlySet<string>): WindowPlace => {
  const isGone = (id: string | null): boolean => id !== null && gone.has(id);
  const { view, articleId, memoId, tagId, sourceId, eventId, boardId } = place;
  if ([articleId, memoId, tagId, sourceId, eventId, boardId].some(isGone)) return wholePlace({ view });
  return isGone(place.passageId) ? { ...place, passageId: null } : place;
};

type Left = { readonly id: string; readonly intoId?: string };

/** The place with merged records replaced by what they were merged into. */
const placeFollowing = (place: WindowPlace, left: readonly Left[]): WindowPlace => {
  const follow = <Id extends string>(id: Id | null): Id | null =>
    ((id === null ? undefined : left.find((each) => each.id === id)?.intoId) as Id | undefined) ?? id;
  return { ...place, tagId: follow(place.tagId), sourceId: follow(place.sourceId) };
};

/**
 * Removes records that are gone from the window: from the current place, the history, and the last place of each view.
 * A merged record is replaced by what it was merged into. Returns whether an open record is gone without a replacement.
 */
export const leaveRecords = (records: readonly Left[]): boolean => {
  const gone = new Set(records.map(({ id }) => id));
  const before = useNavigation.getState();
  const followed = before.history.map((place) => placeFollowing(place, records));
  const without = followed.map((place) => placeWithout(place, gone));
  const wasOpen =
    JSON.stringify(recordOf(followed[before.index] ?? today)) !==
    JSON.stringify(recordOf(without[before.index] ?? today));
  // Consecutive steps to the same list are merged, except for the current step.
  const kept = without.flatMap((place, at) => {
    const next = without[at + 1];
    const isRepeated = at !== before.index && next !== undefined && isSamePlace(place, next);
    return isRepeated ? [] : [{ place, isHere: at === before.index }];
  });
  const lasts = Object.entries(before.lastByView).map(
    ([view, place]) => [view, placeWithout(placeFollowing(place, records), gone)] as const,
  );
  useNavigation.setState({
    history: kept.map(({ place }) => place),
    index: kept.findIndex(({ isHere }) => isHere),
    lastByView: Object.fromEntries(lasts),
  });
  return wasOpen;
};

const step = (by: -1 | 1): void =>
  useNavigation.setState((state) => {
    const place = state.history[state.index + by];
    return place === undefined ? state : { index: state.index + by, ...remember(state, place) };
  });

export const goBack = (): void => step(-1);
export const goForward = (): void => step(1);

/** Goes to the place of an undo or of a found row. */
export const goToPlace = (place: Place): void => {
  if (place.view === 'article') {
    goTo({ view: 'articles', articleId: place.articleId, passageId: place.passageId });
  } else if (place.view === 'memo') goTo({ view: 'memos', memoId: place.memoId });
  else if (place.view === 'board') goTo({ view: 'boards', boardId: place.boardId });
  else if (place.view === 'pad') showPad();
  // Something has left the list: it may be what was open.
  else if (place.view === 'articles' || place.view === 'memos') goTo({ view: place.view });
  else goToView(place.view === 'forms' || place.view === 'labels' ? 'settings' : place.view);
};

import { type KeyboardEvent, useCallback, useRef, useState } from 'react';
import {
  type ChronologyRow,
  chronologyFlags,
  eventOpen,
  eventRows,
  MOST_EXPORTED,
} from '#domain/contract/event.ts';
import { articleIdSchema, type EventId, eventIdSchema } from '#domain/ids.ts';
import { printCount } from '#domain/print-count.ts';
import { setValue, stateOfValue } from '#domain/search/written-conditions.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useSoFar } from '#renderer/bridge/use-so-far.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { useFocusCommand } from '#renderer/commands/use-focus-command.ts';
import { askForEventOfDate } from '#renderer/parts/event/ask-for-event-of-date.tsx';
import { deleteEvent } from '#renderer/parts/event/delete-event.ts';
import { showRestsOn } from '#renderer/parts/graph/GraphDrawer.tsx';
import { CommandButton, CommandKbd } from '#renderer/parts/menu/CommandKbd.tsx';
import { PreviewButton } from '#renderer/parts/passage/preview/PassagePreview.tsx';
import { NothingFound } from '#renderer/parts/search/NothingFound.tsx';
import { QueryBox } from '#renderer/parts/search/QueryBox.tsx';
import { useSidePanel } from '#renderer/parts/use-side-panel.ts';
import { Panel } from '#renderer/ui/panes/Panel.tsx';
import { SidePanel } from '#renderer/ui/panes/SidePanel.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { ToggleChip } from '#renderer/ui/ToggleChip.tsx';
import { focusTarget } from '#renderer/window/focus-targets.ts';
import { goTo, moveTo } from '#renderer/window/navigation.ts';
import { useViewState } from '#renderer/window/view-state.ts';
import styles from './chronology.module.css';
import { DensityStrip } from './DensityStrip.tsx';
import { EventList, type InSight } from './EventList.tsx';
import { EventPane } from './EventPane.tsx';
import { EVENT_ROW } from './EventRow.tsx';
import { exportEvents } from './ExportEventsDialog.tsx';
import { insertIntoMemo, MOST_INSERTED } from './insert-into-memo.tsx';
import { askForMerge } from './merge-events.tsx';
import { type ChronologyState, useChronology } from './use-chronology.ts';

const focusList = (): void => focusTarget('chronology-list');

const countFlag = (flags: readonly number[], flag: number): number =>
  flags.reduce((sum, each) => ((each & flag) === 0 ? sum : sum + 1), 0);

const Counts = ({ state: { data } }: { readonly state: ChronologyState }) => {
  const soFar = useSoFar();
  if (data === undefined) return null;
  const { keys, total, flags } = data;
  const shown = keys.length.toLocaleString('en-GB');
  const contested = countFlag(flags, chronologyFlags.isContested);
  const inferred = countFlag(flags, chronologyFlags.isInferred);
  return (
    <p className={styles.counts} role="status">
      <strong>
        {keys.length === total ? printCount(total, 'event') : `${shown} of ${printCount(total, 'event')}`}
        {soFar}
      </strong>
      {inferred > 0 && ` · ${inferred.toLocaleString('en-GB')} inferred`}
      {contested > 0 && ` · ${contested.toLocaleString('en-GB')} dated differently`}
    </p>
  );
};

const NoEvents = ({ state: { data, text, setText } }: { readonly state: ChronologyState }) =>
  data?.total === 0 || text.trim() === '' ? (
    <EmptyState
      title="No events yet"
      actions={
        <CommandButton command="view.passages" isPrimary>
          Open passages
        </CommandButton>
      }
    >
      An event is something that happened, with the passages that say so. On a passage, press{' '}
      <CommandKbd command="passage.event" />.
    </EmptyState>
  ) : (
    <NothingFound title="No events match" text={text} kind="event" onChange={setText} />
  );

/** The event of a line; null for a date in the details of an article. */
const eventOfKey = (key: string | null): EventId | null =>
  key === null || key.includes(' ') ? null : (eventIdSchema.safeParse(key).data ?? null);

const articleOfKey = (key: string | null) =>
  key?.includes(' ') === true ? (articleIdSchema.safeParse(key.split(' ')[0]).data ?? null) : null;

/** The index of a line among the dates of its article. */
const placeOfKey = (key: string): number => Number(key.split(' ')[1]);

/** The chosen line: the event of the window's place, or a date of an article. */
const useChosen = (eventId: EventId | null) => {
  const [ofArticle, setOfArticle] = useViewState<string | null>('chronology.article', null);
  const choose = useCallback(
    (key: string) => {
      const id = eventOfKey(key);
      setOfArticle(id === null ? key : null);
      moveTo({ view: 'chronology', eventId: id });
    },
    [setOfArticle],
  );
  return [eventId ?? ofArticle, choose] as const;
};

type SideProps = {
  readonly chosen: string | null;
  readonly panel: ReturnType<typeof useSidePanel>;
};

const Side = ({ chosen, panel }: SideProps) => {
  const eventId = eventOfKey(chosen);
  const { data: detail } = useQuery(eventOpen, eventId === null ? null : { eventId });
  const articleId = articleOfKey(chosen);
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    panel.leaveFor(focusList);
  };
  return (
    <SidePanel label="Event" isShown={panel.isShown} onClose={() => panel.setIsShown(false)}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Esc of whatever in it has the focus. */}
      <div className="no-box" onKeyDown={leave}>
        {detail != null ? (
          <EventPane key={detail.event.id} detail={detail} />
        ) : articleId !== null ? (
          <EmptyState
            title="A date of an article"
            actions={
              <>
                <CommandButton command="event.of-date" isPrimary>
                  Make an event of this date…
                </CommandButton>
                <CommandButton command="event.open">Open the article</CommandButton>
              </>
            }
          >
            It comes from the details of the article, not from a passage. An event needs passages as evidence:
            press <CommandKbd command="event.of-date" /> and choose them.
          </EmptyState>
        ) : (
          <EmptyState title="Select an event">Its passages and their dates are shown here.</EmptyState>
        )}
      </div>
    </SidePanel>
  );
};

type FiltersProps = { readonly state: ChronologyState };

const Filters = ({ state }: FiltersProps) => {
  const field = useRef<HTMLInputElement>(null);
  const { text, setText } = state;
  useCommand('search.clear', () => setText(''), text !== '');
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
    event.preventDefault();
    focusList();
  };
  return (
    <>
      <div className={styles.search}>
        <QueryBox
          label="Search the events"
          placeholder="Words or filters"
          text={text}
          onChange={setText}
          onKeyDown={leave}
          input={field}
        />
      </div>
      <ToggleChip
        isOn={stateOfValue(text, 'is', 'contested') === 'asked'}
        onChange={(isOn) => setText(setValue(text, 'is', 'contested', isOn ? 'asked' : 'open'))}
      >
        Dated differently
      </ToggleChip>
    </>
  );
};

/** Acts on all displayed events: into a memo, if they are few enough for a table; to a file. */
const useHandingOver = ({ data }: ChronologyState): void => {
  const shown = data?.keys.flatMap((key) => eventOfKey(key) ?? []) ?? [];
  const canInsert = shown.length > 0 && shown.length <= MOST_INSERTED;
  useCommand('event.insert', () => void insertIntoMemo(shown), canInsert);
  useCommand('event.export', () => exportEvents(shown), shown.length > 0 && shown.length <= MOST_EXPORTED);
};

/** Makes an event of the article date at the active line, and chooses it once it is there. */
const useMakingEvents = (
  { activeKey }: ChronologyState,
  row: ChronologyRow | undefined,
  onMade: (eventId: EventId) => void,
): void => {
  const articleId = articleOfKey(activeKey);
  const make = (): void => {
    // The row of another line may still be loaded.
    if (articleId === null || activeKey === null || row?.key !== activeKey) return;
    askForEventOfDate({ articleId, at: placeOfKey(activeKey), row }, onMade);
  };
  useCommand('event.of-date', make, articleId !== null);
};

/** Acts on the active event other than opening and deleting it. */
const useActsOnEvent = (eventId: EventId | null, title: string, { data }: ChronologyState): void => {
  useCommand(
    'event.rests-on',
    () => eventId !== null && showRestsOn({ kind: 'event', eventId }),
    eventId !== null,
  );
  // The other may be outside of the search: the dialog looks for it among all events.
  const hasOthers = data !== undefined && data.total > 1;
  useCommand(
    'event.merge',
    () => eventId !== null && askForMerge(eventId, title),
    eventId !== null && hasOthers,
  );
};

/** Events in order of time: a density strip, the events by day, and the chosen one. */
export const ChronologyView = ({ eventId }: { readonly eventId: EventId | null }) => {
  const [chosen, choose] = useChosen(eventId);
  const state = useChronology(chosen, choose);
  const { data, density, activeKey } = state;
  const panel = useSidePanel('chronology');
  const scroller = useRef<HTMLDivElement | null>(null);
  const header = useRef<HTMLDivElement>(null);
  const [inSight, setInSight] = useState<InSight>({ first: 0, last: 0 });
  useFocusCommand('edit.find', header);
  const showPanel = (): void => panel.setIsShown(!panel.isShown);
  useCommand('pane.margin', showPanel);
  const activeEvent = eventOfKey(activeKey);
  const { data: rows } = useQuery(eventRows, activeKey === null ? null : { keys: [activeKey] });
  const row = rows?.[0];
  const title = row?.title ?? '';
  const remove = (): void => {
    if (activeEvent === null) return;
    // The line that takes its place becomes active.
    state.choose(state.active + 1 < (data?.keys.length ?? 0) ? state.active + 1 : state.active - 1);
    void deleteEvent(activeEvent, title);
    focusList();
  };
  useMakingEvents(state, row, choose);
  const open = async (): Promise<void> => {
    const articleId = articleOfKey(activeKey);
    if (articleId !== null) goTo({ view: 'articles', articleId });
    else if (panel.isShown)
      document.querySelector<HTMLElement>('[data-pane][aria-label="Event"] input')?.focus();
    else panel.setIsShown(true);
  };
  useCommand('event.open', () => void open(), activeKey !== null);
  useActsOnEvent(activeEvent, title, state);
  useCommand('event.delete', remove, activeEvent !== null);
  useHandingOver(state);
  const goToLine = (line: number): void => {
    if (scroller.current !== null) scroller.current.scrollTop = line * EVENT_ROW;
  };
  const days =
    data === undefined || data.keys.length === 0
      ? null
      : { first: data.firstDays[inSight.first] ?? 0, last: data.firstDays[inSight.last] ?? 0 };
  return (
    <>
      <Panel
        label="Chronology"
        kind="page"
        header={
          <div ref={header} className={styles.filters}>
            <h1 className="visually-hidden">Chronology</h1>
            <Filters state={state} />
            <Counts state={state} />
            <CommandButton command="event.insert">Insert into memo</CommandButton>
            <CommandButton command="event.export">Export…</CommandButton>
            {!panel.isShown && <PreviewButton onPress={showPanel} />}
          </div>
        }
      >
        {data?.keys.length === 0 ? (
          <NoEvents state={state} />
        ) : (
          <>
            <DensityStrip density={density} inSight={days} onGo={goToLine} />
            <EventList
              state={state}
              scroller={scroller}
              inSight={inSight}
              onSight={setInSight}
              onOpen={() => void open()}
              onDelete={remove}
            />
          </>
        )}
      </Panel>
      {data?.total !== 0 && <Side chosen={activeKey} panel={panel} />}
    </>
  );
};

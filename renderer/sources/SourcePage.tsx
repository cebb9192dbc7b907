import { useCallback, useState } from 'react';
import { type SourceRow, sourceOpen } from '#domain/contract/source.ts';
import { type OverMonths, type SourceTimeline, sourceTimeline } from '#domain/contract/source-page.ts';
import type { PassageId } from '#domain/ids.ts';
import { printCount } from '#domain/print-count.ts';
import { setValue, stateOfValue, withoutFields } from '#domain/search/written-conditions.ts';
import type { Source } from '#domain/source/source.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { sourceActs } from '#renderer/commands/context-menu.ts';
import { ActsButton } from '#renderer/parts/menu/ActsButton.tsx';
import { CommandButton } from '#renderer/parts/menu/CommandKbd.tsx';
import type { CardField } from '#renderer/parts/passage/card/card-props.ts';
import { PassagePreview } from '#renderer/parts/passage/preview/PassagePreview.tsx';
import { openPassage, usePassageCommands } from '#renderer/parts/passage/use-passage-commands.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { type TabEntry, Tabs } from '#renderer/ui/collections/Tabs.tsx';
import { Page } from '#renderer/ui/panes/Page.tsx';
import { focusTarget } from '#renderer/window/focus-targets.ts';
import { useStatusItems } from '#renderer/window/status-line.ts';
import { useViewState } from '#renderer/window/view-state.ts';
import { InferredSign, NameTimeline, type Press } from './page/NameTimeline.tsx';
import { type ListedPassages, usePassages } from './page/PassageList.tsx';
import { SourceHead } from './page/SourceHead.tsx';
import { EventsTab, type Filter, MemosTab, PassagesTab } from './page/SourceLists.tsx';
import styles from './page/source-page.module.css';
import { SourceDetails, type SourceDetailsProps } from './SourceDetails.tsx';
import { useSourceActs } from './source-acts.tsx';

/** Publications and documents carry what others say: the verb for one is never used for the other. */
const saysNameOf = ({ kind }: SourceRow): string =>
  kind === 'publication' || kind === 'document' ? 'Carries' : 'Says';

const tabIds = ['says', 'spoken-of', 'events', 'memos', 'details'] as const;
type TabId = (typeof tabIds)[number];

const nothing: OverMonths = { months: [], counts: [], inferred: [], total: 0 };
const emptyTimeline: SourceTimeline = { says: nothing, spokenOf: nothing, events: nothing, memoCount: 0 };

/** The searches within the lists of a source: one over passages, one over events, kept for the session. */
const useFilters = (row: SourceRow) => {
  const [text, setText] = useViewState(`source.text ${row.id}`, '');
  const [eventText, setEventText] = useViewState(`source.events ${row.id}`, '');
  const passages: Filter = { text, setText };
  const events: Filter = { text: eventText, setText: setEventText };
  const isPressed = ({ period }: Press): boolean =>
    stateOfValue(text, 'date', period) === 'asked' || stateOfValue(eventText, 'when', period) === 'asked';
  /** One period at a time; a second press clears it. */
  const press = (pressed: Press): void => {
    const state = isPressed(pressed) ? 'open' : 'asked';
    const within = (search: string, field: string): string =>
      setValue(
        withoutFields(search, (clause) => clause.field === field && !clause.isExcluded),
        field,
        pressed.period,
        state,
      ).trim();
    setText(within(text, 'date'));
    setEventText(within(eventText, 'when'));
  };
  return { passages, events, isPressed, press };
};

const useStatus = (
  { says, spokenOf, events, memoCount }: SourceTimeline,
  source: Source | undefined,
): void => {
  const positions = source?.positions.length ?? 0;
  useStatusItems([
    `${printCount(says.total, 'passage')} said, ${spokenOf.total.toLocaleString('en-GB')} about`,
    ...(positions === 0 ? [] : [printCount(positions, 'position')]),
    ...(events.total === 0 ? [] : [printCount(events.total, 'event')]),
    ...(memoCount === 0 ? [] : [printCount(memoCount, 'memo')]),
  ]);
};

const none: readonly PassageId[] = [];

/** The acts on the active passage, and the preview in which its fields are edited. */
const useActs = ({ row }: ListedPassages, isListed: boolean) => {
  const [field, setField] = useState<CardField | null>(null);
  const [isPreviewShown, setIsPreviewShown] = useState(false);
  const passageId = row?.row.id;
  usePassageCommands(isListed && passageId !== undefined ? [passageId] : none, (wanted) => {
    setIsPreviewShown(true);
    setField(wanted);
  });
  useCommand('pane.margin', () => setIsPreviewShown(!isPreviewShown), isListed);
  const open = (): void => {
    if (passageId !== undefined) void openPassage(passageId);
  };
  const close = (): void => {
    setField(null);
    setIsPreviewShown(false);
  };
  const preview = (
    <PassagePreview
      key={passageId}
      row={row?.row}
      field={field}
      onField={setField}
      isShown={isListed && isPreviewShown}
      onClose={close}
      onOpen={open}
      onLeave={() => focusTarget('source-list')}
    />
  );
  return { open, preview };
};

const Counted = ({ name, count }: { readonly name: string; readonly count: number }) => (
  <>
    {name} ({count.toLocaleString('en-GB')})
  </>
);

const Legend = () => (
  <span className={styles.legend}>
    <InferredSign className={styles.inferred} />
    <span className={styles.hint}>Press a year, a mark or a position to filter</span>
  </span>
);

type PageState = {
  readonly row: SourceRow;
  readonly source: Source | undefined;
  readonly timeline: SourceTimeline;
  readonly filters: ReturnType<typeof useFilters>;
  readonly passages: ListedPassages;
  readonly onOpen: () => void;
  readonly details: Omit<SourceDetailsProps, 'source'>;
};

const tabsOf = ({
  row,
  source,
  timeline,
  filters,
  details,
  ...listing
}: PageState): readonly TabEntry<TabId>[] => [
  {
    id: 'says',
    name: <Counted name={saysNameOf(row)} count={timeline.says.total} />,
    content: <PassagesTab row={row} filter={filters.passages} total={timeline.says.total} {...listing} />,
  },
  {
    id: 'spoken-of',
    name: <Counted name="Mentioned" count={timeline.spokenOf.total} />,
    content: <PassagesTab row={row} filter={filters.passages} total={timeline.spokenOf.total} {...listing} />,
  },
  {
    id: 'events',
    name: <Counted name="Events" count={timeline.events.total} />,
    content: <EventsTab row={row} filter={filters.events} total={timeline.events.total} />,
  },
  {
    id: 'memos',
    name: <Counted name="Memos" count={timeline.memoCount} />,
    content: (
      <MemosTab row={row} filter={filters.passages} total={timeline.memoCount} saysName={saysNameOf(row)} />
    ),
  },
  {
    id: 'details',
    name: 'Details',
    content: source !== undefined && <SourceDetails source={source} {...details} />,
  },
];

/** A place says nothing. */
const isSilent = ({ kind }: SourceRow, { says }: SourceTimeline): boolean =>
  kind === 'place' && says.total === 0;

/** Which tab is shown, and whether the details are being edited. */
const useTabs = (row: SourceRow, timeline: SourceTimeline) => {
  const [kept, setTab] = useViewState<TabId>('source.tab', 'says');
  const tab = kept === 'says' && isSilent(row, timeline) ? 'spoken-of' : kept;
  const [isEditing, setIsEditing] = useState(false);
  const [isAsked, setIsAsked] = useState(false);
  const edit = (isWanted: boolean): void => {
    setIsEditing(isWanted);
    if (isWanted) setTab('details');
  };
  const askForLetter = (): void => {
    setTab('details');
    setIsAsked(true);
  };
  useCommand('source.rename', () => edit(true));
  useCommand('source.reliability', askForLetter);
  const onAsked = useCallback(() => setIsAsked(false), []);
  return { tab, setTab, edit, askForLetter, details: { isEditing, isAsked, onAsked } };
};

/** The page of a name: who it is, how reliable, and, over the years and in lists, what it says and what concerns it. */
export const SourcePage = ({ row }: { readonly row: SourceRow }) => {
  const { data: source } = useQuery(sourceOpen, { sourceId: row.id });
  const { data: timeline = emptyTimeline } = useQuery(sourceTimeline, { sourceId: row.id });
  const { tab, setTab, edit, askForLetter, details } = useTabs(row, timeline);
  const { isEditing } = details;
  const filters = useFilters(row);
  const passages = usePassages({
    sourceId: row.id,
    list: tab === 'spoken-of' ? tab : 'says',
    text: filters.passages.text,
  });
  const { open, preview } = useActs(passages, tab === 'says' || tab === 'spoken-of');
  const dialog = useSourceActs(row);
  useStatus(timeline, source);
  const press = (pressed: Press): void => {
    filters.press(pressed);
    if (pressed.row !== null) setTab(pressed.row);
    else if (tab === 'details') setTab(isSilent(row, timeline) ? 'spoken-of' : 'says');
  };
  const acts = (
    <>
      <Button onPress={() => edit(!isEditing)}>{isEditing ? 'Done' : 'Edit'}</Button>
      <CommandButton command="source.dossier">Dossier…</CommandButton>
      <CommandButton command="source.export">Export…</CommandButton>
      <CommandButton isQuiet command="source.rests-on">
        Rests on
      </CommandButton>
      <CommandButton isQuiet command="source.used-in">
        Used in
      </CommandButton>
      <ActsButton acts={sourceActs} label={`More for ${row.name}`} />
    </>
  );
  return (
    <>
      <Page label={`Source ${row.name}`} width="wide" singleKeys="source">
        <SourceHead row={row} source={source} onLetter={askForLetter} acts={acts} />
        {source !== undefined && (
          <NameTimeline
            source={source}
            timeline={timeline}
            saysName={saysNameOf(row)}
            isPressed={filters.isPressed}
            onPress={press}
          />
        )}
        <Tabs
          label="Of this source"
          tabs={tabsOf({ row, source, timeline, filters, passages, onOpen: open, details }).filter(
            ({ id }) => id !== 'says' || !isSilent(row, timeline),
          )}
          selected={tab}
          onSelect={setTab}
          isInPage
          beside={<Legend />}
        />
      </Page>
      {preview}
      {dialog}
    </>
  );
};

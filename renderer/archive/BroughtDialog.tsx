import { useState } from 'react';
import { forToolCommands } from '#domain/command/tool-commands.ts';
import {
  type BroughtAs,
  type BroughtPreview,
  type BroughtRow,
  importChooseExport,
} from '#domain/contract/import-brought.ts';
import { sayFilled } from '#domain/exchange/fill-bibliography.ts';
import type { TodoRow } from '#domain/exchange/lay-todo.ts';
import { sayLeftOut } from '#domain/exchange/left-out.ts';
import { sayNotPlaced } from '#domain/exchange/not-placed.ts';
import { sayTodoRow, sayTodos } from '#domain/exchange/say-todo.ts';
import { type Tool, tools } from '#domain/exchange/tools.ts';
import type { LabelId } from '#domain/passage/label.ts';
import { printCount } from '#domain/print-count.ts';
import { sayListedRow, sayListedRows } from '#domain/source/list/say-source-list.ts';
import { sayCodebook, sayCodebookRow } from '#domain/tag/say-codebook.ts';
import { printNamePath } from '#domain/tree/name-path.ts';
import { act } from '#renderer/bridge/act.ts';
import { errorWords } from '#renderer/bridge/error-words.ts';
import { useLabels } from '#renderer/parts/passage/labels.ts';
import { Checkbox } from '#renderer/ui/choices/Checkbox.tsx';
import { RadioGroup } from '#renderer/ui/choices/RadioGroup.tsx';
import { Tabs } from '#renderer/ui/collections/Tabs.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { MoreButton } from '#renderer/ui/MoreButton.tsx';
import { FormDialog } from '#renderer/ui/overlays/FormDialog.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { flushAll } from '#renderer/window/before-close.ts';
import { openDialog } from '#renderer/window/dialogs.tsx';
import { discardBrought, takeBrought } from './bring-in.ts';
import styles from './brought.module.css';

/** The outcome for an article, by the kind of its row. */
const outcomes: Readonly<Record<BroughtAs, string>> = {
  article: 'New, with its text',
  excerpts: 'New, with excerpts only',
  'new-version': 'New version of existing excerpts',
  known: 'Already here',
  nothing: 'Not imported',
};

const matched: Readonly<Record<NonNullable<BroughtRow['matchedBy']>, string>> = {
  url: 'found by its address',
  doi: 'found by its DOI',
  title: 'found by its title',
  text: 'found by its text',
};

const outcomeOf = ({ becomes, matchedBy, fills, failure }: BroughtRow): string => {
  if (failure !== null) {
    const { title, text } = errorWords(failure);
    return `${title} ${text}`;
  }
  const by = matchedBy === null ? '' : `: ${matched[matchedBy]}`;
  return `${outcomes[becomes]}${by}${fills.length === 0 ? '' : `, gets its ${sayFilled(fills)}`}`;
};

const passagesOf = ({ passages, passagesHere }: BroughtRow): string =>
  passagesHere === 0 ? String(passages) : `${passages} (${passagesHere} already here)`;

type Row = { readonly path: readonly string[] };
type BroughtRowsProps<T> = {
  /** Whether the rows are of tags or sources. */
  readonly head: 'Tag' | 'Source';
  readonly rows: readonly T[];
  readonly say: (row: T) => string;
};

type ChosenUids = ReadonlySet<string>;

/** Whether the to-do has anything to take. */
const canTake = ({ becomes }: TodoRow): boolean => becomes === 'new' || becomes === 'changed';

/** The initial selection. */
const offeredUids = (rows: readonly TodoRow[]): ChosenUids =>
  new Set(rows.filter((row) => canTake(row) && row.isOffered).map(({ uid }) => uid));

type TodoRowsProps = {
  readonly rows: readonly TodoRow[];
  readonly chosen: ChosenUids;
  readonly onChoose: (chosen: ChosenUids) => void;
};

const choose = (chosen: ChosenUids, uids: readonly string[], isChosen: boolean): ChosenUids => {
  const next = new Set(chosen);
  for (const uid of uids) isChosen ? next.add(uid) : next.delete(uid);
  return next;
};

/** All new ones with one checkbox: a calendar may be full of entries that are not work. */
const NewTasks = ({ rows, chosen, onChoose }: TodoRowsProps) => {
  const uids = rows.filter(({ becomes }) => becomes === 'new').map(({ uid }) => uid);
  if (uids.length < 2) return null;
  const count = uids.filter((uid) => chosen.has(uid)).length;
  return (
    <div className={styles.all}>
      <Checkbox
        isSelected={count === uids.length}
        isIndeterminate={count > 0 && count < uids.length}
        onChange={(isChosen) => onChoose(choose(chosen, uids, isChosen))}
      >
        All {printCount(uids.length, 'new task')}
      </Checkbox>
    </div>
  );
};

/** Those with something to take first, otherwise in the order of the file. */
const inOrder = (rows: readonly TodoRow[]): readonly TodoRow[] => [
  ...rows.filter(({ becomes }) => becomes === 'changed'),
  ...rows.filter(({ becomes }) => becomes === 'new'),
  ...rows.filter((row) => !canTake(row)),
];

/** The outcome for each to-do of a calendar, with a checkbox. */
const TodoRows = (props: TodoRowsProps) => {
  const { rows, chosen, onChoose } = props;
  const [count, setCount] = useState(STEP);
  return (
    <>
      <NewTasks {...props} />
      <table className={joinClasses('report-table', styles.table, styles.sentences, styles.choices)}>
        <thead>
          <tr>
            <th scope="col">Task</th>
            <th scope="col">Becomes</th>
          </tr>
        </thead>
        <tbody>
          {inOrder(rows)
            .slice(0, count)
            .map((row) => (
              <tr key={row.uid}>
                <th scope="row">
                  {canTake(row) ? (
                    <Checkbox
                      isSelected={chosen.has(row.uid)}
                      onChange={(isChosen) => onChoose(choose(chosen, [row.uid], isChosen))}
                    >
                      <bdi>{row.title}</bdi>
                    </Checkbox>
                  ) : (
                    <bdi className={styles.unchosen}>{row.title}</bdi>
                  )}
                </th>
                <td>{sayTodoRow(row)}</td>
              </tr>
            ))}
        </tbody>
      </table>
      <MoreButton shown={count} total={rows.length} step={STEP} onMore={() => setCount(count + STEP)} />
    </>
  );
};

/** The outcome for each tag or source that the export describes. */
const BroughtRows = <T extends Row>({ head, rows, say }: BroughtRowsProps<T>) => {
  const [count, setCount] = useState(STEP);
  return (
    <>
      <table className={joinClasses('report-table', styles.table, styles.sentences)}>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col">Becomes</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, count).map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a preview never change.
            <tr key={index}>
              <th scope="row" dir="auto">
                {printNamePath(row.path)}
              </th>
              <td>{say(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <MoreButton shown={count} total={rows.length} step={STEP} onMore={() => setCount(count + STEP)} />
    </>
  );
};

/** Rows shown at first, and added with each press. */
const STEP = 100;

const Articles = ({ rows }: { readonly rows: readonly BroughtRow[] }) => {
  const [count, setCount] = useState(STEP);
  if (rows.length === 0) return <EmptyState title="None" />;
  return (
    <>
      <table className={joinClasses('report-table', styles.table)}>
        <thead>
          <tr>
            <th scope="col">Article</th>
            <th scope="col">Becomes</th>
            <th scope="col">Passages</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, count).map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.title ?? row.url ?? 'Untitled'}</th>
              <td>{outcomeOf(row)}</td>
              <td>{passagesOf(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <MoreButton shown={count} total={rows.length} step={STEP} onMore={() => setCount(count + STEP)} />
    </>
  );
};

type Lines = readonly { readonly key: string; readonly text: string }[];

/** What could not be taken: of the export as a whole, then item by item. */
const notTaken = ({ rows, leftOut }: BroughtPreview): Lines => [
  ...leftOut.map((each) => ({ key: each.kind, text: `${sayLeftOut(each)}.` })),
  ...rows.flatMap(({ key, title, url, notPlaced }) =>
    notPlaced.map((each, index) => ({
      key: `${key} ${index}`,
      text: `${title ?? url ?? 'Untitled'}: ${sayNotPlaced(each)}.`,
    })),
  ),
];

const NotTaken = ({ lines }: { readonly lines: Lines }) => {
  const [count, setCount] = useState(STEP);
  if (lines.length === 0) return <EmptyState title="Everything can be imported" />;
  return (
    <>
      <ul className={styles.lines}>
        {lines.slice(0, count).map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </ul>
      <MoreButton shown={count} total={lines.length} step={STEP} onMore={() => setCount(count + STEP)} />
    </>
  );
};

const sayArticles = (rows: readonly BroughtRow[]): string => {
  const fresh = rows.filter(({ becomes }) => becomes !== 'known' && becomes !== 'nothing').length;
  const known = rows.filter(({ becomes }) => becomes === 'known').length;
  const passages = rows.reduce((sum, row) => sum + row.passages, 0);
  const parts = [
    printCount(fresh, 'new article'),
    ...(known === 0 ? [] : [`${printCount(known, 'article')} already here`]),
    printCount(passages, 'passage'),
  ];
  return parts.join(', ');
};

/** An export is of articles, of tags, or both; a source list or a calendar is of neither. */
const isOfArticles = ({ tool, rows, codebook, sources }: BroughtPreview): boolean =>
  rows.length > 0 || (tool !== 'calendar' && codebook.length + sources.length === 0);

const summaryOf = (preview: BroughtPreview): string =>
  [
    ...(isOfArticles(preview) ? [sayArticles(preview.rows)] : []),
    ...(preview.codebook.length === 0 ? [] : [sayCodebook(preview.codebook)]),
    ...(preview.sources.length === 0 ? [] : [sayListedRows(preview.sources)]),
    ...(preview.tool === 'calendar' ? [sayTodos(preview.tasks) || 'no to-do'] : []),
  ].join(', ');

type Choosing = { readonly chosen: ChosenUids; readonly onChoose: (chosen: ChosenUids) => void };

const tabsOf = (preview: BroughtPreview, lines: Lines, choosing: Choosing) => {
  const { tool, rows, codebook, sources, tasks } = preview;
  const taken = rows.filter(({ becomes }) => becomes !== 'nothing');
  const lost = rows.filter(({ becomes }) => becomes === 'nothing');
  // If nothing is taken, the dialog opens on the reasons.
  const ofArticles = [
    ...(taken.length === 0 && lost.length > 0
      ? []
      : [{ id: 'taken', name: `Articles ${taken.length}`, content: <Articles rows={taken} /> }]),
    { id: 'lost', name: `Not imported ${lost.length}`, content: <Articles rows={lost} /> },
  ];
  const ofTags = {
    id: 'tags',
    name: `Tags ${codebook.length}`,
    content: <BroughtRows head="Tag" rows={codebook} say={sayCodebookRow} />,
  };
  const ofSources = {
    id: 'sources',
    name: `Sources ${sources.length}`,
    content: <BroughtRows head="Source" rows={sources} say={sayListedRow} />,
  };
  const ofTasks = {
    id: 'tasks',
    name: `Tasks ${tasks.length}`,
    content: <TodoRows rows={tasks} {...choosing} />,
  };
  return [
    ...(isOfArticles(preview) ? ofArticles : []),
    ...(codebook.length > 0 ? [ofTags] : []),
    ...(sources.length > 0 ? [ofSources] : []),
    ...(tool === 'calendar' ? [ofTasks] : []),
    { id: 'report', name: `Left out ${lines.length}`, content: <NotTaken lines={lines} /> },
  ];
};

type PreviewProps = { readonly preview: BroughtPreview; readonly close: () => void };

const Preview = ({ preview, close }: PreviewProps) => {
  const { offered } = useLabels();
  const [label, setLabel] = useState<LabelId>(
    () => (offered.find(({ id }) => id === 'context') ?? offered[0])?.id ?? 'context',
  );
  const [chosen, setChosen] = useState(() => offeredUids(preview.tasks));
  const taken = preview.rows.filter(({ becomes }) => becomes !== 'nothing');
  const isSaid = [...preview.codebook, ...preview.sources].some(
    ({ becomes }) => becomes === 'new' || becomes === 'changed',
  );
  const lines = notTaken(preview);
  const hasExcerpts = taken.some(({ becomes }) => becomes === 'excerpts');
  return (
    <FormDialog
      title={`Import from ${tools[preview.tool].name}`}
      submitName="Import"
      isMedium
      isReady={taken.length > 0 || isSaid || chosen.size > 0}
      onSubmit={async () => {
        if (await takeBrought(preview, label, [...chosen])) close();
      }}
      onClose={() => {
        close();
        discardBrought(preview);
      }}
    >
      <p>
        {preview.fileName}: {summaryOf(preview)}. Nothing is written yet.
      </p>
      {hasExcerpts && (
        <p className="quiet-words">
          Articles without text get the excerpts only, and say so. Import the text as a new version later: the
          passages are carried over.
        </p>
      )}
      {taken.length > 0 && (
        <RadioGroup isRow label="Label of the passages" options={offered} value={label} onChange={setLabel} />
      )}
      <div className={styles.report}>
        <Tabs label="Result" tabs={tabsOf(preview, lines, { chosen, onChoose: setChosen })} />
      </div>
    </FormDialog>
  );
};

/** Reads another tool's export, and shows a preview before anything is taken. */
const bringIn = async (tool: Tool): Promise<void> => {
  await flushAll();
  const answer = await act(importChooseExport, { tool });
  if (!answer.ok) return;
  const preview = answer.value;
  openDialog(`brought ${preview.draftId}`, ({ close }) => <Preview preview={preview} close={close} />);
};

/** One command a tool. */
export const bringInCommands = forToolCommands(
  ({ tool }) =>
    () =>
      void bringIn(tool),
);

import type { TaskRow } from '#domain/contract/task.ts';
import { isSettled } from '#domain/task/group-tasks.ts';
import { type TaskKind, type TaskState, taskKinds } from '#domain/task/task.ts';
import { capital } from '#domain/text/capital.ts';
import { foldName } from '#domain/text/fold-text.ts';

export const stateChoices = [
  { id: 'open', name: 'Open and waiting' },
  { id: 'waiting', name: 'Waiting' },
  { id: 'done', name: 'Done' },
  { id: 'cancelled', name: 'Cancelled' },
  { id: 'all', name: 'All states' },
] as const;

export const kindChoices = [
  { id: 'all', name: 'All kinds' },
  ...taskKinds.map((id) => ({ id, name: capital(id) })),
] as const satisfies readonly { readonly id: TaskKind | 'all'; readonly name: string }[];

/** What a task is attached to; passages count as their article. */
export const onChoices = [
  { id: 'all', name: 'On anything' },
  { id: 'article', name: 'On articles' },
  { id: 'memo', name: 'On memos' },
  { id: 'nothing', name: 'On their own' },
] as const;

/** Not a possible name: owners' names are trimmed. */
export const ALL_OWNERS = ' all';
export const NO_OWNER = ' none';

export type TaskFilter = {
  readonly state: (typeof stateChoices)[number]['id'];
  readonly kind: (typeof kindChoices)[number]['id'];
  readonly on: (typeof onChoices)[number]['id'];
  readonly owner: string;
  /** All of the words have to occur in the row. */
  readonly words: string;
};

export const firstFilter: TaskFilter = {
  state: 'open',
  kind: 'all',
  on: 'all',
  owner: ALL_OWNERS,
  words: '',
};

/** Whether nothing is filtered except settled tasks. */
export const showsAllOpen = ({ state, kind, on, owner, words }: TaskFilter): boolean =>
  state === 'open' && kind === 'all' && on === 'all' && owner === ALL_OWNERS && words.trim() === '';

const hasState = (state: TaskState, wanted: TaskFilter['state']): boolean => {
  if (wanted === 'all') return true;
  return wanted === 'open' ? !isSettled({ state }) : state === wanted;
};

const isOn = ({ on }: TaskRow['place'], wanted: TaskFilter['on']): boolean =>
  wanted === 'all' || wanted === (on === 'passage' ? 'article' : on);

const hasWords = ({ task, quote, placeTitle }: TaskRow, words: string): boolean => {
  const said = foldName([task.title, task.owner, quote, placeTitle].flatMap((each) => each ?? []).join(' '));
  return foldName(words)
    .split(' ')
    .every((word) => said.includes(word));
};

/** The tasks that match the filter, in the given order. */
export const filterTasks = (rows: readonly TaskRow[], filter: TaskFilter): readonly TaskRow[] =>
  rows.filter(
    (row) =>
      hasState(row.task.state, filter.state) &&
      (filter.kind === 'all' || row.task.kind === filter.kind) &&
      (filter.owner === ALL_OWNERS || (row.task.owner ?? NO_OWNER) === filter.owner) &&
      isOn(row.place, filter.on) &&
      hasWords(row, filter.words),
  );

/** Owners of tasks, by name. The chosen one is offered even if no task has that owner any more. */
export const ownerChoices = (rows: readonly TaskRow[], chosen: string) => {
  const names = new Set(rows.flatMap(({ task }) => task.owner ?? []));
  if (chosen !== ALL_OWNERS && chosen !== NO_OWNER) names.add(chosen);
  return [
    { id: ALL_OWNERS, name: 'All owners' },
    ...[...names].toSorted((a, b) => a.localeCompare(b, 'en')).map((name) => ({ id: name, name })),
    { id: NO_OWNER, name: 'No owner' },
  ];
};

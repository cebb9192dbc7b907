/**
 * Records that a repair makes again because something still refers to them and their own are lost: a placeholder has
 * the id of the lost record and a name that says so, until the analyst renames or removes it. Two machines make the
 * same one, so that it differs from no other; beside the lost record, should that turn up, it has no say.
 */
import { type Event, eventSchema } from '../event/event.ts';
import { type Source, type SourceKind, sourceSchema } from '../source/source.ts';
import { type Tag, tagSchema } from '../tag/tag.ts';
import { type Task, taskSchema } from '../task/task.ts';
import { type Timestamp, toTimestamp } from '../time.ts';
import type { FileContents } from './files.ts';
import type { Reference, ReferredKind } from './references.ts';

export const recoveredKinds = ['tag', 'source', 'event', 'task'] as const;
export type RecoveredKind = (typeof recoveredKinds)[number];
export type Recoverable = Tag | Source | Event | Task;

/** A record that is made again, and the file that gets it. */
export type Recovery = {
  readonly file: string;
  readonly kind: RecoveredKind;
  readonly id: string;
  readonly record: Recoverable;
};

const homes = {
  tag: { file: 'tags.json', collection: 'tags' },
  source: { file: 'sources.json', collection: 'sources' },
  event: { file: 'events.json', collection: 'events' },
  task: { file: 'tasks.json', collection: 'tasks' },
} as const;

/** The file of the archive that gets a record of that kind. */
export const homeOfRecovered = (kind: RecoveredKind): string => homes[kind].file;

export const isRecoveredKind = (kind: ReferredKind): kind is RecoveredKind =>
  recoveredKinds.some((each) => each === kind);

const nameOfRecovered = (kind: RecoveredKind, id: string): string => `Recovered ${kind} ${id}`;

/** The name of a record, or its title. */
export const nameOfRecoverable = (record: Recoverable): string =>
  'name' in record ? record.name : record.title;

/** The kind of record that a placeholder stands for; null for every other record, also for a placeholder renamed. */
export const recoveredAs = (record: Recoverable): RecoveredKind | null =>
  recoveredKinds.find((kind) => nameOfRecoverable(record) === nameOfRecovered(kind, record.id)) ?? null;

/** Whether the record is a placeholder that waits for the analyst. */
export const isPlaceholder = (record: Recoverable): boolean =>
  record.deletedAt === null && recoveredAs(record) !== null;

/** When a UUIDv7 was made, which is when its record was; the beginning of 1970 for other ids. */
const timeOfId = (id: string): Timestamp => {
  const isTimed = id[14] === '7';
  return toTimestamp(isTimed ? Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16) : 0);
};

/** What a source is, by the field that names it. */
const sourceKindFor = ({ field, collection }: Reference): SourceKind => {
  if (field === 'publicationId') return 'publication';
  return field === 'positions' || collection === 'sources' ? 'organisation' : 'person';
};

/** The placeholder of a record that a reference names, or null where its id is none of its kind. */
export const placeholderFor = (kind: RecoveredKind, reference: Reference): Recoverable | null => {
  const { id } = reference;
  const at = timeOfId(id);
  const name = nameOfRecovered(kind, id);
  const all = { id, createdAt: at, updatedAt: at, deletedAt: null };
  const redirect = { mergedInto: null };
  const drafts = {
    tag: {
      ...all,
      ...redirect,
      name,
      parentId: null,
      definition: { useWhen: '', notWhen: '', example: '' },
      aliases: [],
      group: null,
    },
    source: {
      ...all,
      ...redirect,
      name,
      kind: sourceKindFor(reference),
      parentId: null,
      aliases: [],
      reliability: null,
      reliabilityHistory: [],
      descriptor: {},
      positions: [],
    },
    event: {
      ...all,
      ...redirect,
      title: name,
      // Uncertain: nothing is known but when its record was made.
      date: `${at.slice(0, 4)}?`,
      certainty: 'inferred',
      concernedIds: [],
      sayings: [],
      note: '',
    },
    task: {
      ...all,
      title: name,
      passageId: null,
      kind: 'other',
      state: 'open',
      due: null,
      owner: null,
      completedAt: null,
    },
  };
  return readRecoverable(kind, drafts[kind]);
};

const schemas = { tag: tagSchema, source: sourceSchema, event: eventSchema, task: taskSchema };

/** A record of that kind from JSON; null if it has another shape. */
export const readRecoverable = (kind: RecoveredKind, json: unknown): Recoverable | null =>
  schemas[kind].safeParse(json).data ?? null;

/** The content of a file with the records that it lacks; those that it has stay as they are. */
export const withRecovered = <F extends FileContents[keyof FileContents]>(
  content: F,
  recoveries: readonly Recovery[],
): F => {
  const next: Record<string, unknown> = { ...content };
  for (const { kind, id, record } of recoveries) {
    const { collection } = homes[kind];
    const held = next[collection] as readonly { readonly id: string }[];
    if (!held.some((one) => one.id === id)) next[collection] = [...held, record];
  }
  return next as F;
};

import type { RecordChange, StepName } from '#domain/archive/changes.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import {
  type Label,
  type LabelId,
  type LabelKey,
  type LabelSet,
  labelKeys,
  labelSetOf,
  MAX_LABELS,
  otherNamed,
} from '#domain/passage/label.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { type Timestamp, toTimestamp } from '#domain/time.ts';
import { makeOnce } from '#electron/handlers/shared/record-changes.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { notFound } from '../shared/failures.ts';
import { recordChanges } from '../shared/record-changes.ts';

const FILE = { kind: 'labels' } as const;

type Labels = { readonly records: readonly Label[]; readonly set: LabelSet };

const readLabels = async (reader: ArchiveReader): Promise<Result<Labels, AppError>> => {
  const file = await reader.labels();
  return file.ok ? ok({ records: file.value.labels, set: labelSetOf(file.value.labels) }) : file;
};

const keyAt = (place: number): LabelKey => labelKeys[place] ?? '9';

/** The given fields, without undefined ones. */
const given = (said: Partial<Record<'name' | 'useWhen' | 'look', unknown>>): Partial<Label> =>
  Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));

type Act = (labels: Labels, label: Label, at: Timestamp) => Result<readonly Label[], AppError>;

/** Writes the labels that `act` makes from an existing one. */
const changeLabels = (
  { archive, machine }: HandlerDeps,
  labelId: LabelId,
  name: StepName,
  act: Act,
  editId?: string,
): Promise<Result<null, AppError>> =>
  archive.perform(
    async (reader) => {
      const labels = await readLabels(reader);
      if (!labels.ok) return labels;
      const label = labels.value.set.all.find(({ id }) => id === labelId);
      if (label === undefined) return notFound('label', labelId);
      const updatedAt = toTimestamp(machine.nowMs());
      const made = act(labels.value, label, updatedAt);
      if (!made.ok) return made;
      const changes = made.value.flatMap((after): readonly RecordChange[] => {
        const standing = labels.value.set.of(after.id);
        const before = labels.value.records.find(({ id }) => id === after.id) ?? null;
        // A built-in label gets a record of its own once it is changed.
        const isSame = recordChanges(FILE, 'labels', standing, after).length === 0;
        return isSame ? [] : recordChanges(FILE, 'labels', before, { ...after, updatedAt });
      });
      return ok({ value: null, name, changes });
    },
    editId === undefined ? {} : { editId },
  );

const addLabel = ({ archive, machine }: HandlerDeps, { labelId, ...said }: LabelToAdd) =>
  archive.perform(async (reader) => {
    const labels = await readLabels(reader);
    if (!labels.ok) return labels;
    const { records, set } = labels.value;
    const isThere = records.some(({ id }) => id === labelId);
    if (!isThere && set.offered.length === MAX_LABELS) return err({ code: 'labels-full' });
    if (otherNamed(set, labelId, said.name) !== null) return err({ code: 'name-taken', name: said.name });
    const at = toTimestamp(machine.nowMs());
    const key = records.find(({ id }) => id === labelId)?.key ?? keyAt(set.offered.length);
    const made = await makeOnce(
      'label:add',
      { file: FILE, collection: 'labels', standing: records },
      { id: labelId, ...said, key, retiredAt: null, createdAt: at, updatedAt: at },
    );
    return made.ok ? ok({ value: made.value.record, name: 'add-label', changes: made.value.changes }) : made;
  });
type LabelToAdd = Parameters<HandlersOn<'label'>['label:add']>[0];

/**
 * The labels in that order, each with the digit of its position. Those that get no digit are retired: with the digits
 * of others they would take the place of one of them.
 */
const inOrder = (labels: readonly Label[], at: Timestamp): readonly Label[] =>
  labels.map((label, place) =>
    place < MAX_LABELS ? { ...label, key: keyAt(place) } : { ...label, retiredAt: at },
  );

const retire = (others: readonly Label[], label: Label, at: Timestamp) =>
  others.length === 0
    ? err({ code: 'last-label' } as const)
    : ok([...inOrder(others, at), { ...label, retiredAt: at }]);

const takeUp = (others: readonly Label[], label: Label, at: Timestamp) =>
  others.length >= MAX_LABELS
    ? err({ code: 'labels-full' } as const)
    : ok(inOrder([...others, { ...label, retiredAt: null }], at));

/** The use cases of the labels of an archive. */
export const createLabelHandlers = (deps: HandlerDeps): HandlersOn<'label'> => ({
  'label:list': async () => {
    const labels = await readLabels(deps.archive);
    return labels.ok ? ok(labels.value.records) : labels;
  },

  /** A repeated request changes nothing. Fails with `name-taken`, and with `labels-full` if nine are offered. */
  'label:add': (input) => addLabel(deps, input),

  /** Changes of one visit have the same edit id and are one undo step. Fails with `name-taken`. */
  'label:change': ({ labelId, editId, ...said }) =>
    changeLabels(
      deps,
      labelId,
      'change-label',
      ({ set }, label) =>
        said.name !== undefined && otherNamed(set, labelId, said.name) !== null
          ? err({ code: 'name-taken', name: said.name })
          : ok([{ ...label, ...given(said) }]),
      editId,
    ),

  /** Labels that wait for a digit are retired by it. */
  'label:move': ({ labelId, place }) =>
    changeLabels(deps, labelId, 'move-label', ({ set: { offered, waiting } }, label, at) => {
      const others = offered.filter(({ id }) => id !== labelId);
      if (others.length === offered.length) return ok([]);
      return ok(inOrder([...others.toSpliced(place, 0, label), ...waiting], at));
    }),

  /**
   * The first label that waits for a digit gets the one that becomes free; others that wait are retired. A label that
   * is offered again comes after all others. Fails with `labels-full`, and with `last-label` for the only one.
   */
  'label:retire': ({ labelId, isRetired }) =>
    changeLabels(deps, labelId, 'retire-label', ({ set: { offered, waiting } }, label, at) => {
      if (isRetired === (label.retiredAt !== null)) return ok([]);
      const others = [...offered, ...waiting].filter(({ id }) => id !== labelId);
      return isRetired ? retire(others, label, at) : takeUp(others, label, at);
    }),
});

/** The labels of an archive; the built-in ones if they can't be read, so that passages can still be shown. */
export const labelsOf = async (reader: Pick<ArchiveReader, 'labels'>): Promise<LabelSet> => {
  const file = await reader.labels();
  return labelSetOf(file.ok ? file.value.labels : []);
};

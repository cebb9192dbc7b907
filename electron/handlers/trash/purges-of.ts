/** The changes that permanently remove deleted records from their files. */
import type { MutableFile, RecordChange } from '#domain/archive/changes.ts';
import type { Board } from '#domain/board/board.ts';
import type { Event } from '#domain/event/event.ts';
import type { OwnForm } from '#domain/memo/form/form.ts';
import type { Passage } from '#domain/passage/passage.ts';
import type { Source } from '#domain/source/source.ts';
import type { Tag } from '#domain/tag/tag.ts';
import type { Task } from '#domain/task/task.ts';
import type { Timestamp } from '#domain/time.ts';
import type { Translation } from '#domain/translation/translation.ts';

/** Whether something in the trash is to be removed, or something that was deleted together with it. */
export type IsGoing = (lying: { readonly id: string; readonly deletedAt: Timestamp }) => boolean;

/** Which deleted records are removed, and which of them are kept all the same. */
export type Purging = {
  readonly isGoing: IsGoing;
  readonly isHeld: (id: string) => boolean;
};

type Purgeable = {
  tags: Tag;
  sources: Source;
  tasks: Task;
  passages: Passage;
  translations: Translation;
  forms: OwnForm;
  events: Event;
  boards: Board;
};

const goes = ({ id, deletedAt }: Purgeable[keyof Purgeable], { isGoing, isHeld }: Purging): boolean =>
  deletedAt !== null && isGoing({ id, deletedAt }) && !isHeld(id);

/**
 * The changes that remove the deleted records of a collection from its file, except for those kept; records that
 * redirect to a removed one go with it.
 */
export const purgesOf = <C extends keyof Purgeable>(
  file: MutableFile,
  collection: C,
  records: readonly Purgeable[C][],
  purging: Purging,
  standsFor: (record: Purgeable[C]) => Purgeable[C] | undefined = (record) => record,
): readonly RecordChange[] =>
  records
    .filter((record) => goes(standsFor(record) ?? record, purging))
    // The union is by collection: that the record is of `collection` is said by the parameters.
    .map(
      (before) =>
        ({ type: 'record', file, collection, recordId: before.id, before, after: null }) as RecordChange,
    );

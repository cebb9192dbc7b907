/** The searchable documents in the lists at the root of an archive. */

import { type Board, type BoardRecords, inPlace } from '#domain/board/board.ts';
import { reasonsOf } from '#domain/board/reasons.ts';
import { printWhen } from '#domain/dates/when/print-when.ts';
import type { Event } from '#domain/event/event.ts';
import { standingEvents } from '#domain/event/merged-events.ts';
import { PAD_TITLE, type Pad } from '#domain/pad/pad.ts';
import { printCount } from '#domain/print-count.ts';
import { richTextToPlain } from '#domain/rich-text.ts';
import { aboutNothing } from '#domain/search/language/search-facts.ts';
import type { Source } from '#domain/source/source.ts';
import type { Tag } from '#domain/tag/tag.ts';
import type { Task } from '#domain/task/task.ts';
import { printNamePath } from '#domain/tree/name-path.ts';
import { indexTree, isLive, namePath } from '#domain/tree/record-tree.ts';
import { taskDocument } from './article-documents.ts';
import { entry, type FoundInUnit, facts } from './unit.ts';

/** The path above a name; null for a root. */
const branch = (names: readonly string[]): string | null => printNamePath(names.slice(0, -1)) || null;

export const tagDocuments = (tags: readonly Tag[]): FoundInUnit => {
  const tree = indexTree(tags);
  return {
    about: aboutNothing,
    documents: tags.filter(isLive).map(({ id, name, aliases, definition, createdAt }) => {
      const names = namePath(tree, id);
      return {
        key: id,
        facts: facts({ kind: 'tag', tagIds: [id], addedAt: createdAt }),
        record: entry({ tagId: id, title: name, detail: branch(names) }),
        text: [definition.useWhen, definition.notWhen].filter((part) => part !== '').join('\n'),
        alsoFoundBy: [name, ...names.slice(0, -1), ...aliases, definition.example].join('\n'),
      };
    }),
  };
};

export const sourceDocuments = (sources: readonly Source[]): FoundInUnit => {
  const tree = indexTree(sources);
  return {
    about: aboutNothing,
    documents: sources.filter(isLive).map(({ id, name, aliases, descriptor, positions, createdAt }) => {
      const names = namePath(tree, id);
      return {
        key: id,
        facts: facts({ kind: 'source', speakerId: id, addedAt: createdAt }),
        record: entry({ sourceId: id, title: name, detail: branch(names) }),
        text: [...positions.map(({ role }) => role), ...Object.values(descriptor)]
          .filter((part) => part !== '')
          .join('\n'),
        alsoFoundBy: [name, ...names.slice(0, -1), ...aliases].join('\n'),
      };
    }),
  };
};

export const taskDocuments = (tasks: readonly Task[]): FoundInUnit => ({
  about: aboutNothing,
  documents: tasks
    .filter(({ deletedAt }) => deletedAt === null)
    .map((task) => taskDocument(task, {}, { title: task.title })),
});

/** The events of one file, each with all that was merged into it from `around`, which includes them. */
const standingIn = (events: readonly Event[], around: readonly Event[]): readonly Event[] => {
  const standing = standingEvents(around);
  return events.flatMap((own) => {
    const found = standing.get(own.id);
    return found?.own === own && own.deletedAt === null ? found.event : [];
  });
};

export const eventDocuments = (events: readonly Event[], around: readonly Event[]): FoundInUnit => ({
  about: aboutNothing,
  documents: standingIn(events, around).map(
    ({ id, title, date, note, concernedIds, sayings, createdAt }) => ({
      key: id,
      facts: facts({
        kind: 'event',
        hasNote: note !== '',
        addedAt: createdAt,
        concernedIds,
        event: {
          id,
          date,
          sayings: sayings.map(({ passageId, date: said }) => ({ passageId, date: said })),
        },
      }),
      record: entry({ eventId: id, title, detail: printWhen(date) }),
      text: note,
      alsoFoundBy: title,
    }),
  ),
});

/** A board by its question and hypotheses, and the entries of each analyst, which only some people may see. */
export const boardDocuments = (board: Board, records: BoardRecords): FoundInUnit => {
  const place = { boardId: board.id, title: board.question };
  const count = printCount(records.hypotheses.length, 'hypothesis', 'hypotheses');
  const whole = {
    key: board.id,
    facts: facts({ kind: 'board', addedAt: board.createdAt }),
    record: entry({ ...place, detail: count }),
    text: inPlace(records.hypotheses)
      .map(({ words }) => words)
      .join('\n'),
    alsoFoundBy: board.question,
  };
  const reasons = reasonsOf(records).map(({ analyst, reasons: given, seenBy }) => ({
    key: `reasons ${analyst}`,
    facts: facts({ kind: 'board', addedAt: board.createdAt, seenBy }),
    record: entry({ ...place, detail: analyst === '' ? 'Reasons' : `Reasons, ${analyst}` }),
    text: given.join('\n'),
    alsoFoundBy: '',
  }));
  return { about: aboutNothing, documents: board.deletedAt === null ? [whole, ...reasons] : [] };
};

export const padDocuments = (pads: readonly Pad[]): FoundInUnit => ({
  about: aboutNothing,
  documents: pads.flatMap(({ id, note }) => {
    const text = note === null ? '' : richTextToPlain(note).trim();
    const known = { facts: facts({ kind: 'note', hasNote: true }), record: entry({ title: PAD_TITLE }) };
    return text === '' ? [] : [{ key: id, ...known, text, alsoFoundBy: '' }];
  }),
});

import type { Step } from '#domain/archive/changes.ts';
import type { RecordPlace } from '#domain/contract/record-kinds.ts';
import type { Found } from '#domain/contract/search.ts';
import type { Place, StepLine, UndoAnswer } from '#domain/contract/undo.ts';
import { printCount } from '#domain/print-count.ts';
import { ok } from '#domain/result.ts';
import { createLongActs, type LongActs } from '../bulk/long-acts.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { type Direction, listsShowing, placeOfStep } from './place-of-step.ts';

const answerOf = (step: Step, direction: Direction): UndoAnswer => ({
  name: step.name,
  place: placeOfStep(step, direction),
  seenIn: listsShowing(step),
});

const recordOf = (place: Place | null): RecordPlace | null => {
  if (place?.view === 'article') return { kind: 'article', articleId: place.articleId };
  return place?.view === 'memo' ? { kind: 'memo', memoId: place.memoId } : null;
};

/** The number of articles that a step added or removed. */
const articlesMoved = ({ changes }: Step): number =>
  changes.filter((change) => change.type === 'folder' && change.kind === 'article').length;

const idOf = (record: RecordPlace | Found): string | null => {
  if (record.kind === 'article') return record.articleId;
  return record.kind === 'memo' ? record.memoId : null;
};

/** Undo and redo over the whole archive, one named step at a time. */
export const createUndoHandlers = (
  deps: HandlerDeps,
  { run }: LongActs = createLongActs(deps),
): HandlersOn<'undo'> => {
  const { archive, catalogue } = deps;
  /** The steps of a direction, the next one first, with the titles of the records that they changed. */
  const linesOf = async (direction: Direction): Promise<readonly StepLine[]> => {
    const steps = archive.steps(direction).map((step) => {
      // The record's present state: as the step left it, or as undoing left it.
      const record = recordOf(placeOfStep(step, direction === 'undo' ? 'redo' : 'undo'));
      return { name: step.name, record, count: articlesMoved(step) };
    });
    const records = steps.flatMap(({ record }) => record ?? []);
    const found = await catalogue.namePlaces(records, records.length);
    const titles = new Map(found.map((each) => [idOf(each), each.title]));
    return steps.map(({ name, record, count }) => {
      if (count > 1) return { name, title: printCount(count, 'article') };
      return { name, title: record === null ? null : (titles.get(idOf(record)) ?? null) };
    });
  };
  return {
    'undo:history': async () => ok({ undo: await linesOf('undo'), redo: await linesOf('redo') }),

    /**
     * Fails with `nothing-to-undo`, `changed-since` if a record is no longer as the step left it, or `cancelled`;
     * nothing is changed then.
     */
    'undo:undo': async () => {
      const undone = await run((watch) => archive.undo(watch));
      return undone.ok ? ok(answerOf(undone.value, 'undo')) : undone;
    },

    /** Fails with `nothing-to-redo`, `changed-since` if a record is no longer as undoing left it, or `cancelled`. */
    'undo:redo': async () => {
      const redone = await run((watch) => archive.redo(watch));
      return redone.ok ? ok(answerOf(redone.value, 'redo')) : redone;
    },
  };
};

/** The requests on passages and on what waits in Review, with what each is to undo. */
import type { BulkChange } from '#domain/contract/bulk-change.ts';
import type { PassageToReview, ReviewItem } from '#domain/contract/review.ts';
import { keyOfThing } from '#domain/graph/thing.ts';
import { ungraded } from '#domain/tradecraft/grade.ts';
import * as ids from '../../support/archive/sample-ids.ts';
import { type ActedArchive, actedText } from '../../support/archives/acted-archive.ts';
import { rangeOf } from '../../support/texts/range-of.ts';
import { succeed } from '../../support/workbench/results.ts';
import { regionActsAndUndo, regionEdits } from './region-acts.ts';
import { type NoStep, pick, step, type UndoableAct } from './undoable-act.ts';

export const onPassage = ({ articleId, passages }: ActedArchive) => ({
  articleId,
  passageId: passages.ships.id,
});
const onOther = ({ articleId, passages }: ActedArchive) => ({ articleId, passageId: passages.precaution.id });
export const noteOf = (round: number) => ({
  type: 'doc' as const,
  content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: `Note ${round}` }] }],
});
export const newTask = { title: 'Ask', kind: 'gap', due: null, owner: null } as const;

const itemOf = async (
  { handlers }: ActedArchive,
  kinds: readonly ReviewItem['kind'][],
): Promise<PassageToReview> => {
  const items = succeed(await handlers['review:list']({}));
  const found = items.find(({ kind }) => kinds.includes(kind));
  if (found === undefined || !('passageId' in found)) throw new Error(`nothing of ${kinds.join()} waits`);
  return found;
};

const changeBoth = ({ handlers, passages }: ActedArchive, change: BulkChange) =>
  handlers['bulk:change-passages']({ passageIds: [passages.ships.id, passages.precaution.id], change });

export const passageActsAndUndo = {
  'passage:add': [
    step('add-passage', ({ handlers, articleId, tags, sources }, round) =>
      handlers['passage:add']({
        articleId,
        passageId: ids.newPassageId(),
        ranges: [rangeOf(actedText, pick(['forty ships', 'ships were turned back before dawn'], round))],
        label: 'data',
        tagIds: [tags.ships],
        sourceId: sources.marrow,
        concernedIds: [sources.marrow],
        grade: { reliability: 'B', credibility: 2 },
        manner: null,
        basis: null,
        note: noteOf(round),
        tasks: [{ id: ids.newTaskId(), ...newTask }],
      }),
    ),
  ],
  ...regionActsAndUndo,
  'passage:edit': [
    ...regionEdits,
    step('relabel-passage', (scene, round) =>
      scene.handlers['passage:edit']({
        ...onPassage(scene),
        edit: { kind: 'label', label: pick(['gap', 'claim'], round) },
      }),
    ),
    step('resize-passage', (scene, round) =>
      scene.handlers['passage:edit']({
        ...onPassage(scene),
        edit: {
          kind: 'resize',
          ranges: [rangeOf(actedText, pick(['forty ships', 'forty ships were turned back'], round))],
        },
      }),
    ),
    step('repeat-passage', (scene) =>
      scene.handlers['passage:edit']({
        ...onPassage(scene),
        edit: { kind: 'repeat', tagIds: [scene.tags.insurance], sourceId: scene.sources.marrow },
      }),
    ),
    step('tag-passage', (scene, round) =>
      scene.handlers['passage:edit']({
        ...onPassage(scene),
        edit: { kind: 'tags', tagIds: pick([[scene.tags.insurance], []], round) },
      }),
    ),
    step('source-passage', (scene, round) =>
      scene.handlers['passage:edit']({
        ...onPassage(scene),
        edit: { kind: 'source', sourceId: pick([scene.sources.marrow, null], round) },
      }),
    ),
    step('grade-passage', (scene, round) =>
      scene.handlers['passage:edit']({
        ...onPassage(scene),
        edit: {
          kind: 'grade',
          grade: pick([{ reliability: 'C', credibility: 3 }, ungraded], round),
          confirmedBecause: null,
        },
      }),
    ),
    step('manner-passage', (scene, round) =>
      scene.handlers['passage:edit']({
        ...onPassage(scene),
        edit: { kind: 'manner', manner: pick(['paraphrase', 'direct'], round), basis: 'background' },
      }),
    ),
    step('post-passage', (scene, round) =>
      scene.handlers['passage:edit']({
        ...onPassage(scene),
        edit: { kind: 'post', post: pick(['Minister of Trade', ''], round) },
      }),
    ),
    step('concern-passage', (scene, round) => {
      const { marrow } = scene.sources;
      return scene.handlers['passage:edit']({
        ...onPassage(scene),
        edit: {
          kind: 'concerned',
          ...pick(
            [
              { add: [marrow], remove: [] },
              { add: [], remove: [marrow] },
            ],
            round,
          ),
        },
      });
    }),
    step('note-passage', (scene, round) =>
      scene.handlers['passage:edit']({
        ...onPassage(scene),
        editId: `edit ${round}`,
        edit: { kind: 'note', note: noteOf(round) },
      }),
    ),
    step('delete-passage', ({ handlers, articleId, passages }) =>
      handlers['passage:edit']({ articleId, passageId: passages.spokesman.id, edit: { kind: 'delete' } }),
    ),
    step('tag-passage', (scene, round) =>
      scene.handlers['passage:edit']({
        ...onPassage(scene),
        edit: {
          kind: 'tag',
          add: pick([[scene.tags.insurance], []], round),
          remove: pick([[], [scene.tags.insurance]], round),
        },
      }),
    ),
    step('note-passage', (scene, round) =>
      scene.handlers['passage:edit']({
        ...onPassage(scene),
        edit: { kind: 'append-note', text: `Round ${round}` },
      }),
    ),
  ],
  'passage:split': [
    step('split-passage', (scene) =>
      scene.handlers['passage:split']({
        ...onPassage(scene),
        at: rangeOf(actedText, ' ships were').start,
        secondId: ids.newPassageId(),
      }),
    ),
  ],
  'passage:duplicate': [
    step('duplicate-passage', (scene) =>
      scene.handlers['passage:duplicate']({ ...onOther(scene), duplicateId: ids.newPassageId() }),
    ),
  ],
  'passage:relate': [
    step('relate-passage', (scene) =>
      scene.handlers['passage:relate']({ ...onPassage(scene), type: 'supports', other: onOther(scene) }),
    ),
  ],
  'passage:unrelate': [
    step('relate-passage', (scene) =>
      scene.handlers['passage:unrelate']({ ...onPassage(scene), type: 'repeats', other: onOther(scene) }),
    ),
  ],

  'bulk:change-passages': [
    step('relabel-passages', (scene, round) =>
      changeBoth(scene, { kind: 'label', label: pick(['gap', 'context'], round) }),
    ),
    step('tag-passages', (scene, round) => {
      const { ships, insurance } = scene.tags;
      const [add, remove] = pick([[[insurance], [ships]] as const, [[ships], [insurance]] as const], round);
      return changeBoth(scene, { kind: 'tag', add: [...add], remove: [...remove] });
    }),
    step('source-passages', (scene, round) =>
      changeBoth(scene, { kind: 'source', sourceId: pick([scene.sources.marrow, null], round) }),
    ),
    step('concern-passages', (scene, round) => {
      const { marrow } = scene.sources;
      const change = pick(
        [
          { add: [marrow], remove: [] },
          { add: [], remove: [marrow] },
        ],
        round,
      );
      return changeBoth(scene, { kind: 'concerned', ...change });
    }),
    step('grade-passages', (scene, round) =>
      changeBoth(scene, {
        kind: 'grade',
        grade: { reliability: 'own', credibility: pick([4, 5] as const, round) },
        confirmedBecause: null,
      }),
    ),
    step('note-passages', (scene, round) =>
      changeBoth(scene, { kind: 'append-note', text: `Round ${round}` }),
    ),
    step('add-tasks', (scene) => changeBoth(scene, { kind: 'task', task: newTask })),
    step('delete-passages', (scene) => changeBoth(scene, { kind: 'delete' })),
  ],

  'review:take': [
    step('take-candidate', async (scene) => {
      const { articleId, passageId, candidates } = await itemOf(scene, ['changed', 'ambiguous']);
      return scene.handlers['review:take']({
        articleId,
        passageId,
        ranges: [...(candidates[0]?.ranges ?? [])],
      });
    }),
  ],
  'review:keep-orphan': [
    step('keep-orphan', async (scene) => {
      const { articleId, passageId } = await itemOf(scene, ['orphaned', 'changed']);
      return scene.handlers['review:keep-orphan']({ articleId, passageId });
    }),
  ],
  'review:settle-conflict': [
    step('settle-conflict', async ({ handlers }) => {
      const items = succeed(await handlers['review:list']({}));
      const conflictIds = items.flatMap((item) => (item.kind === 'conflict' ? [item.conflictId] : []));
      return handlers['review:settle-conflict']({ conflictIds, takes: 'other' });
    }),
  ],
  'review:settle-fall': [
    step('settle-fall', async ({ handlers }) => {
      const items = succeed(await handlers['review:list']({}));
      const item = items.find((each) => each.kind === 'fallen');
      const fallId = item?.fallId ?? 'none';
      const keys = item?.touched.map(({ thing }) => keyOfThing(thing)) ?? [];
      return handlers['review:settle-fall']({ fallId, keys });
    }),
  ],
  'review:accept-loss': 'settles what is gone: see losses.test.ts',
  'review:merge-copy': 'keeps what it replaces',
  'review:see-repair': 'this machine only',
  'review:confirm': [
    step('confirm-passages', async (scene) => {
      const { articleId, passageId } = await itemOf(scene, ['moved']);
      return scene.handlers['review:confirm']({ passages: [{ articleId, passageId }] });
    }),
  ],
} satisfies Readonly<Record<string, NoStep | readonly UndoableAct[]>>;

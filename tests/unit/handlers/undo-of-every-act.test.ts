import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stepNames } from '#domain/archive/changes.ts';
import { BOARD_VERSION, FORM_VERSION, REVIEW_VERSION } from '#domain/archive/files.ts';
import { wordStep } from '#domain/archive/step-words.ts';
import { type RequestName, requests } from '#domain/contract/requests.ts';
import { mayBeStep } from '#domain/contract/supersede.ts';
import type { Place } from '#domain/contract/undo.ts';
import type { Importer } from '#electron/ports/importer.ts';
import { type ActedArchive, makeActedArchive } from '../../support/archives/acted-archive.ts';
import { readTree, withoutTrashTimes } from '../../support/files/read-tree.ts';
import { createJsdomImporter } from '../../support/importer-in-jsdom.ts';
import { openWorkbench } from '../../support/workbench/open-workbench.ts';
import { succeed } from '../../support/workbench/results.ts';
import { requestsAndUndo } from './acts-of-the-contract.ts';
import type { UndoableAct } from './undoable-act.ts';

// An act that is undone leaves the bytes that were there before it, times included, and done again those after it. One
// thing is passed over: since when a folder lies in the trash. And one thing is moved: what an act has made anew (an
// article, a memo) lies in the trash once it is undone, file by file as it was.

type Tree = Readonly<Record<string, string>>;

const acts: readonly (readonly [request: string, act: UndoableAct])[] = Object.entries(
  requestsAndUndo,
).flatMap(([request, undoable]) =>
  typeof undoable === 'string' ? [] : undoable.map((act) => [request, act] as const),
);

let importer: Importer;
let scene: ActedArchive;
beforeAll(async () => {
  importer = await createJsdomImporter();
  scene = await makeActedArchive(await openWorkbench(), importer);
});
afterAll(async () => {
  await importer.close();
  await scene.bench.close();
});

/** What an archive should hold is entered for good, and is no part of a step. */
const withoutManifest = (all: Tree): Tree =>
  Object.fromEntries(Object.entries(all).filter(([path]) => !path.startsWith('manifest.json')));

const tree = async (): Promise<Tree> =>
  withoutManifest(withoutTrashTimes(await readTree(scene.bench.archive.folder)));

/** A snapshot of a memo that was there before stays where it is: it is never taken back. */
const isSnapshot = (path: string): boolean => path.includes('/snapshots/');
const isReview = (path: string): boolean => /^memos\/[^/]+\/review\.json$/u.test(path);

/** What an act has made anew: its files lie in the trash when it is undone. */
const madeAnew = (before: Tree, after: Tree): Tree =>
  Object.fromEntries(
    Object.entries(after)
      .filter(
        ([path]) =>
          /^(?:articles|memos)\//u.test(path) &&
          !isReview(path) &&
          !(path in before) &&
          !(`trash/${path}` in before),
      )
      .map(([path, content]) => [isSnapshot(path) ? path : `trash/${path}`, content]),
  );

const withoutForm = `{\n  "version": ${FORM_VERSION},\n  "forms": []\n}\n`;
const withoutBoard = `{\n  "version": ${BOARD_VERSION},\n${[
  'boards',
  'hypotheses',
  'evidence',
  'cells',
  'probabilities',
]
  .map((name) => `  "${name}": []`)
  .join(',\n')}\n}\n`;
const withoutRounds = `{\n  "version": ${REVIEW_VERSION},\n  "rounds": [],\n  "remarks": []\n}\n`;

const emptied: readonly (readonly [RegExp, string])[] = [
  [/^templates\//u, withoutForm],
  [/^boards\//u, withoutBoard],
  [/^memos\/[^/]+\/review\.json$/u, withoutRounds],
];

/** The file of a form, a board, or the rounds of a memo that was made anew stays when that is undone, empty. */
const emptiedFiles = (before: Tree, after: Tree): Tree =>
  Object.fromEntries(
    Object.keys(after)
      .filter((path) => !(path in before))
      .flatMap((path) => {
        const left = emptied.find(([pattern]) => pattern.test(path));
        return left === undefined ? [] : [[path, left[1]]];
      }),
  );

/** Without the notes of deletion in the folders that `made` fills. */
const withoutNotesOf = (made: Tree, files: Tree): Tree => {
  const folders = new Set(Object.keys(made).map((path) => path.replace(/[^/]+$/u, '')));
  const isNote = (path: string) =>
    path.endsWith('/deleted.json') && folders.has(path.replace('deleted.json', ''));
  return Object.fromEntries(Object.entries(files).filter(([path]) => !isNote(path)));
};

/** Fails where the place is not there to go to. */
const expectToBeThere = async (place: Place | null): Promise<void> => {
  if (place === null) throw new Error('the step leads nowhere');
  if (place.view === 'memo') succeed(await scene.handlers['memo:open']({ memoId: place.memoId }));
  if (place.view !== 'article') return;
  const { passages } = succeed(await scene.handlers['article:open']({ articleId: place.articleId }));
  if (place.passageId !== null) expect(passages.map(({ id }) => id)).toContain(place.passageId);
};

describe('every request of the contract', () => {
  it.each(acts)(
    '%s is a step that is undone and done again to the same bytes: $step',
    async (_request, act) => {
      const before = await tree();
      succeed(await act.act(scene, 0));
      const after = await tree();
      expect(after).not.toEqual(before);

      const undone = succeed(await scene.handlers['undo:undo']({}));
      expect(undone.name).toBe(act.step);
      await expectToBeThere(undone.place);
      const made = madeAnew(before, after);
      expect(withoutNotesOf(made, await tree())).toEqual({
        ...before,
        ...made,
        ...emptiedFiles(before, after),
      });

      const redone = succeed(await scene.handlers['undo:redo']({}));
      expect(redone.name).toBe(act.step);
      await expectToBeThere(redone.place);
      expect(await tree()).toEqual(after);
      succeed(await scene.handlers['undo:undo']({}));
    },
  );

  it('is known as one that may be a step where it is one', () => {
    const steps = new Set(acts.map(([request]) => request as RequestName));
    expect([...steps].filter((name) => !mayBeStep(requests[name]))).toEqual([]);
    for (const name of ['undo:undo', 'app:show-commands', 'import:cancel'] as const)
      expect(mayBeStep(requests[name])).toBe(false);
  });

  it('makes every step that has a name, and every step has words', () => {
    const done = new Set<string>(acts.map(([, { step }]) => step));
    // Not by a request on this archive alone: the first start installs the sample; a sync lays a copy; another coder
    // has an archive of their own; another program takes something away. Emptying the trash is final, and what a
    // restored text has replaced is kept beside it.
    expect(stepNames.filter((name) => !done.has(name))).toEqual([
      // Of a PDF: see marks-of-pdf.test.ts.
      'take-marks',
      'restore-text',
      'settle-coding',
      // Of a form, whose template the sandboxed page reads: see word-template-handlers.test.ts.
      'choose-word-template',
      'change-word-template',
      'remove-word-template',
      'merge-copy',
      'accept-loss',
      'empty-trash',
      'install-sample',
    ]);
    for (const name of stepNames) expect(wordStep(name)).not.toBe('');
  });
});

/** Does acts until so many were steps; answers the tree that the first step has left. */
const takeSteps = async (wanted: number): Promise<Tree> => {
  let steps = 0;
  const stop = scene.bench.archive.onChanged(() => {
    steps += 1;
  });
  let afterFirst: Tree = {};
  for (let round = 1; steps < wanted; round += 1) {
    // Some can be done once only: a merged tag is not there to be merged again.
    await acts[round % acts.length]?.[1].act(scene, round).catch(() => null);
    if (steps === 1) afterFirst = await tree();
  }
  stop();
  return afterFirst;
};

describe('two hundred and one steps', () => {
  it('are undone but for the first, and done again to the same bytes', async () => {
    const afterFirst = await takeSteps(201);
    const last = await tree();
    for (let undone = 0; undone < 200; undone += 1) succeed(await scene.handlers['undo:undo']({}));
    expect(await scene.handlers['undo:undo']({})).toEqual({ ok: false, error: { code: 'nothing-to-undo' } });
    expect(await tree()).toMatchObject(afterFirst);
    for (let redone = 0; redone < 200; redone += 1) succeed(await scene.handlers['undo:redo']({}));
    expect(await tree()).toEqual(last);
  }, 60_000);
});

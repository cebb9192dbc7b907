import { existsSync } from 'node:fs';
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AnnotationsFile, TagsFile } from '#domain/archive/files.ts';
import type { Events } from '#domain/contract/events.ts';
import type { Handlers } from '#domain/contract/requests.ts';
import type { ConflictToReview } from '#domain/contract/review.ts';
import type { ArticleId } from '#domain/ids.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { richTextFromPlain } from '#domain/rich-text.ts';
import { type CopyMerger, createCopyMerger } from '#electron/handlers/copies/copy-merger.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import { samplePassage, sampleTag } from '../../support/archive/sample-records.ts';
import { copyTree } from '../../support/files/files-below.ts';
import { addArticle } from '../../support/workbench/add-records.ts';
import { createActs, editPassage } from '../../support/workbench/create-acts.ts';
import { openWorkbench, type Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

const text = 'The lock closed on Monday. It was a precaution.';
const MARK = 'sync-conflict-20240501-101500-ABCDEFG';

let bench: Workbench;
let handlers: Handlers;
let merger: CopyMerger;
let told: Events['copies-merged'][];
let articleId: ArticleId;
let lock: Passage;
let precaution: Passage;

beforeEach(async () => {
  bench = await openWorkbench();
  const { archive, machine } = bench.deps;
  told = [];
  merger = createCopyMerger({ archive, machine, tell: (merged) => told.push(merged) });
  handlers = createHandlers({ ...bench.deps, leftCopies: merger.left, mergeCopy: merger.merge });
  articleId = await addArticle(bench, text, { title: 'The lock closed' });
  const acts = createActs(() => bench);
  lock = await acts.add(articleId, text, 'lock');
  precaution = await acts.add(articleId, text, 'precaution');
});
afterEach(() => bench.close());

const nameOf = (file: string): string => `articles/${articleId}/${file}`;
const pathOf = (name: string): string => join(bench.archive.folder, name);
const annotations = async () => succeed(await bench.archive.annotations(articleId));
const conflicts = async (): Promise<readonly ConflictToReview[]> =>
  succeed(await handlers['review:list']({})).filter((item) => item.kind === 'conflict');
const copyName = (): string => nameOf(`annotations.${MARK}.json`);

/** Lays a copy beside a file, as a sync does. */
const layCopy = async <F>(of: string, copy: string, change: (content: F) => F): Promise<void> =>
  writeFile(pathOf(copy), JSON.stringify(change(JSON.parse(await readFile(pathOf(of), 'utf8')))));
const layAnnotations = (change: (file: AnnotationsFile) => AnnotationsFile): Promise<void> =>
  layCopy(nameOf('annotations.json'), copyName(), change);
const withPassage = (id: string, change: Partial<Passage>) => (file: AnnotationsFile) => ({
  ...file,
  passages: file.passages.map((passage) => (passage.id === id ? { ...passage, ...change } : passage)),
});

describe('a conflict copy of a sync', () => {
  it('is merged: the records of both are there, and the copy lies in the trash', async () => {
    const theirs = samplePassage('Monday');
    await layAnnotations((file) => ({ ...file, passages: [...file.passages, theirs] }));
    await layCopy<TagsFile>(
      'tags.json',
      'tags (Annas in Konflikt stehende Kopie 2024-05-01).json',
      (file) => ({
        ...file,
        tags: [sampleTag('Locks')],
      }),
    );
    const copies = await readdir(bench.archive.folder);
    await merger.meet([copyName(), ...copies]);
    const ids = (await annotations()).passages.map(({ id }) => id);
    expect(ids.toSorted()).toEqual([lock.id, precaution.id, theirs.id].toSorted());
    expect(existsSync(pathOf(copyName()))).toBe(false);
    expect(existsSync(pathOf(`trash/copies/${copyName()}`))).toBe(true);
    expect(merger.left()).toEqual([]);
    expect(told[0]).toMatchObject({ conflicts: 0, left: 0 });
    expect(await conflicts()).toEqual([]);
  });

  it('leaves what both say otherwise as it stands, and puts it to the analyst with both', async () => {
    await layAnnotations(withPassage(lock.id, { label: 'gap', note: richTextFromPlain('Theirs') }));
    await merger.meet([copyName()]);
    expect((await annotations()).passages.find(({ id }) => id === lock.id)).toMatchObject({
      label: lock.label,
      note: lock.note,
    });
    expect(await conflicts()).toMatchObject([
      {
        what: 'passage',
        title: 'lock',
        place: { articleId, passageId: lock.id },
        contested: [{ field: 'label', standing: lock.label, other: 'gap' }],
        from: copyName(),
      },
      { contested: [{ field: 'note', standing: null, other: richTextFromPlain('Theirs') }] },
    ]);
    expect(succeed(await handlers['counts:get']({})).toReview.conflict).toBe(2);
    expect(told).toEqual([{ merged: 1, conflicts: 2, left: 0 }]);
  });

  it('asks nothing of what was only changed here since the sync', async () => {
    await layAnnotations((file) => file);
    await editPassage(bench, articleId, lock.id, { kind: 'label', label: 'gap' });
    await merger.meet([copyName()]);
    expect(await conflicts()).toEqual([]);
    expect((await annotations()).passages.find(({ id }) => id === lock.id)?.label).toBe('gap');
  });

  it.each([
    'annotations-DESKTOP-ABC.json',
    'annotations 2.json',
    'annotations (1).json',
    'annotations (SFConflict anna@example.org 2024-05-01-10-15-00).json',
    'annotations_conflict-20240501-101500.json',
    'annotations [conflicted].json',
    'annotations (Case Conflict).json',
    'annotations (anna@laptop).json',
    'annotations.json.orig',
    'annotations.Conflict.json',
  ])('is merged whatever sync has laid it down: %s', async (copy) => {
    const theirs = samplePassage('Monday');
    await layCopy<AnnotationsFile>(nameOf('annotations.json'), nameOf(copy), (file) => ({
      ...file,
      passages: [...file.passages, theirs],
    }));
    await merger.meet([nameOf(copy)]);
    expect((await annotations()).passages.map(({ id }) => id)).toContain(theirs.id);
    expect(existsSync(pathOf(nameOf(copy)))).toBe(false);
    expect(existsSync(pathOf(`trash/copies/${nameOf(copy)}`))).toBe(true);
  });

  it('that a hand has made is named, and merged where somebody asks for it', async () => {
    const theirs = samplePassage('Monday');
    const copy = nameOf('before I cleaned up.json');
    await layCopy<AnnotationsFile>(nameOf('annotations.json'), copy, (file) => ({
      ...file,
      passages: [...file.passages, theirs],
    }));
    await merger.meet([copy]);
    expect(merger.left()).toEqual([{ kind: 'copy-left', name: copy, why: 'by-hand' }]);
    expect((await annotations()).passages.map(({ id }) => id)).not.toContain(theirs.id);
    succeed(await handlers['review:merge-copy']({ name: copy }));
    expect((await annotations()).passages.map(({ id }) => id)).toContain(theirs.id);
    expect(merger.left()).toEqual([]);
  });

  it('that speaks of another article is named, and nothing is taken from it', async () => {
    const other = await addArticle(bench, 'Another text.', { title: 'Another' });
    const copy = nameOf('annotations 2.json');
    await layCopy(`articles/${other}/annotations.json`, copy, (file) => file);
    await merger.meet([copy]);
    expect(merger.left()).toEqual([{ kind: 'copy-left', name: copy, why: 'other-record' }]);
    expect(existsSync(pathOf(copy))).toBe(true);
  });

  it('is never the folder of an article itself, whose name another program has written in capitals', async () => {
    const capitals = `articles/${articleId.toUpperCase()}`;
    await rename(pathOf(`articles/${articleId}`), pathOf(capitals));
    const names = ['annotations.json', 'article.json', 'body.json'].map((file) => `${capitals}/${file}`);
    await merger.meet(names);
    for (const name of names) expect(existsSync(pathOf(name))).toBe(true);
    expect(merger.left().map(({ why }) => why)).toEqual(names.map(() => 'no-original'));
    await rename(pathOf(capitals), pathOf(`articles/${articleId}`));
  });

  it('is nothing where a person keeps something of his own there', async () => {
    await writeFile(pathOf(nameOf('notes.txt')), 'my notes');
    await writeFile(pathOf('table.json'), '{"rows": []}');
    await merger.meet([nameOf('notes.txt'), 'table.json']);
    expect(merger.left()).toEqual([]);
    expect(told).toEqual([]);
  });

  it('is not asked of twice where it is laid down again', async () => {
    for (const copy of [copyName(), nameOf('annotations (Anna’s conflicted copy 2024-05-01).json')]) {
      await layCopy(nameOf('annotations.json'), copy, withPassage(lock.id, { label: 'gap' }));
      await merger.meet([copy]);
    }
    expect(await conflicts()).toHaveLength(1);
  });

  it('that says nothing else goes to the trash and leaves no step of undo', async () => {
    await layCopy(nameOf('article.json'), nameOf(`article.${MARK}.json`), (content) => content);
    await layAnnotations((file) => file);
    const before = bench.archive.undoState();
    await merger.meet([nameOf(`article.${MARK}.json`), copyName()]);
    expect(told).toEqual([{ merged: 2, conflicts: 0, left: 0 }]);
    expect(bench.archive.undoState()).toEqual(before);
  });

  it('of what is written once is left where it says something else, and named until it is gone', async () => {
    const copy = nameOf(`body.${MARK}.json`);
    await writeFile(
      pathOf(copy),
      (await readFile(pathOf(nameOf('body.json')), 'utf8')).replace('Monday', 'Friday'),
    );
    await merger.meet([copy]);
    expect(merger.left()).toEqual([{ kind: 'copy-left', name: copy, why: 'written-once' }]);
    expect(succeed(await handlers['review:list']({}))).toContainEqual(merger.left()[0]);
    expect(succeed(await handlers['counts:get']({})).toReview['copy-left']).toBe(1);
    await bench.archive.putAwayCopy(copy);
    await merger.meet([copy]);
    expect(merger.left()).toEqual([]);
    expect(told).toHaveLength(2);
  });

  it.each([
    ['damaged', '{"version":'],
    ['newer', '{"version":99}'],
  ] as const)('that is %s is left as it is', async (why, content) => {
    await writeFile(pathOf(copyName()), content);
    await merger.meet([copyName()]);
    expect(merger.left()).toEqual([{ kind: 'copy-left', name: copyName(), why }]);
    expect(await readFile(pathOf(copyName()), 'utf8')).toBe(content);
  });

  it('lies in the trash until that is emptied, and is told of there', async () => {
    await layAnnotations(withPassage(lock.id, { label: 'gap' }));
    await merger.meet([copyName()]);
    const names = async () => succeed(await handlers['trash:copies']({})).map(({ name }) => name);
    expect(await names()).toEqual([copyName()]);
    expect(succeed(await handlers['trash:past-term']({}))).toEqual([]);
    expect(succeed(await handlers['trash:empty']({}))).toEqual({ removed: 1, held: 0 });
    expect(await names()).toEqual([]);
    expect(existsSync(pathOf(`trash/copies/${copyName()}`))).toBe(false);
  });

  it('keeps an earlier one of its name in the trash', async () => {
    for (const label of ['gap', 'view'] as const) {
      await layAnnotations(withPassage(lock.id, { label }));
      await merger.meet([copyName()]);
    }
    const kept = await readdir(dirname(pathOf(`trash/copies/${copyName()}`)));
    expect(kept.toSorted()).toEqual([`annotations.${MARK}-2.json`, `annotations.${MARK}.json`]);
  });

  it('passes over files that are no copies, or are copies of nothing of ours', async () => {
    await writeFile(pathOf('report (conflicted copy 2024-05-01).json'), '{}');
    await merger.meet(['report (conflicted copy 2024-05-01).json', 'tags.json']);
    expect(existsSync(pathOf('report (conflicted copy 2024-05-01).json'))).toBe(true);
    expect(told).toEqual([]);
  });

  it('is merged in a step that undo takes back', async () => {
    const theirs = samplePassage('Monday');
    await layAnnotations((file) => ({ ...file, passages: [...file.passages, theirs] }));
    await merger.meet([copyName()]);
    expect(succeed(await handlers['undo:undo']({})).name).toBe('merge-copy');
    expect((await annotations()).passages.map(({ id }) => id)).not.toContain(theirs.id);
  });

  it('has an edit that was begun before it refused once where it would write over the other side', async () => {
    await editPassage(bench, articleId, lock.id, { kind: 'label', label: 'data' });
    const older = (await annotations()).passages.find(({ id }) => id === lock.id) ?? lock;
    await editPassage(bench, articleId, lock.id, { kind: 'label', label: 'claim' });
    await writeFile(
      pathOf(nameOf('annotations.json')),
      JSON.stringify(withPassage(lock.id, older)(await annotations())),
    );
    await bench.archive.lookOutside([nameOf('annotations.json')]);
    bench.archive.seeOutsideChanges();
    await layAnnotations(withPassage(lock.id, { ...lock, label: 'view', updatedAt: older.updatedAt }));
    await merger.meet([copyName()]);
    expect((await annotations()).passages.find(({ id }) => id === lock.id)?.label).toBe('view');
    const edit = () =>
      handlers['passage:edit']({ articleId, passageId: lock.id, edit: { kind: 'label', label: 'gap' } });
    expect(codeOf(await edit())).toBe('changed-outside');
    succeed(await edit());
  });
});

describe('the choice between two versions', () => {
  const settle = async (takes: 'standing' | 'other') =>
    handlers['review:settle-conflict']({
      conflictIds: (await conflicts()).map(({ conflictId }) => conflictId),
      takes,
    });
  const labelOf = async () => (await annotations()).passages.find(({ id }) => id === lock.id)?.label;

  beforeEach(async () => {
    await layAnnotations(withPassage(lock.id, { label: 'gap' }));
    await merger.meet([copyName()]);
  });

  it('of the other takes it; undone, it waits again', async () => {
    succeed(await settle('other'));
    expect(await labelOf()).toBe('gap');
    expect(await conflicts()).toEqual([]);
    expect(succeed(await handlers['undo:undo']({}))).toMatchObject({
      name: 'settle-conflict',
      place: { view: 'review' },
    });
    expect(await labelOf()).toBe(lock.label);
    expect(await conflicts()).toHaveLength(1);
  });

  it('of what stands leaves it; undone, it waits again', async () => {
    succeed(await settle('standing'));
    expect(await labelOf()).toBe(lock.label);
    expect(await conflicts()).toEqual([]);
    succeed(await handlers['undo:undo']({}));
    expect(await conflicts()).toHaveLength(1);
  });

  it('outlasts a start, and is no choice any more once the record says the same by hand', async () => {
    bench = await bench.reopen();
    handlers = createHandlers(bench.deps);
    expect(await conflicts()).toHaveLength(1);
    await editPassage(bench, articleId, lock.id, { kind: 'label', label: 'gap' });
    expect(await conflicts()).toEqual([]);
  });

  it('fails where somebody has chosen meanwhile', async () => {
    const [conflict] = await conflicts();
    succeed(await settle('standing'));
    const again = handlers['review:settle-conflict']({
      conflictIds: conflict === undefined ? [] : [conflict.conflictId],
      takes: 'other',
    });
    expect(codeOf(await again)).toBe('not-found');
  });
});

describe('a conflict copy of the whole folder of an article', () => {
  const folder = (): string => `articles/${articleId} (Anna’s conflicted copy 2024-05-01)`;
  const layFolder = async (
    change: (file: AnnotationsFile) => AnnotationsFile,
  ): Promise<readonly string[]> => {
    copyTree(pathOf(`articles/${articleId}`), pathOf(folder()));
    const name = `${folder()}/annotations.json`;
    await layCopy(nameOf('annotations.json'), name, change);
    return (await readdir(pathOf(folder()))).map((file) => `${folder()}/${file}`);
  };

  it('is merged as its files are: what both say otherwise waits with both values, and it lies in the trash', async () => {
    const theirs = samplePassage('Monday');
    const names = await layFolder((file) => {
      const changed = withPassage(lock.id, { label: 'gap' })(file);
      return { ...changed, passages: [...changed.passages, theirs] };
    });
    await editPassage(bench, articleId, lock.id, { kind: 'label', label: 'data' });
    await merger.meet(names);
    const { passages } = await annotations();
    expect(passages.map(({ id }) => id)).toContain(theirs.id);
    const [waiting] = await conflicts();
    expect(waiting?.contested).toEqual([{ field: 'label', standing: 'data', other: 'gap' }]);
    expect(existsSync(pathOf(folder()))).toBe(false);
    const kept = await readdir(pathOf(`trash/copies/${folder()}`));
    expect(kept).toEqual(expect.arrayContaining(['annotations.json', 'article.json', 'body.json']));
    expect(kept.some((file) => file.startsWith('original.'))).toBe(true);
    expect(merger.left()).toEqual([]);
  });

  it('stays where it is and is named where a file that is written once says something else', async () => {
    const names = await layFolder((file) => file);
    const body = `${folder()}/body.json`;
    await writeFile(pathOf(body), (await readFile(pathOf(body), 'utf8')).replace('lock', 'gate'));
    await merger.meet(names);
    expect(merger.left()).toEqual([{ kind: 'copy-left', name: body, why: 'written-once' }]);
    const rest = await readdir(pathOf(folder()));
    expect(rest).toContain('body.json');
    expect(rest.some((file) => file.startsWith('original.'))).toBe(true);
  });
});

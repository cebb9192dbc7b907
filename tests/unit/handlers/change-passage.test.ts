import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Input } from '#domain/contract/requests.ts';
import { type ArticleId, passageIdSchema } from '#domain/ids.ts';
import type { PassageEdit } from '#domain/passage/edit/passage-edit.ts';
import { type Passage, passageQuote } from '#domain/passage/passage.ts';
import { richTextFromPlain } from '#domain/rich-text.ts';
import { ungraded } from '#domain/tradecraft/grade.ts';
import { createMemoHandlers } from '#electron/handlers/memo/memo-handlers.ts';
import { createPassageHandlers } from '#electron/handlers/passage/passage-handlers.ts';
import { createSourceHandlers } from '#electron/handlers/source/source-handlers.ts';
import { createTagHandlers } from '#electron/handlers/tag/tag-handlers.ts';
import { createTrashHandlers } from '#electron/handlers/trash/trash-handlers.ts';
import { newPassageId, newTaskId } from '../../support/archive/sample-ids.ts';
import { rangeOf } from '../../support/texts/range-of.ts';
import { addArticle, addMemo, cite } from '../../support/workbench/add-records.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import { createActs } from '../../support/workbench/create-acts.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

const text = [
  'The port 🌉 closed, officials said.',
  '“Nobody was told,” a pilot said. “Nobody asked.”',
  'Cafe\u0301 owners near the quay were not surprised.',
].join('\n');
const otherText = 'The quay stayed shut.';

let bench: Workbench;
const acts = createActs(() => bench);
let articleId: ArticleId;
let otherId: ArticleId;
const handlers = () => createPassageHandlers(bench.deps);

benchForEach(async (opened) => {
  bench = opened;
  articleId = await addArticle(bench, text);
  otherId = await addArticle(bench, otherText);
});

const add = (quotes: readonly string[], said: Partial<Input<'passage:add'>> = {}) =>
  acts.add(articleId, text, quotes, said);
const stored = async () => succeed(await bench.archive.annotations(articleId));
const bytes = () => readFile(join(bench.archive.folder, 'articles', articleId, 'annotations.json'), 'utf8');
const quoteOf = (passage: Passage | undefined) => (passage === undefined ? null : passageQuote(passage));

/** Does `act`, takes it back and does it again, and expects the very bytes of before and after. */
const expectOneStep = async (act: () => Promise<unknown>, name: string): Promise<void> => {
  const before = await bytes();
  await act();
  const after = await bytes();
  expect(after).not.toBe(before);
  expect(succeed(await bench.archive.undo()).name).toBe(name);
  expect(await bytes()).toBe(before);
  succeed(await bench.archive.redo());
  expect(await bytes()).toBe(after);
};

const tag = acts.ensureTag;
const source = (name: string) => acts.ensureSource(name, 'person');
/** A passage of another article. */
const another = () => acts.add(otherId, otherText, 'The quay', { label: 'data' });

describe('moving the boundaries', () => {
  it('is one step, and back to the very bytes', async () => {
    const { id: passageId } = await add(['closed']);
    const ranges = [rangeOf(text, 'port 🌉 closed, officials')];
    await expectOneStep(
      async () =>
        succeed(await handlers()['passage:edit']({ articleId, passageId, edit: { kind: 'resize', ranges } })),
      'resize-passage',
    );
    expect(quoteOf((await stored()).passages[0])).toBe('port 🌉 closed, officials');
  });

  it('moves the ranges of an interrupted quotation each for itself', async () => {
    const { id: passageId } = await add(['“Nobody was told,”', '“Nobody asked.”']);
    const ranges = [rangeOf(text, 'Nobody was told'), rangeOf(text, 'Nobody asked')];
    const moved = succeed(
      await handlers()['passage:edit']({ articleId, passageId, edit: { kind: 'resize', ranges } }),
    );
    expect(passageQuote(moved)).toBe('Nobody was told … Nobody asked');
  });

  it('asks the quotation marks anew where they had said how it was said, and nobody where the analyst had', async () => {
    const resize = async (passage: Passage, quote: string) =>
      succeed(
        await handlers()['passage:edit']({
          articleId,
          passageId: passage.id,
          edit: { kind: 'resize', ranges: [rangeOf(text, quote)] },
        }),
      ).manner;
    const direct = await add(['Nobody was told']);
    expect(direct.manner).toBe('direct');
    expect(await resize(direct, '“Nobody was told,” a pilot said')).toBeNull();
    expect(await resize(direct, 'Nobody asked')).toBe('direct');
    const said = await add(['Nobody was told'], { manner: 'paraphrase' });
    expect(await resize(said, 'Nobody asked')).toBe('paraphrase');
  });
});

describe('splitting a passage', () => {
  const whole = '“Nobody was told,” a pilot said. “Nobody asked.”';
  const split = async (passageId: Passage['id'], before: string) =>
    handlers()['passage:split']({ articleId, passageId, at: text.indexOf(before), secondId: newPassageId() });

  it('is one step, and back to the very bytes', async () => {
    const { id } = await add([whole]);
    await expectOneStep(async () => succeed(await split(id, '“Nobody asked')), 'split-passage');
    expect((await stored()).passages.map(quoteOf)).toEqual([
      '“Nobody was told,” a pilot said.',
      '“Nobody asked.”',
    ]);
  });

  it('says of both parts what was said of the words', async () => {
    const said = {
      label: 'view' as const,
      tagIds: [await tag('Port')],
      sourceId: await source('A pilot'),
      grade: { reliability: 'B' as const, credibility: 3 as const },
      manner: 'paraphrase' as const,
      basis: 'background' as const,
    };
    const { id } = await add([whole], said);
    const { first, second } = succeed(await split(id, '“Nobody asked'));
    expect(first).toMatchObject({ ...said, id });
    expect(second).toMatchObject(said);
    expect(second.id).not.toBe(id);
  });

  it('leaves note, follow-ups, relations and the citations of memos with the first part', async () => {
    const passage = await add([whole], {
      note: richTextFromPlain('Ask again.'),
      tasks: [{ id: newTaskId(), title: 'Ask the pilot', kind: 'contact', due: null, owner: null }],
    });
    const other = { articleId: otherId, passageId: (await another()).id };
    const on = { articleId, passageId: passage.id };
    const related = succeed(await handlers()['passage:relate']({ ...on, type: 'contradicts', other }));
    const memoId = await addMemo(bench, 'Port', [cite(articleId, related)]);

    const { first, second } = succeed(await split(passage.id, '“Nobody asked'));
    expect(first.note).toEqual(passage.note);
    expect(first.relations).toEqual([{ type: 'contradicts', ...other }]);
    expect(second).toMatchObject({ note: null, relations: [] });
    expect((await stored()).tasks.map(({ passageId }) => passageId)).toEqual([first.id]);
    const open = succeed(await createMemoHandlers(bench.deps)['memo:open']({ memoId }));
    expect(open.citations.map(({ passageId, state }) => ({ passageId, state }))).toEqual([
      { passageId: first.id, state: 'changed' },
    ]);
  });

  it('gives "confirmed" to the second part only with the reason for it', async () => {
    const grade = { reliability: 'B' as const, credibility: 1 as const };
    const reasoned = await add([whole], { grade, confirmedBecause: 'Seen by myself.' });
    expect(succeed(await split(reasoned.id, '“Nobody asked')).second).toMatchObject({
      grade,
      confirmedBecause: 'Seen by myself.',
    });

    const one = await add([whole], { sourceId: await source('A pilot') });
    const supporting = succeed(
      await handlers()['passage:edit']({
        articleId: otherId,
        passageId: (await another()).id,
        edit: { kind: 'source', sourceId: await source('A watchman') },
      }),
    );
    const on = { articleId, passageId: one.id };
    const other = { articleId: otherId, passageId: supporting.id };
    succeed(await handlers()['passage:relate']({ ...other, type: 'supports', other: on }));
    succeed(
      await handlers()['passage:edit']({ ...on, edit: { kind: 'grade', grade, confirmedBecause: null } }),
    );
    const parts = succeed(await split(one.id, '“Nobody asked'));
    expect(parts.first.grade).toEqual(grade);
    expect(parts.second.grade).toEqual({ reliability: 'B', credibility: null });
  });

  it('parts an interrupted quotation between its ranges', async () => {
    const { id } = await add(['“Nobody was told,”', '“Nobody asked.”']);
    const { first, second } = succeed(await split(id, 'a pilot said'));
    expect([first, second].map(quoteOf)).toEqual(['“Nobody was told,”', '“Nobody asked.”']);
  });

  it('is refused outside the passage, within a character, and where it is gone', async () => {
    const { id } = await add(['port 🌉 closed']);
    expect(codeOf(await split(id, 'port'))).toBe('cut-outside-passage');
    expect(codeOf(await split(id, 'officials'))).toBe('cut-outside-passage');
    const inside = { articleId, passageId: id, at: text.indexOf('🌉') + 1 };
    expect(codeOf(await handlers()['passage:split']({ ...inside, secondId: newPassageId() }))).toBe(
      'range-not-on-grapheme',
    );
    succeed(await handlers()['passage:edit']({ articleId, passageId: id, edit: { kind: 'delete' } }));
    expect(codeOf(await split(id, 'closed'))).toBe('not-found');
  });
});

describe('duplicating a passage', () => {
  it('is one step, and back to the very bytes', async () => {
    const { id: passageId } = await add(['closed']);
    await expectOneStep(
      async () =>
        succeed(await handlers()['passage:duplicate']({ articleId, passageId, duplicateId: newPassageId() })),
      'duplicate-passage',
    );
  });

  it('lays the same words under the same description, and takes over nothing that was judged or said', async () => {
    const described = {
      label: 'view' as const,
      tagIds: [await tag('Port')],
      sourceId: await source('A pilot'),
      manner: 'paraphrase' as const,
      basis: 'unnamed' as const,
    };
    const passage = await add(['closed'], {
      ...described,
      grade: { reliability: 'B', credibility: 1 },
      confirmedBecause: 'Seen.',
      note: richTextFromPlain('Look at this.'),
      tasks: [{ id: newTaskId(), title: 'Look', kind: 'verify', due: null, owner: null }],
    });
    const other = { articleId: otherId, passageId: (await another()).id };
    const on = { articleId, passageId: passage.id };
    succeed(await handlers()['passage:relate']({ ...on, type: 'repeats', other }));
    const duplicate = succeed(await handlers()['passage:duplicate']({ ...on, duplicateId: newPassageId() }));
    expect(duplicate).toMatchObject({
      ...described,
      selectors: passage.selectors,
      grade: ungraded,
      confirmedBecause: null,
      note: null,
      relations: [],
    });
    expect(duplicate.id).not.toBe(passage.id);
    expect((await stored()).tasks.map(({ passageId }) => passageId)).toEqual([passage.id]);
  });

  it('is refused for a passage that is gone', async () => {
    const passageId = passageIdSchema.parse('018f0000-0000-7000-8000-00000000ffff');
    expect(
      codeOf(await handlers()['passage:duplicate']({ articleId, passageId, duplicateId: newPassageId() })),
    ).toBe('not-found');
  });
});

describe('repeating tags and speaker', () => {
  it('adds the tags and sets the speaker in one step, and back to the very bytes', async () => {
    const [port, quay] = [await tag('Port'), await tag('Quay')];
    const sourceId = await source('A pilot');
    const { id: passageId } = await add(['closed'], { tagIds: [port] });
    await expectOneStep(
      async () =>
        succeed(
          await handlers()['passage:edit']({
            articleId,
            passageId,
            edit: { kind: 'repeat', tagIds: [quay, port], sourceId },
          }),
        ),
      'repeat-passage',
    );
    expect((await stored()).passages[0]).toMatchObject({ tagIds: [port, quay], sourceId });
  });

  it('leaves the speaker where there is none to repeat', async () => {
    const sourceId = await source('A pilot');
    const { id: passageId } = await add(['closed'], { sourceId });
    const edit: PassageEdit = { kind: 'repeat', tagIds: [await tag('Quay')], sourceId: null };
    expect(succeed(await handlers()['passage:edit']({ articleId, passageId, edit })).sourceId).toBe(sourceId);
  });

  it('repeats what is still there of tags and a speaker that were deleted meanwhile', async () => {
    const [port, quay] = [await tag('Port'), await tag('Quay')];
    const [pilot, broker] = [await source('A pilot'), await source('A broker')];
    const { id: passageId } = await add(['closed'], { sourceId: broker });
    succeed(await createTagHandlers(bench.deps)['tag:delete']({ tagId: port }));
    succeed(await createSourceHandlers(bench.deps)['source:delete']({ sourceId: pilot }));
    const edit: PassageEdit = { kind: 'repeat', tagIds: [port, quay], sourceId: pilot };
    const repeated = succeed(await handlers()['passage:edit']({ articleId, passageId, edit }));
    expect(repeated).toMatchObject({ tagIds: [quay], sourceId: broker });
  });

  it('is no step where nothing of it is there any more', async () => {
    const port = await tag('Port');
    const { id: passageId } = await add(['closed']);
    succeed(await createTagHandlers(bench.deps)['tag:delete']({ tagId: port }));
    const before = await bytes();
    succeed(
      await handlers()['passage:edit']({
        articleId,
        passageId,
        edit: { kind: 'repeat', tagIds: [port], sourceId: null },
      }),
    );
    expect(await bytes()).toBe(before);
    expect(succeed(await bench.archive.undo()).name).toBe('delete-tag');
  });
});

describe('relabelling, trash and back', () => {
  it('relabels in one step, and back to the very bytes', async () => {
    const { id: passageId } = await add(['closed']);
    await expectOneStep(
      async () =>
        succeed(
          await handlers()['passage:edit']({ articleId, passageId, edit: { kind: 'label', label: 'gap' } }),
        ),
      'relabel-passage',
    );
  });

  it('goes to the trash with its follow-ups, is undone to the very bytes, and comes back from there with them', async () => {
    const tasks = [
      { id: newTaskId(), title: 'Ask the pilot', kind: 'contact' as const, due: null, owner: null },
    ];
    const { id: passageId } = await add(['closed'], { tasks });
    const before = await stored();
    await expectOneStep(
      async () =>
        succeed(await handlers()['passage:edit']({ articleId, passageId, edit: { kind: 'delete' } })),
      'delete-passage',
    );
    succeed(
      await createTrashHandlers(bench.deps)['trash:restore']({ rows: [{ kind: 'passage', id: passageId }] }),
    );
    const back = await stored();
    const withoutTimes = ({ passages, tasks: its }: typeof before) =>
      [...passages, ...its].map((record) => ({ ...record, updatedAt: null }));
    expect(withoutTimes(back)).toEqual(withoutTimes(before));
  });
});

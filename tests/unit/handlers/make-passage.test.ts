import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { requests } from '#domain/contract/requests.ts';
import { type ArticleId, newPassageIdSchema, passageIdSchema } from '#domain/ids.ts';
import type { Result } from '#domain/result.ts';
import { createPassageHandlers } from '#electron/handlers/passage/passage-handlers.ts';
import { newPassageId, newTaskId } from '../../support/archive/sample-ids.ts';
import { addArticle } from '../../support/workbench/add-records.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import { addingOf, editPassage } from '../../support/workbench/create-acts.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

const text = 'The port closed, officials said. Nobody was told.';
const task = { title: 'Ask the port', kind: 'gap', due: null, owner: null } as const;

let bench: Workbench;
let articleId: ArticleId;
const handlers = () => createPassageHandlers(bench.deps);
const bytes = () => readFile(join(bench.archive.folder, 'articles', articleId, 'annotations.json'), 'utf8');
const adding = (quote = 'The port closed, officials said') => ({
  ...addingOf(articleId, text, [quote]),
  tasks: [{ id: newTaskId(), ...task }],
});

benchForEach(async (opened) => {
  bench = opened;
  articleId = await addArticle(bench, text);
});

describe('a passage that is made under an id of its own', () => {
  it('bears that id', async () => {
    const input = adding();
    expect(succeed(await handlers()['passage:add'](input)).id).toBe(input.passageId);
  });

  it('is not made twice where it is asked for again, and neither are its follow-ups', async () => {
    const input = adding();
    const made = succeed(await handlers()['passage:add'](input));
    const before = await bytes();
    expect(succeed(await handlers()['passage:add'](input))).toEqual(made);
    expect(await bytes()).toBe(before);
    succeed(await bench.archive.undo());
    expect(succeed(await bench.archive.annotations(articleId)).passages).toEqual([]);
  });

  it('is refused with a follow-up under an id that another bears', async () => {
    const { tasks, ...input } = adding();
    succeed(await handlers()['passage:add']({ ...input, tasks }));
    expect(codeOf(await handlers()['passage:add']({ ...adding('Nobody was told'), tasks }))).toBe(
      'invalid-input',
    );
    const elsewhere = { ...addingOf(await addArticle(bench, text), text, ['Nobody was told']), tasks };
    expect(codeOf(await handlers()['passage:add'](elsewhere))).toBe('invalid-input');
  });

  it('is refused under an id that other content bears, here or in another article', async () => {
    const input = adding();
    succeed(await handlers()['passage:add'](input));
    const { id: otherId } = succeed(await handlers()['passage:add'](adding('Nobody was told')));
    const before = await bytes();
    const { passageId } = input;
    expect(codeOf(await handlers()['passage:add']({ ...adding('Nobody'), passageId }))).toBe('invalid-input');
    const elsewhere = { ...adding(), passageId, articleId: await addArticle(bench, text) };
    expect(codeOf(await handlers()['passage:add'](elsewhere))).toBe('invalid-input');
    const duplicating = { articleId, passageId, duplicateId: otherId };
    expect(codeOf(await handlers()['passage:duplicate'](duplicating))).toBe('invalid-input');
    const splitting = { articleId, passageId, at: text.indexOf('closed'), secondId: passageId };
    expect(codeOf(await handlers()['passage:split'](splitting))).toBe('invalid-input');
    expect(await bytes()).toBe(before);
  });

  it('is refused where it was deleted meanwhile: nothing comes back unasked', async () => {
    const input = adding();
    succeed(await handlers()['passage:add'](input));
    await editPassage(bench, articleId, input.passageId, { kind: 'delete' });
    expect(codeOf(await handlers()['passage:add'](input))).toBe('invalid-input');
  });

  it.each([
    ['a duplicate', 'passage:duplicate', 'duplicateId'],
    ['a second part', 'passage:split', 'secondId'],
  ] as const)('is %s, made once where it is asked for twice', async (_what, name, field) => {
    const { id: passageId } = succeed(await handlers()['passage:add'](adding()));
    const madeId = newPassageId();
    const input = { articleId, passageId, at: text.indexOf(', officials') + 1, [field]: madeId };
    const make = async (): Promise<unknown> => {
      const answer: Result<unknown, AppError> = await handlers()[name](input as never);
      return succeed(answer);
    };
    const made = await make();
    const before = await bytes();
    expect(await make()).toEqual(made);
    expect(await bytes()).toBe(before);
    const { passages } = succeed(await bench.archive.annotations(articleId));
    expect(passages.map(({ id }) => id).toSorted()).toEqual([passageId, madeId].toSorted());
  });
});

describe('the id of a new passage', () => {
  const random = '6f1b2f6e-3b1a-4a52-9c55-0d8f0f8e6a11';
  it('is a UUIDv7 in lower case', () => {
    const id = newPassageId();
    expect(newPassageIdSchema.safeParse(id).success).toBe(true);
    expect(newPassageIdSchema.safeParse(random).success).toBe(false);
    expect(newPassageIdSchema.safeParse(id.toUpperCase()).success).toBe(false);
    const input = { ...adding(), passageId: random };
    expect(requests['passage:add'].input.safeParse(input).success).toBe(false);
  });

  it('is no condition for one that is there: an archive that others wrote is read, and edited', async () => {
    const passageId = passageIdSchema.parse(random);
    succeed(await handlers()['passage:add']({ ...adding(), passageId }));
    bench = await bench.reopen();
    const edit = { kind: 'label', label: 'gap' } as const;
    expect(requests['passage:edit'].input.safeParse({ articleId, passageId, edit }).success).toBe(true);
    expect((await editPassage(bench, articleId, passageId, edit)).label).toBe('gap');
  });
});

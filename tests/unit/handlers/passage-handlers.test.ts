import { describe, expect, it } from 'vitest';
import { type ArticleId, passageIdSchema, sourceIdSchema, tagIdSchema } from '#domain/ids.ts';
import { quotesOf } from '#domain/passage/passage.ts';
import { richTextFromPlain } from '#domain/rich-text.ts';
import { createUndoHandlers } from '#electron/handlers/archive/undo-handlers.ts';
import { createPassageHandlers } from '#electron/handlers/passage/passage-handlers.ts';
import { createSourceHandlers } from '#electron/handlers/source/source-handlers.ts';
import { createTagHandlers } from '#electron/handlers/tag/tag-handlers.ts';
import { newSourceId, newTagId, newTaskId } from '../../support/archive/sample-ids.ts';
import { rangeOf } from '../../support/texts/range-of.ts';
import { addArticle } from '../../support/workbench/add-records.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import { addingOf } from '../../support/workbench/create-acts.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

const text = [
  'The port 🌉 closed, officials said.',
  '“Nobody was told,” a pilot said. “Nobody asked.”',
  'Cafe\u0301 owners near the quay were not surprised.',
].join('\n');

let bench: Workbench;
let articleId: ArticleId;
const handlers = () => createPassageHandlers(bench.deps);

const adding = (...quotes: readonly string[]) => addingOf(articleId, text, quotes);
const add = async (quote: string) => succeed(await handlers()['passage:add'](adding(quote)));
const stored = async () => succeed(await bench.archive.annotations(articleId));

benchForEach(async (opened) => {
  bench = opened;
  articleId = await addArticle(bench, text);
});

describe('adding a passage', () => {
  it('keeps the quote verbatim, with its context and its place in code points', async () => {
    const passage = await add('closed, officials');
    expect(passage.selectors).toEqual([
      {
        quote: {
          exact: 'closed, officials',
          prefix: 'The port 🌉 ',
          suffix: ' said.\n“Nobody was told,” a pilo',
        },
        occurrence: { number: 1, of: 1 },
        position: { start: 11, end: 28 },
      },
    ]);
    expect((await stored()).passages).toEqual([passage]);
  });

  it('keeps an interrupted quotation as one passage, in the order of the text', async () => {
    const added = await handlers()['passage:add'](adding('“Nobody asked.”', '“Nobody was told,”'));
    expect(quotesOf(succeed(added))).toEqual(['“Nobody was told,”', '“Nobody asked.”']);
  });

  it('hears quotation marks, unless the analyst says how it was said', async () => {
    expect((await add('Nobody was told')).manner).toBe('direct');
    expect((await add('officials said')).manner).toBeNull();
    const said = await handlers()['passage:add']({ ...adding('Nobody asked'), manner: 'paraphrase' });
    expect(succeed(said).manner).toBe('paraphrase');
  });

  it('allows any overlap with another passage', async () => {
    await add('port 🌉 closed');
    await add('closed, officials');
    await add('closed');
    expect((await stored()).passages).toHaveLength(3);
  });

  it.each([
    ['inside an emoji', { start: text.indexOf('🌉') + 1, end: text.indexOf('🌉') + 6 }],
    ['between a letter and its accent', { start: text.indexOf('Cafe'), end: text.indexOf('Cafe') + 4 }],
  ])('refuses a range that begins or ends %s', async (_where, range) => {
    const added = await handlers()['passage:add']({ ...adding(), ranges: [range] });
    expect(codeOf(added)).toBe('range-not-on-grapheme');
    expect((await stored()).passages).toEqual([]);
  });

  it('refuses a range that leaves the text, and ranges of one passage that overlap', async () => {
    const outside = { start: 3, end: text.length + 1 };
    expect(codeOf(await handlers()['passage:add']({ ...adding(), ranges: [outside] }))).toBe('invalid-input');
    expect(codeOf(await handlers()['passage:add'](adding('port 🌉 closed', 'closed')))).toBe('invalid-input');
  });

  it('takes passage and follow-ups back in one step', async () => {
    const tasks = [
      { id: newTaskId(), title: 'Ask the pilot', kind: 'contact' as const, due: null, owner: null },
    ];
    const passage = succeed(await handlers()['passage:add']({ ...adding('a pilot'), tasks }));
    expect((await stored()).tasks).toMatchObject([
      { title: 'Ask the pilot', passageId: passage.id, state: 'open' },
    ]);

    const undone = succeed(await createUndoHandlers(bench.deps)['undo:undo']({}));
    expect(undone).toMatchObject({
      name: 'add-passage',
      place: { view: 'article', articleId, passageId: null },
    });
    expect(await stored()).toMatchObject({ passages: [], tasks: [] });

    const redone = succeed(await createUndoHandlers(bench.deps)['undo:redo']({}));
    expect(redone.place).toEqual({ view: 'article', articleId, passageId: passage.id });
    expect((await stored()).passages).toEqual([passage]);
  });

  it('refuses a tag or a source that is not there', async () => {
    const tagIds = [tagIdSchema.parse('018f0000-0000-7000-8000-00000000ffff')];
    const sourceId = sourceIdSchema.parse('018f0000-0000-7000-8000-00000000ffff');
    expect(codeOf(await handlers()['passage:add']({ ...adding('port'), tagIds }))).toBe('not-found');
    expect(codeOf(await handlers()['passage:add']({ ...adding('port'), sourceId }))).toBe('not-found');
  });
});

describe('changing a passage', () => {
  it('changes what is said of it, one step each', async () => {
    const { id: passageId } = await add('closed');
    const on = { articleId, passageId };
    succeed(await handlers()['passage:edit']({ ...on, edit: { kind: 'label', label: 'gap' } }));
    succeed(
      await handlers()['passage:edit']({
        ...on,
        edit: { kind: 'manner', manner: 'unattributed', basis: 'background' },
      }),
    );
    succeed(
      await handlers()['passage:edit']({
        ...on,
        edit: { kind: 'resize', ranges: [rangeOf(text, 'port 🌉 closed')] },
      }),
    );
    const [passage] = (await stored()).passages;
    expect(passage).toMatchObject({ label: 'gap', manner: 'unattributed', basis: 'background' });
    expect(passage && quotesOf(passage)[0]).toBe('port 🌉 closed');
    expect(succeed(await bench.archive.undo()).name).toBe('resize-passage');
  });

  it('is no step where nothing changes', async () => {
    const { id: passageId } = await add('closed');
    succeed(
      await handlers()['passage:edit']({ articleId, passageId, edit: { kind: 'label', label: 'claim' } }),
    );
    expect(bench.archive.undoState().undo).toBe('add-passage');
  });

  it('keeps the letter as it stood when it was graded', async () => {
    const sources = createSourceHandlers(bench.deps);
    const source = succeed(
      await sources['source:ensure']({
        sourceId: newSourceId(),
        name: 'A pilot',
        kind: 'person',
        parentId: null,
      }),
    );
    const { id: passageId } = await add('Nobody was told');
    const on = { articleId, passageId };
    succeed(await handlers()['passage:edit']({ ...on, edit: { kind: 'source', sourceId: source.id } }));
    succeed(
      await handlers()['passage:edit']({
        ...on,
        edit: { kind: 'grade', grade: { reliability: 'C', credibility: 3 }, confirmedBecause: null },
      }),
    );
    succeed(
      await sources['source:set-reliability']({ sourceId: source.id, reliability: 'A', why: 'was right' }),
    );
    expect((await stored()).passages[0]?.grade).toEqual({ reliability: 'C', credibility: 3 });
  });

  it('keeps the reason for "confirmed" only beside that digit', async () => {
    const { id: passageId } = await add('closed');
    const grade = (credibility: 1 | 2) =>
      handlers()['passage:edit']({
        articleId,
        passageId,
        edit: {
          kind: 'grade',
          grade: { reliability: null, credibility },
          confirmedBecause: 'seen by two crews',
        },
      });
    expect(succeed(await grade(1)).confirmedBecause).toBe('seen by two crews');
    expect(succeed(await grade(2)).confirmedBecause).toBeNull();
  });

  it('makes one step of one visit to the note', async () => {
    const { id: passageId } = await add('closed');
    const type = (words: string) =>
      handlers()['passage:edit']({
        articleId,
        passageId,
        editId: 'visit',
        edit: { kind: 'note', note: richTextFromPlain(words) },
      });
    await type('A');
    await type('A note');
    succeed(await bench.archive.undo());
    expect((await stored()).passages[0]?.note).toBeNull();
  });

  it('writes the tag that a merged one stands for, and keeps a deleted one unseen', async () => {
    const tags = createTagHandlers(bench.deps);
    const ensure = async (...path: string[]) =>
      succeed(await tags['tag:ensure']({ tagId: newTagId(), path })).id;
    const [china, prc, ports] = [await ensure('China'), await ensure('PRC'), await ensure('Ports')];
    const { id: passageId } = await add('closed');
    const setTags = (...tagIds: (typeof china)[]) =>
      handlers()['passage:edit']({ articleId, passageId, edit: { kind: 'tags', tagIds } });

    succeed(await setTags(ports));
    succeed(await tags['tag:merge']({ tagId: prc, intoId: china }));
    succeed(await tags['tag:delete']({ tagId: ports }));
    expect(succeed(await setTags(prc, china)).tagIds).toEqual([china, ports]);
  });

  it('does not find a passage that is not there', async () => {
    const passageId = passageIdSchema.parse('018f0000-0000-7000-8000-00000000ffff');
    const answer = await handlers()['passage:edit']({
      articleId,
      passageId,
      edit: { kind: 'label', label: 'gap' },
    });
    expect(answer).toEqual({ ok: false, error: { code: 'not-found', what: 'passage', id: passageId } });
  });
});

describe('deleting a passage', () => {
  it('leaves a tombstone, and one of each follow-up on it', async () => {
    const tasks = [{ id: newTaskId(), title: 'Ask', kind: 'gap' as const, due: null, owner: null }];
    const { id: passageId } = succeed(await handlers()['passage:add']({ ...adding('closed'), tasks }));
    succeed(await handlers()['passage:edit']({ articleId, passageId, edit: { kind: 'delete' } }));
    const { passages, tasks: left } = await stored();
    expect(passages[0]?.deletedAt).not.toBeNull();
    expect(left[0]?.deletedAt).toBe(passages[0]?.deletedAt);
    expect(codeOf(await handlers()['passage:edit']({ articleId, passageId, edit: { kind: 'delete' } }))).toBe(
      'not-found',
    );
  });
});

import { describe, expect, it } from 'vitest';
import type { ArticleId, SourceId } from '#domain/ids.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { createArticleHandlers } from '#electron/handlers/article/article-handlers.ts';
import { createPassageHandlers } from '#electron/handlers/passage/passage-handlers.ts';
import { createTrashHandlers } from '#electron/handlers/trash/trash-handlers.ts';
import { addArticle } from '../../support/workbench/add-records.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import { createActs } from '../../support/workbench/create-acts.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

const claim = 'Divers found a cracked lock gate at noon';
const wire = Array.from(
  { length: 10 },
  (_, n) =>
    `The harbour master gave note ${n * 7} on ship ${n + 30}, which lay at pier ${n * 3} for ${n + 2} days.`,
);
const story = [`${claim}.`, ...wire].join('\n');
/** As another paper prints it: with a headline of its own, cut, a word changed. */
const copy = ['Lock gate fails', `${claim}.`, ...wire.slice(0, 8)].join('\n').replace('ship 33', 'vessel 33');
const own = [
  `${claim}.`,
  'Our reporter counted nine barges behind the gate and spoke to two of the crews.',
].join('\n');

let bench: Workbench;
const acts = createActs(() => bench);
const passages = () => createPassageHandlers(bench.deps);
const articles = () => createArticleHandlers(bench.deps);
let papers: readonly [SourceId, SourceId];

benchForEach(async (opened) => {
  bench = opened;
  papers = [
    await acts.ensureSource('Tribune', 'publication'),
    await acts.ensureSource('Herald', 'publication'),
  ];
});

type Printed = { readonly articleId: ArticleId; readonly passage: Passage };

const print = async (
  text: string,
  publicationId: SourceId,
  sourceId: SourceId | null = null,
): Promise<Printed> => {
  const articleId = await addArticle(bench, text, {}, { publicationId });
  return { articleId, passage: await acts.add(articleId, text, claim, { sourceId }) };
};

const at = ({ articleId, passage }: Printed) => ({ articleId, passageId: passage.id });
const support = async (from: Printed, to: Printed): Promise<void> => {
  succeed(await passages()['passage:relate']({ ...at(from), type: 'supports', other: at(to) }));
};
const confirm = async (on: Printed): Promise<string> =>
  codeOf(
    await passages()['passage:edit']({
      ...at(on),
      edit: { kind: 'grade', grade: { reliability: null, credibility: 1 }, confirmedBecause: null },
    }),
  );

describe('copies of one text', () => {
  it('in two papers never confirm each other, and say so', async () => {
    const [first, second] = [await print(story, papers[0]), await print(copy, papers[1])];
    await support(second, first);
    expect(await confirm(first)).toBe('not-confirmed');
    const related = await bench.deps.catalogue['passage:related'](at(first));
    expect(related).toMatchObject({
      isConfirmed: false,
      linked: [{ sameOrigin: 'text' }],
    });
  });

  it('do not, whoever speaks in the one or the other', async () => {
    const ministry = await acts.ensureSource('Ministry', 'organisation');
    const union = await acts.ensureSource('Pilots’ union', 'organisation');
    const [first, second] = [await print(story, papers[0], ministry), await print(copy, papers[1], union)];
    await support(second, first);
    expect(await confirm(first)).toBe('not-confirmed');
  });

  it('have the origins of every paper that carries the text: none of these confirms them from elsewhere', async () => {
    const first = await print(story, papers[0]);
    const second = await print(copy, papers[1]);
    const elsewhere = await print(own, papers[0]);
    await support(elsewhere, second);
    expect(await confirm(second)).toBe('not-confirmed');
    const rows = await bench.deps.catalogue.passages({ articleId: second.articleId });
    expect(rows[0]?.origins.map(({ name }) => name)).toEqual(['Herald', 'Tribune']);
    expect(rows[0]?.textId).toBe(first.articleId);
  });

  it('are confirmed by a paper of its own words that does not carry the text', async () => {
    const other = await acts.ensureSource('Gazette', 'publication');
    const [first] = [await print(story, papers[0]), await print(copy, papers[1])];
    await support(await print(own, other), first);
    expect(await confirm(first)).toBe('ok');
  });

  it('are one section by origin, with what these papers write themselves', async () => {
    await print(story, papers[0]);
    await print(copy, papers[1]);
    await print(own, papers[0]);
    const { groups } = await bench.deps.catalogue['passage:table']({
      filter: {},
      sort: { column: 'quote', direction: 'ascending' },
      grouping: 'origin',
    } as Parameters<(typeof bench.deps.catalogue)['passage:table']>[0]);
    expect(groups.map(({ title, passageIds }) => [title, passageIds.length])).toEqual([
      ['Herald, Tribune', 3],
    ]);
  });

  it('are told of at both, and no more once one is in the trash, until it is back', async () => {
    const [first, second] = [await print(story, papers[0]), await print(copy, papers[1])];
    const of = async ({ articleId }: Printed) =>
      (await bench.deps.catalogue['article:duplicates']({ articleId })).map((one) => one.articleId);
    expect([await of(first), await of(second)]).toEqual([[second.articleId], [first.articleId]]);
    await support(second, first);
    succeed(await articles()['article:delete']({ articleId: first.articleId }));
    expect(await of(second)).toEqual([]);
    const [row] = await bench.deps.catalogue.passages({ articleId: second.articleId });
    expect(row?.origins.map(({ name }) => name)).toEqual(['Herald']);
    succeed(
      await createTrashHandlers(bench.deps)['trash:restore']({
        rows: [{ kind: 'article', id: first.articleId }],
      }),
    );
    expect(await of(second)).toEqual([first.articleId]);
    expect(await confirm(first)).toBe('not-confirmed');
  });

  it('are compared word by word', async () => {
    const [first, second] = [await print(story, papers[0]), await print(copy, papers[1])];
    const ids = { articleId: first.articleId, otherId: second.articleId };
    const comparison = succeed(await articles()['article:compare'](ids));
    expect(comparison?.differences).toMatchObject([
      { removed: '', added: 'Lock gate fails' },
      { removed: 'ship', added: 'vessel' },
      { removed: expect.stringContaining('note 56'), added: '' },
    ]);
    const long = await addArticle(bench, 'word '.repeat(50_000));
    expect(succeed(await articles()['article:compare']({ ...ids, otherId: long }))).toBeNull();
    expect(
      codeOf(
        await articles()['article:compare']({ ...ids, otherId: bench.deps.machine.newId() as ArticleId }),
      ),
    ).toBe('not-found');
  });

  it('follow the publication that is set on one of them', async () => {
    const [first, second] = [await print(story, papers[0]), await print(copy, papers[1])];
    const gazette = await acts.ensureSource('Gazette', 'publication');
    await bench.deps.catalogue.passages({});
    succeed(
      await articles()['article:set-publication']({ articleId: first.articleId, publicationId: gazette }),
    );
    const [row] = await bench.deps.catalogue.passages({ articleId: second.articleId });
    expect(row?.origins.map(({ name }) => name)).toEqual(['Herald', 'Gazette']);
  });
});

describe('two papers whose names differ in accents alone', () => {
  it('are not known to be two: neither confirms the other', async () => {
    const [plain, accented] = [
      await acts.ensureSource('El Pais', 'publication'),
      await acts.ensureSource('El País', 'publication'),
    ];
    const [first, second] = [await print(story, plain), await print(own, accented)];
    await support(second, first);
    expect(await confirm(first)).toBe('not-confirmed');
  });
});

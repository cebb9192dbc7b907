/** What any catalogue promises of relations between passages, and of what may be worth relating. */
import { describe, expect, it } from 'vitest';
import { RELATED_LIMIT, type RelatedRow } from '#domain/contract/passage.ts';
import type { ArticleId } from '#domain/ids.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { createPassageHandlers } from '#electron/handlers/passage/passage-handlers.ts';
import { createSourceHandlers } from '#electron/handlers/source/source-handlers.ts';
import type { Catalogue } from '#electron/ports/catalogue.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import { createActs } from '../../support/workbench/create-acts.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';
import { succeed } from '../../support/workbench/results.ts';

let bench: Workbench;
let catalogue: Catalogue;
benchForEach((opened) => {
  bench = opened;
  catalogue = bench.deps.catalogue;
});

const { addArticle, add, ensureTag, ensureSource } = createActs(() => bench);

describe('relations', () => {
  const [quay, lock, tide] = [
    'The quay was shut',
    'Divers found a cracked lock gate',
    'Pilots blamed the tide',
  ];
  const text = [quay, lock, tide].join('\n');
  const on = (articleId: ArticleId, passageId: Passage['id']) => ({ articleId, passageId });
  const related = async (id: Passage['id']) => {
    const articleId = await catalogue.articleOfPassage(id);
    const found = articleId && (await catalogue['passage:related']({ articleId, passageId: id }));
    if (found === null) throw new Error('The passage is not there');
    return found;
  };
  const idsOf = (rows: readonly RelatedRow[]) => rows.map(({ row }) => row.id);

  it('stand on the rows of both passages, each in its own direction', async () => {
    const [here, there] = [await addArticle(text), await addArticle(`${text}\nMore.`)];
    const [one, other] = [await add(here, text, quay), await add(there, text, quay)];
    const relating = { ...on(here, one.id), type: 'supersedes' as const, other: on(there, other.id) };
    succeed(await createPassageHandlers(bench.deps)['passage:relate'](relating));
    const rows = await catalogue.passages({});
    expect(rows.find(({ id }) => id === one.id)).toMatchObject({
      relationCount: 1,
      relations: [{ type: 'supersedes', direction: 'to', ...on(there, other.id) }],
    });
    expect(rows.find(({ id }) => id === other.id)?.relations).toEqual([
      { type: 'supersedes', direction: 'from', ...on(here, one.id) },
    ]);
    expect(await catalogue['passage:relation-counts']({ articleId: there })).toEqual([
      { passageId: other.id, count: 1, contradictions: 0 },
    ]);
    const contradicting = { ...relating, type: 'contradicts' as const };
    succeed(await createPassageHandlers(bench.deps)['passage:relate'](contradicting));
    expect(await catalogue['passage:relation-counts']({ articleId: there })).toEqual([
      { passageId: other.id, count: 2, contradictions: 1 },
    ]);
    succeed(
      await createPassageHandlers(bench.deps)['passage:edit']({
        ...on(here, one.id),
        edit: { kind: 'delete' },
      }),
    );
    expect(await catalogue['passage:relation-counts']({ articleId: there })).toEqual([]);
    expect((await catalogue.passages({})).map(({ relations }) => relations)).toEqual([[]]);
  });

  it('find the same speaker under every name, and never the passage itself', async () => {
    const [office, harbourOffice] = [
      await ensureSource('Port office', 'organisation'),
      await ensureSource('Harbour office', 'organisation'),
    ];
    const articleId = await addArticle(text);
    const asked = await add(articleId, text, quay, { sourceId: office });
    const same = await add(articleId, text, lock, { sourceId: harbourOffice });
    await add(articleId, text, tide);
    expect((await related(asked.id)).sameSpeaker).toEqual([]);
    succeed(
      await createSourceHandlers(bench.deps)['source:merge']({ sourceId: harbourOffice, intoId: office }),
    );
    expect(idsOf((await related(asked.id)).sameSpeaker)).toEqual([same.id]);
  });

  it('put those that share most tags first, and of equals those of the newest article', async () => {
    const [port, tides] = [await ensureTag('Port'), await ensureTag('Tides')];
    const [older, newer] = [await addArticle(text), await addArticle(`${text}\nMore.`)];
    const asked = await add(older, text, quay, { tagIds: [port, tides] });
    const one = await add(older, text, lock, { tagIds: [tides] });
    const newest = await add(newer, text, lock, { tagIds: [port] });
    const both = await add(older, text, tide, { tagIds: [tides, port] });
    await add(newer, text, tide);
    expect(idsOf((await related(asked.id)).sameTags)).toEqual([both.id, newest.id, one.id]);
  });

  it('find what shares two rare words or more, best first', async () => {
    const [here, there] = [await addArticle(text), await addArticle(`${text}\nA cracked gate.`)];
    const asked = await add(here, text, lock);
    const whole = await add(there, text, lock);
    const part = await add(there, text, 'cracked lock gate');
    await add(there, text, quay);
    for (const quote of [quay, tide]) await add(here, text, quote);
    expect(idsOf((await related(asked.id)).similar)).toEqual([whole.id, part.id]);
  });

  it('end each list of what may be related at its limit, but never that of what is linked', async () => {
    const tag = await ensureTag('Port');
    const many = Array.from({ length: RELATED_LIMIT + 2 }, (_, number) => `Berth ${number} was shut.`);
    const articleId = await addArticle(many.join('\n'));
    const [asked, ...others] = await Promise.all(
      many.map((quote) => add(articleId, many.join('\n'), quote, { tagIds: [tag] })),
    );
    if (asked === undefined) throw new Error('No passage was made');
    for (const other of others) {
      const relating = {
        ...on(articleId, asked.id),
        type: 'supports' as const,
        other: on(articleId, other.id),
      };
      succeed(await createPassageHandlers(bench.deps)['passage:relate'](relating));
    }
    const found = await related(asked.id);
    expect([found.sameTags.length, found.linked.length]).toEqual([RELATED_LIMIT, RELATED_LIMIT + 1]);
  });

  it('confirm only from another origin, and only by support', async () => {
    const [port, club] = [
      await ensureSource('Port office', 'organisation'),
      await ensureSource('Divers club', 'organisation'),
    ];
    const pilot = await ensureSource('Pilot', 'person', port);
    const articleId = await addArticle(text);
    const asked = await add(articleId, text, lock, { sourceId: port });
    const same = await add(articleId, text, quay, { sourceId: pilot });
    const other = await add(articleId, text, tide, { sourceId: club });
    const unknown = await add(articleId, text, 'Pilots');
    const relate = async (from: Passage, type: 'supports' | 'repeats') => {
      const relating = { ...on(articleId, from.id), type, other: on(articleId, asked.id) };
      succeed(await createPassageHandlers(bench.deps)['passage:relate'](relating));
      const found = await related(asked.id);
      expect(found.isConfirmed).toBe((await catalogue.confirmedBy(asked.id)).length > 0);
      return found.isConfirmed;
    };
    expect(await relate(same, 'supports')).toBe(false);
    expect(await relate(unknown, 'supports')).toBe(false);
    expect(await relate(other, 'repeats')).toBe(false);
    expect(await relate(other, 'supports')).toBe(true);
    const flags = (await related(asked.id)).linked.map(({ row, sameOrigin }) => [row.id, sameOrigin]);
    expect(flags).toEqual(
      expect.arrayContaining([
        [same.id, 'source'],
        [other.id, null],
      ]),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { type ArticleId, articleIdSchema, sha256Schema } from '#domain/ids.ts';
import { createDuplicateIndex } from '#electron/index/duplicates/duplicate-index.ts';
import { enteringLater } from '#electron/index/duplicates/enter-later.ts';
import { signText } from '#electron/index/duplicates/sign-text.ts';
import { createYielder } from '#electron/time/yielder.ts';

const yielder = createYielder();
const id = (n: number): ArticleId =>
  articleIdSchema.parse(`01900000-0000-7000-8000-${String(n).padStart(12, '0')}`);
const hash = (n: number) => sha256Schema.parse(n.toString(16).padStart(64, '0'));

/** Story `n` in paragraphs that no other story has. */
const story = (n: number, paragraphs = 12): string[] =>
  Array.from(
    { length: paragraphs },
    (_, p) =>
      `Story ${n} part ${p}: crew ${n * 31 + p} left pier ${n * 17 + p} at ${p} hours, bound for port ${n}.`,
  );
const signed = async (n: number, lines: readonly string[]) => ({
  textSha256: hash(n),
  signature: await signText(lines, yielder),
});

describe('articles that carry one text', () => {
  it('are those of the same and of nearly the same text, and no others', async () => {
    const index = createDuplicateIndex();
    expect(index.enter(id(1), await signed(1, story(1)))).toBe(false);
    expect(index.enter(id(2), await signed(2, story(2)))).toBe(false);
    expect(index.enter(id(3), await signed(1, story(1)))).toBe(true);
    expect(index.enter(id(4), await signed(4, ['Another headline', ...story(1).slice(0, 10)]))).toBe(true);
    expect(index.carriersOf(id(4))).toEqual([id(1), id(3), id(4)]);
    expect([1, 2, 3, 4].map((n) => index.textOf(id(n)))).toEqual([id(1), id(2), id(1), id(1)]);
    const [first, second] = index.duplicatesOf(id(1));
    expect(first).toEqual({ articleId: id(3), isSameText: true, likeness: 1 });
    expect(second).toMatchObject({ articleId: id(4), isSameText: false });
    expect(second?.likeness).toBeGreaterThan(0.7);
  });

  it('are joined by one between them, and parted when it leaves', async () => {
    const index = createDuplicateIndex();
    const [head, tail] = [story(1, 10), story(2, 10)];
    index.enter(id(1), await signed(1, [...head, ...tail.slice(0, 1)]));
    index.enter(id(2), await signed(2, [...tail, ...head.slice(0, 1)]));
    expect(index.textOf(id(2))).toBe(id(2));
    index.enter(id(3), await signed(3, [...head, ...tail]));
    expect(index.carriersOf(id(1))).toEqual([id(1), id(2), id(3)]);
    expect(index.leave(id(3))).toBe(true);
    await index.settle(yielder);
    expect(index.carriersOf(id(1))).toEqual([id(1)]);
    expect(index.textOf(id(2))).toBe(id(2));
  });

  it('stay together when one of several leaves, and it may come back', async () => {
    const index = createDuplicateIndex();
    for (const n of [1, 2, 3]) index.enter(id(n), await signed(1, story(1)));
    index.leave(id(1));
    await index.settle(yielder);
    expect(index.carriersOf(id(2))).toEqual([id(2), id(3)]);
    expect(index.textOf(id(3))).toBe(id(2));
    index.enter(id(1), await signed(1, story(1)));
    expect(index.textOf(id(3))).toBe(id(1));
    expect(index.withText(hash(1))).toHaveLength(3);
  });

  it('are found by the likeness of any of several that are the same, whichever of them leaves', async () => {
    const index = createDuplicateIndex();
    for (const n of [1, 2, 3]) index.enter(id(n), await signed(1, story(1)));
    index.enter(id(4), await signed(4, story(1).slice(0, 9)));
    expect(index.carriersOf(id(4))).toHaveLength(4);
    for (const n of [1, 2]) {
      index.leave(id(n));
      await index.settle(yielder);
    }
    expect(index.carriersOf(id(4))).toEqual([id(3), id(4)]);
    index.enter(id(5), await signed(5, story(1).slice(1)));
    expect(index.carriersOf(id(3))).toEqual([id(3), id(4), id(5)]);
  });

  it('are known by the hash alone where the text is short', async () => {
    const index = createDuplicateIndex();
    index.enter(id(1), await signed(1, ['Closed on Monday.']));
    index.enter(id(2), await signed(2, ['Closed on Tuesday.']));
    index.enter(id(3), await signed(1, ['Closed on Monday.']));
    expect(index.carriersOf(id(1))).toEqual([id(1), id(3)]);
    expect(index.carriersOf(id(2))).toEqual([id(2)]);
  });

  it('are asked for a text that is not among them', async () => {
    const index = createDuplicateIndex();
    index.enter(id(1), await signed(1, story(1)));
    index.enter(id(2), await signed(2, story(2)));
    const found = index.duplicatesOfText(await signed(9, story(1).slice(0, 9)));
    expect(found.map(({ articleId }) => articleId)).toEqual([id(1)]);
    expect(index.duplicatesOfText(await signed(9, story(3)))).toEqual([]);
  });
});

describe('the signature of a text', () => {
  it('does not depend on how it is cut into pieces', async () => {
    const lines = story(5, 900);
    expect(lines.join(' ').length).toBeGreaterThan(40_000);
    expect(await signText([lines.join(' ')], yielder)).toEqual(await signText(lines, yielder));
    expect(await signText(['x'.repeat(70_000)], yielder)).toBeNull();
  });

  it('are known without comparing any, until one comes or goes', async () => {
    const texts = [
      await signed(1, story(1)),
      await signed(2, story(2)),
      await signed(3, ['Another headline', ...story(1).slice(0, 10)]),
    ];
    const compared = createDuplicateIndex();
    for (const [at, text] of texts.entries()) compared.enter(id(at), text);
    let readings = 0;
    const later = enteringLater(createDuplicateIndex());
    for (const [at, { textSha256, signature }] of texts.entries())
      later.enterLater(id(at), {
        textSha256,
        readSignature() {
          readings += 1;
          return signature;
        },
      });
    later.takeGroups(compared.groups());
    await later.settle(yielder);
    expect(later.groups()).toEqual([[id(0), id(2)]]);
    expect([0, 1, 2, 9].map((n) => later.carriersOf(id(n)))).toEqual(
      [0, 1, 2, 9].map((n) => compared.carriersOf(id(n))),
    );
    expect([0, 1, 2].map((n) => later.textOf(id(n)))).toEqual([id(0), id(1), id(0)]);
    expect(later.withText(hash(2))).toEqual([id(1)]);
    expect(readings).toBe(0);
    expect(later.duplicatesOf(id(0))).toEqual(compared.duplicatesOf(id(0)));
    expect(readings).toBe(2);
    expect(later.enter(id(3), texts[1] ?? (await signed(2, story(2))))).toBe(true);
    expect(later.carriersOf(id(3))).toEqual([id(1), id(3)]);
    expect(later.carriersOf(id(2))).toEqual([id(0), id(2)]);
  });
});

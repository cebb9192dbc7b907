// @vitest-environment jsdom
import { expect, it } from 'vitest';
import type { BlockNode } from '#domain/article/body/body.ts';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { keptPictures } from '#domain/article/pictures/pictures-in-text.ts';
import type { ArticlePicture, DrawAnswer, ParsedArticle } from '#domain/contract/importer-bridge.ts';
import { err, ok } from '#domain/result.ts';
import { checkAnswer } from '#electron/import/check-answer.ts';
import { bytesOfDataAddress, dataAddressOf } from '#renderer/importer/picture/data-address.ts';
import { keepPictures, pictureLimits } from '#renderer/importer/picture/keep-pictures.ts';
import { makePng } from '../../../support/pictures/make-png.ts';

const image = (src: string, alt = ''): BlockNode => ({
  type: 'paragraph',
  content: [
    { type: 'text', text: 'see ' },
    { type: 'image', attrs: { alt, src } },
  ],
});
const parsed = (...content: BlockNode[]): ParsedArticle => ({ body: { type: 'doc', content }, found: {} });

/** Takes any bytes for a picture of a size, and gives them back. */
const drawAs =
  (width: number, height: number) =>
  async (bytes: Uint8Array): Promise<DrawAnswer> =>
    ok({ format: 'png', width, height, base64: Buffer.from(bytes).toString('base64') });

const png = makePng(40, 30);
const other = makePng(41, 30);

it('keeps each picture once, by the hash of its bytes, and changes no character', async () => {
  const text = parsed(
    image(dataAddressOf(png), 'a chart'),
    image(dataAddressOf(png)),
    image('https://a.example/b.png'),
  );
  const before = canonicalText(text.body);
  const kept = await keepPictures(text, { draw: drawAs(40, 30) });
  expect(kept.pictures).toHaveLength(1);
  const [first, second] = keptPictures(kept.body);
  expect(first).toMatchObject({ alt: 'a chart', width: 40, height: 30, sha256: kept.pictures?.[0]?.sha256 });
  expect(second).toMatchObject({ alt: '', sha256: first?.sha256 });
  expect(canonicalText(kept.body)).toBe(before);
  expect(kept.remarks).toBeUndefined();
  expect(JSON.stringify(kept.body)).toContain('https://a.example/b.png');
  expect(JSON.stringify(kept.body)).not.toContain('data:');
});

it('leaves a placeholder without an address where one can’t be drawn, and says how many', async () => {
  const kept = await keepPictures(parsed(image('data:,x', 'a map'), image('data:image/png;base64,%%%')), {
    draw: async () => err('no-picture'),
  });
  expect(kept.pictures).toBeUndefined();
  expect(kept.remarks).toEqual([{ kind: 'pictures-undrawn', count: 2 }]);
  expect(JSON.stringify(kept.body)).not.toContain('data:');
  expect(JSON.stringify(kept.body)).toContain('a map');
});

it('goes on where drawing throws, and tells nothing of what only keeps a place', async () => {
  const thrown = await keepPictures(parsed(image(dataAddressOf(png))), {
    draw: () => Promise.reject(new Error('tainted')),
  });
  expect(thrown.remarks).toEqual([{ kind: 'pictures-undrawn', count: 1 }]);
  const pixel = await keepPictures(parsed(image(dataAddressOf(png))), { draw: drawAs(1, 1) });
  expect(pixel).toMatchObject({
    body: { content: [{ content: [{}, { type: 'image', attrs: { src: '' } }] }] },
  });
  expect(pixel.remarks).toBeUndefined();
});

it.each([
  ['pictures', { ...pictureLimits, pictures: 1 }],
  ['bytes', { ...pictureLimits, bytes: 1 }],
])('keeps no more %s than the limit, and says what is left out', async (_, limits) => {
  const text = parsed(image(dataAddressOf(png)), image(dataAddressOf(other)), image(dataAddressOf(png)));
  const kept = await keepPictures(text, { draw: drawAs(40, 30), limits });
  expect(kept.pictures).toHaveLength(1);
  expect(keptPictures(kept.body)).toHaveLength(2);
  expect(kept.remarks).toEqual([{ kind: 'pictures-left-out', count: 1 }]);
});

it('stops in time', async () => {
  const kept = await keepPictures(parsed(image(dataAddressOf(png))), {
    draw: drawAs(40, 30),
    limits: { ...pictureLimits, timeMs: -1 },
  });
  expect(kept.remarks).toEqual([{ kind: 'pictures-left-out', count: 1 }]);
});

it.each([
  ['data:image/svg+xml,%3Csvg%20a=%22%C3%A9%22/%3E', '<svg a="é"/>'],
  ['data:image/svg+xml;charset=utf-8,<svg a="é"/>', '<svg a="é"/>'],
  ['data:;base64,aGVs%62G8=', 'hello'],
  ['data:image/png;base64,aGVs\n bG8=', 'hello'],
])('reads the bytes of %s', (address, text) => {
  expect(new TextDecoder().decode(bytesOfDataAddress(address) ?? undefined)).toBe(text);
});

it.each(['https://a.example', 'data:image/png;base64,***', 'data:nothing'])('reads none in %s', (address) => {
  expect(bytesOfDataAddress(address)).toBeNull();
});

const answerWith = (change: (picture: ArticlePicture) => ArticlePicture | null) => async () => {
  const kept = await keepPictures(parsed(image(dataAddressOf(png))), { draw: drawAs(40, 30) });
  const pictures = (kept.pictures ?? []).flatMap((picture) => change(picture) ?? []);
  return checkAnswer(JSON.stringify(ok({ ...kept, pictures })));
};

it('is believed where each picture is what is said of it', async () => {
  expect((await answerWith((picture) => picture)()).ok).toBe(true);
});

it.each<[string, (picture: ArticlePicture) => ArticlePicture | null]>([
  ['is missing', () => null],
  ['has other bytes', (picture) => ({ ...picture, base64: Buffer.from(other).toString('base64') })],
  ['has another size', (picture) => ({ ...picture, width: 41 })],
  ['is of another format', (picture) => ({ ...picture, format: 'jpg' })],
  ['is no Base64', (picture) => ({ ...picture, base64: '<svg/>' })],
])('is believed in nothing where a picture %s', async (_, change) => {
  expect(await answerWith(change)()).toEqual(err('importer-crashed'));
});

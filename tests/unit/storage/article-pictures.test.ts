import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { pathOfPicture } from '#domain/picture/stored-picture.ts';
import type { NewArticle } from '#electron/ports/archive.ts';
import { checkArchive } from '#electron/storage/check/check-archive.ts';
import { plainCodec } from '#electron/storage/encryption/file-codec.ts';
import { hashBytes, hashText } from '#electron/storage/hash-text.ts';
import { sampleArticle } from '../../support/archive/sample-folders.ts';
import { makePng } from '../../support/pictures/make-png.ts';
import { it, mustSucceed, perform } from './archive-under-test.ts';

const bytes = Uint8Array.from(makePng(60, 40));
const picture = { sha256: hashBytes(bytes), format: 'png' } as const;

/** An article whose text is its title and a picture. */
const picturedArticle = async (title: string): Promise<NewArticle> => {
  const plain = sampleArticle(title);
  const attrs = { ...picture, width: 60, height: 40, alt: 'bands' };
  const body: NewArticle['body'] = {
    type: 'doc',
    content: [...plain.body.content, { type: 'paragraph', content: [{ type: 'picture', attrs }] }],
  };
  const originalSha256 = hashBytes(plain.original);
  const article = { ...plain.article, originalSha256, textSha256: await hashText(body) };
  return { ...plain, article, body, pictures: [{ picture, bytes }] };
};

const findingsIn = async (root: string) =>
  (await checkArchive({ root, codec: plainCodec })).findings.map(({ file, code }) => ({ file, code }));

describe('a picture of an article', () => {
  it('lies in its folder by its hash, is one character of the text, and is read again', async ({
    open,
    folder,
  }) => {
    const article = await picturedArticle('Strait');
    const archive = await open();
    mustSucceed(await perform(archive, { newArticles: [article] }));
    const { id } = article.article;
    expect(await readFile(join(folder, 'articles', id, pathOfPicture(picture)))).toEqual(Buffer.from(bytes));
    expect(await archive.picture({ kind: 'article', id }, picture)).toEqual({ kind: 'picture', bytes });
    expect(canonicalText(mustSucceed(await archive.body(id)).body)).toBe('Strait\n\uFFFC');
    expect(await findingsIn(folder)).toEqual([]);
  });

  it('is told of where it is gone or is another file, and never shown as what it was', async ({
    open,
    folder,
  }) => {
    const article = await picturedArticle('Strait');
    const archive = await open();
    mustSucceed(await perform(archive, { newArticles: [article] }));
    const { id } = article.article;
    const file = `articles/${id}/${pathOfPicture(picture)}`;
    await writeFile(join(folder, file), makePng(61, 40));
    expect(await archive.picture({ kind: 'article', id }, picture)).toEqual({ kind: 'other' });
    expect(await findingsIn(folder)).toEqual([{ file, code: 'picture-altered' }]);
    await rm(join(folder, file));
    expect(await archive.picture({ kind: 'article', id }, picture)).toEqual({ kind: 'nothing' });
    expect(await findingsIn(folder)).toEqual([{ file, code: 'picture-missing' }]);
  });

  it('comes back for an article that is there, beside what is said of it', async ({ open, folder }) => {
    const article = await picturedArticle('Strait');
    const archive = await open();
    mustSucceed(await perform(archive, { newArticles: [article] }));
    const { id } = article.article;
    await rm(join(folder, 'articles', id, 'media'), { recursive: true });
    mustSucceed(
      await perform(archive, { newPictures: [{ holder: { kind: 'article', id }, picture, bytes }] }),
    );
    expect(await archive.picture({ kind: 'article', id }, picture)).toEqual({ kind: 'picture', bytes });
    expect(await findingsIn(folder)).toEqual([]);
  });
});

/**
 * What records of web archives hold: packed by Brotli, or by reference; pictures of several addresses; the day of
 * capture.
 */
import { brotliCompressSync, constants } from 'node:zlib';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Importer } from '#electron/ports/importer.ts';
import { unpackBrotli } from '#renderer/importer/web-archive/records/read-content.ts';
import { archivedAnswer, archivedRevisit, makeWarc } from '../../../support/documents/make-warc.ts';
import { createJsdomImporter } from '../../../support/importer-in-jsdom.ts';
import { readDocument } from './read-document.ts';

let importer: Importer;
beforeAll(async () => {
  importer = await createJsdomImporter();
});
afterAll(() => importer.close());

const SITE = 'https://harbour.example';
const pageOf = (title: string, more = ''): string =>
  `<html><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${title}. The harbour office said no to all ships that want to pass, and gave no reason.</p>${more}</article></body></html>`;
const read = (records: Parameters<typeof makeWarc>[0]) => readDocument(importer, 'warc', makeWarc(records));
const list = async (bytes: Uint8Array, format: 'warc' | 'wacz' = 'warc') => {
  const listed = await importer.listAttachments({ attachmentsOf: format, bytes });
  if (!listed.ok) throw new Error(listed.error);
  return listed.value;
};

describe('what Brotli has packed', () => {
  it('is unpacked as it was, however it was packed', () => {
    const text = fc.string({ maxLength: 4000 }).map((each) => Buffer.from(each.repeat(7)));
    const options = fc.record({
      quality: fc.integer({ min: 0, max: 11 }),
      window: fc.integer({ min: 10, max: 24 }),
    });
    fc.assert(
      fc.property(text, options, (plain, { quality, window }) => {
        const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_LGWIN]: window };
        const unpacked = unpackBrotli(brotliCompressSync(plain, { params }), plain.length);
        expect(unpacked === null ? null : Buffer.from(unpacked)).toEqual(plain);
      }),
    );
  });

  it('is left where it is longer than it may be, damaged or cut off', () => {
    const bomb = brotliCompressSync(Buffer.alloc(64 << 20));
    expect(bomb.length).toBeLessThan(1000);
    expect(unpackBrotli(bomb, 1 << 20)).toBeNull();
    const packed = brotliCompressSync(Buffer.from(pageOf('one')));
    expect(unpackBrotli(packed.subarray(0, packed.length - 20), 1 << 20)).toBeNull();
    expect(unpackBrotli(new Uint8Array([1, 2, 3]), 1 << 20)).toBeNull();
  });

  it('is the text of its page', async () => {
    const packed = brotliCompressSync(Buffer.from(pageOf('one')));
    const { text } = await read([archivedAnswer(`${SITE}/one.html`, packed, { encoding: 'br' })]);
    expect(text).toMatch(/^one\nOne\.|^one\none\. The harbour office/u);
  });
});

describe('a record that refers to another', () => {
  const original = archivedAnswer(`${SITE}/first.html`, pageOf('first'));
  const digest = /WARC-Payload-Digest: (.*)/u.exec(original.head.join('\n'))?.[1] ?? '';

  it.each([
    ['by its digest', { digest }],
    ['by its address', { refersTo: `${SITE}/first.html` }],
    ['as not modified', { refersTo: `${SITE}/first.html`, status: 304 }],
  ])('has its content, found %s, and its own address and day', async (_, how) => {
    const { text, found } = await read([archivedRevisit(`${SITE}/again.html`, how), original]);
    expect(text).toMatch(/^first\n/u);
    expect(found.url?.value).toBe(`${SITE}/again.html`);
    expect(found.accessedAt).toEqual({ value: '2024-04-23', foundIn: 'web-archive' });
  });

  it('is offered with what it refers to, and read by itself', async () => {
    const bytes = makeWarc([
      archivedAnswer(`${SITE}/lead.html`, pageOf('lead')),
      archivedRevisit(`${SITE}/again.html`, { refersTo: `${SITE}/first.html` }),
      original,
    ]);
    const [again] = await list(bytes);
    const alone = Buffer.from(again?.base64 ?? '', 'base64');
    const { text, found } = await readDocument(importer, 'warc', new Uint8Array(alone));
    expect(text).toMatch(/^first\n/u);
    expect(found.url?.value).toBe(`${SITE}/again.html`);
  });

  it('is counted as unreadable where that is not in the archive', async () => {
    const { text, remarks } = await read([
      archivedRevisit(`${SITE}/lost.html`, { digest: 'sha1:NOWHERE' }),
      archivedAnswer(`${SITE}/lead.html`, pageOf('lead')),
    ]);
    expect(text).toMatch(/^lead\n/u);
    expect(remarks).toEqual([{ kind: 'parts-unreadable', count: 1 }]);
  });
});

describe('the pictures of an archived page', () => {
  const picture = (name: string) => archivedAnswer(`${SITE}/${name}`, 'pixels', { type: 'image/png' });
  const undrawn = async (markup: string, ...names: readonly string[]) => {
    const { remarks } = await read([
      archivedAnswer(`${SITE}/page.html`, pageOf('page', `<p>${markup}</p>`)),
      ...names.map(picture),
    ]);
    // jsdom draws nothing: what is told of is what was found.
    return remarks?.find(({ kind }) => kind === 'pictures-undrawn') ?? null;
  };

  it.each([
    ['<img srcset="small.png 320w, large.png 1200w">', 'large.png'],
    ['<img src="small.png" srcset="small.png 1x, large.png 2x">', 'large.png'],
    ['<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="lazy.png">', 'lazy.png'],
    ['<img data-srcset="a.png, lazy.png 2x">', 'lazy.png'],
    ['<picture><source srcset="wide.png 1200w"><img alt="A pier"></picture>', 'wide.png'],
  ])('are found where only %s is there', async (markup, name) => {
    expect(await undrawn(markup, name)).toEqual({ kind: 'pictures-undrawn', count: 1 });
    expect(await undrawn(markup)).toBeNull();
  });

  // Read anew from each letter, that would be more than the limit of a test.
  it('are found in a set without an end', async () => {
    const endless = `${'a'.repeat(400_000)} b c ${', x 1'.repeat(100_000)}`;
    expect(await undrawn(`<img srcset="${endless}">`)).toBeNull();
  });
});

it('many large WARCs in one WACZ are too large, and not made to harm', async () => {
  const part = new Uint8Array(90 * 1024 ** 2);
  const bytes = zipSync(
    Object.fromEntries([1, 2, 3].map((n) => [`archive/${n}.warc`, [part, { level: 0 as const }]])),
  );
  const answer = await importer.parse({ format: 'wacz', bytes });
  expect(answer.ok ? 'read' : answer.error).toBe('file-too-large');
});

describe('the day on which a page was saved', () => {
  it('is that of the head of its file (MHTML)', async () => {
    const mhtml = [
      'From: <Saved by Blink>',
      'Snapshot-Content-Location: https://harbour.example/a',
      'Date: Tue, 23 Apr 2024 08:00:00 -0000',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; type="text/html"; boundary="b"',
      '',
      '--b',
      'Content-Type: text/html; charset=utf-8',
      'Content-Location: https://harbour.example/a',
      '',
      pageOf('one'),
      '--b--',
      '',
    ].join('\r\n');
    const { found } = await readDocument(importer, 'mhtml', new Uint8Array(Buffer.from(mhtml)));
    expect(found.accessedAt).toEqual({ value: '2024-04-23', foundIn: 'saved-page' });
  });

  it('is that in the note of SingleFile', async () => {
    const note =
      'Page saved with SingleFile \n url: https://harbour.example/a \n saved date: Tue Apr 23 2024 00:07:11 GMT+0200 (Central European Summer Time)\n';
    const parsed = await importer.parse({
      format: 'html',
      bytes: new Uint8Array(
        Buffer.from(`<!DOCTYPE html><html><!--\n ${note}--><body>${pageOf('one')}</body></html>`),
      ),
    } as never);
    expect(parsed.ok && parsed.value.found.accessedAt).toEqual({
      value: '2024-04-23',
      foundIn: 'saved-page',
    });
  });
});

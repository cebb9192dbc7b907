import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attachedFileName } from '#domain/article/attachment.ts';
import { kindOfFile } from '#electron/import/file-format.ts';
import type { Importer } from '#electron/ports/importer.ts';
import { archivedAnswer, archivedRequest, makeWarc } from '../../../support/documents/make-warc.ts';
import { makeZip } from '../../../support/files/make-zip.ts';
import { createJsdomImporter } from '../../../support/importer-in-jsdom.ts';
import { fixturePath } from '../read-fixture.ts';
import { readDocument } from './read-document.ts';

// The fixtures were written by Wget from a server of the site that they are of.
const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(fixturePath(name)));
const SITE = 'http://127.0.0.1:33305';
/** How a file of a zip is packed (APPNOTE 4.4.5). */
const [STORED, DEFLATED] = [0, 8];

let importer: Importer;
beforeAll(async () => {
  importer = await createJsdomImporter();
});
afterAll(() => importer.close());

const parse = async (bytes: Uint8Array, format: 'warc' | 'wacz' = 'warc') => {
  const answer = await importer.parse({ format, bytes });
  return answer.ok ? 'read' : answer.error;
};

const list = async (bytes: Uint8Array, format: 'warc' | 'wacz' = 'warc') => {
  const listed = await importer.listAttachments({ attachmentsOf: format, bytes });
  if (!listed.ok) throw new Error(listed.error);
  return listed.value;
};

const pageOf = (title: string): string =>
  `<html><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${title}. The harbour office said no to all ships that want to pass, and gave no reason.</p></article></body></html>`;

const pages = (...titles: readonly string[]) =>
  titles.map((title) => archivedAnswer(`https://harbour.example/${title}.html`, pageOf(title)));

describe('a WARC of one page', () => {
  it('is the page, with its pictures, and says where it was', async () => {
    const bytes = fixture('harbour-page.warc');
    expect(kindOfFile('page', bytes).format).toBe('warc');
    const { text, found, remarks } = await readDocument(importer, 'warc', bytes);
    expect(text).toMatch(/^Strait closed\nThe strait is closed\. The harbour office said “no” /);
    expect(text).toContain('\n\uFFFC\nCalls by month\n');
    expect(found.url).toEqual({ value: `${SITE}/news/strait.html`, foundIn: 'saved-page' });
    // jsdom draws nothing; its frame is no page of its own.
    expect(remarks).toEqual([{ kind: 'pictures-undrawn', count: 1 }]);
  });

  it('is read where the server has packed it and sent it in chunks', async () => {
    const bytes = fixture('harbour-chunked.warc.gz');
    expect(kindOfFile('harbour-chunked.warc.gz', bytes).format).toBe('warc');
    const { text } = await readDocument(importer, 'warc', bytes);
    expect(text).toContain('Insurers asked for more at once.');
  });

  it('is read up to where it is cut off', async () => {
    const whole = makeWarc(pages('one', 'two'));
    const { text, remarks } = await readDocument(importer, 'warc', whole.subarray(0, whole.length - 100));
    expect(text).toMatch(/^one\n/);
    expect(remarks).toEqual([
      { kind: 'more-pages', count: 1 },
      { kind: 'parts-unreadable', count: 1 },
    ]);
    expect(await parse(gzipSync(whole).subarray(0, 200))).toBe('document-damaged');
  });
});

describe('a WARC of many pages', () => {
  it('is its first page, and offers the others with their pictures', async () => {
    const bytes = fixture('harbour-crawl.warc.gz');
    const { text, remarks } = await readDocument(importer, 'warc', bytes);
    expect(text).toMatch(/^Harbour news\n/);
    expect(remarks).toEqual([{ kind: 'more-pages', count: 3 }]);
    const others = await list(bytes);
    expect(others.map(({ name }) => name.replace(/, [\d-]+\)$/, ')'))).toEqual([
      `Strait closed (${SITE}/news/strait.html)`,
      `Insurers ask for more (${SITE}/news/insurers.html)`,
      `Łódź reads (${SITE}/news/latin.html)`,
    ]);
    expect(others.map(({ fileName }) => fileName)).toEqual(['strait.warc', 'insurers.warc', 'latin.warc']);
    const [strait, , latin] = others.map(({ base64 }) => new Uint8Array(Buffer.from(base64 ?? '', 'base64')));
    const read = await readDocument(importer, 'warc', strait ?? new Uint8Array());
    expect(read.text).toMatch(/^Strait closed\n/);
    expect(read.remarks).toEqual([{ kind: 'pictures-undrawn', count: 1 }]);
    expect((await readDocument(importer, 'warc', latin ?? new Uint8Array())).text).toContain(
      'Łódź has no harbour.',
    );
  });

  it('passes over pages without text, doubles, errors, and what a page has asked for within itself', async () => {
    const bytes = makeWarc([
      archivedAnswer(
        'https://harbour.example/empty.html',
        '<html><body><script>go()</script><iframe class="a" src="/framed.html"></body></html>',
      ),
      ...pages('one', 'two', 'two'),
      archivedAnswer('https://harbour.example/gone.html', pageOf('gone'), { status: 404 }),
      archivedAnswer('https://harbour.example/data.json', '{}', { type: 'application/json' }),
      archivedRequest('https://harbour.example/within.html', { 'Sec-Fetch-Dest': 'iframe' }),
      archivedAnswer('https://harbour.example/within.html', pageOf('within')),
      archivedAnswer('https://harbour.example/framed.html', pageOf('framed')),
    ]);
    expect((await readDocument(importer, 'warc', bytes)).text).toMatch(/^one\n/);
    expect((await list(bytes)).map(({ fileName }) => fileName)).toEqual(['empty.warc', 'two.warc']);
  });

  it('tells of pages beyond those that are read', async () => {
    const many = Array.from({ length: 2003 }, (_, index) => `p${index}`);
    const { text, remarks } = await readDocument(importer, 'warc', makeWarc(pages(...many)));
    expect(text).toMatch(/^p0\n/);
    expect(remarks).toEqual([
      { kind: 'more-pages', count: 1999 },
      { kind: 'cut-short', what: 'pages', read: 2000, of: 2003 },
    ]);
  });

  it('tells of pages that are packed as no browser unpacks them', async () => {
    const bytes = makeWarc([
      archivedAnswer('https://harbour.example/br.html', '\u0001\u0002\u0003', { encoding: 'br' }),
      ...pages('one'),
      archivedAnswer('https://harbour.example/said.html', pageOf('said'), { encoding: 'br' }),
    ]);
    const { remarks } = await readDocument(importer, 'warc', bytes);
    expect(remarks).toEqual([
      { kind: 'more-pages', count: 1 },
      { kind: 'parts-unreadable', count: 1 },
    ]);
  });
});

describe('a WACZ', () => {
  it('is too large, and not made to harm, where it holds one plain WARC that is', async () => {
    const warc = new Uint8Array(97 * 1024 ** 2);
    const packed = (method: number) =>
      new Uint8Array(makeZip([{ name: 'archive/data.warc', data: warc, method }]));
    expect(await parse(packed(STORED), 'wacz')).toBe('file-too-large');
    expect(await parse(packed(DEFLATED), 'wacz')).toBe('document-unsafe');
  });

  const wacz = (listed: readonly string[], warc: Uint8Array): Uint8Array =>
    zipSync({
      'archive/data.warc.gz': [gzipSync(warc), { level: 0 }],
      'pages/pages.jsonl': strToU8(
        [
          { format: 'json-pages-1.0', id: 'pages' },
          ...listed.map((url) => ({ url, ts: '2024-04-22T10:00:00Z' })),
        ]
          .map((line) => JSON.stringify(line))
          .join('\n'),
      ),
      'datapackage.json': strToU8('{}'),
    });

  it('is the first of the pages that it lists, over what leads on from there', async () => {
    const bytes = wacz(
      ['http://harbour.example/', 'https://harbour.example/three.html#top'],
      makeWarc([
        ...pages('one'),
        archivedAnswer('http://harbour.example/', '', { status: 301, location: '/two.html' }),
        archivedAnswer('http://harbour.example/two.html', pageOf('two')),
        ...pages('three'),
      ]),
    );
    expect(kindOfFile('x.zip', bytes).format).toBe('wacz');
    expect((await readDocument(importer, 'wacz', bytes)).text).toMatch(/^two\n/);
    expect((await list(bytes, 'wacz')).map(({ fileName }) => fileName)).toEqual(['three.warc']);
  });

  it('whose list is of nothing that it holds is read as a WARC', async () => {
    const bytes = wacz(['https://elsewhere.example/'], makeWarc(pages('one', 'two')));
    expect((await readDocument(importer, 'wacz', bytes)).text).toMatch(/^one\n/);
  });
});

describe('an archive that means harm', () => {
  it.each([
    ['grows without end', gzipSync(new Uint8Array(300 * 1024 ** 2)), 'document-unsafe'],
    ['is no archive', strToU8('WARC/1.0 and no more'), 'document-damaged'],
    ['says that it is longer than it is', makeWarc(pages('one'), { lengthAdded: 1e15 }), 'read'],
    ['says that it has no length', makeWarc(pages('one'), { lengthAdded: Number.NaN }), 'document-damaged'],
    [
      'leads in a ring',
      makeWarc([
        archivedAnswer('https://a.example/', '', { status: 301, location: '/b' }),
        archivedAnswer('https://a.example/b', '', { status: 301, location: '/' }),
      ]),
      'no-text-found',
    ],
    [
      'holds a page that grows without end',
      makeWarc([
        archivedAnswer('https://a.example/', gzipSync(new Uint8Array(64 * 1024 ** 2)), { encoding: 'gzip' }),
      ]),
      'document-damaged',
    ],
  ])('that %s is told of', async (_, bytes, outcome) => {
    expect(await parse(bytes)).toBe(outcome);
  });

  it('that shows a picture which grows without end a thousand times does not hold the reader up', async () => {
    const shown = '<img src="/a.png">'.repeat(1000);
    const bytes = makeWarc([
      archivedAnswer('https://a.example/', pageOf('one').replace('</article>', `${shown}</article>`)),
      archivedAnswer('https://a.example/a.png', gzipSync(new Uint8Array(70 * 1024 ** 2)), {
        type: 'image/png',
        encoding: 'gzip',
      }),
    ]);
    // Unpacked each time, these would be seventy gigabytes: more than the limit of a test.
    expect((await readDocument(importer, 'warc', bytes)).text).toMatch(/^one\n/);
  });

  it('names no file by a path', async () => {
    const bytes = makeWarc([
      ...pages('one'),
      archivedAnswer('https://a.example/%2e%2e%2f%2e%2e%2fevil%00.html', pageOf('evil')),
    ]);
    expect((await list(bytes)).map(({ fileName }) => attachedFileName(fileName ?? ''))).toEqual([
      'evil.warc',
    ]);
  });
});

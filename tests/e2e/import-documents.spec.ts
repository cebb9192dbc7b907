import { createHash } from 'node:crypto';
import { readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { Document, Packer, Paragraph } from 'docx';
import { strToU8, zipSync } from 'fflate';
import { type Body, bodySchema } from '#domain/article/body/body.ts';
import { canonicalText, textBlockSpans } from '#domain/article/body/canonical-text.ts';
import { pagedRanges } from '#domain/article/pages.ts';
import { keptPictures } from '#domain/article/pictures/pictures-in-text.ts';
import { runCli } from '../support/app/run-cli.ts';
import { holdAgainst } from '../support/documents/hold-against.ts';
import { actingOdp, actingSlides, farSheet } from '../support/documents/hostile-office.ts';
import { archivedAnswer, makeWarc } from '../support/documents/make-warc.ts';
import { makeMail } from '../support/documents/messages/make-mail.ts';
import { actingMessage } from '../support/documents/messages/make-message.ts';
import { visitorForm, wordlessForm } from '../support/documents/pdf/form-pdf.ts';
import { garbledPdf } from '../support/documents/pdf/garbled-pdf.ts';
import {
  actingPdf,
  boastingPdf,
  cutPdf,
  loopedPdf,
  wordlessPdf,
} from '../support/documents/pdf/hostile-pdfs.ts';
import {
  crowdedPage,
  largePictures,
  manyPictures,
  nestedForms,
  PICTURED_WORDS,
  reportWithFigure,
  vastPicture,
} from '../support/documents/pdf/pictured-pdfs.ts';
import { UNUSUAL_LINES, unusualFontPdf } from '../support/documents/pdf/unusual-font-pdf.ts';
import { scanPages } from '../support/documents/scan-pages.ts';
import { typesetReport } from '../support/documents/typeset-report.ts';
import { makeTemporaryFolder, removeFolder } from '../support/files/temporary-folder.ts';

// Documents, read by the command line of the built app in its own sandboxed page.

type Imported = {
  readonly file: string;
  readonly status: string;
  readonly id: string;
  readonly remarks: readonly { readonly kind: string }[];
  readonly error?: { readonly code: string; readonly message: string };
};

let folder: string;
test.beforeEach(async () => {
  folder = await makeTemporaryFolder();
});
test.afterEach(() => removeFolder(folder));

const importFiles = async (
  files: readonly (readonly [name: string, bytes: Uint8Array | string])[],
  ...more: readonly string[]
) => {
  for (const [name, bytes] of files) await writeFile(join(folder, name), bytes);
  const words = ['import', ...files.map(([name]) => name), ...more, '--archive', 'archive', '--json'];
  const answer = await runCli(words, { cwd: folder, timeoutMs: 120_000 });
  return answer.json() as readonly Imported[];
};

/** A page that would tell `address` of itself. */
const actingPage = (address: string): string =>
  `<link rel=stylesheet href=${address}/css><img src=${address}/img onerror="fetch('${address}/js')"><iframe src=${address}/frame></iframe><script src=${address}/script></script><p>Only text.</p>`;

const savedBySafari = (address: string, html: string): string =>
  `<?xml version="1.0"?><!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "${address}/dtd"><plist><dict><key>WebMainResource</key><dict><key>WebResourceData</key><data>${Buffer.from(html).toString('base64')}</data><key>WebResourceMIMEType</key><string>text/html</string><key>WebResourceURL</key><string>${address}/safari</string></dict></dict></plist>`;

const bodyOf = async (id: string): Promise<Body> =>
  bodySchema.parse(
    JSON.parse(await readFile(join(folder, 'archive', 'articles', id, 'body.json'), 'utf8')).body,
  );

test('a report in two columns comes in to the character, each word with its page', async () => {
  const report = typesetReport({ columns: 2, sections: 6, hyphenates: true });
  const [imported] = await importFiles([['report.pdf', report.pdf]]);
  expect(imported).toMatchObject({ status: 'imported' });
  expect(imported?.remarks.map(({ kind }) => kind)).toEqual(['page-furniture', 'hyphens']);
  const body = await bodyOf(imported?.id ?? '');
  const fidelity = holdAgainst(report, body);
  expect(fidelity).toEqual({ exact: 1, recall: 1, precision: 1, order: 1 });
  const spans = textBlockSpans(body);
  const ranges = pagedRanges(spans);
  expect(ranges.reduce((sum, { start, end }) => sum + end - start, 0)).toBe(
    spans.reduce((sum, { start, end }) => sum + end - start, 0),
  );
  expect(ranges.at(-1)?.label).toBe(String(ranges.at(-1)?.index));
  const original = await readFile(join(folder, 'archive', 'articles', imported?.id ?? '', 'original.pdf'));
  expect(createHash('sha256').update(original).digest('hex')).toBe(
    createHash('sha256').update(report.pdf).digest('hex'),
  );
});

test('a text layer that is garbage, and a scan that claims to be a stamp, are read from their pictures', async () => {
  test.setTimeout(180_000);
  const lines = [
    'The harbour authority said on Tuesday that the channel',
    'would stay closed for another week, since the pilots had',
    'refused to sail, and told the captains to expect delays.',
  ];
  const report = typesetReport({ columns: 1, sections: 1, hyphenates: false });
  const garbled = garbledPdf(lines);
  const [untouched] = await importFiles([['garbled.pdf', garbled]]);
  // Both readers of text layers have made garbage of it.
  expect(untouched?.remarks.map(({ kind }) => kind)).toEqual(['pages-doubtful']);
  const [read, stamp] = await importFiles(
    [
      ['read.pdf', garbled],
      ['stamp.pdf', scanPages(report.pdf, 150, 1200)],
    ],
    '--ocr',
  );
  expect(read?.remarks).toEqual([{ kind: 'pages-read-by-machine', pages: [1] }]);
  expect(canonicalText(await bodyOf(read?.id ?? ''))).toBe(lines.join(' '));
  const heading = report.blocks[0]?.role === 'heading' ? report.blocks[0].text : '';
  const paragraph = report.blocks.find(({ role }) => role === 'paragraph');
  const text = canonicalText(await bodyOf(stamp?.id ?? ''));
  expect(text).toContain(heading);
  expect(text).toContain(paragraph?.role === 'paragraph' ? paragraph.text.slice(0, 60) : 'a paragraph');
});

test('words that an unusual font takes apart are read by the second reader, or named and read from their picture', async () => {
  const bytes = unusualFontPdf(UNUSUAL_LINES);
  const [untouched] = await importFiles([['font.pdf', bytes]]);
  const kinds = untouched?.remarks.map(({ kind }) => kind) ?? [];
  expect([['pages-broken-words'], ['pages-read-again']]).toContainEqual(kinds);
  if (kinds[0] === 'pages-read-again') return;
  const [read] = await importFiles([['read.pdf', bytes]], '--ocr');
  expect(read?.remarks).toEqual([{ kind: 'pages-read-by-machine', pages: [1] }]);
  expect(canonicalText(await bodyOf(read?.id ?? ''))).toContain('The harbour authority said on Tuesday');
});

test('what was filled in on the form of a PDF is text at its place, and a form without other text is one', async () => {
  const [visitor, wordless] = await importFiles([
    ['visitor.pdf', visitorForm()],
    ['wordless.pdf', wordlessForm()],
  ]);
  const text = canonicalText(await bodyOf(visitor?.id ?? ''));
  expect(text.replace(/\s+/gu, ' ')).toBe(
    'Name: Ada Brandt Harbour of arrival: South quay ☑ Pilot on board Cargo declared Remarks The crew was told to wait. Nobody went ashore. Code:',
  );
  expect(wordless).toMatchObject({ status: 'imported', remarks: [] });
  const only = await bodyOf(wordless?.id ?? '');
  expect(canonicalText(only)).toBe('The north quay is closed until Friday.');
  expect(pagedRanges(textBlockSpans(only)).map(({ index }) => index)).toEqual([1]);
});

test('documents that mean harm do none, and each is told in its own words', async () => {
  const asked: string[] = [];
  const listener = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`;
  const word = new Uint8Array(
    await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('A plain one.')] }] })),
  );
  const mail = `From: a@b.example\r\nSubject: Look\r\nContent-Type: text/html\r\n\r\n${actingPage(address)}`;
  const imported = await importFiles([
    ['acts.pdf', actingPdf(address)],
    ['looped.pdf', loopedPdf()],
    ['boasts.pdf', boastingPdf()],
    ['wordless.pdf', wordlessPdf()],
    ['cut.pdf', cutPdf(typesetReport({ columns: 1, sections: 1, hyphenates: false }).pdf)],
    ['noise.pdf', '%PDF-1.7\nnothing else'],
    ['bomb.docx', zipSync({ 'word/document.xml': new Uint8Array(50 * 1024 ** 2) })],
    [
      'entity.docx',
      zipSync({
        'word/document.xml': strToU8(`<!DOCTYPE x [<!ENTITY a SYSTEM "${address}/dtd">]><x>&a;</x>`),
      }),
    ],
    ['bomb.xlsx', zipSync({ 'xl/workbook.xml': new Uint8Array(50 * 1024 ** 2) })],
    ['far.xlsx', farSheet(address)],
    ['acts.pptx', actingSlides(address)],
    ['mail.eml', mail],
    ['mail.msg', actingMessage(address)],
    ['acts.odp', actingOdp(address)],
    [
      'bomb.ods',
      zipSync({
        mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
        'content.xml': new Uint8Array(50 * 1024 ** 2),
      }),
    ],
    ['acts.warc', makeWarc([archivedAnswer(`${address}/page`, actingPage(address))])],
    ['bomb.warc.gz', gzipSync(Buffer.concat([Buffer.from('WARC/1.1\r\n'), new Uint8Array(300 * 1024 ** 2)]))],
    ['acts.webarchive', savedBySafari(address, actingPage(address))],
    ['after.docx', word],
  ]);
  listener.close();
  expect(imported.map(({ file, status, error }) => [file, error?.code ?? status])).toEqual([
    ['acts.pdf', 'imported'],
    ['looped.pdf', 'document-damaged'],
    ['boasts.pdf', 'imported'],
    ['wordless.pdf', 'no-text-found'],
    ['cut.pdf', 'document-damaged'],
    ['noise.pdf', 'document-damaged'],
    ['bomb.docx', 'document-unsafe'],
    ['entity.docx', 'document-unsafe'],
    ['bomb.xlsx', 'document-unsafe'],
    ['far.xlsx', 'imported'],
    ['acts.pptx', 'imported'],
    ['mail.eml', 'imported'],
    ['mail.msg', 'imported'],
    ['acts.odp', 'imported'],
    ['bomb.ods', 'document-unsafe'],
    ['acts.warc', 'imported'],
    ['bomb.warc.gz', 'document-unsafe'],
    ['acts.webarchive', 'imported'],
    ['after.docx', 'imported'],
  ]);
  expect(asked).toEqual([]);
});

test('pictures of a PDF are figures with their captions, and such as mean harm leave the text whole', async () => {
  test.setTimeout(180_000);
  const imported = await importFiles([
    ['figure.pdf', reportWithFigure()],
    ['vast.pdf', vastPicture()],
    ['large.pdf', largePictures(4)],
    ['nested.pdf', nestedForms()],
    ['crowded.pdf', crowdedPage()],
    ['many.pdf', manyPictures(4000)],
  ]);
  expect(imported.map(({ status }) => status)).toEqual(imported.map(() => 'imported'));
  for (const { id } of imported) expect(canonicalText(await bodyOf(id))).toContain(PICTURED_WORDS);
  const told = imported.map(({ file, remarks }) => [file, remarks.map(({ kind }) => kind)]);
  expect(Object.fromEntries(told)).toMatchObject({
    'figure.pdf': [],
    'vast.pdf': ['pictures-undrawn'],
    'nested.pdf': ['pages-unpictured'],
    'crowded.pdf': ['pages-unpictured'],
    'many.pdf': ['pages-unpictured'],
  });
  const [picture, ...others] = keptPictures(await bodyOf(imported[0]?.id ?? ''));
  expect(others).toEqual([]);
  expect(picture).toMatchObject({ alt: 'Figure 1. Tankers by week', width: 625, height: 417 });
  const file = `${picture?.sha256}.${picture?.format}`;
  const bytes = await readFile(join(folder, 'archive/articles', imported[0]?.id ?? '', 'media', file));
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(picture?.sha256);
});

test('a file of two gigabytes is refused by its size alone', async () => {
  const file = join(folder, 'huge.pdf');
  await writeFile(file, '%PDF-1.7');
  await truncate(file, 2 * 1024 ** 3);
  const answer = await runCli(['import', 'huge.pdf', '--archive', 'archive', '--json'], {
    cwd: folder,
    timeoutMs: 10_000,
  });
  expect(answer.json()).toMatchObject([{ status: 'failed', error: { code: 'file-too-large' } }]);
});

test('what is attached to a mail is imported with it where it is asked for, each part by itself', async () => {
  const report = typesetReport({ columns: 1, sections: 1, hyphenates: false });
  const mail = makeMail('Calls of April', 'See below.', [
    { name: '../../report.pdf', content: report.pdf },
    { name: 'locked.zip', content: Buffer.from('PK\u0003\u0004', 'latin1') },
    { name: 'noise.pdf', content: '%PDF-1.7\nnothing else' },
  ]);
  const [imported] = await importFiles([['calls.eml', mail]], '--attachments');
  expect(imported).toMatchObject({
    status: 'imported',
    attachments: [
      { name: '../../report.pdf', status: 'imported', error: null },
      { name: 'locked.zip', status: 'failed', id: null, error: { code: 'unsupported-packed' } },
      { name: 'noise.pdf', status: 'failed', id: null, error: { code: 'document-damaged' } },
    ],
  });
  expect(await readdir(join(folder, 'archive', 'articles'))).toHaveLength(2);
  expect((await readdir(folder)).sort()).toEqual(['archive', 'calls.eml']);
});

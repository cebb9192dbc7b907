import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textBlockSpans } from '#domain/article/body/canonical-text.ts';
import { pagedRanges } from '#domain/article/pages.ts';
import type { Importer } from '#electron/ports/importer.ts';
import { createJsdomImporter } from '../../../support/importer-in-jsdom.ts';
import { readDocument } from './read-document.ts';

let importer: Importer;
beforeAll(async () => {
  importer = await createJsdomImporter();
});
afterAll(() => importer.close());

const NAMES = ['office', 'text', 'table', 'draw', 'presentation', 'style', 'svg', 'xlink']
  .map((prefix) => `xmlns:${prefix}="urn:${prefix}"`)
  .join(' ');

const odf = (kind: 'presentation' | 'spreadsheet', inside: string, styles = ''): Uint8Array =>
  zipSync({
    mimetype: [strToU8(`application/vnd.oasis.opendocument.${kind}`), { level: 0 }],
    'content.xml': strToU8(
      `<office:document-content ${NAMES}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:${kind}>${inside}</office:${kind}></office:body></office:document-content>`,
    ),
  });

const box = (kind: string, inside: string): string =>
  `<draw:frame presentation:class="${kind}"><draw:text-box>${inside}</draw:text-box></draw:frame>`;
const p = (words: string): string => `<text:p>${words}</text:p>`;

describe('slides of OpenDocument', () => {
  it('are read in their order, titles first, each on its number, with notes below', async () => {
    const bytes = odf(
      'presentation',
      `<draw:page>${box('subtitle', p('Forty <text:span>ships</text:span>'))}${box('title', p('Transit<text:line-break/>again'))}${box('page-number', p('1'))}${box('footer', p('Confidential'))}` +
        `<presentation:notes><draw:page-thumbnail presentation:class="page"/>${box('notes', p('Say this.'))}${box('header', p('No'))}</presentation:notes></draw:page>` +
        `<draw:page><draw:g><draw:custom-shape>${p('A &lt;b&gt;')}</draw:custom-shape></draw:g><draw:frame presentation:class="outline"><draw:text-box><text:list><text:list-item>${p('one')}</text:list-item></text:list></draw:text-box></draw:frame>` +
        `<draw:frame presentation:class="title" presentation:placeholder="true"><draw:text-box>${p('Click to add')}</draw:text-box></draw:frame>` +
        `<draw:frame><table:table><table:table-row><table:table-cell>${p('x')}</table:table-cell><table:table-cell>${p('y')}</table:table-cell></table:table-row></table:table><draw:image xlink:href="Pictures/preview.svm"/></draw:frame>` +
        `<draw:frame><draw:object xlink:href="./Object 1"/><draw:image xlink:href="./ObjectReplacements/Object 1"/></draw:frame>` +
        `<presentation:notes>${box('notes', p(''))}</presentation:notes></draw:page>` +
        `<draw:page draw:style-name="dp2">${box('subtitle', p('Hidden.'))}<office:annotation>${p('Why?')}</office:annotation></draw:page>`,
      '<style:style style:name="dp2" style:family="drawing-page"><style:drawing-page-properties presentation:visibility="hidden"/></style:style>',
    );
    const { text, body, found, leftOut, remarks } = await readDocument(importer, 'odp', bytes);
    expect(text).toBe('Transit\nagain\nForty ships\nSay this.\nA <b>\none\nx\ny\nHidden.');
    expect(body.content.map(({ type }) => type)).toEqual([
      'heading',
      'paragraph',
      'blockquote',
      'paragraph',
      'bulletList',
      'table',
      'paragraph',
    ]);
    expect(pagedRanges(textBlockSpans(body)).map(({ index }) => index)).toEqual([
      1, 1, 1, 1, 1, 2, 2, 2, 2, 3,
    ]);
    expect(found.title?.foundIn).toBe('heading');
    expect(leftOut).toEqual([6]);
    expect(remarks).toEqual([
      { kind: 'hidden-parts', what: 'slide', count: 1 },
      { kind: 'speaker-notes', count: 1 },
      { kind: 'comments', count: 1 },
      { kind: 'parts-unreadable', count: 1 },
    ]);
  });

  it('ask for nothing and run nothing', async () => {
    const bytes = odf(
      'presentation',
      `<draw:page><office:scripts>globalThis.canary=1</office:scripts><draw:frame><draw:image xlink:href="https://canary.example/a.png"/></draw:frame>${box('subtitle', p('&lt;img src=x onerror="globalThis.canary=1"&gt; <text:a xlink:href="javascript:canary()">Only words</text:a>'))}</draw:page>`,
    );
    const { text, body } = await readDocument(importer, 'odp', bytes);
    expect(text).toContain('<img src=x onerror="globalThis.canary=1"> Only words');
    expect(JSON.stringify(body)).not.toMatch(/javascript:|canary\.example/);
    expect(Reflect.get(globalThis, 'canary')).toBeUndefined();
  });
});

const cell = (words: string, attributes = ''): string =>
  `<table:table-cell ${attributes}>${words === '' ? '' : p(words)}</table:table-cell>`;
const row = (cells: string, attributes = ''): string =>
  `<table:table-row ${attributes}>${cells}</table:table-row>`;
const sheet = (name: string, rows: string, attributes = ''): string =>
  `<table:table table:name="${name}" ${attributes}>${rows}</table:table>`;

describe('sheets of OpenDocument', () => {
  it('are tables of what their cells show, days as in ISO 8601', async () => {
    const rows =
      row(cell('Month') + cell('', 'table:number-columns-repeated="3"') + cell('In<text:line-break/>all')) +
      row(cell('', 'table:number-columns-repeated="1024"'), 'table:number-rows-repeated="1048000"') +
      row(
        cell('22/04/24', 'office:value-type="date" office:date-value="2024-04-22"') +
          cell('4', 'office:value-type="float" office:value="4" table:number-columns-repeated="3"') +
          cell('12,5 %', 'office:value-type="percentage" office:value="0.125"'),
      ) +
      row(
        cell('x', 'office:value-type="date" office:date-value="2024-04-22T12:30:00"') +
          cell('', 'office:value-type="float" office:value="7"'),
        'table:number-rows-repeated="2"',
      );
    const { text, remarks } = await readDocument(
      importer,
      'ods',
      odf('spreadsheet', sheet('Transit &amp; trade', rows) + sheet('Empty', '')),
    );
    expect(text.split('\n')).toEqual([
      'Transit & trade',
      ...['Month', '', '', '', 'In', 'all'],
      ...['2024-04-22', '4', '4', '4', '12,5 %'],
      ...['2024-04-22 12:30', '7', '', '', ''],
      ...['2024-04-22 12:30', '7', '', '', ''],
    ]);
    expect(remarks).toEqual([]);
  });

  it('leave out what they hide, count comments and charts, and say so', async () => {
    const columns = '<table:table-column/><table:table-column table:visibility="collapse"/>';
    const comment = `<office:annotation>${p('Why?')}</office:annotation>`;
    const chart = '<draw:frame><draw:object/></draw:frame>';
    const rows =
      row(`<table:table-cell>${comment}${p('1')}</table:table-cell>${cell('two words')}`) +
      row(cell('3'), 'table:visibility="filter"');
    const { text, leftOut, remarks } = await readDocument(
      importer,
      'ods',
      odf(
        'spreadsheet',
        sheet('Shown', `${columns}<table:shapes>${chart}${box('', p('Boxed'))}</table:shapes>${rows}`) +
          sheet('Deep', row(cell('9')), 'table:style-name="ta2"'),
        '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>',
      ),
    );
    expect(text).toBe('Shown\n1\nBoxed\nDeep\n9');
    expect(leftOut).toEqual([3, 4]);
    expect(remarks).toEqual([
      { kind: 'hidden-parts', what: 'sheet', count: 1 },
      { kind: 'hidden-words', count: 3 },
      { kind: 'comments', count: 1 },
      { kind: 'parts-unreadable', count: 1 },
    ]);
  });

  it('that claim a million equal rows and cells are read to the end of what is read', async () => {
    const rows =
      row(cell('7', 'table:number-columns-repeated="16384"')) +
      row(cell('7'), 'table:number-rows-repeated="30"') +
      row(cell(''), 'table:number-rows-repeated="1048576"');
    const { text, remarks } = await readDocument(importer, 'ods', odf('spreadsheet', sheet('Far', rows)));
    expect(text.match(/7/gu)).toHaveLength(100 + 30);
    expect(remarks).toEqual([]);
    const long = row(cell('7'), 'table:number-rows-repeated="1048576"');
    const cut = await readDocument(importer, 'ods', odf('spreadsheet', sheet('Long', long)));
    expect(cut.remarks).toEqual([{ kind: 'cut-short', what: 'rows', read: 2000, of: 1_048_576 }]);
  });

  it.each([
    ['document-damaged', zipSync({ 'content.xml': strToU8('<a>') })],
    ['document-damaged', zipSync({ 'styles.xml': strToU8('<a/>') })],
    ['document-unsafe', zipSync({ 'content.xml': new Uint8Array(50 * 1024 ** 2) })],
    ['document-unsafe', zipSync({ 'content.xml': strToU8('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>') })],
    [
      'document-locked',
      zipSync({
        'content.xml': strToU8('xyz'),
        'META-INF/manifest.xml': strToU8('<m:encryption-data xmlns:m="urn:m"/>'),
      }),
    ],
    ['no-text-found', odf('spreadsheet', sheet('Empty', row(cell(''))))],
  ] as const)('and slides that can’t be read say why: %s', async (error, bytes) => {
    for (const format of ['odp', 'ods'] as const)
      expect(await importer.parse({ format, bytes })).toEqual({ ok: false, error });
  });
});

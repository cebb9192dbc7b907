import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type ExportedPassage, toExportedPassage } from '#domain/memo/passages/exported-passage.ts';
import type { PassageFormat } from '#domain/memo/passages/passage-format.ts';
import { startingSet } from '#domain/passage/label.ts';
import { newPassage } from '#domain/passage/passage.ts';
import { richTextFromPlain } from '#domain/rich-text.ts';
import { indexTree } from '#domain/tree/record-tree.ts';
import { createPassageWriter } from '#electron/export/passages/write-passages.ts';
import { newPassageId, sampleTime } from '../../../support/archive/sample-ids.ts';
import { sampleSource } from '../../../support/archive/sample-records.ts';
import { machine, translate } from '../../../support/memo/translated-article.ts';
import { writeArticle } from '../../../support/memo/written-article.ts';
import { sha256Of } from '../../../support/texts/sha256-of.ts';
import { parseMarkdown, textOf } from './read-markdown.ts';

const official = sampleSource('Official, port "A"');
const article = writeArticle(
  ['𝒜 ship came. =SUM(A1) he said,\u00A0“we *wait*”.', 'They went on.'],
  [
    {
      quote: '=SUM(A1) he said',
      passage: {
        sourceId: official.id,
        grade: { reliability: null, credibility: 3 },
        note: richTextFromPlain('@me'),
      },
    },
    ['we *wait*', 'They went on.'],
  ],
  { about: { marking: { kind: 'tlp', label: 'TLP:GREEN' } } },
);
const passages: readonly ExportedPassage[] = article.passages.map((passage) =>
  toExportedPassage({
    passage,
    labels: startingSet,
    cited: article.cited,
    sources: indexTree([official]),
    tags: ['China/Dual use'],
    hasNote: true,
    version: null,
  }),
);

it('give the translation of a passage as a body in its own language, with who translated', () => {
  const foreign = writeArticle(['Der Hafen ist zu.'], ['Der Hafen ist zu'], {
    bibliography: { language: 'de' },
  });
  const { cited } = translate(foreign, ['The port is closed'], machine);
  const exported = foreign.passages.map((passage) =>
    toExportedPassage({
      passage,
      labels: startingSet,
      cited,
      sources: indexTree([]),
      tags: [],
      hasNote: true,
      version: null,
    }),
  );
  const annotations = new TextDecoder().decode(createPassageWriter(() => ID)('jsonld', exported));
  expect(JSON.parse(annotations)).toMatchObject({
    first: {
      items: [
        {
          body: expect.arrayContaining([
            expect.objectContaining({ value: 'The port is closed', language: 'en' }),
            expect.objectContaining({ value: 'en: machine translation (Marlin 1.2), not checked' }),
          ]),
        },
      ],
    },
  });
});

const ID = '0190a2c0-0000-7000-8000-000000000001';
const write = (format: PassageFormat): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(createPassageWriter(() => ID)(format, passages));

/** The Web Annotation Data Model (W3C Recommendation, 23 February 2017), as far as it is used; read from its text. */
const iri = z.string().regex(/^[a-z][a-z0-9+.-]*:\S+$/iu);
const dateTime = z.iso.datetime({ offset: true });
const quoteSelector = z.strictObject({
  type: z.literal('TextQuoteSelector'),
  exact: z.string().min(1),
  prefix: z.string(),
  suffix: z.string(),
});
const positionSelector = z.strictObject({
  type: z.literal('TextPositionSelector'),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
});
const target = z.strictObject({
  type: z.literal('SpecificResource'),
  source: iri,
  state: z.strictObject({ type: z.literal('TimeState'), sourceDate: dateTime }),
  selector: z.tuple([quoteSelector, positionSelector]),
});
const purposes = ['classifying', 'tagging', 'describing', 'commenting'] as const;
const annotation = z.strictObject({
  id: iri,
  type: z.literal('Annotation'),
  motivation: z.literal('highlighting'),
  created: dateTime,
  modified: dateTime,
  body: z.array(
    z.strictObject({
      type: z.literal('TextualBody'),
      value: z.string(),
      format: z.literal('text/plain'),
      purpose: z.enum(purposes),
    }),
  ),
  target: z.array(target).min(1),
});
const collection = z.strictObject({
  '@context': z.literal('http://www.w3.org/ns/anno.jsonld'),
  id: iri,
  type: z.literal('AnnotationCollection'),
  label: z.string(),
  total: z.int(),
  first: z.strictObject({
    id: iri,
    type: z.literal('AnnotationPage'),
    startIndex: z.literal(0),
    items: z.array(annotation),
  }),
});

describe('a region of a picture', () => {
  const region = newPassage(
    {
      label: 'data',
      description: 'The mast, left',
      selectors: [
        {
          picture: { sha256: sha256Of('picture'), format: 'png', width: 60, height: 40 },
          xywh: { x: 10, y: 5, w: 20, h: 30 },
          context: { prefix: '', suffix: '' },
          occurrence: null,
          position: { start: 0, end: 1 },
        },
      ],
    },
    { id: newPassageId(), at: sampleTime },
  );
  const exported = toExportedPassage({
    passage: region,
    labels: startingSet,
    cited: article.cited,
    sources: indexTree([]),
    tags: [],
    hasNote: true,
    version: { number: 1, count: 2 },
  });
  const writeIt = (format: PassageFormat): string =>
    new TextDecoder().decode(createPassageWriter(() => ID)(format, [exported]));

  it('is a target with the fragment of Media Fragments, of a picture that is named by its hash', () => {
    const { target: targets, body } = JSON.parse(writeIt('jsonld')).first.items[0];
    expect(targets).toEqual([
      expect.objectContaining({
        source: {
          id: `ni:///sha-256;${Buffer.from(sha256Of('picture'), 'hex').toString('base64url')}`,
          type: 'Image',
          format: 'image/png',
          partOf: 'https://harbour.example/world/envoy',
        },
        selector: {
          type: 'FragmentSelector',
          conformsTo: 'http://www.w3.org/TR/media-frags/',
          value: 'xywh=pixel:10,5,20,30',
        },
      }),
    ]);
    expect(body).toContainEqual(expect.objectContaining({ purpose: 'describing', value: 'The mast, left' }));
  });

  it('is no quotation in a table or in Markdown', () => {
    const [names = [], row = []] = parseCsv(writeIt('csv'));
    const cell = (name: string) => row[names.indexOf(name)];
    expect([cell('quote'), cell('description'), cell('region')]).toEqual([
      '',
      'The mast, left',
      `${sha256Of('picture')}#xywh=pixel:10,5,20,30`,
    ]);
    expect(writeIt('md')).toMatch(/^Region of a picture: The mast, left$/mu);
    expect(writeIt('md')).not.toMatch(/^>/mu);
  });
});

describe('a region of a page', () => {
  const picture = { sha256: sha256Of('pixels'), format: 'png', width: 400, height: 200 } as const;
  const region = newPassage(
    {
      label: 'data',
      description: 'The mast, left',
      selectors: [
        {
          picture,
          page: { original: sha256Of('scan'), number: 14, width: 595, height: 841 },
          viewrect: { x: 72, y: 144, w: 200, h: 100 },
          beside: { exact: 'The', prefix: '', suffix: '' },
          occurrence: null,
          position: { start: 0, end: 3 },
        },
      ],
    },
    { id: newPassageId(), at: sampleTime },
  );
  const shared = {
    cited: article.cited,
    sources: indexTree([]),
    tags: [],
    hasNote: true,
    labels: startingSet,
    version: null,
  };
  const exported = toExportedPassage({ passage: region, ...shared });
  const writeIt = (format: PassageFormat): string =>
    new TextDecoder().decode(createPassageWriter(() => ID)(format, [exported]));

  it('is a target with the fragment of a PDF, which is named by its hash', () => {
    expect(JSON.parse(writeIt('jsonld')).first.items[0].target).toEqual([
      expect.objectContaining({
        source: {
          id: `ni:///sha-256;${Buffer.from(sha256Of('scan'), 'hex').toString('base64url')}`,
          type: 'Text',
          format: 'application/pdf',
          partOf: 'https://harbour.example/world/envoy',
        },
        selector: {
          type: 'FragmentSelector',
          conformsTo: 'http://tools.ietf.org/rfc/rfc3778',
          value: 'page=14&viewrect=72,144,200,100',
        },
      }),
    ]);
  });

  it('is no quotation in a table or in Markdown, and stands on its page', () => {
    const [names = [], row = []] = parseCsv(writeIt('csv'));
    const cell = (name: string) => row[names.indexOf(name)];
    expect([cell('quote'), cell('page'), cell('paragraph'), cell('region')]).toEqual([
      '',
      '14',
      '',
      `${sha256Of('scan')}#page=14&viewrect=72,144,200,100`,
    ]);
    expect(writeIt('md')).toMatch(/^Region of a page: The mast, left$/mu);
    expect(writeIt('md')).not.toMatch(/^>/mu);
  });
});

describe('passages as Web Annotations', () => {
  const read = collection.parse(JSON.parse(write('jsonld')));
  const { items } = read.first;

  it('are a collection with one page', () => {
    expect(read).toMatchObject({ id: `urn:uuid:${ID}`, total: 2 });
    expect(items.map(({ id }) => id)).toEqual(article.passages.map(({ id }) => `urn:uuid:${id}`));
  });

  it('select the same words by quote and by position, counted in code points', () => {
    const text = [...(article.cited.text?.index.text ?? '')];
    for (const { selector } of items.flatMap((item) => item.target)) {
      const [{ exact, prefix, suffix }, { start, end }] = selector;
      expect(text.slice(start, end).join('')).toBe(exact);
      expect(text.slice(0, start).join('').endsWith(prefix)).toBe(true);
      expect(text.slice(end).join('').startsWith(suffix)).toBe(true);
    }
  });

  it('have a target for each part of an interrupted quotation', () => {
    expect(items[1]?.target.map(({ selector: [{ exact }] }) => exact)).toEqual([
      'we *wait*',
      'They went on.',
    ]);
  });

  it('say label, tags, marking, whence they come, and the note', () => {
    const said = items[0]?.body.map(({ purpose, value }) => [purpose, value]);
    expect(said).toEqual([
      ['classifying', 'claim'],
      ['tagging', 'China/Dual use'],
      [
        'describing',
        'Official, port "A", cited in Harbour Dispatch, 22 April 2024, para. 1; –/3 via Harbour Dispatch',
      ],
      ['classifying', 'TLP:GREEN'],
      ['commenting', '@me'],
    ]);
  });
});

/** A reader of RFC 4180 that knows nothing of the writer: a cell, quoted or not, and what ends it. */
const csvCell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/uy;

const parseCsv = (csv: string): string[][] => {
  const rows: string[][] = [[]];
  csvCell.lastIndex = 0;
  while (csvCell.lastIndex < csv.length) {
    const at = csvCell.lastIndex;
    const [, quoted, bare = '', end] = csvCell.exec(csv) ?? [];
    if (end === undefined) throw new Error(`no cell ends after ${at}`);
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end !== ',') rows.push([]);
  }
  return rows.slice(0, -1);
};

describe('passages as a table', () => {
  const csv = write('csv');
  const [head = [], ...rows] = parseCsv(csv);
  const cell = (row: number, name: string): string | undefined => rows[row]?.[head.indexOf(name)];

  it('has a head, and each line as many cells', () => {
    expect(head.slice(0, 4)).toEqual(['id', 'quote', 'label', 'tags']);
    expect(rows).toHaveLength(2);
    expect(new Set([head, ...rows].map((row) => row.length))).toEqual(new Set([head.length]));
    expect(csv.charCodeAt(0)).not.toBe(0xfeff);
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
  });

  it('holds quotes, commas and marks as they are', () => {
    expect(cell(1, 'quote')).toBe('we *wait* […] They went on.');
    expect(cell(0, 'speaker')).toBe('Official, port "A"');
    expect(cell(0, 'grade')).toBe('–/3');
    expect(cell(0, 'marking')).toBe('TLP:GREEN');
  });

  it('begins no cell as a formula', () => {
    expect(cell(0, 'quote')).toBe("'=SUM(A1) he said");
    expect(cell(0, 'note')).toBe("'@me");
    for (const each of rows.flat()) expect(each).not.toMatch(/^[=+@\t\r-]/u);
  });

  it.each(['=1', '+1', '-1', '@x', '\t=1', ' =1', '\n+1', '＝1'])('disarms %j', (note) => {
    const [passage] = passages;
    if (passage === undefined) throw new Error('no passage');
    const made = createPassageWriter(() => ID)('csv', [{ ...passage, note }]);
    const [names = [], values = []] = parseCsv(new TextDecoder().decode(made));
    expect(values[names.indexOf('note')]).toBe(`'${note}`);
  });
});

describe('passages as Markdown', () => {
  it('quote words as they are, with speaker, place and citation', () => {
    const read = textOf(parseMarkdown(write('md')));
    expect(read).toContain('we *wait*');
    expect(read).toContain('=SUM(A1) he said');
    expect(read).toContain(
      '— Official, port "A", cited in Harbour Dispatch, 22 April 2024, para. 1; –/3 via Harbour Dispatch',
    );
    expect(read).toContain(
      'Harbour Dispatch, “Envoy carries a sanctions warning to Beijing”, newspaper article',
    );
    expect(write('md')).toMatch(/^> =SUM/mu);
    expect(write('md').split('\n---\n')).toHaveLength(2);
  });
});

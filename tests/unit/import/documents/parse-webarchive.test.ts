import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kindOfFile } from '#electron/import/file-format.ts';
import type { Importer } from '#electron/ports/importer.ts';
import { openPropertyList } from '#renderer/importer/saved-page/property-list.ts';
import { createJsdomImporter } from '../../../support/importer-in-jsdom.ts';
import { readDocument } from './read-document.ts';

// Written by the property lists of Python (plistlib), binary and as XML.
const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../../fixtures/import/${name}`, import.meta.url)));
const binary = fixture('strait.webarchive');
const xml = fixture('strait-xml.webarchive');

let importer: Importer;
beforeAll(async () => {
  importer = await createJsdomImporter();
});
afterAll(() => importer.close());

/** The bytes with a number in the last 32 of them, which say where everything is. */
const withTrailer = (place: number, value: bigint): Uint8Array => {
  const changed = binary.slice();
  new DataView(changed.buffer).setBigUint64(changed.length - 32 + place, value);
  return changed;
};

const parse = async (bytes: Uint8Array) => {
  const answer = await importer.parse({ format: 'webarchive', bytes });
  return answer.ok ? 'read' : answer.error;
};

describe('a page that Safari has saved', () => {
  it.each([
    ['binary', binary],
    ['XML', xml],
  ])('is the page where it is %s, without its frames, and says where it was', async (_, bytes) => {
    expect(kindOfFile('page', bytes).format).toBe('webarchive');
    const { text, found } = await readDocument(importer, 'webarchive', bytes);
    expect(text).toBe(
      'Strait closed\nThe harbour office said “no” to all ships that want to pass the strait before Friday, and gave no reason for it. Insurers asked for more at once.\n\uFFFC\nCalls by month\nNobody passed.',
    );
    expect(found.url).toEqual({ value: 'https://harbour.example/news/strait', foundIn: 'saved-page' });
  });

  it('brings its pictures with it', async () => {
    // jsdom draws nothing: what was found and could not be drawn is told.
    const { remarks } = await readDocument(importer, 'webarchive', binary);
    expect(remarks).toEqual([{ kind: 'pictures-undrawn', count: 1 }]);
  });

  it.each([
    ['has more objects than places', withTrailer(8, 2n ** 60n), 'read'],
    ['begins with an object that is not there', withTrailer(16, 9999n), 'document-damaged'],
    ['has its places behind its end', withTrailer(24, 2n ** 40n), 'document-damaged'],
    ['is cut off', binary.subarray(0, 900), 'document-damaged'],
    ['is nothing but its sign', binary.subarray(0, 8), 'document-damaged'],
    ['holds no page', new TextEncoder().encode('<plist><dict/></plist>'), 'no-text-found'],
    [
      'declares entities',
      new TextEncoder().encode(
        '<!DOCTYPE plist [<!ENTITY a "b">]><plist><dict><key>&a;</key></dict></plist>',
      ),
      'document-unsafe',
    ],
  ])('that %s is told of', async (_, bytes, outcome) => {
    expect(await parse(bytes)).toBe(outcome);
  });
});

describe('a property list', () => {
  /** A list of one-byte places: each object, and at the end where they are. */
  const listOf = (...objects: readonly (readonly number[])[]): Uint8Array => {
    const places: number[] = [];
    const bytes = [...'bplist00'].map((letter) => letter.charCodeAt(0));
    for (const object of objects) {
      places.push(bytes.length);
      bytes.push(...object);
    }
    const table = bytes.length;
    const trailer = [
      0,
      0,
      0,
      0,
      0,
      0,
      1,
      1,
      ...[objects.length, 0, table].flatMap((n) => [0, 0, 0, 0, 0, 0, n >> 8, n & 0xff]),
    ];
    return Uint8Array.from([...bytes, ...places, ...trailer]);
  };

  it('that holds itself is read as far as it is asked', () => {
    const ring = openPropertyList(listOf([0xa2, 0, 0]));
    expect(ring.items()[1]?.items()[0]?.items()).toHaveLength(2);
    expect(ring.at('WebMainResource')).toBeNull();
    // Its one key is itself, which is no text.
    expect(openPropertyList(listOf([0xd1, 0, 0])).at('WebMainResource')).toBeNull();
  });

  it.each([
    ['array', 0xaf],
    ['dictionary', 0xdf],
  ])('with an %s of four thousand million is refused', (_, kind) => {
    const list = openPropertyList(listOf([kind, 0x12, 255, 255, 255, 255]));
    expect(() => [...list.items(), list.at('key')]).toThrow('document-unsafe');
  });

  it('whose text is longer than any address has none', () => {
    const long = new Array<number>(20_000).fill(0x61);
    expect(openPropertyList(listOf([0x5f, 0x11, 0x4e, 0x20, ...long])).text()).toBeNull();
    const xml = `<plist><string>${'a'.repeat(20_000)}</string></plist>`;
    expect(openPropertyList(new TextEncoder().encode(xml)).text()).toBeNull();
  });

  it('with data beyond its end is damaged', () => {
    expect(() => openPropertyList(listOf([0x4f, 0x12, 255, 0, 0, 0])).data()).toThrow('document-damaged');
  });
});

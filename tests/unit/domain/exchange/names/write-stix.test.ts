import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { v5 } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { ExportedNames } from '#domain/exchange/names/exported-names.ts';
import { printStix } from '#domain/exchange/names/write-stix.ts';
import { gatherMarkings, tlpLabels } from '#domain/tradecraft/marking.ts';
import {
  brandt,
  capri,
  everything,
  exportedAt,
  key,
  namesAlone,
  said,
} from '../../../../support/names/sample-names.ts';

const schemas = join(import.meta.dirname, '../../../../fixtures/stix-2.1');
const files = {
  here: ['bundle', 'core', 'marking-definition', 'extension', 'properties', 'external-reference'],
  types: [
    'granular-marking',
    'identifier',
    'timestamp',
    'binary',
    'hex',
    'hashes-type',
    'url-regex',
    'dictionary',
  ],
} as const;
const schemaOfType: Readonly<Record<string, string>> = {
  identity: 'sdos/identity',
  location: 'sdos/location',
  note: 'sdos/note',
  relationship: 'sros/relationship',
  'marking-definition': 'common/marking-definition',
};

const read = (file: string) => JSON.parse(readFileSync(join(schemas, `${file}.json`), 'utf8'));
const base = 'http://raw.githubusercontent.com/oasis-open/cti-stix2-json-schemas/stix2.1/schemas/';

/** The schemas of OASIS; nothing is valid for those that are not here. */
const openSchemas = () => {
  const ajv = new Ajv2020({ strict: false, unicodeRegExp: false });
  ajv.addFormat('uri', (text) => URL.canParse(text));
  const present = new Set([
    ...[...files.here, ...files.types].map((file) => `common/${file}`),
    ...Object.values(schemaOfType),
  ]);
  for (const file of present) ajv.addSchema(read(file));
  const asked: readonly { readonly $ref: string }[] = read(
    'common/bundle',
  ).properties.objects.items.anyOf.flatMap(
    (branch: { oneOf?: object[]; allOf?: { oneOf?: object[] }[] }) =>
      branch.oneOf ?? branch.allOf?.[0]?.oneOf ?? [],
  );
  for (const { $ref } of asked) {
    const file = $ref.slice('../'.length).replace(/\.json$/u, '');
    if (!present.has(file)) ajv.addSchema({ $id: `${base}${file}.json`, not: {} });
  }
  return (file: string, value: unknown): string => {
    const isValid = ajv.validate(`${base}${file}.json`, value);
    return isValid ? '' : ajv.errorsText();
  };
};
const faultsOf = openSchemas();

type StixObject = { readonly id: string; readonly type: string } & Readonly<Record<string, unknown>>;
const idOf = (words: string): string => v5(words, v5.URL);
const bundleOf = (exported: ExportedNames) => JSON.parse(printStix(exported, idOf, exportedAt));
const objectsOf = (exported: ExportedNames): readonly StixObject[] => bundleOf(exported).objects;

const keysOf = (value: unknown): readonly string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([name, inner]) => [name, ...keysOf(inner)]);

describe.each([
  ['names with what is said and what happened', everything],
  ['names alone', namesAlone],
])('%s in STIX 2.1', (_, exported) => {
  const bundle = bundleOf(exported);
  const objects = objectsOf(exported);

  it('are a bundle of objects that the schemas of OASIS find right', () => {
    expect(faultsOf('common/bundle', bundle)).toBe('');
    for (const object of objects) {
      const file = schemaOfType[object.type];
      expect([object.type, file]).not.toContain(undefined);
      expect([object.id, faultsOf(file ?? '', object)]).toEqual([object.id, '']);
    }
  });

  it('refer to objects of the bundle alone, each id once', () => {
    const ids = new Set(objects.map(({ id }) => id));
    expect(ids.size).toBe(objects.length);
    for (const object of objects) {
      const refs = [object.source_ref, object.target_ref, object.object_refs, object.object_marking_refs];
      for (const ref of refs.flat()) if (ref !== undefined) expect(ids).toContain(ref);
    }
  });

  it('have no confidence, whatever the grade', () => {
    expect(keysOf(bundle)).not.toContain('confidence');
  });
});

describe('what an object says', () => {
  const objects = objectsOf(everything);
  const named = (name: string) => objects.find((object) => object.name === name);

  it('of a person is a class, the roles and the names; of a place a region', () => {
    expect(named('Ilse Brandt')).toMatchObject({
      type: 'identity',
      identity_class: 'individual',
      roles: ['Spokeswoman', 'Minister', 'Adviser', 'Governor'],
    });
    expect(named('Ilse Brandt')?.description).toContain('Also known as I. Brandt, =Brandt, إلزه برانت.');
    expect(named('Capri')).toMatchObject({ type: 'location', region: 'Capri' });
    expect(named('White Paper')).not.toHaveProperty('identity_class');
  });

  it('of a post is a moment only where the day is known', () => {
    const posts = objects.filter(({ type }) => type === 'relationship');
    const of = (words: string) => posts.find(({ description }) => description === words);
    expect(of('Spokeswoman, 2021 to May 2023')).not.toHaveProperty('start_time');
    const minister = of('Minister, 2 May 2023 to 2 May 2023');
    expect(minister?.start_time).toBe('2023-05-02T00:00:00.000Z');
    expect(minister).not.toHaveProperty('stop_time');
  });

  it('of a passage is its words and its grade, in a note on all that it bears on', () => {
    const note = objects.find(({ content }) => String(content).startsWith(said.printed));
    expect(String(note?.content).split('\n')).toEqual([
      said.printed,
      said.attribution,
      'Said by Ilse Brandt.',
      'About Capri, White Paper.',
      'Grade B3 (Admiralty code): source usually reliable, information possibly true.',
    ]);
    expect(note?.object_refs).toEqual(
      expect.arrayContaining([named(brandt.name)?.id, named(capri.name)?.id]),
    );
    expect(note?.external_references).toEqual([
      {
        source_name: 'Harbour Dispatch',
        description: 'Firms named, 2024-04-22',
        url: 'https://example.org/firms',
      },
    ]);
  });

  it('is the same id each time, and a new version', () => {
    const later = printStix(everything, idOf, '2026-05-01T00:00:00.000Z' as typeof exportedAt);
    const again: readonly StixObject[] = JSON.parse(later).objects;
    expect(again.map(({ id }) => id)).toEqual(objects.map(({ id }) => id));
    expect(again.find(({ name }) => name === 'Capri')?.modified).toBe('2026-05-01T00:00:00.000Z');
  });

  it('was not created after it was written, whatever the clock said then', () => {
    const late = { ...capri, createdAt: '2030-01-01T00:00:00.000Z' as typeof exportedAt };
    const [place] = objectsOf({ ...namesAlone, names: [late] });
    expect(place).toMatchObject({ created: exportedAt, modified: exportedAt });
  });

  it('of nothing is a bundle without objects', () => {
    const none = bundleOf({ ...namesAlone, names: [] });
    expect(none).not.toHaveProperty('objects');
    expect(faultsOf('common/bundle', none)).toBe('');
  });
});

describe('markings in STIX 2.1', () => {
  // As OASIS has published them: cti-stix-common-objects, extension-definition-specifications/tlp-2.0.
  it.each([
    ['TLP:CLEAR', '94868c89-83c2-464b-929b-a1a8aa3c8487', 'clear'],
    ['TLP:GREEN', 'bab4a63c-aed9-4cf5-a766-dfca5abac2bb', 'green'],
    ['TLP:AMBER', '55d920b0-5e8b-4f79-9ee9-91f868d9b421', 'amber'],
    ['TLP:AMBER+STRICT', '939a9414-2ddd-4d32-a0cd-375ea402b003', 'amber+strict'],
    ['TLP:RED', 'e828b379-4e03-4974-9ac4-e53a884c97c1', 'red'],
  ] as const)('%s is the object that OASIS has published', (label, uuid, written) => {
    const marking = gatherMarkings([{ kind: 'tlp', label }]);
    const objects = objectsOf({ ...namesAlone, names: [{ ...capri, marking }] });
    expect(objects[0]).toEqual({
      type: 'marking-definition',
      spec_version: '2.1',
      id: `marking-definition--${uuid}`,
      created: '2022-10-01T00:00:00.000Z',
      name: label,
      extensions: {
        'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d': {
          extension_type: 'property-extension',
          tlp_2_0: written,
        },
      },
    });
    expect(objects[1]?.object_marking_refs).toEqual([`marking-definition--${uuid}`]);
  });

  it('has every label of the protocol, and a banner as a statement', () => {
    expect(tlpLabels).toHaveLength(5);
    const marking = gatherMarkings([{ kind: 'banner', text: 'HOUSE ONLY' }]);
    const [statement, place] = objectsOf({ ...namesAlone, names: [{ ...capri, marking }] });
    expect(statement).toMatchObject({
      definition_type: 'statement',
      definition: { statement: 'HOUSE ONLY' },
    });
    expect(place?.object_marking_refs).toEqual([statement?.id]);
    expect(faultsOf('common/marking-definition', statement)).toBe('');
  });

  it('would not be found right if it were other', () => {
    expect(faultsOf('sdos/note', { type: 'note', id: `note--${key(1)}` })).not.toBe('');
  });
});

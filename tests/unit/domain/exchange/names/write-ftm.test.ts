import { defaultModel, type Entity, Model, type Property } from '@alephdata/followthemoney';
import { v5 } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { ExportedNames } from '#domain/exchange/names/exported-names.ts';
import { printFtm } from '#domain/exchange/names/write-ftm.ts';
import {
  brandt,
  capri,
  everything,
  key,
  ministry,
  named,
  namesAlone,
  office,
  said,
  ungradedSaid,
} from '../../../../support/names/sample-names.ts';

const model = new Model(defaultModel);
const idOf = (words: string): string => v5(words, v5.URL);

type Line = { id: string; schema: string; properties: Record<string, string[]> };
const linesOf = (exported: ExportedNames): readonly Line[] =>
  printFtm(exported, idOf)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

/** The model refuses schemata and properties that it does not know. */
const entitiesOf = (lines: readonly Line[]): ReadonlyMap<string, Entity> =>
  new Map(lines.map((line) => [line.id, model.getEntity(line)]));

const find = (lines: readonly Line[], schema: string, property: string, value: string): Line | undefined =>
  lines.find((line) => line.schema === schema && line.properties[property]?.includes(value) === true);

/** What a schema needs, its parents' needs included. */
const requiredOf = ({ schema }: Entity): readonly string[] => [
  ...new Set(
    [schema.name, ...schema.extends].flatMap((name) => model.getSchema(name).required as readonly string[]),
  ),
];

const linksOf = (entity: Entity): readonly { readonly property: Property; readonly id: string }[] =>
  entity
    .getProperties()
    .filter(({ type }) => type.name === 'entity')
    .flatMap((property) => entity.getProperty(property).map((value) => ({ property, id: String(value) })));

describe.each([
  ['names with what is said and what happened', everything],
  ['names alone', namesAlone],
])('%s in FollowTheMoney', (_, exported) => {
  const lines = linesOf(exported);
  const entities = entitiesOf(lines);

  it('are entities of the model, each id once', () => {
    expect(entities.size).toBe(lines.length);
    for (const line of lines) {
      for (const values of Object.values(line.properties)) {
        expect(values.length).toBeGreaterThan(0);
        expect(values.every((value) => value !== '')).toBe(true);
      }
    }
  });

  it('have all that their schemata need', () => {
    for (const entity of entities.values()) {
      for (const property of requiredOf(entity)) {
        expect([entity.schema.name, property, entity.hasProperty(property)]).toEqual([
          entity.schema.name,
          property,
          true,
        ]);
      }
    }
  });

  it('link to entities of the file alone, of the schema that the link is to', () => {
    for (const entity of entities.values()) {
      for (const { property, id } of linksOf(entity)) {
        const range = property.getRange().name;
        const target = entities.get(id)?.schema;
        expect([property.qname, id, target?.isA(range)]).toEqual([property.qname, id, true]);
      }
    }
  });
});

describe('what an entity says', () => {
  const lines = linesOf(everything);
  const byId = new Map(lines.map((line) => [line.id, line]));

  it('of a person is the names, the posts with their dates as precise as they are known, and the marking', () => {
    expect(byId.get(brandt.key)?.properties).toMatchObject({
      name: ['Ilse Brandt'],
      alias: ['I. Brandt', '=Brandt', 'إلزه برانت'],
      keywords: ['TLP:AMBER; HOUSE ONLY'],
    });
    const post = find(lines, 'Position', 'name', 'Spokeswoman');
    expect(post?.properties.organization).toEqual([office.key]);
    expect(find(lines, 'Occupancy', 'post', post?.id ?? '')?.properties).toMatchObject({
      holder: [brandt.key],
      startDate: ['2021'],
      endDate: ['2023-05'],
      summary: ['2021 to May 2023'],
    });
    expect(find(lines, 'Position', 'name', 'Governor')?.properties).toEqual({
      name: ['Governor'],
      description: ['Of Capri'],
      keywords: ['TLP:AMBER; HOUSE ONLY'],
    });
    expect(find(lines, 'Membership', 'member', brandt.key)?.properties.organization).toEqual([office.key]);
  });

  it('of a post that several held is the strictest marking of them', () => {
    const successor = {
      ...brandt,
      key: key(77),
      marking: { label: 'TLP:RED', banners: [] } as const,
    };
    for (const names of [
      [...everything.names, successor],
      [successor, ...everything.names],
    ]) {
      const post = find(linesOf({ ...everything, names }), 'Position', 'name', 'Spokeswoman');
      expect(post?.properties.keywords).toEqual(['TLP:RED; HOUSE ONLY']);
    }
  });

  it('of a body claims neither a company nor a public body', () => {
    expect(byId.get(office.key)).toMatchObject({
      schema: 'Organization',
      properties: { classification: ['Department'], parent: [ministry.key] },
    });
  });

  it('of a passage is its words, who says it of whom, its article, and its grade in words', () => {
    expect(byId.get(said.key)?.properties).toEqual({
      name: [said.attribution],
      description: ['“We have named, at last, the firms”'],
      summary: ['Grade B3 (Admiralty code): source usually reliable, information possibly true'],
      notes: ['Said by Ilse Brandt. About Capri, White Paper.'],
      entity: [brandt.key, capri.key, key(6), ...everything.events.map((event) => event.key)],
      proof: [key(20)],
      keywords: ['TLP:AMBER; HOUSE ONLY'],
    });
    expect(byId.get(ungradedSaid.key)?.properties.summary).toBeUndefined();
  });

  it('of an event is its day as far as it is known, with what there is to say of it', () => {
    expect(byId.get(named.key)?.properties).toMatchObject({
      name: ['Firms named on Capri'],
      date: ['2024-04-19'],
      summary: ['19 April 2024 (inferred; passages also give 18 April 2024)'],
      involved: [brandt.key],
      proof: [key(20)],
    });
    const when = (number: number) => {
      const { date, startDate, endDate } = byId.get(key(number))?.properties ?? {};
      return { date, startDate, endDate };
    };
    expect(when(41)).toEqual({ date: ['2024-05'] });
    expect(when(42)).toEqual({ startDate: ['2024-05-01'], endDate: ['2024-05-31'] });
    expect(when(43)).toEqual({ startDate: ['2024-04-19'], endDate: ['2024-04-26'] });
    expect(when(44)).toEqual({ endDate: ['2024-04-19'] });
    expect(when(45)).toEqual({});
    // A place is no legal entity, which alone can be involved.
    expect(find(lines, 'UnknownLink', 'subject', named.key)?.properties).toMatchObject({
      object: [capri.key],
      role: ['concerns'],
    });
  });

  it('is the letter of a name in a note, and never in names alone', () => {
    expect(find(lines, 'Note', 'entity', brandt.key)?.properties.description).toEqual([
      'Reliability B: usually reliable (Admiralty code)',
    ]);
    expect(linesOf(namesAlone).some(({ schema }) => schema === 'Note')).toBe(false);
  });
});

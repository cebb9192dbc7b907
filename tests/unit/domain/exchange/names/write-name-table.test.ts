import { describe, expect, it } from 'vitest';
import { nameFormatOf, nameFormats, nameFormatTable } from '#domain/exchange/names/name-formats.ts';
import { printNameTable } from '#domain/exchange/names/write-name-table.ts';
import { parseCsv } from '#domain/exchange/read/parse-csv.ts';
import { everything, namesAlone } from '../../../../support/names/sample-names.ts';

describe('names as a table', () => {
  it('has a line for each thing that is said of a name, and none of those that are referred to alone', () => {
    const [head, ...lines] = parseCsv(printNameTable(everything));
    expect(head).toEqual([
      ...['name', 'kind', 'entry', 'when', 'text', 'speaker', 'about'],
      ...['article', 'paragraph', 'published', 'grade', 'marking'],
    ]);
    expect(lines.filter(([name]) => name === 'Ilse Brandt').map(([, , entry]) => entry)).toEqual([
      ...['name', 'position', 'position', 'position', 'position', 'says', 'is mentioned'],
      ...['event', 'event', 'event', 'event', 'event', 'event'],
    ]);
    expect(lines.map(([name]) => name)).not.toContain('Ministry of Trade');
    expect(lines.find(([, , entry]) => entry === 'says')).toEqual([
      ...['Ilse Brandt', 'Person', 'says', '', '“We have named, at last, the firms”', 'Ilse Brandt'],
      ...['Capri; White Paper', 'Firms named', '4', '2024-04-22', 'B3', 'TLP:AMBER; HOUSE ONLY'],
    ]);
    expect(lines.find(([, , entry]) => entry === 'event')?.slice(3, 5)).toEqual([
      '19 April 2024 (inferred; passages also give 18 April 2024)',
      'Firms named on Capri',
    ]);
  });

  it('puts what a name below says under the nearest name that has lines', () => {
    const names = everything.names.map((each) =>
      each.name === 'Ilse Brandt' ? { ...each, isReferredTo: true } : each,
    );
    const lines = parseCsv(printNameTable({ ...everything, names }));
    expect(lines.find(([, , entry]) => entry === 'says')?.[0]).toBe('Press office');
  });

  it('shows what a spreadsheet would take for a formula as text, and gives names alone without a letter', () => {
    const text = printNameTable(namesAlone);
    const lines = parseCsv(text);
    expect(lines.find(([name]) => name === 'Ilse Brandt')?.[10]).toBe('');
    expect(lines.map(([, , entry]) => entry)).not.toContain('says');
    expect(
      printNameTable({ ...namesAlone, names: [{ ...everything.names[0], name: '=1+1' } as never] }),
    ).toContain("'=1+1");
  });
});

describe('the formats of names', () => {
  it.each(nameFormats)('%s is known by its ending, in any case', (format) => {
    expect(nameFormatOf(`Names.${nameFormatTable[format].ending.toUpperCase()}`)).toBe(format);
  });

  it('has none for a JSON file that says no more', () => expect(nameFormatOf('names.json')).toBeNull());
});

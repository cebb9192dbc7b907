import { describe, expect, it } from 'vitest';
import type { Migration } from '#domain/archive/content/migration.ts';
import { migrateContent, migrations, newestVersion } from '#domain/archive/content/migrations.ts';
import { normaliseContent, parseContent } from '#domain/archive/content/parse-content.ts';
import { serialiseContent } from '#domain/archive/content/serialise-content.ts';
import { type FileKind, fileSchemas, TAGS_VERSION, type TagsFile } from '#domain/archive/files.ts';
import { tagIdSchema } from '#domain/ids.ts';
import { sampleId } from '../../../support/archive/sample-ids.ts';
import { sampleTag } from '../../../support/archive/sample-records.ts';

const tag = (number: number) =>
  sampleTag(`tag ${number}`, {
    id: tagIdSchema.parse(sampleId(number)),
    definition: { useWhen: 'it applies', notWhen: '', example: '' },
  });
const kinds = Object.keys(migrations) as FileKind[];

describe('the content of a file', () => {
  it('is read back as it was written, to the byte', () => {
    const text = serialiseContent(
      normaliseContent('tags', { version: TAGS_VERSION, tags: [tag(1), tag(2)] }),
    );
    const parsed = parseContent('tags', JSON.parse(text));
    expect(parsed.ok && serialiseContent(parsed.value)).toBe(text);
  });

  it('has one record a line and ends with a line feed', () => {
    const text = serialiseContent({ version: TAGS_VERSION, tags: [tag(1), tag(2)] });
    expect(text.split('\n').map((line) => line.slice(0, 12))).toEqual([
      '{',
      '  "version":',
      '  "tags": [',
      '    {"id":"0',
      '    {"id":"0',
      '  ]',
      '}',
      '',
    ]);
  });

  it('has its keys and its records in one order, whatever order they came in', () => {
    const { id, name, ...rest } = tag(1);
    const shuffled = { ...rest, name, id };
    const one: TagsFile = { version: TAGS_VERSION, tags: [tag(2), shuffled] };
    const other: TagsFile = { tags: [tag(1), tag(2)], version: TAGS_VERSION };
    expect(serialiseContent(normaliseContent('tags', one))).toBe(
      serialiseContent(normaliseContent('tags', other)),
    );
    const parsed = parseContent('tags', one);
    expect(parsed.ok && parsed.value.tags.map(({ name: its }) => its)).toEqual(['tag 1', 'tag 2']);
  });

  it.each<[string, unknown]>([
    ['null', null],
    ['undefined', undefined],
    ['a list', []],
    ['a text', 'tags'],
    ['no version', { tags: [] }],
    ['a version that is no number', { version: '1', tags: [] }],
    ['version 0', { version: 0, tags: [] }],
    ['another shape', { version: 1, sources: [] }],
    ['a key that nobody knows', { version: TAGS_VERSION, tags: [], more: 1 }],
    ['a record of another shape', { version: TAGS_VERSION, tags: [{ id: sampleId(1) }] }],
  ])('that is %s has a wrong shape', (_, json) => {
    expect(parseContent('tags', json)).toEqual({ ok: false, error: { kind: 'wrong-shape' } });
  });

  it('of a newer version is told apart, whatever it holds', () => {
    expect(parseContent('tags', { version: TAGS_VERSION + 1, tagTree: {} })).toEqual({
      ok: false,
      error: { kind: 'newer-version', version: TAGS_VERSION + 1 },
    });
  });

  it('of a wrong shape is never written', () => {
    const broken = { version: TAGS_VERSION, tags: [{ ...tag(1), name: '' }] } as TagsFile;
    expect(() => normaliseContent('tags', broken)).toThrow();
  });
});

describe('migrations', () => {
  it.each(kinds)('of %s lead to the version that its schema accepts', (kind) => {
    const version = newestVersion(migrations[kind]);
    const issues = (candidate: number) =>
      fileSchemas[kind].safeParse({ version: candidate }).error?.issues.map(({ path }) => path[0]) ?? [];
    expect(issues(version)).not.toContain('version');
    expect(issues(version + 1)).toContain('version');
  });

  it.each(kinds)('of %s have names of their own', (kind) => {
    const names = migrations[kind].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('are applied in order from the version of the content, and set it', () => {
    const note = (name: string): Migration => ({
      name,
      migrate: (content) => ({ ...content, notes: `${String(content.notes)} ${name}` }),
    });
    const list = [note('second'), note('third'), note('fourth')];
    expect(migrateContent({ version: 1, notes: 'first' }, list)).toEqual({
      version: 4,
      notes: 'first second third fourth',
    });
    expect(migrateContent({ version: 3, notes: 'found' }, list)).toEqual({
      version: 4,
      notes: 'found fourth',
    });
    expect(migrateContent({ version: 4, notes: 'found' }, list)).toEqual({ version: 4, notes: 'found' });
  });
});

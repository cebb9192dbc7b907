import { describe, expect, it } from 'vitest';
import { type SourceId, sourceIdSchema } from '#domain/ids.ts';
import { ensureSourcePath } from '#domain/source/ensure-source-path.ts';
import { parseSourcePath } from '#domain/source/parse-source-path.ts';
import { newSource, type Source, type SourceKind } from '#domain/source/source.ts';
import { branchOf, indexTree } from '#domain/tree/record-tree.ts';
import { at } from '../tree/build-tree.ts';

const id = (n: number): SourceId =>
  sourceIdSchema.parse(`01900000-0000-7000-9000-${String(n).padStart(12, '0')}`);
const source = (n: number, kind: SourceKind, name: string, parent?: number): Source =>
  newSource(id(n), { kind, name, parentId: parent === undefined ? null : id(parent) }, at(0));

/** The branch of the source that a path ends at, with the names of what was made or moved for it. */
const ensure = (sources: readonly Source[], typed: string) => {
  const path = parseSourcePath(typed);
  if (path === null) throw new Error('no path');
  const named = [...path.above, { name: path.name, kind: 'person' as const }];
  const [first, ...below] = named;
  if (first === undefined) throw new Error('no path');
  let made = 100;
  const make = (asked: Pick<Source, 'name' | 'kind' | 'parentId'>) => {
    made += 1;
    return newSource(id(made), asked, at(1));
  };
  const { source: found, edits, near } = ensureSourcePath(sources, [first, ...below], { make, at: at(1) });
  const after = indexTree([
    ...sources.filter((each) => !edits.some((edit) => edit.after.id === each.id)),
    ...edits.map((edit) => edit.after),
  ]);
  return {
    branch: branchOf(after, found.id).map(({ name, kind }) => `${kind} ${name}`),
    made: edits.filter(({ before }) => before === null).map(({ after: { name } }) => name),
    moved: edits.filter(({ before }) => before !== null).map(({ after: { name } }) => name),
    near,
  };
};

describe('a typed path of sources', () => {
  it('goes from the organisation down', () => {
    expect(parseSourcePath('US government / State Department / Ann Roe')).toEqual({
      above: [
        { name: 'US government', kind: 'organisation' },
        { name: 'State Department', kind: 'body' },
      ],
      name: 'Ann Roe',
    });
  });

  it('is parted with and without white space around the stroke', () => {
    const desk = { above: [{ name: 'Trade Union', kind: 'organisation' }], name: 'Press desk' };
    expect(parseSourcePath('Trade Union/Press desk')).toEqual(desk);
    expect(parseSourcePath('Trade Union / Press desk')).toEqual(desk);
  });

  it('is one name where the stroke is escaped', () => {
    expect(parseSourcePath(' 24\\/7 News ')).toEqual({ above: [], name: '24/7 News' });
  });

  it.each(['', ' / Roe', 'Office / ', 'A / B / C / D / E / F / G / H / I', 'x'.repeat(201)])(
    'is none in "%s"',
    (typed) => expect(parseSourcePath(typed)).toBeNull(),
  );
});

describe('ensuring a path of sources', () => {
  it('makes what is missing, from the top down', () => {
    expect(ensure([], 'Port / Office / Roe')).toEqual({
      branch: ['organisation Port', 'body Office', 'person Roe'],
      made: ['Port', 'Office', 'Roe'],
      moved: [],
      near: [],
    });
  });

  it('takes what is there, wherever its top stands', () => {
    const there = [
      source(1, 'organisation', 'State'),
      source(2, 'body', 'Port', 1),
      source(3, 'person', 'Roe', 2),
    ];
    expect(ensure(there, 'Port / Roe')).toEqual({
      branch: ['organisation State', 'body Port', 'person Roe'],
      made: [],
      moved: [],
      near: [],
    });
  });

  it('takes none that is written otherwise, and names it', () => {
    const there = [source(1, 'organisation', 'Zürich'), source(2, 'person', 'Jan Müller', 1)];
    expect(ensure(there, 'Zürich / Jan Muller')).toMatchObject({
      made: ['Jan Muller'],
      near: ['Jan Müller'],
    });
    expect(ensure(there, 'Zurich / Jan Müller')).toMatchObject({
      made: ['Zurich', 'Jan Müller'],
      near: ['Zürich'],
    });
  });

  it('puts a speaker there who stood alone under that name', () => {
    const alone = [source(1, 'organisation', 'Port'), source(2, 'person', 'Roe')];
    expect(ensure(alone, 'Port / Roe')).toMatchObject({ made: [], moved: ['Roe'] });
  });

  it('takes neither a publication nor one that stands elsewhere for the speaker', () => {
    const others = [
      source(1, 'publication', 'Roe'),
      source(2, 'organisation', 'Canal'),
      source(3, 'person', 'Roe', 2),
    ];
    expect(ensure(others, 'Port / Roe')).toMatchObject({ made: ['Port', 'Roe'], moved: [] });
  });

  it('never puts a source below itself', () => {
    const there = [source(1, 'organisation', 'Port'), source(2, 'body', 'Office', 1)];
    expect(ensure(there, 'Office / Port')).toMatchObject({
      branch: ['organisation Port', 'body Office', 'person Port'],
      made: ['Port'],
    });
  });
});

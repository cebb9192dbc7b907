import { describe, expect, it } from 'vitest';
import { type SourceId, sourceIdSchema } from '#domain/ids.ts';
import { setReliability } from '#domain/source/reliability-over-time.ts';
import {
  findSource,
  nearSources,
  newSource,
  originOf,
  type Source,
  type SourceKind,
} from '#domain/source/source.ts';
import { mergeBranches } from '#domain/tree/change-tree.ts';
import { indexTree } from '#domain/tree/record-tree.ts';
import { at } from '../tree/build-tree.ts';

const id = (n: number): SourceId =>
  sourceIdSchema.parse(`01900000-0000-7000-9000-${String(n).padStart(12, '0')}`);
const source = (n: number, kind: SourceKind, name: string, parent?: number): Source =>
  newSource(id(n), { kind, name, parentId: parent === undefined ? null : id(parent) }, at(0));

const sources = indexTree([
  source(1, 'organisation', 'State Department'),
  source(2, 'body', 'Press office', 1),
  source(3, 'person', 'Spokesperson', 2),
  source(4, 'person', 'Secretary', 1),
  source(5, 'publication', 'Harbour Dispatch'),
  source(6, 'person', 'A lone analyst'),
  source(7, 'organisation', 'Foreign Ministry'),
  source(8, 'person', 'Spokesperson', 7),
  source(9, 'organisation', 'News desk', 1),
]);
const origin = (speaker: number | null, publication: number | null): string | null =>
  originOf(sources, speaker === null ? null : id(speaker), publication === null ? null : id(publication))
    ?.name ?? null;

describe('the origin of a passage', () => {
  it('is the organisation at the top of the speaker’s branch', () => {
    expect(origin(3, 5)).toBe('State Department');
    expect(origin(9, 5)).toBe('State Department');
  });

  it('is one for two speakers of one organisation, however they were carried', () => {
    expect(origin(3, 5)).toBe(origin(4, null));
  });

  it('is the publication where no speaker is named', () => {
    expect(origin(null, 5)).toBe('Harbour Dispatch');
  });

  it('is the speaker who belongs to no organisation, wherever he is quoted', () => {
    expect(origin(6, 5)).toBe('A lone analyst');
  });

  it('is unknown where neither is known', () => {
    expect(origin(null, null)).toBeNull();
  });
});

describe('finding a source by name', () => {
  const find = (name: string, kind: SourceKind, parent: number | null = null): SourceId | undefined =>
    findSource(sources, { name, kind, parentId: parent === null ? null : id(parent) })?.id;

  it('compares as it is written', () => {
    expect(find('Harbour  Dispatch', 'publication')).toBe(id(5));
    expect(find('harbour dispatch', 'publication')).toBeUndefined();
  });

  it('names what may be meant and is written otherwise', () => {
    const near = nearSources(sources, { name: 'harbour dispatch', kind: 'person', parentId: null });
    expect(near.map(({ name }) => name)).toEqual(['Harbour Dispatch']);
    expect(nearSources(sources, { name: 'Harbour Dispatch', kind: 'person', parentId: null })).toEqual([]);
  });

  it('looks only below the parent where one is given', () => {
    expect(find('Spokesperson', 'person', 7)).toBe(id(8));
    expect(find('Secretary', 'person', 7)).toBeUndefined();
  });

  it('takes a source of another kind before it makes a second of the same name', () => {
    expect(find('State Department', 'person')).toBe(id(1));
  });

  it('knows a merged source under its old name', () => {
    const merge = mergeBranches(sources, id(6), id(4), at(1));
    const edits = merge.ok ? merge.value : [];
    const merged = new Map([...sources, ...edits.map(({ after }): [string, Source] => [after.id, after])]);
    expect(findSource(merged, { name: 'A lone analyst', kind: 'person', parentId: null })?.id).toBe(id(4));
  });
});

describe('setting the reliability of a source', () => {
  it('keeps every change with its reason, oldest first', () => {
    const graded = setReliability(source(1, 'person', 'X'), 'C', 'first look', at(1));
    const raised = setReliability(graded, 'B', 'was right twice', at(2));
    expect(raised.reliability).toBe('B');
    expect(raised.reliabilityHistory).toEqual([
      { at: at(1), from: null, to: 'C', why: 'first look' },
      { at: at(2), from: 'C', to: 'B', why: 'was right twice' },
    ]);
  });

  it('changes nothing where the letter is the same', () => {
    const graded = setReliability(source(1, 'person', 'X'), 'C', '', at(1));
    expect(setReliability(graded, 'C', 'again', at(2))).toBe(graded);
  });
});

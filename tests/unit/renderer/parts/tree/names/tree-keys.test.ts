import { describe, expect, it } from 'vitest';
import { findTypedLine, pressTreeKey } from '#renderer/parts/tree/names/press-tree-key.ts';
import { isLineBelow, layTreeLines, type NameNode } from '#renderer/parts/tree/names/tree-lines.ts';

const node = (name: string, ...children: readonly NameNode[]): NameNode => ({ id: name, name, children });
const nodes = [
  node('Asia', node('China', node('Dual use'), node('Ports')), node('Japan')),
  node('Łódź'),
  node('Peru'),
];
const open = layTreeLines(nodes, new Set());
const folded = layTreeLines(nodes, new Set(['China']));
const names = ({ lines }: typeof open): readonly string[] =>
  lines.map(({ node: { name }, level }) => `${level} ${name}`);

describe('the lines of a tree', () => {
  it('follow each other down the branches', () => {
    expect(names(open)).toEqual([
      '1 Asia',
      '2 China',
      '3 Dual use',
      '3 Ports',
      '2 Japan',
      '1 Łódź',
      '1 Peru',
    ]);
    expect(open.lines[4]).toMatchObject({ position: 2, siblingCount: 2, parentIndex: 0, isOpen: null });
  });
  it('leave out what is folded', () => {
    expect(names(folded)).toEqual(['1 Asia', '2 China', '2 Japan', '1 Łódź', '1 Peru']);
    expect(folded.lines[1]?.isOpen).toBe(false);
    expect(folded.indexOf('Ports')).toBe(-1);
  });
  it('know what stands below what', () => {
    const below = (one: string, above: string) => isLineBelow(open, open.indexOf(one), open.indexOf(above));
    expect([below('Ports', 'Asia'), below('Asia', 'Asia'), below('Japan', 'China')]).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('the keys of a tree', () => {
  const press = (key: string, from: string, tree = open) => {
    const answer = pressTreeKey(key, tree, tree.indexOf(from), 3);
    return answer === null ? null : `${answer.kind} ${tree.lines[answer.index]?.node.name}`;
  };
  it.each([
    ['ArrowDown', 'China', 'go Dual use'],
    ['ArrowUp', 'China', 'go Asia'],
    ['ArrowUp', 'Asia', 'go Asia'],
    ['Home', 'Peru', 'go Asia'],
    ['End', 'Asia', 'go Peru'],
    ['PageDown', 'China', 'go Japan'],
    ['PageDown', 'Łódź', 'go Peru'],
    ['ArrowLeft', 'Ports', 'go China'],
    ['ArrowLeft', 'China', 'fold China'],
    ['ArrowLeft', 'Peru', null],
    ['ArrowRight', 'China', 'go Dual use'],
    ['ArrowRight', 'Peru', null],
    ['Delete', 'Peru', null],
  ])('%s on %s', (key, from, answer) => {
    expect(press(key, from)).toBe(answer);
  });
  it('open a folded branch, and go up from it where it is folded', () => {
    expect(press('ArrowRight', 'China', folded)).toBe('unfold China');
    expect(press('ArrowLeft', 'China', folded)).toBe('go Asia');
  });
  it('mean nothing in an empty tree', () => {
    expect(pressTreeKey('End', layTreeLines([], new Set()), 0, 3)).toBeNull();
  });
  it('find a name by its letters, without case and diacritics, round the end', () => {
    const find = (typed: string, from: string) =>
      open.lines[findTypedLine(open, typed, open.indexOf(from))]?.node.name;
    expect(find('lod', 'Asia')).toBe('Łódź');
    expect(find('p', 'Ports')).toBe('Peru');
    expect(find('p', 'Peru')).toBe('Ports');
    expect(find('po', 'Ports')).toBe('Ports');
    expect(find('x', 'Asia')).toBeUndefined();
  });
});

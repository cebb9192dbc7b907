// A codebook that goes out as a table and as REFI-QDA, and comes in again.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sayLeftOut } from '#domain/exchange/left-out.ts';
import { MAX_CODEBOOK_ENTRIES } from '#domain/tag/codebook-entry.ts';
import { newTagId } from '../../../support/archive/sample-ids.ts';
import { type BringingIn, openBringingIn } from '../../../support/exchange/bring-in.ts';
import { codeOf, succeed } from '../../../support/workbench/results.ts';

let scene: BringingIn;
beforeEach(async () => {
  scene = await openBringingIn();
});
afterEach(() => scene.close());

type Said = Partial<Parameters<BringingIn['handlers']['tag:change']>[0]>;
const make = async ({ handlers }: BringingIn, path: readonly string[], said: Said = {}): Promise<void> => {
  const { id: tagId } = succeed(await handlers['tag:ensure']({ tagId: newTagId(), path: [...path] }));
  succeed(await handlers['tag:change']({ tagId, ...said }));
};

const tagsOf = async ({ handlers }: BringingIn) =>
  succeed(await handlers['tag:list']({})).map(({ path, definition, aliases, ownGroup }) => ({
    path: path.join(' > '),
    definition,
    aliases,
    ownGroup,
  }));

const write = async (): Promise<{ readonly csv: string; readonly qdc: string }> => {
  const folder = join(scene.folder, 'out');
  succeed(await scene.exportTo('codebook', folder, false));
  const [csv, qdc] = await Promise.all(
    ['codebook.csv', 'codebook.qdc'].map((name) => readFile(join(folder, name), 'utf8')),
  );
  return { csv: csv ?? '', qdc: qdc ?? '' };
};

const fill = async (): Promise<void> => {
  await make(scene, ['China'], {
    group: 'place',
    aliases: ['PRC', '中国; mainland'],
    definition: { useWhen: 'A state\nor a firm', notWhen: 'The market <alone>', example: '"We", she said' },
  });
  await make(scene, ['China', 'Air/sea']);
  await make(scene, ['=HYPERLINK("x")'], { definition: { useWhen: '@cmd', notWhen: '-1', example: '' } });
  await make(scene, ['China', 'Firms'], { group: 'actor' });
};

describe('a codebook', () => {
  it.each(['csv', 'qdc'] as const)('comes back from its .%s as it went', async (format) => {
    await fill();
    const files = await write();
    const other = await openBringingIn();
    try {
      const { codebook, rows, leftOut } = await other.take('codebook', { [`c.${format}`]: files[format] });
      expect(rows).toEqual([]);
      expect(leftOut).toEqual([]);
      expect(codebook.map(({ becomes }) => becomes)).toEqual(['new', 'new', 'new', 'new']);
      const went = await tagsOf(scene);
      // REFI-QDA has no place for aliases.
      const carried = format === 'csv' ? went : went.map((tag) => ({ ...tag, aliases: [] }));
      expect(await tagsOf(other)).toEqual(carried);
      succeed(await other.handlers['undo:undo']({}));
      expect(await tagsOf(other)).toEqual([]);
    } finally {
      await other.close();
    }
  });

  it('is no formula to a spreadsheet', async () => {
    await fill();
    const { csv } = await write();
    const cells = csv.split(/[,\r\n]+/u).map((cell) => cell.replace(/^"/u, ''));
    expect(cells.filter((cell) => /^[=+\-@]/u.test(cell))).toEqual([]);
    expect(csv).toContain("'=HYPERLINK");
  });

  it('fills what is not said here, and keeps what is', async () => {
    await make(scene, ['China'], {
      definition: { useWhen: 'Mine', notWhen: '', example: '' },
      group: 'place',
    });
    await make(scene, ['Cathay']);
    const table = [
      'Code,Parent,Definition,Example,Aliases,Group',
      'China,,Theirs,A sentence,Cathay;PRC,topic',
      'Firms,China,Companies,,,',
      `${'x'.repeat(81)},,,,,`,
      ',,,,,',
    ].join('\n');
    const read = await scene.take('codebook', { 'c.csv': table });
    expect(read.codebook).toEqual([
      {
        path: ['China'],
        becomes: 'changed',
        takes: ['example', 'aliases'],
        keeps: ['use when', 'aliases', 'group'],
      },
      { path: ['China', 'Firms'], becomes: 'new', takes: [], keeps: [] },
    ]);
    expect(read.leftOut).toEqual([{ kind: 'tag-name', count: 1 }]);
    expect(await tagsOf(scene)).toEqual([
      { path: 'Cathay', definition: { useWhen: '', notWhen: '', example: '' }, aliases: [], ownGroup: null },
      {
        path: 'China',
        definition: { useWhen: 'Mine', notWhen: '', example: 'A sentence' },
        aliases: ['PRC'],
        ownGroup: 'place',
      },
      {
        path: 'China > Firms',
        definition: { useWhen: 'Companies', notWhen: '', example: '' },
        aliases: [],
        ownGroup: null,
      },
    ]);
    // The same once more changes nothing.
    const again = await scene.take('codebook', { 'c.csv': table });
    expect(again.codebook.map(({ becomes }) => becomes)).toEqual(['same', 'same']);
  });

  it('counts tags before it is taken as it counts them afterwards', async () => {
    await make(scene, ['Cathay']);
    await make(scene, ['China']);
    const rows = succeed(await scene.handlers['tag:list']({}));
    const idOf = (name: string) => rows.find((row) => row.name === name)?.id ?? newTagId();
    succeed(await scene.handlers['tag:merge']({ tagId: idOf('Cathay'), intoId: idOf('China') }));
    const table = [
      'tag,useWhen,example',
      'Cathay,Any state act,',
      'China,,Beijing said so',
      'Trade/Chips,,',
      'Trade,Goods,',
    ].join('\n');
    const read = succeed(await scene.preview('codebook', { 'c.csv': table }));
    expect(read.codebook).toEqual([
      { path: ['China'], becomes: 'changed', takes: ['use when', 'example'], keeps: [] },
      { path: ['Trade'], becomes: 'new', takes: [], keeps: [] },
      { path: ['Trade', 'Chips'], becomes: 'new', takes: [], keeps: [] },
    ]);
    const taken = await scene.handlers['import:take-brought']({ draftId: read.draftId, label: 'context' });
    expect(succeed(taken)).toMatchObject({ tags: 2, tagsChanged: 1 });
  });

  it('is read as far as its limits go, and tells of what lies beyond them', async () => {
    const lines = Array.from({ length: MAX_CODEBOOK_ENTRIES + 3 }, (_, at) => `T${at},,`);
    const table = ['tag,useWhen,aliases', `Long,${'x'.repeat(20_001)},${'y'.repeat(1_001)};kept`, ...lines];
    const read = succeed(await scene.preview('codebook', { 'c.csv': table.join('\n') }));
    expect(read.codebook).toHaveLength(MAX_CODEBOOK_ENTRIES);
    expect(read.leftOut).toEqual([
      { kind: 'further-tag', count: 4 },
      { kind: 'long-cell', count: 2 },
    ]);
    expect(read.leftOut.map(sayLeftOut)[0]).toBe('4 more tags: a codebook has at most 20,000');
  });

  it('of another program keeps its tree, and tells of colours and of further sets', async () => {
    const qdc = `<?xml version="1.0" encoding="utf-8"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="MAXQDA 2022"><Codes><Code guid="a" name="Risk" isCodable="true" color="#ff0000"><Description>Any\nharm</Description><Code guid="b" name="Own / risk" isCodable="false"/></Code></Codes><Sets><Set guid="s" name="Topic"><MemberCode targetGUID="a"/><MemberCode targetGUID="b"/></Set><Set guid="t" name="Core"><MemberCode targetGUID="b"/></Set></Sets></CodeBook>`;
    const { leftOut } = await scene.take('codebook', { 'c.qdc': qdc });
    expect(leftOut).toEqual([
      { kind: 'further-set', count: 1 },
      { kind: 'code-colour', count: 1 },
    ]);
    expect(await tagsOf(scene)).toMatchObject([
      { path: 'Risk', ownGroup: 'Topic', definition: { useWhen: 'Any\nharm' } },
      { path: 'Risk > Own / risk', ownGroup: null },
    ]);
  });

  it.each([
    ['a table without tags', 'c.csv', 'a,b\n1,2', 'not-of-tool'],
    ['another XML', 'c.qdc', '<Project xmlns="urn:QDA-XML:project:1.0"/>', 'not-of-tool'],
    ['broken XML', 'c.qdc', '<CodeBook><Codes>', 'document-damaged'],
    ['declared entities', 'c.qdc', '<!DOCTYPE a [<!ENTITY b "c">]><CodeBook/>', 'document-unsafe'],
  ])('is not read of %s', async (_, name, content, code) => {
    expect(codeOf(await scene.preview('codebook', { [name]: content }))).toBe(code);
    expect(await tagsOf(scene)).toEqual([]);
  });
});

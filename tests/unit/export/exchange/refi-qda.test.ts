import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { labelLooks } from '#domain/passage/label.ts';
import { newTagId } from '../../../support/archive/sample-ids.ts';
import { type BringingIn, importText, openBringingIn, quotesOf } from '../../../support/exchange/bring-in.ts';
import { codeOf, succeed } from '../../../support/workbench/results.ts';

let scene: BringingIn;
beforeEach(async () => {
  scene = await openBringingIn();
});
afterEach(() => scene.close());

const parse = (xml: string): Document => {
  const { window } = new JSDOM('');
  const parsed = new window.DOMParser().parseFromString(xml, 'application/xml');
  expect(parsed.getElementsByTagName('parsererror')).toHaveLength(0);
  return parsed;
};

const text = '🚢 Forty ships <were> turned back.\n\nNobody & said "why".';
const hypothesis = JSON.stringify({
  rows: [
    {
      id: 'a',
      uri: 'https://dispatch.example/lock',
      text: 'Which & <forty>?',
      tags: ['China/Dual use', 'Air\\/sea/Baltic'],
      target: [{ selector: [{ type: 'TextQuoteSelector', exact: 'ships <were> turned', prefix: 'Forty ' }] }],
    },
  ],
});

describe('a project of REFI-QDA', () => {
  const lay = async () => {
    const articleId = await importText(scene, text, { title: 'Lock', url: 'https://dispatch.example/lock' });
    await scene.take('hypothesis', { 'h.json': hypothesis });
    succeed(await scene.handlers['tag:ensure']({ tagId: newTagId(), path: ['China', 'Empty'] }));
    return articleId;
  };
  const write = async () => {
    const folder = join(scene.folder, 'refi');
    succeed(await scene.exportTo('refi', folder, true));
    return {
      qdpx: await readFile(join(folder, 'project.qdpx')),
      qdc: await readFile(join(folder, 'codebook.qdc'), 'utf8'),
    };
  };

  it('is written with codes, sources and codings whose positions count code points', async () => {
    const articleId = await lay();
    const { qdpx, qdc } = await write();
    const parts = unzipSync(qdpx);
    const source = strFromU8(parts[`sources/${articleId}.txt`] ?? new Uint8Array());
    const project = parse(strFromU8(parts['project.qde'] ?? new Uint8Array()));
    expect(project.documentElement.namespaceURI).toBe('urn:QDA-XML:project:1.0');
    const [selection] = project.getElementsByTagName('PlainTextSelection');
    const [start, end] = ['startPosition', 'endPosition'].map((name) =>
      Number(selection?.getAttribute(name)),
    );
    expect([...source].slice(start, end).join('')).toBe('ships <were> turned');
    expect(selection?.getElementsByTagName('Description')[0]?.textContent).toBe('Which & <forty>?');
    const names = [...(selection?.getElementsByTagName('CodeRef') ?? [])].map((reference) => {
      const guid = reference.getAttribute('targetGUID');
      return project.querySelector(`Code[guid="${guid}"]`)?.getAttribute('name');
    });
    expect(names).toEqual(['Context', 'Dual use', 'Baltic']);
    expect(project.querySelector('Code[name="Air/sea"] > Code[name="Baltic"]')).not.toBeNull();
    expect(project.querySelector('Code[name="Context"]')?.getAttribute('color')).toBe(labelLooks.blue.light);
    const codebook = parse(qdc);
    expect(codebook.documentElement.namespaceURI).toBe('urn:QDA-XML:codebook:1.0');
    expect(codebook.querySelector('Code[name="China"] > Code[name="Empty"]')).not.toBeNull();
    const guids = [...project.querySelectorAll('[guid]')].map((each) => each.getAttribute('guid') ?? '');
    expect(new Set(guids).size).toBe(guids.length);
    expect(guids.every((guid) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(guid))).toBe(true);
    expect((await write()).qdpx.equals(qdpx)).toBe(true);
  });

  it('comes back into another archive as it went', async () => {
    await lay();
    const { qdpx } = await write();
    const other = await openBringingIn();
    try {
      const { rows } = await other.take('refi', { 'project.qdpx': qdpx });
      expect(rows).toMatchObject([{ becomes: 'article', title: 'Lock', passages: 1, notPlaced: [] }]);
      const [article] = await other.articles();
      expect(article && quotesOf(article)).toEqual([['ships <were> turned', 'Which & <forty>?']]);
      const paths = succeed(await other.handlers['tag:list']({})).map(({ path }) => path.join(' > '));
      expect(paths.toSorted()).toEqual([
        'Air/sea',
        'Air/sea > Baltic',
        'China',
        'China > Dual use',
        'China > Empty',
        'Label',
        'Label > Context',
      ]);
    } finally {
      await other.close();
    }
  });

  const projectOf = (inside: string) =>
    `<Project xmlns="urn:QDA-XML:project:1.0" name="x"><CodeBook><Codes><Code guid="c1" name="Risk" isCodable="true"><Code guid="c2" name="Own / risk" isCodable="true"/></Code></Codes></CodeBook><Sources>${inside}</Sources><Notes><Note guid="n1" plainTextPath="internal://n1.txt"/></Notes></Project>`;
  const zipOf = (inside: string, more: Readonly<Record<string, string>> = {}) =>
    zipSync(
      Object.fromEntries(
        Object.entries({ 'project.qde': projectOf(inside), ...more }).map(([name, content]) => [
          name,
          strToU8(content),
        ]),
      ),
    );

  it('of another program comes in: with CRLF, memos, PDFs by the text that was made of them, and what is no text told of', async () => {
    const zip = zipOf(
      '<TextSource guid="s1" name="Interview" plainTextPath="internal://s1.txt"><PlainTextSelection guid="p1" startPosition="0" endPosition="12"><Coding guid="k"><CodeRef targetGUID="c2"/></Coding><NoteRef targetGUID="n1"/></PlainTextSelection><PlainTextSelection guid="p2" startPosition="90" endPosition="99"/></TextSource><PDFSource guid="s2" name="Report" path="internal://s2.pdf"><PDFSelection guid="q" page="0" firstX="0" firstY="0" secondX="1" secondY="1"/><Representation guid="r" name="r" plainTextPath="internal://r.txt"><PlainTextSelection guid="p3" startPosition="4" endPosition="9"/></Representation></PDFSource><AudioSource guid="a" name="a"/>',
      {
        'Sources/s1.txt': '\uFEFFForty ships\r\nwere turned.',
        'sources/r.txt': 'The ships.',
        'sources/n1.txt': 'A memo.',
      },
    );
    const { rows, leftOut } = await scene.take('refi', { 'p.qdpx': zip });
    expect(rows).toMatchObject([
      { title: 'Interview', passages: 1, notPlaced: [] },
      { title: 'Report', passages: 1 },
    ]);
    expect(leftOut).toEqual([
      { kind: 'source-without-text', count: 1 },
      { kind: 'empty-highlight', count: 1 },
      { kind: 'drawing', count: 1 },
    ]);
    const [interview] = await scene.articles();
    expect(interview && quotesOf(interview)[0]?.[1]).toBe('A memo.');
    const names = succeed(await scene.handlers['tag:list']({})).map(({ path }) => path);
    expect(names).toContainEqual(['Risk', 'Own / risk']);
  });

  it.each([
    [
      'an entity',
      zipSync({ 'project.qde': strToU8('<!DOCTYPE p [<!ENTITY a "b">]><Project>&a;</Project>') }),
      'document-unsafe',
    ],
    [
      'a path that leads outside',
      zipSync({ 'project.qde': strToU8('<Project/>'), '../x.txt': strToU8('x') }),
      'document-unsafe',
    ],
    ['no project', zipSync({ 'other.xml': strToU8('<Project/>') }), 'not-of-tool'],
    ['no zip', strToU8('<Project/>'), 'not-of-tool'],
  ])('is refused with %s', async (_, bytes, code) => {
    expect(codeOf(await scene.preview('refi', { 'p.qdpx': bytes }))).toBe(code);
  });

  it('reads no file outside itself', async () => {
    const zip = zipOf(
      '<TextSource guid="s" name="S" plainTextPath="file:///etc/passwd"/><TextSource guid="t" name="T" plainTextPath="internal://../../etc/passwd"/>',
    );
    const { rows } = await scene.take('refi', { 'p.qdpx': zip });
    expect(rows).toEqual([]);
  });
});

import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MemoDocument } from '#domain/memo/memo-document.ts';
import { readRemarks } from '#domain/memo/round/returned/read-remarks.ts';
import type { ReadSuggestion } from '#domain/memo/round/returned/suggest-changes.ts';
import { writeMemoDocx } from '#electron/export/docx/write-memo-docx.ts';
import type { Importer } from '#electron/ports/importer.ts';
import { createJsdomImporter } from '../../support/importer-in-jsdom.ts';
import { EditedDocx, type Program } from '../../support/memo/edit-docx.ts';
import { reviewedDocument, reviewedMemo } from '../../support/memo/reviewed-memo.ts';

const miller = { by: 'J. Miller', at: '2024-04-25T10:00:00Z' };
const osei = { by: 'K. Osei', at: '2024-04-25T11:00:00Z' };

let importer: Importer;
let bytes: Uint8Array;
const document = reviewedDocument();
beforeAll(async () => {
  importer = await createJsdomImporter();
  bytes = await writeMemoDocx(document, 'a4');
});
afterAll(async () => importer.close());

const read = async (saved: Uint8Array) => {
  const file = await importer.readReviewed({ reviewed: saved });
  if (!file.ok) throw new Error(file.error);
  return file.value;
};

/** What is read of the file after `edit`. */
const remarksAfter = async (edit: (docx: EditedDocx) => void, program: Program = 'word') => {
  const docx = new EditedDocx(bytes, program);
  edit(docx);
  const content = written();
  const round = { base: await read(bytes), document, content, isExact: true };
  return readRemarks(round, await read(docx.save()));
};
const written = () => reviewedMemo().memo.content;

const brief = ({ change, place, refusal, writer, isTracked }: ReadSuggestion) => ({
  change,
  at: place === null ? null : place.exact,
  why: refusal?.why ?? null,
  writer,
  isTracked,
});

describe('a hostile file', () => {
  const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const pack = (body: string, parts: Readonly<Record<string, string>> = {}, doctype = '') =>
    zipSync({
      'word/document.xml': strToU8(
        `${doctype}<w:document xmlns:w="${main}"><w:body>${body}</w:body></w:document>`,
      ),
      ...Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])),
    });
  const failure = async (reviewed: Uint8Array) => {
    const answer = await importer.readReviewed({ reviewed });
    return answer.ok ? 'read' : answer.error;
  };

  it('that declares entities is refused', async () => {
    const doctype = '<!DOCTYPE w:document [<!ENTITY a "aaaa">]>';
    expect(await failure(pack('<w:p/>', {}, doctype))).toBe('document-unsafe');
  });

  it('of changes within changes without end is refused', async () => {
    const ins = '<w:ins w:id="1" w:author="a">'.repeat(400);
    expect(await failure(pack(`<w:p>${ins}${'</w:ins>'.repeat(400)}</w:p>`))).toBe('nested-too-deep');
  });

  it('of more comments than a memo keeps is refused', async () => {
    const comments = `<w:comments xmlns:w="${main}">${'<w:comment w:id="1"/>'.repeat(20_001)}</w:comments>`;
    expect(await failure(pack('<w:p/>', { 'word/comments.xml': comments }))).toBe('too-many-elements');
  });

  it('gives no field, no macro and no address of elsewhere', async () => {
    const field =
      '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>INCLUDETEXT "http://evil.invalid"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>shown</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>';
    const rels =
      '<Relationships><Relationship Id="rId1" Type="attachedTemplate" Target="http://evil.invalid/a.dotm" TargetMode="External"/></Relationships>';
    const file = await read(
      pack(field, { 'word/vbaProject.bin': 'Sub AutoOpen()', 'word/_rels/document.xml.rels': rels }),
    );
    expect(JSON.stringify(file)).not.toMatch(/evil|INCLUDETEXT|AutoOpen/u);
    expect(file.paragraphs[0]?.pieces.map(({ text }) => text)).toEqual(['shown']);
  });

  it('whose comments answer each other in a circle is read', async () => {
    const word2010 = 'http://schemas.microsoft.com/office/word/2010/wordml';
    const word2012 = 'http://schemas.microsoft.com/office/word/2012/wordml';
    const comment = (id: number) =>
      `<w:comment w:id="${id}" w:author="A"><w:p w14:paraId="${id}"><w:r><w:t>say ${id}</w:t></w:r></w:p></w:comment>`;
    const file = await read(
      pack('<w:p/>', {
        'word/comments.xml': `<w:comments xmlns:w="${main}" xmlns:w14="${word2010}">${comment(1)}${comment(2)}</w:comments>`,
        'word/commentsExtended.xml': `<w15:commentsEx xmlns:w15="${word2012}"><w15:commentEx w15:paraId="1" w15:paraIdParent="2"/><w15:commentEx w15:paraId="2" w15:paraIdParent="1"/></w15:commentsEx>`,
      }),
    );
    expect(file.comments.map(({ text, repliesTo }) => [text, repliesTo])).toEqual([
      ['say 1', null],
      ['say 2', null],
    ]);
    const said = readRemarks({ base: await read(bytes), document, content: written(), isExact: true }, file);
    expect(said.comments.map(({ place }) => place)).toEqual([null, null]);
  });
});

describe.each(['word', 'libreoffice', 'google'] as const)('a file that %s has saved', (program) => {
  it('that nobody has changed says nothing', async () => {
    expect(await remarksAfter(() => undefined, program)).toEqual({ comments: [], suggestions: [] });
  });
});

describe.each(['word', 'libreoffice', 'google'] as const)('tracked changes as %s writes them', (program) => {
  const suggestions = async (edit: (docx: EditedDocx) => void) =>
    (await remarksAfter(edit, program)).suggestions.map(brief);

  it('are other words at their place', async () => {
    const found = await suggestions((docx) => {
      const paragraph = docx.paragraph('All four had offices');
      docx.replace(paragraph, 'offices', 'warehouses', miller);
      docx.insert(docx.paragraph('Further names are'), 'likely', ' indeed', osei);
      docx.delete(docx.paragraph('Neither port'), ' spoke', miller);
    });
    expect(found).toEqual([
      { change: { kind: 'words', text: ' indeed' }, at: '', why: null, writer: osei.by, isTracked: true },
      {
        change: { kind: 'words', text: 'warehouses' },
        at: 'offices',
        why: null,
        writer: miller.by,
        isTracked: true,
      },
      { change: { kind: 'words', text: '' }, at: ' spoke', why: null, writer: miller.by, isTracked: true },
    ]);
  });

  it('are paragraphs that come, go, are split, joined and moved', async () => {
    const found = await suggestions((docx) => {
      docx.insertParagraph(docx.paragraph('The licensing office'), 'A new line.', miller);
      docx.deleteParagraph(docx.paragraph('Neither port'), miller);
      docx.split(docx.paragraph('Further names will'), 'autumn,', miller);
    });
    expect(found.map(({ change, at, why }) => [change, at, why])).toEqual([
      [{ kind: 'insert-block', text: 'A new line.', isBefore: program === 'libreoffice' }, '', null],
      [{ kind: 'remove-block' }, 'Neither port spoke.', null],
      [{ kind: 'split' }, '', null],
    ]);
  });

  it('that would alter evidence, or what Precis prints, are refused with the words that stay', async () => {
    const found = await remarksAfter((docx) => {
      docx.replace(docx.paragraph('All four had offices'), 'closed', 'shut', miller);
      docx.replace(docx.paragraph('We have named companies'), 'companies', 'firms', miller);
      docx.replace(docx.paragraph('Confidence: moderate'), 'moderate', 'high', miller);
      docx.replace(docx.paragraph('Confidence:'), 'line', 'source', miller);
    }, program);
    expect(found.suggestions.map(({ refusal, change }) => [refusal, change])).toEqual([
      [
        { why: 'printed', words: 'Confidence: moderate;' },
        { kind: 'words', text: 'high' },
      ],
      [null, { kind: 'words', text: 'source' }],
      [
        { why: 'quotation', words: '“The port closed on Monday”' },
        { kind: 'words', text: 'shut' },
      ],
      [
        { why: 'quotation', words: 'We have named companies before, and no flag protects anyone.' },
        { kind: 'words', text: 'firms' },
      ],
    ]);
  });

  it('are as well found where nobody tracked them', async () => {
    const found = await suggestions((docx) => {
      docx.replace(docx.paragraph('All four had offices'), 'offices', 'warehouses', null);
      docx.replace(docx.paragraph('All four had warehouses'), 'closed', 'shut', null);
      docx.insertParagraph(docx.paragraph('The licensing office'), 'A new line.', null);
      docx.deleteParagraph(docx.paragraph('Neither port'), null);
    });
    expect(found.map(({ change, at, why, isTracked }) => [change, at, why, isTracked])).toEqual([
      [{ kind: 'words', text: 'warehouses' }, 'offices', null, false],
      [{ kind: 'words', text: 'shut' }, expect.anything(), 'quotation', false],
      [{ kind: 'remove-block' }, 'Neither port spoke.', null, false],
      [{ kind: 'insert-block', text: 'A new line.', isBefore: false }, '', null, false],
    ]);
  });

  it('are formats that a memo has, and moves', async () => {
    const found = await suggestions((docx) => {
      docx.format(docx.paragraph('All four had offices'), 'Varnholm', miller);
      docx.format(docx.paragraph('The licensing office'), 'carriers', null);
      docx.move(docx.paragraph('The licensing office'), docx.paragraph('Further names will'), miller);
    });
    expect(found.map(({ change, at }) => [change.kind, at])).toEqual([
      ['move', expect.stringContaining('The licensing')],
      ['format', 'Varnholm'],
      ['format', 'carriers'],
    ]);
  });

  it('beside comments with replies', async () => {
    const { comments } = await remarksAfter((docx) => {
      docx.comment(docx.paragraph('All four had offices'), 'offices', {
        ...miller,
        text: 'Whose?',
        replies: [{ ...osei, text: 'Theirs.' }],
        isDone: program === 'word',
      });
      docx.comment(docx.paragraph('We have named'), 'companies', { ...osei, text: 'Which?' });
      docx.comment(docx.paragraph('2118'), '2118', { ...osei, text: 'Since when?' });
    }, program);
    expect(
      comments.map(({ text, place, repliesTo, isDone, writer }) => [
        text,
        place?.exact,
        repliesTo,
        isDone,
        writer,
      ]),
    ).toEqual([
      ['Whose?', 'offices', null, program === 'word', miller.by],
      ['Theirs.', 'offices', 0, false, osei.by],
      ['Which?', '\uFFFC', null, false, osei.by],
      ['Since when?', '2118', null, false, osei.by],
    ]);
  });
});

describe('what is printed on every page', () => {
  const marked: MemoDocument = {
    ...document,
    marking: { text: 'TLP:AMBER', disclosure: null, textColour: '#FFC000', background: '#000000' },
    restrictions: 'Not for release.',
  };
  const readAfter = async (edit: (name: string, xml: string) => string) => {
    const went = await writeMemoDocx(marked, 'a4');
    const parts = Object.entries(unzipSync(went)).map(([name, part]) => [
      name,
      /^word\/(?:header|footer)/u.test(name) ? strToU8(edit(name, strFromU8(part))) : part,
    ]);
    const round = { base: await read(went), document, content: written(), isExact: true };
    return readRemarks(round, await read(zipSync(Object.fromEntries(parts)))).suggestions;
  };

  it('is refused with the words that stay, though nobody tracked it', async () => {
    const changed = await readAfter((name, xml) => {
      if (name.includes('header')) return xml.replace(/TLP:AMBER/u, 'TLP:CLEAR');
      return xml.replace('Not for release.', '').replace(/(As of[^<]*)/u, '$1, final');
    });
    expect(changed.map(({ change, refusal }) => [change, refusal?.why, refusal?.words])).toEqual([
      [{ kind: 'words', text: 'CLEAR' }, 'marking', 'TLP:AMBER'],
      [{ kind: 'words', text: ', final' }, 'printed', expect.stringContaining('As of')],
      [{ kind: 'words', text: '' }, 'printed', 'Not for release.'],
    ]);
  });

  it('is said once where a program writes it several times', async () => {
    const twice = await readAfter((name, xml) =>
      name.includes('header')
        ? xml
            .replace(/TLP:AMBER/u, 'TLP:CLEAR')
            .replace(/(<w:t(?: [^>]*)?>)/u, '$1Rewritten from its beginning: ')
            .replace(/(<w:p>[\s\S]*<\/w:p>)/u, '<w:p/>$1$1')
        : xml,
    );
    expect(twice.map(({ change, refusal }) => [change, refusal?.why])).toEqual([
      [{ kind: 'words', text: 'Rewritten from its beginning: ' }, 'printed'],
      [{ kind: 'words', text: 'CLEAR' }, 'marking'],
    ]);
  });

  it('may be lost or added to as a whole, and is said once', async () => {
    const lost = await readAfter((_name, xml) => xml.replace(/<w:p>[\s\S]*<\/w:p>/u, '<w:p/>'));
    expect(lost.map(({ refusal }) => [refusal?.why, refusal?.words])).toEqual([
      ['marking', expect.stringContaining('TLP:AMBER')],
      ['printed', 'Not for release.'],
      ['marking', expect.stringContaining('TLP:AMBER')],
      ['printed', 'Not for release.'],
    ]);
    const added = await readAfter((_name, xml) =>
      xml.replace('</w:hdr>', '<w:p><w:r><w:t>Seen by legal.</w:t></w:r></w:p></w:hdr>'),
    );
    expect(added).toMatchObject([
      { change: { kind: 'words', text: 'Seen by legal.' }, refusal: { why: 'printed' }, isTracked: false },
    ]);
  });

  it('ends no page in a letter, as LibreOffice writes it', async () => {
    const docx = new EditedDocx(bytes, 'libreoffice');
    const last = docx.paragraph('So it was said.');
    const run = last.ownerDocument.createElementNS(last.namespaceURI, 'w:r');
    run.append(run.ownerDocument.createElementNS(last.namespaceURI, 'w:br'));
    run.firstElementChild?.setAttributeNS(last.namespaceURI, 'w:type', 'page');
    last.append(run);
    const round = { base: await read(bytes), document, content: written(), isExact: true };
    expect(readRemarks(round, await read(docx.save())).suggestions).toEqual([]);
  });

  it('is the same with the numbers of pages that a program has counted', async () => {
    const counted = await readAfter((_name, xml) =>
      xml.replaceAll(
        /<w:fldChar w:fldCharType="separate"\/>/gu,
        '<w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>12</w:t></w:r><w:r>',
      ),
    );
    expect(counted).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HouseTemplate } from '#domain/memo/form/word/house-template.ts';
import { assignStyles } from '#domain/memo/form/word/word-parts.ts';
import type { Importer } from '#electron/ports/importer.ts';
import { makeWordTemplate, type TemplateParts, words } from '../../support/documents/word-template.ts';
import { makeZip } from '../../support/files/make-zip.ts';
import { createJsdomImporter } from '../../support/importer-in-jsdom.ts';

let importer: Importer;
beforeAll(async () => {
  importer = await createJsdomImporter();
});
afterAll(() => importer.close());

const answer = (parts: TemplateParts = {}) => importer.readTemplate({ template: makeWordTemplate(parts) });
const read = async (parts: TemplateParts = {}): Promise<HouseTemplate> => {
  const template = await answer(parts);
  if (!template.ok) throw new Error(template.error);
  return template.value;
};
const failure = async (parts: TemplateParts): Promise<string> => {
  const template = await answer(parts);
  return template.ok ? 'read' : template.error;
};

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const outside = (type: string, target: string): string =>
  `<Relationship Id="rId9" Type="${OFFICE}/${type}" Target="${target}" TargetMode="External"/>`;
const field = (instruction: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>${result}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;

describe('a Word template', () => {
  it('gives its page, its logo, and a place for the memo', async () => {
    const template = await read({ body: words('Before') + words('{{me', 'mo}}') + words('After') });
    expect(template.page).toMatchObject({ width: 11_000, left: 2100, right: 900 });
    expect(template.body?.before).toContain('Before');
    expect(template.body?.after).toContain('After');
    expect(template.files).toHaveLength(1);
    expect(template.headers.default?.relations).toEqual([
      { id: 'rId1', type: 'image', target: 'house1.png' },
    ]);
    expect(template.remarks).toEqual([]);
  });

  it('has its own text left out, and told, where it names no place', async () => {
    const template = await read({ body: words('Lorem ipsum') });
    expect(template.body).toBeNull();
    expect(template.remarks).toEqual(['text']);
  });

  it('serves a memo by the names of its styles, in German', async () => {
    const { styles } = await read();
    expect(assignStyles({}, styles)).toMatchObject({
      title: 'Titel',
      heading1: 'berschrift1',
      text: 'Fliesstext',
      bottomLine: 'Kernaussage',
      quotation: 'Zitat',
      bullets: 'Aufzhlungszeichen',
      numbered: 'Listennummer',
      judgement: null,
    });
    expect(styles.find(({ id }) => id === 'berschrift1')).toMatchObject({
      look: { font: 'Verdana', size: 16, colour: '7A1F1F' },
      outline: 0,
    });
    expect(styles.find(({ id }) => id === 'Listennummer')?.list).toBe('number');
  });

  it('serves a memo by the names of its styles, in French, and headings by their level', async () => {
    const { styles } = await read({
      styles: [
        { id: 'Titre', name: 'Titre du document' },
        { id: 'Chapitre', name: 'Chapitre', more: '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>' },
        { id: 'Corpsdetexte', name: 'Corps de texte' },
        { id: 'Lgende', name: 'Légende' },
        { id: 'Puces', name: 'Liste à puces' },
      ],
    });
    expect(assignStyles({ caption: null }, styles)).toMatchObject({
      title: 'Titre',
      heading1: 'Chapitre',
      text: 'Corpsdetexte',
      bullets: 'Puces',
      caption: null,
    });
    expect(assignStyles({ title: 'Puces', caption: 'Gone' }, styles)).toMatchObject({
      title: 'Puces',
      caption: 'Lgende',
    });
  });

  it('keeps page numbers, and of fields that read something else the words alone', async () => {
    const template = await read({
      footer: `<w:p>${field(' PAGE ', '3')}${field(' INCLUDEPICTURE "http://evil.example/a.png" ', 'shown')}${field(' DDEAUTO c:\\\\windows cmd ', 'told')}</w:p>`,
    });
    const footer = template.footers.default?.xml ?? '';
    expect(footer).toContain(' PAGE ');
    expect(footer).toContain('shown');
    expect(footer).not.toMatch(/INCLUDEPICTURE|DDEAUTO|evil/u);
    expect(template.remarks).toEqual(['fields']);
  });

  it('never lets a field make what another asks for', async () => {
    const inner = field(' QUOTE 68 68 69 ', 'x');
    const nested = `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${inner}<w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
    const template = await read({ footer: nested + words('Foot') });
    expect(template.footers.default?.xml).not.toMatch(/fldChar|instrText/u);
    expect(template.footers.default?.xml).toContain('Foot');
  });

  it('leaves out objects, controls, tracked deletions and marks of its own', async () => {
    const template = await read({
      header: `<w:p><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:object/><w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent><w:r><w:t>held</w:t></w:r></w:sdtContent></w:sdt></w:p>`,
    });
    const header = template.headers.default?.xml ?? '';
    expect(header).not.toMatch(/old|object|sdt|w:ins\b/u);
    expect(header).toMatch(/new[\s\S]*held/u);
    expect(template.remarks).toEqual(['objects']);
  });

  it('tells of another template that it names, and never loads it', async () => {
    const template = await read({
      files: {
        'word/_rels/settings.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${outside('attachedTemplate', 'https://evil.example/x.dotm')}</Relationships>`,
      },
      settings: `<w:attachedTemplate xmlns:r="${OFFICE}" r:id="rId9"/><w:autoHyphenation/>`,
    });
    expect(template.remarks).toEqual(['attached-template']);
    expect(JSON.stringify(template)).not.toContain('evil');
    expect(template.settings.map(({ name }) => name)).toEqual(['autoHyphenation']);
  });

  it.each([
    ['macros', { files: { 'word/vbaProject.bin': 'x' } }, 'macros'],
    ['macros that only its kind names', { mainType: 'document.macroEnabled.main' }, 'macros'],
    ['controls that act', { files: { 'word/activeX/activeX1.xml': '<x/>' } }, 'macros'],
    [
      'a picture elsewhere',
      { relations: outside('image', 'http://evil.example/a.png') },
      'loads-from-elsewhere',
    ],
    ['a frame elsewhere', { relations: outside('frame', 'file:///etc/passwd') }, 'loads-from-elsewhere'],
    [
      'entities',
      { files: { 'word/styles.xml': '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>' } },
      'document-unsafe',
    ],
    ['no XML', { files: { 'word/styles.xml': '<w:styles>' } }, 'document-damaged'],
    ['an unbound prefix', { header: '<w15:p/>' }, 'document-damaged'],
    ['no document', { files: { 'word/document.xml': '<x/>' } }, 'not-word'],
    ['nesting without end', { header: `${'<w:p>'.repeat(300)}${'</w:p>'.repeat(300)}` }, 'nested-too-deep'],
  ] as const)('with %s is refused', async (_what, parts, why) => {
    expect(await failure(parts)).toBe(why);
  });

  it('that is a bomb, or leads outside of itself, is refused', async () => {
    const bomb = makeZip([{ name: 'word/document.xml', data: new Uint8Array(64 << 20) }]);
    expect(await importer.readTemplate({ template: bomb })).toEqual({ ok: false, error: 'document-unsafe' });
    const outsideOfItself = makeZip([{ name: '../word/document.xml', data: '<x/>' }]);
    expect(await importer.readTemplate({ template: outsideOfItself })).toMatchObject({ ok: false });
    expect(await importer.readTemplate({ template: new Uint8Array([1, 2, 3]) })).toMatchObject({ ok: false });
  });
});

/** Small Word templates as offices have them: localised styles, headers and footers, a place for the memo. */
import { strToU8, zipSync } from 'fflate';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

type StyleOf = { readonly id: string; readonly name: string; readonly more?: string };

/** As Word in German and in French writes them: names in English, ids in the language. */
export const germanStyles: readonly StyleOf[] = [
  { id: 'Titel', name: 'Title' },
  {
    id: 'berschrift1',
    name: 'heading 1',
    more: '<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:color w:val="7A1F1F"/><w:sz w:val="32"/></w:rPr>',
  },
  { id: 'Zitat', name: 'Quote' },
  {
    id: 'Aufzhlungszeichen',
    name: 'List Bullet',
    more: '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>',
  },
  { id: 'Listennummer', name: 'List Number', more: '<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr>' },
  { id: 'Fliesstext', name: 'Fließtext' },
  { id: 'Kernaussage', name: 'Kernaussage' },
];

const styleXml = ({ id, name, more = '' }: StyleOf): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Standard"/>${more}</w:style>`;

const stylesXml = (styles: readonly StyleOf[]): string =>
  `${HEAD}<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Verdana" w:hAnsi="Verdana"/><w:sz w:val="20"/><w:lang w:val="de-DE"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style><w:style w:type="character" w:default="1" w:styleId="AbsatzStandard"><w:name w:val="Default Paragraph Font"/></w:style>${styles.map(styleXml).join('')}</w:styles>`;

const level = (format: string, text: string): string =>
  `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/></w:lvl>`;
const numberingXml = `${HEAD}<w:numbering ${W}><w:abstractNum w:abstractNumId="7">${level('bullet', '▪')}</w:abstractNum><w:abstractNum w:abstractNumId="8">${level('lowerLetter', '%1)')}</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="8"/></w:num></w:numbering>`;

/** One pixel. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const logo = `<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="width:40pt;height:20pt"><v:imagedata r:id="rId1"/></v:shape></w:pict></w:r></w:p>`;

export const words = (...texts: readonly string[]): string =>
  `<w:p>${texts.map((text) => `<w:r><w:t>${text}</w:t></w:r>`).join('')}</w:p>`;

export type TemplateParts = {
  readonly styles?: readonly StyleOf[];
  readonly body?: string;
  readonly header?: string;
  readonly footer?: string;
  /** Added to the section, besides its page. */
  readonly section?: string;
  readonly settings?: string;
  /** Further parts, and relationships of the main one. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly relations?: string;
  readonly mainType?: string;
};

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
const relations = (all: string): string =>
  `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all}</Relationships>`;

/** The bytes of a template: a logo in its header, its own page size, and the given parts. */
export const makeWordTemplate = ({
  styles = germanStyles,
  body = words('{{memo}}'),
  header = logo,
  footer = words('Seite {{page}} von {{pages}}'),
  section = '',
  settings = '',
  files = {},
  relations: more = '',
  mainType = 'template.main',
}: TemplateParts = {}): Uint8Array => {
  const override = (name: string, type: string): string =>
    `<Override PartName="/word/${name}.xml" ContentType="${TYPES}.${type}+xml"/>`;
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" ContentType="image/png"/>${override('document', mainType)}${['styles', 'numbering', 'settings'].map((name) => override(name, name)).join('')}${override('header1', 'header')}${override('footer1', 'footer')}</Types>`,
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'word/document.xml')),
    'word/document.xml': `${HEAD}<w:document ${W} ${R}><w:body>${body}<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/><w:pgSz w:w="11000" w:h="15000"/><w:pgMar w:top="1400" w:right="900" w:bottom="1300" w:left="2100" w:header="500" w:footer="400" w:gutter="0"/>${section}</w:sectPr></w:body></w:document>`,
    'word/_rels/document.xml.rels': relations(
      [
        relation('rId1', 'styles', 'styles.xml'),
        relation('rId2', 'numbering', 'numbering.xml'),
        relation('rId3', 'settings', 'settings.xml'),
        relation('rId4', 'header', 'header1.xml'),
        relation('rId5', 'footer', 'footer1.xml'),
        more,
      ].join(''),
    ),
    'word/styles.xml': stylesXml(styles),
    'word/numbering.xml': numberingXml,
    'word/settings.xml': `${HEAD}<w:settings ${W}>${settings}</w:settings>`,
    'word/header1.xml': `${HEAD}<w:hdr ${W} ${R}>${header}</w:hdr>`,
    'word/_rels/header1.xml.rels': relations(relation('rId1', 'image', 'media/logo.png')),
    'word/footer1.xml': `${HEAD}<w:ftr ${W} ${R}>${footer}</w:ftr>`,
    'word/media/logo.png': new Uint8Array(Buffer.from(PIXEL, 'base64')),
    ...files,
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
    // Deterministic, whatever the clock.
    { mtime: new Date('2024-04-22T12:00:00') },
  );
};

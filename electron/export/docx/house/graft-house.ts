/**
 * Places a finished memo into the package of a house template: the only module that knows both. The memo is made as
 * usual; then its styles and lists are renamed, the pages get the template's headers and footers, and the marking of
 * the memo is added to whatever the template prints.
 */
import {
  type HousePart,
  type HouseRelation,
  type HouseTemplate,
  pageSlots,
  signOf,
  type templateFields,
} from '#domain/memo/form/word/house-template.ts';
import { type WordPartName, wordParts } from '#domain/memo/form/word/word-parts.ts';
import { directLeftwards, isWrittenLeftwards } from '../docx-direction.ts';
import { graftLists } from './house-lists.ts';
import { type Assigned, graftStyles, type HouseStyles, isWritten, restyle, setText } from './house-styles.ts';
import { addEnding, addPart, addRelation, escapeXml, HEAD, NAMESPACES, type Parts } from './parts.ts';

export type House = {
  readonly template: HouseTemplate;
  readonly assigned: Assigned;
  /** The parts for which the template has no style, and for which no style of ours was chosen. */
  readonly missing?: readonly WordPartName[];
};

/** The values of a template's fields. */
export type HouseFacts = Readonly<Record<Exclude<(typeof templateFields)[number], 'marking'>, string>>;

const DOCUMENT = 'word/document.xml';

/** What must be on every page, as in the memo's own header and footer. */
type Marks = {
  /** The runs of the marking; empty where there is none. */
  readonly marking: string;
  /** Paragraphs with the state and the restrictions. */
  readonly header: string;
  readonly footer: string;
};

const paragraphsOf = (xml: string): readonly string[] =>
  [...xml.matchAll(/<w:p>[\s\S]*?<\/w:p>/gu)].map(([whole]) => whole);

/** The marking follows the tab of the first line; the lines below must be on every page too. */
const readMarks = (parts: Parts): Marks => {
  const [line = '', ...header] = paragraphsOf(parts.get('word/header1.xml') ?? '');
  const [, ...footer] = paragraphsOf(parts.get('word/footer1.xml') ?? '');
  const tab = '<w:r><w:tab/></w:r>';
  const at = line.lastIndexOf(tab);
  const marking = at === -1 ? '' : line.slice(at + tab.length, -'</w:p>'.length);
  return { marking, header: header.join(''), footer: footer.join('') };
};

const takeRelations = (parts: Parts, of: string, relations: readonly HouseRelation[]): void => {
  for (const { id, type, target } of relations) {
    const path = { image: `media/${target}`, font: `fonts/${target}`, hyperlink: target }[type];
    addRelation(parts, of, { id, type, target: path });
  }
};

const fill = (xml: string, marking: string, facts: HouseFacts): string =>
  Object.entries(facts).reduce(
    (filled, [name, value]) => filled.replaceAll(signOf(name), () => escapeXml(value)),
    xml.replaceAll(signOf('marking'), () => marking),
  );

const furniture = (runs: string): string =>
  `<w:p><w:pPr><w:pStyle w:val="MemoFurniture"/><w:suppressLineNumbers/><w:jc w:val="right"/></w:pPr>${runs}</w:p>`;

/** The mandatory marks that a header or footer of the template lacks. */
const lackingIn = (xml: string, { marking }: Marks, more: string): string => {
  const isMarked = marking === '' || xml.includes(signOf('marking'));
  return (isMarked ? '' : furniture(marking)) + more;
};

type Kind = 'header' | 'footer';
type Grafting = {
  readonly parts: Parts;
  readonly house: HouseTemplate;
  readonly styles: HouseStyles;
  readonly marks: Marks;
  readonly facts: HouseFacts;
};

const writeFurniture = (grafting: Grafting, kind: Kind, slot: string, part: HousePart | null): string => {
  const { parts, styles, marks, facts } = grafting;
  const name = `word/${kind}House${slot}.xml`;
  const own = part?.xml ?? '';
  const more = lackingIn(own, marks, marks[kind]);
  const filled = `${fill(own, marks.marking, facts)}${restyle(more, styles)}`;
  // Word requires a paragraph in each header and footer, and one after a table at the end.
  const end = /<\/(?:\w+:)?p>\s*$/u.test(filled) ? '' : '<w:p/>';
  const element = kind === 'header' ? 'hdr' : 'ftr';
  addPart(parts, name, kind, `${HEAD}<w:${element} ${NAMESPACES}>${filled}${end}</w:${element}>`);
  takeRelations(parts, name, part?.relations ?? []);
  const id = `rIdHouse${kind}${slot}`;
  addRelation(parts, DOCUMENT, { id, type: kind, target: name.slice('word/'.length) });
  return `<w:${kind}Reference w:type="${slot}" r:id="${id}"/>`;
};

/** The header and footer references of a section; its own are kept where the template has none. */
const referencesOf = (grafting: Grafting, used: (slot: string) => boolean) => {
  const { house } = grafting;
  const written = (['header', 'footer'] as const).map((kind) =>
    pageSlots.map((slot) => {
      const part = house[`${kind}s`][slot];
      const isOwn = slot === 'default' && part === null;
      return isOwn || !used(slot) ? '' : writeFurniture(grafting, kind, slot, part);
    }),
  );
  return (own: { readonly header: string; readonly footer: string }): string =>
    (['header', 'footer'] as const)
      .map((kind, at) => {
        const [usual = '', ...others] = written[at] ?? [];
        return `${usual === '' ? own[kind] : usual}${others.join('')}`;
      })
      .join('');
};

const referenceIn = (section: string, kind: Kind): string =>
  new RegExp(`<w:${kind}Reference\\b[^>]*/>`, 'u').exec(section)?.[0] ?? '';

/** A section of the memo with the template's headers and footers; elements in the order of the schema. */
const inHouse = (
  section: string,
  house: HouseTemplate,
  references: ReturnType<typeof referencesOf>,
  isFirst: boolean,
): string => {
  const own = { header: referenceIn(section, 'header'), footer: referenceIn(section, 'footer') };
  const extra = (name: string): string => house.section.find((each) => each.name === name)?.xml ?? '';
  const rest = section
    .replace(/<w:(?:header|footer)Reference\b[^>]*\/>/gu, '')
    .replace(/<w:docGrid\b[^>]*\/>/u, (grid) => extra('docGrid') || grid)
    .replace(/(<w:pgMar\b[^>]*\/>)/u, (margins) => `${margins}${extra('pgBorders')}`);
  const titled = isFirst && house.hasTitlePage ? '<w:titlePg/>' : '';
  const titledRest = rest.replace(/(?=<w:bidi\/>|<w:docGrid\b|<(?:\w+:)?docGrid\b|<\/w:sectPr>)/u, titled);
  return titledRest.replace('<w:sectPr>', () => `<w:sectPr>${references(own)}`);
};

const SECTION = /<w:sectPr>[\s\S]*?<\/w:sectPr>/gu;

const writeBody = (grafting: Grafting): void => {
  const { parts, house, styles, marks, facts } = grafting;
  const { body } = house;
  const around = `${body?.before ?? ''}${body?.after ?? ''}`;
  const hasTitlePages = house.hasTitlePage || /<\w+:titlePg\b/u.test(around);
  const isEven = house.settings.some(({ name }) => name === 'evenAndOddHeaders');
  const references = referencesOf(grafting, (slot) =>
    slot === 'default' ? true : slot === 'first' ? hasTitlePages : isEven,
  );
  const document = parts.get(DOCUMENT) ?? '';
  const from = document.indexOf('<w:body>') + '<w:body>'.length;
  const sections = [...document.matchAll(SECTION)];
  const last = sections.at(-1);
  if (last === undefined) return;
  const own = { header: referenceIn(last[0], 'header'), footer: referenceIn(last[0], 'footer') };
  const filled = (xml: string): string =>
    fill(xml, marks.marking, facts).replaceAll(signOf('slots'), () => references(own));
  const isTitledBefore = /<\w+:sectPr\b/u.test(body?.before ?? '');
  let count = 0;
  const renewed = (section: string): string =>
    inHouse(section, house, references, count++ === 0 && !isTitledBefore);
  const written = setText(document.slice(from, last.index), styles).replaceAll(SECTION, renewed);
  const end = renewed(last[0]);
  const [before, after] = [filled(body?.before ?? ''), filled(body?.after ?? '')];
  parts.set(DOCUMENT, `${document.slice(0, from)}${before}${written}${after}${end}</w:body></w:document>`);
  takeRelations(parts, DOCUMENT, body?.relations ?? []);
};

/** The settings of the memo and those of the house, in the order of the schema (ISO/IEC 29500-1, 17.15.1.78). */
const settingOrder = [
  ...['displayBackgroundShape', 'embedTrueTypeFonts', 'mirrorMargins', 'bordersDoNotSurroundHeader'],
  ...['bordersDoNotSurroundFooter', 'gutterAtTop', 'trackRevisions', 'documentProtection', 'defaultTabStop'],
  ...[
    'autoHyphenation',
    'consecutiveHyphenLimit',
    'hyphenationZone',
    'doNotHyphenateCaps',
    'evenAndOddHeaders',
  ],
  ...[
    'characterSpacingControl',
    'noLineBreaksAfter',
    'noLineBreaksBefore',
    'footnotePr',
    'endnotePr',
    'compat',
  ],
  ...['themeFontLang', 'clrSchemeMapping', 'decimalSymbol', 'listSeparator'],
];

const graftSettings = (parts: Parts, house: HouseTemplate): void => {
  const ours = parts.get('word/settings.xml') ?? '';
  const open = /<w:settings\b[^>]*>/u.exec(ours)?.[0] ?? '';
  const inside = ours.slice(ours.indexOf(open) + open.length).replace('</w:settings>', '');
  const own = [...inside.matchAll(/<w:(\w+)\b(?:[^>]*\/>|[^>]*>[\s\S]*?<\/w:\1>)/gu)].map(
    ([xml, name = '']) => ({
      name,
      xml,
    }),
  );
  const all = new Map([...own, ...house.settings].map(({ name, xml }) => [name, xml]));
  const order = [...all.keys()].toSorted((a, b) => settingOrder.indexOf(a) - settingOrder.indexOf(b));
  const written = order.map((name) => all.get(name) ?? '').join('');
  parts.set('word/settings.xml', `${ours.slice(0, ours.indexOf(open))}${open}${written}</w:settings>`);
};

const graftFonts = (parts: Parts, { fonts, theme }: HouseTemplate): void => {
  if (theme !== null && parts.has('word/theme/theme1.xml'))
    parts.set('word/theme/theme1.xml', `${HEAD}${theme}`);
  if (fonts === null || !parts.has('word/fontTable.xml')) return;
  parts.set('word/fontTable.xml', `${HEAD}<w:fonts ${NAMESPACES}>${fonts.xml}</w:fonts>`);
  takeRelations(parts, 'word/fontTable.xml', fonts.relations);
};

/** Word builds the contents from the names of the heading styles, unless these are called "heading 1". */
const nameContents = (parts: Parts, { template, assigned }: House): void => {
  const document = parts.get(DOCUMENT) ?? '';
  const levels = document.includes('TOC \\h \\o &quot;1-2&quot;') ? ([1, 2] as const) : ([1] as const);
  const named = levels
    .flatMap((level): readonly string[] => {
      const style = template.styles.find(({ id }) => id === assigned[`heading${level}`]);
      const heading = style?.name.split(',')[0] ?? '';
      if (heading === '' || heading.toLowerCase() === `heading ${level}`) return [];
      return [escapeXml(`\\t "${heading.replaceAll('"', '')},${level}"`)];
    })
    .join(' ');
  if (named === '') return;
  parts.set(
    DOCUMENT,
    document.replace(
      /(<w:instrText\b[^>]*>TOC [^<]*)(<\/w:instrText>)/u,
      (_, asks: string, end: string) => `${asks} ${named}${end}`,
    ),
  );
};

/**
 * The parts that occur in the memo and have no style in the template; computed before the memo is placed into the
 * package.
 */
export const missingIn = (parts: Parts, { missing = [] }: House): readonly WordPartName[] => {
  const written = [...parts].filter(([name]) => isWritten(name)).map(([, xml]) => xml);
  return missing.filter((part) =>
    written.some((xml) => new RegExp(`<w:[pr]Style w:val="${wordParts[part].own}"`, 'u').test(xml)),
  );
};

/**
 * Places the memo in `parts` into the package of the template, in place; returns the template's files by their names in
 * the package.
 */
export const graftHouse = (
  parts: Parts,
  house: House,
  facts: HouseFacts,
): Readonly<Record<string, Uint8Array>> => {
  const { template, assigned } = house;
  // The template may have the other direction: its own lines keep it.
  if (isWrittenLeftwards(parts.get('word/styles.xml') ?? ''))
    for (const [name, xml] of parts) if (isWritten(name)) parts.set(name, directLeftwards(xml));
  const marks = readMarks(parts);
  const styles = graftStyles(parts, template, assigned);
  for (const [name, xml] of parts) if (isWritten(name)) parts.set(name, restyle(xml, styles));
  graftLists(parts, template, assigned, styles);
  nameContents(parts, house);
  writeBody({ parts, house: template, styles, marks, facts });
  graftSettings(parts, template);
  graftFonts(parts, template);
  const files = template.files.map(({ name, base64 }) => {
    addEnding(parts, name.split('.').at(-1) ?? '');
    const folder = name.startsWith('font') ? 'fonts' : 'media';
    return [`word/${folder}/${name}`, new Uint8Array(Buffer.from(base64, 'base64'))] as const;
  });
  return Object.fromEntries(files);
};

/**
 * The styles of a memo in the package of a template. A part takes the template's style if there is one; otherwise it
 * keeps a style of Precis, adapted to the fonts and font size of the template, so that nothing silently becomes body
 * text.
 */
import { type HouseTemplate, signOf } from '#domain/memo/form/word/house-template.ts';
import { type WordPartName, wordPartNames, wordParts } from '#domain/memo/form/word/word-parts.ts';
import { escapeXml, HEAD, NAMESPACES, type Parts } from './parts.ts';

export type Assigned = Readonly<Record<WordPartName, string | null>>;

type OwnStyle = { readonly id: string; readonly name: string; readonly kind: string; readonly xml: string };

const saidIn = (xml: string, element: string): string | null =>
  new RegExp(`<w:${element} w:val="([^"]*)"`, 'u').exec(xml)?.[1] ?? null;

const ownStyles = (xml: string): readonly OwnStyle[] =>
  [...xml.matchAll(/<w:style\b([^>]*)>[\s\S]*?<\/w:style>/gu)].map(([whole, attributes = '']) => ({
    id: /w:styleId="([^"]*)"/u.exec(attributes)?.[1] ?? '',
    kind: /w:type="([^"]*)"/u.exec(attributes)?.[1] ?? '',
    name: saidIn(whole, 'name') ?? '',
    xml: whole,
  }));

/** Parts of a package whose text refers to styles. */
export const isWritten = (name: string): boolean =>
  /^word\/(?:document|footnotes|endnotes|comments|header\d*|footer\d*)\.xml$/u.test(name);

const USED = /<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]*)"/gu;

const usedIn = (parts: Parts): ReadonlySet<string> =>
  new Set(
    [...parts].flatMap(([name, xml]) =>
      isWritten(name) ? [...xml.matchAll(USED)].map(([, id = '']) => id) : [],
    ),
  );

const partOfStyle = new Map(wordPartNames.map((part) => [wordParts[part].own as string, part]));

const same = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

/** The style of the template that replaces one of ours: the assigned one, else the one of the same name. */
const servedBy = ({ id, name, kind }: OwnStyle, house: HouseTemplate, assigned: Assigned): string | null => {
  const part = partOfStyle.get(id);
  // If the template has a style for the bottom line, its heading is a heading like the others.
  if (part === 'bottomLineHeading' && assigned.bottomLine !== null)
    return assigned[part] ?? assigned.heading1;
  if (part !== undefined) return assigned[part];
  const found = house.styles.find(
    (style) => style.kind === kind && same(style.name.split(',')[0] ?? '', name),
  );
  return found?.id ?? null;
};

const freeId = (id: string, taken: ReadonlySet<string>): string => {
  let free = id;
  for (let count = 1; taken.has(free); count++) free = `Precis${id}${count === 1 ? '' : count}`;
  return free;
};

/** The font size in points for which our own styles are designed. */
const OWN_SIZE = 11;

const scaled =
  (ratio: number) =>
  (_: string, element: string, halfPoints: string): string =>
    `<w:${element} w:val="${Math.max(2, Math.round(Number(halfPoints) * ratio))}"/>`;

/** One of our styles without our fonts and colours, scaled to the font size of the template. */
const inHouse = (xml: string, ratio: number): string =>
  xml
    .replace(/<w:rFonts\b[^>]*\/>/gu, '')
    .replace(/<w:color w:val="(?:16191C|1B5A63)"\/>/gu, '')
    .replace(/w:fill="EEF4F3"/gu, 'w:fill="F2F2F2"')
    .replace(/(<w:(?:left|right|top|bottom)\b[^>]*w:color=")(?:EEF4F3)"/gu, '$1F2F2F2"')
    .replace(/(<w:(?:left|right)\b[^>]*w:color=")(?:1B5A63|A9C3C6)"/gu, '$1A6A6A6"')
    .replace(/<w:(sz|szCs) w:val="(\d+)"\/>/gu, scaled(ratio))
    .replace(/<w:rPr><\/w:rPr>/gu, '');

/** Adapts a style of ours that is used beside a style of the template. */
const besideHouse = (id: string, xml: string, { quotation }: Assigned): string => {
  // The bar beside an attribution continues that of its quotation, so it goes if the template styles the quotation.
  if (id === 'Attribution' && quotation !== null) return xml.replace(/<w:pBdr>[\s\S]*?<\/w:pBdr>/u, '');
  // Cells are narrow, and the template's text may be justified or indented.
  return id === 'TableText'
    ? xml.replace('</w:pPr>', '<w:ind w:left="0" w:firstLine="0"/><w:jc w:val="left"/></w:pPr>')
    : xml;
};

const rename = (xml: string, id: string, name: string, baseOf: (base: string) => string | null): string =>
  xml
    .replace(/w:styleId="[^"]*"/u, `w:styleId="${id}"`)
    .replace(/<w:name w:val="[^"]*"\/>/u, `<w:name w:val="${name}"/>`)
    .replace(/ w:default="(?:1|true)"/u, '')
    .replace(/<w:(basedOn|next|link) w:val="([^"]*)"\/>/gu, (_, element: string, base: string) => {
      const served = baseOf(base);
      return served === null ? '' : `<w:${element} w:val="${escapeXml(served)}"/>`;
    });

export type HouseStyles = {
  /** Our styles that keep a paragraph with the next, whatever the replacing style does. */
  readonly keptWithNext: ReadonlySet<string>;
  /** The style of the package that replaces one of ours. */
  readonly of: (own: string) => string;
  /** The style of plain paragraphs; null if it is the default paragraph style. */
  readonly text: string | null;
};

const defaultOf = (house: HouseTemplate, kind: string): string | null =>
  house.styles.find((style) => style.kind === kind && style.isDefault)?.id ?? null;

/** The styles of ours to add to those of the template: those in use, and those on which they are based. */
const needed = (
  own: readonly OwnStyle[],
  served: (style: OwnStyle) => string | null,
  used: ReadonlySet<string>,
) => {
  const byId = new Map(own.map((style) => [style.id, style]));
  const taken = new Map<string, OwnStyle>();
  const take = (id: string): void => {
    const style = byId.get(id);
    if (style === undefined || taken.has(id) || served(style) !== null || id === 'Normal') return;
    taken.set(id, style);
    const base = saidIn(style.xml, 'basedOn');
    if (base !== null) take(base);
  };
  for (const id of used) take(id);
  return [...taken.values()];
};

/** Adds to the template's styles those of ours that it lacks; returns which style replaces which. */
export const graftStyles = (parts: Parts, house: HouseTemplate, assigned: Assigned): HouseStyles => {
  const ours = parts.get('word/styles.xml') ?? '';
  const own = ownStyles(ours);
  const served = (style: OwnStyle): string | null => servedBy(style, house, assigned);
  const ids = new Set(house.styles.map(({ id }) => id));
  const names = new Set(
    house.styles.flatMap(({ name }) => name.split(',').map((each) => each.trim().toLowerCase())),
  );
  const [paragraph, character] = [defaultOf(house, 'paragraph'), defaultOf(house, 'character')];
  const base = house.styles.find(({ id }) => id === (assigned.text ?? paragraph))?.look.size ?? OWN_SIZE;
  const ratio = Math.min(1.4, Math.max(0.7, base / OWN_SIZE));
  const added = needed(own, served, usedIn(parts));
  const map = new Map<string, string>(
    own.flatMap((style) => (served(style) === null ? [] : [[style.id, served(style) ?? '']])),
  );
  for (const { id } of added) map.set(id, freeId(id, ids));
  const baseOf = (id: string): string | null =>
    ({ Normal: paragraph, DefaultParagraphFont: character })[id] ?? map.get(id) ?? null;
  const written = added.map(({ id, name, xml }) => {
    const free = names.has(name.toLowerCase()) ? `${name} (Precis)` : name;
    return rename(
      inHouse(besideHouse(id, xml, assigned), ratio),
      escapeXml(map.get(id) ?? id),
      free,
      (each) =>
        each === 'Normal' || each === 'DefaultParagraphFont' ? baseOf(each) : (map.get(each) ?? null),
    );
  });
  const table = house.styles.some(({ kind, isDefault }) => kind === 'table' && isDefault)
    ? []
    : own.filter(({ id }) => id === 'TableNormal' && !ids.has(id)).map(({ xml }) => xml);
  const language = /<w:lang\b[^>]*\/>/u.exec(ours)?.[0] ?? '';
  const defaults = house.defaults.replaceAll(signOf('lang'), () => language);
  const all = [defaults, ...house.styles.map(({ xml }) => xml), ...table, ...written].join('');
  parts.set('word/styles.xml', `${HEAD}<w:styles ${NAMESPACES}>${all}</w:styles>`);
  return {
    keptWithNext: new Set(own.filter(({ xml }) => xml.includes('<w:keepNext/>')).map(({ id }) => id)),
    of: (id) => map.get(id) ?? id,
    text: assigned.text === null || assigned.text === paragraph ? null : assigned.text,
  };
};

/** Replaces our styles by those of the package in a part of the memo. */
export const restyle = (xml: string, styles: HouseStyles): string =>
  xml
    .replace(
      /(<w:pStyle w:val="([^"]*)"\/>)(<w:keepNext\/>)?/gu,
      (_, named: string, id: string, kept = '') =>
        styles.keptWithNext.has(id) ? `${named}<w:keepNext/>` : `${named}${kept}`,
    )
    .replace(/(<w:(?:pStyle|rStyle|tblStyle) w:val=")([^"]*)"/gu, (_, before: string, id: string) => {
      return `${before}${escapeXml(styles.of(id))}"`;
    });

/** Gives paragraphs without a style that of the text. */
export const setText = (xml: string, { text }: HouseStyles): string =>
  text === null
    ? xml
    : xml.replace(/<w:p>(<w:pPr>)?(<w:pStyle\b)?/gu, (whole, properties?: string, style?: string) => {
        if (style !== undefined) return whole;
        const said = `<w:pStyle w:val="${escapeXml(text)}"/>`;
        return properties === undefined ? `<w:p><w:pPr>${said}</w:pPr>` : `<w:p><w:pPr>${said}`;
      });

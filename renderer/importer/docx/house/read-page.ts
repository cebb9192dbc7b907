/** The page setup of a template: size, margins, theme, fonts, and related settings. */
import type { HousePage, HousePart, HouseTemplate } from '#domain/memo/form/word/house-template.ts';
import { partPath, xmlPart } from '../../package/package-parts.ts';
import { localNamed } from '../../package/parse-xml.ts';
import { cleanXml, printAll, printXml, wordChild, wordValue } from './clean-xml.ts';
import type { ThemeFonts } from './read-styles.ts';
import { type Reading, relate, relationsOf } from './relate-parts.ts';

const A4: HousePage = {
  ...{ width: 11_906, height: 16_838, top: 1440, bottom: 1440, left: 1440, right: 1440 },
  ...{ header: 709, footer: 709, gutter: 0 },
};

const twipsIn = (element: Element | null, name: string, otherwise: number): number => {
  const value = Number.parseInt(wordValue(element, name) ?? '', 10);
  return Number.isFinite(value) && Math.abs(value) <= 31_680 ? value : otherwise;
};

export const readPage = (section: Element | null): HousePage => {
  const [size, margins] = [wordChild(section, 'pgSz'), wordChild(section, 'pgMar')];
  const page = {
    width: twipsIn(size, 'w', A4.width),
    height: twipsIn(size, 'h', A4.height),
    top: twipsIn(margins, 'top', A4.top),
    bottom: twipsIn(margins, 'bottom', A4.bottom),
    left: Math.max(0, twipsIn(margins, 'left', A4.left)),
    right: Math.max(0, twipsIn(margins, 'right', A4.right)),
    header: twipsIn(margins, 'header', A4.header),
    footer: twipsIn(margins, 'footer', A4.footer),
    gutter: twipsIn(margins, 'gutter', 0),
  };
  // A page on which no text fits is none.
  const fits =
    page.width - page.left - page.right >= LEAST_TEXT &&
    page.height - Math.abs(page.top) - Math.abs(page.bottom) >= LEAST_TEXT;
  return fits ? page : A4;
};

const LEAST_TEXT = 2880;

/** Page setup elements of a section and of the settings, in schema order. */
const sectionNames = ['pgBorders', 'docGrid'] as const;
const settingNames = [
  ...['mirrorMargins', 'bordersDoNotSurroundHeader', 'bordersDoNotSurroundFooter', 'embedTrueTypeFonts'],
  ...['gutterAtTop', 'defaultTabStop', 'autoHyphenation', 'consecutiveHyphenLimit', 'hyphenationZone'],
  ...['doNotHyphenateCaps', 'evenAndOddHeaders', 'characterSpacingControl', 'noLineBreaksAfter'],
  ...['noLineBreaksBefore', 'themeFontLang', 'clrSchemeMapping', 'decimalSymbol'],
] as const;

const named = (root: Element | null | undefined, names: readonly string[]) =>
  names.flatMap((name) => {
    const element = wordChild(root, name);
    return element === null ? [] : [{ name, xml: printXml(element) }];
  });

/** The settings of a section besides the size and margins of its page. */
export const readSection = (section: Element | null): HouseTemplate['section'] =>
  named(section, sectionNames);
export const readSettings = (settings: Element | null): HouseTemplate['settings'] =>
  named(settings, settingNames);

/** The part to which `main` refers with that type; null if there is none. */
export const relatedPart = (
  { document }: Pick<Reading, 'document'>,
  main: string,
  type: string,
): { readonly path: string; readonly root: Element } | null => {
  const relation = relationsOf(document, main).find((each) => each.type === type && !each.isExternal);
  const path = relation === undefined ? null : partPath(main, relation.target);
  const root = path === null ? undefined : xmlPart(document, path)?.documentElement;
  return path === null || root === undefined ? null : { path, root };
};

/** A picture fill becomes its fallback colour. */
const dropPictures = (root: Element): void => {
  const space = root.namespaceURI ?? '';
  for (const each of localNamed(root, 'blipFill')) {
    const fill = root.ownerDocument.createElementNS(space, 'a:solidFill');
    const colour = root.ownerDocument.createElementNS(space, 'a:schemeClr');
    colour.setAttribute('val', 'phClr');
    fill.append(colour);
    each.replaceWith(fill);
  }
  for (const each of localNamed(root, 'extLst')) each.remove();
};

export const readTheme = (reading: Reading, main: string): { xml: string | null; fonts: ThemeFonts } => {
  const root = relatedPart(reading, main, 'theme')?.root;
  if (root === undefined) return { xml: null, fonts: { major: null, minor: null } };
  dropPictures(root);
  const fontOf = (name: string): string | null => {
    const latin = localNamed(root, name)[0]?.getElementsByTagNameNS(root.namespaceURI, 'latin')[0];
    return latin?.getAttribute('typeface') || null;
  };
  return { xml: printXml(root), fonts: { major: fontOf('majorFont'), minor: fontOf('minorFont') } };
};

export const readFonts = (reading: Reading, main: string): HousePart | null => {
  const table = relatedPart(reading, main, 'fontTable');
  if (table === null) return null;
  cleanXml(table.root, reading.found);
  const relations = relate(reading, table.path, table.root, 'rId');
  return { xml: printAll(table.root.children), relations };
};

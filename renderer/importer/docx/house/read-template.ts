/**
 * Takes a Word template apart into what a memo uses. The file is untrusted: active or external content is refused, and
 * everything else is only kept if known to be neither.
 */
import {
  type HousePart,
  type HouseTemplate,
  type pageSlots,
  signOf,
  type TemplateFailure,
  type TemplateRemark,
  templateRemarks,
} from '#domain/memo/form/word/house-template.ts';
import { openPackage, type Package } from '../../package/open-package.ts';
import { partPath, xmlPart } from '../../package/package-parts.ts';
import {
  cleanXml,
  isOn,
  printAll,
  RELATED,
  wordChild,
  wordChildren,
  wordNamed,
  wordValue,
} from './clean-xml.ts';
import { readFonts, readPage, readSection, readSettings, readTheme, relatedPart } from './read-page.ts';
import { readLists, readStyles } from './read-styles.ts';
import { HouseFiles, type Reading, relate, relationsOf } from './relate-parts.ts';
import { dropSigns, flattenFields, hasTitlePage, signFields } from './template-fields.ts';

const XML_PART =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/[^/]*\.xml|word\/(?:_rels|theme)\/[^/]*|word\/theme\/_rels\/[^/]*)$/u;
const MEDIA = /^word\/(?:media|fonts)\/[^/]+$/u;
const PROGRAM = /vbaproject|vbadata|activex|\/embeddings\/.*\.bin$/iu;
const MACROS = /macroEnabled/iu;

/** Why a file can't be used as a template. */
export class TemplateError extends Error {
  readonly why: TemplateFailure;
  constructor(why: TemplateFailure) {
    super(why);
    this.why = why;
  }
}

/** Cleans a part; returns the Precis fields in it. */
const prepare = (
  reading: Reading,
  root: Element,
  remarks: Set<TemplateRemark>,
  onMemo?: (paragraph: Element) => void,
): ReadonlySet<string> => {
  cleanXml(root, reading.found);
  dropSigns(root);
  if (flattenFields(root)) remarks.add('fields');
  return signFields(root, onMemo);
};

const readFurniture = (reading: Reading, path: string, remarks: Set<TemplateRemark>): HousePart | null => {
  const root = xmlPart(reading.document, path)?.documentElement;
  if (root === undefined) return null;
  prepare(reading, root, remarks);
  const relations = relate(reading, path, root, 'rId');
  return { xml: printAll(root.children), relations };
};

type SlotName = (typeof pageSlots)[number];
type Slots = Readonly<Record<SlotName, HousePart | null>>;

/** The part that a section has as header or footer; null if it has none of its own. */
const pathsOf = (reading: Reading, main: string, kind: 'header' | 'footer') => {
  const relations = new Map(relationsOf(reading.document, main).map((each) => [each.id, each]));
  return (section: Element, slot: SlotName): string | null => {
    const references = wordChildren(section, `${kind}Reference`);
    const reference = references.find((each) => wordValue(each, 'type') === slot);
    const relation = relations.get(reference?.getAttributeNS(RELATED, 'id') ?? '');
    return relation === undefined || relation.isExternal ? null : partPath(main, relation.target);
  };
};

/** The headers and footers of the last of `sections`, inherited from earlier ones where it has none. */
const readSlots = (
  reading: Reading,
  main: string,
  sections: readonly Element[],
  kind: 'header' | 'footer',
  used: ReadonlySet<SlotName>,
  remarks: Set<TemplateRemark>,
): Slots => {
  const pathOf = pathsOf(reading, main, kind);
  const read = (slot: SlotName): HousePart | null => {
    const path = used.has(slot)
      ? sections.toReversed().flatMap((each) => pathOf(each, slot) ?? [])[0]
      : undefined;
    return path === undefined ? null : readFurniture(reading, path, remarks);
  };
  return { default: read('default'), first: read('first'), even: read('even') };
};

const sectionsOf = (body: Element): readonly Element[] =>
  wordNamed(body, 'sectPr').filter(
    ({ parentElement }) => parentElement === body || parentElement?.localName === 'pPr',
  );

const isBefore = (one: Node, other: Node): boolean =>
  (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** The child of the body that contains `element`. */
const topOf = (body: Element, element: Element): Element => {
  let at = element;
  while (at.parentElement !== null && at.parentElement !== body) at = at.parentElement;
  return at;
};

type Around = Pick<HouseTemplate, 'body' | 'fields'>;

/** The content before and after the memo's paragraph; sections there use the headers of the memo's. */
const readAround = (
  reading: Reading,
  main: string,
  body: Element,
  at: Element | null,
  fields: ReadonlySet<string>,
): Around => {
  if (at === null) return { body: null, fields: [] };
  for (const section of sectionsOf(body)) {
    if (section.parentElement === body) {
      section.remove();
      continue;
    }
    for (const name of ['headerReference', 'footerReference'])
      for (const each of wordChildren(section, name)) each.remove();
    section.prepend(section.ownerDocument.createTextNode(signOf('slots')));
  }
  const relations = relate(reading, main, body, 'rIdHouse');
  const all = [...body.children];
  const place = all.indexOf(at);
  return {
    body: { before: printAll(all.slice(0, place)), after: printAll(all.slice(place + 1)), relations },
    fields: [...fields],
  };
};

/** Refuses active and external content; returns remarks on what is left out. */
const inspect = (document: Package): readonly TemplateRemark[] => {
  const types = xmlPart(document, '[Content_Types].xml');
  const isProgram =
    document.names.some((name) => PROGRAM.test(name)) ||
    (types !== null && MACROS.test(new XMLSerializer().serializeToString(types)));
  if (isProgram) throw new TemplateError('macros');
  const all = document.names
    .filter((name) => name.endsWith('.rels'))
    .flatMap((name) => relationsOf(document, name.replace(/_rels\/([^/]*)\.rels$/u, '$1')));
  const outside = all.filter(({ isExternal, type }) => isExternal && type !== 'hyperlink');
  if (outside.some(({ type }) => type !== 'attachedTemplate'))
    throw new TemplateError('loads-from-elsewhere');
  return outside.length > 0 ? ['attached-template'] : [];
};

const openTemplate = (bytes: Uint8Array): Package =>
  openPackage(
    bytes,
    (name) => XML_PART.test(name) || name.endsWith('.rels'),
    (name) => MEDIA.test(name),
  );

const mainPart = (document: Package): { readonly main: string; readonly body: Element } => {
  const relation = relationsOf(document, '').find(({ type }) => type === 'officeDocument');
  const main = relation === undefined ? null : partPath('', relation.target);
  const root = main === null ? undefined : xmlPart(document, main)?.documentElement;
  const body = wordChild(root, 'body');
  if (main === null || body === null) throw new TemplateError('not-word');
  return { main, body };
};

/** The sections of the body up to the one with the memo; without a place for the memo, up to the last. */
const sectionsTo = (all: readonly Element[], memo: Element | null): readonly Element[] => {
  const own = memo === null ? -1 : all.findIndex((each) => isBefore(memo, each));
  return own === -1 ? all : all.slice(0, own + 1);
};

const usedSlots = (sections: readonly Element[], settings: Element | null): ReadonlySet<SlotName> =>
  new Set<SlotName>([
    'default',
    ...(sections.some(hasTitlePage) ? (['first'] as const) : []),
    ...(isOn(wordChild(settings, 'evenAndOddHeaders')) ? (['even'] as const) : []),
  ]);

const hasWords = (body: Element): boolean =>
  wordNamed(body, 't').some(({ textContent }) => (textContent ?? '').trim() !== '');

/** Puts placeholders into the body, and finds the place of the memo. Unused text gets no remark. */
const signBody = (
  reading: Reading,
  body: Element,
): { readonly memo: Element | null; readonly fields: ReadonlySet<string>; readonly hasFields: boolean } => {
  const places: Element[] = [];
  const told = new Set<TemplateRemark>();
  const fields = prepare(reading, body, told, (paragraph) => {
    places.push(topOf(body, paragraph));
  });
  const [memo = null] = places;
  if (memo === null) reading.found.objects = false;
  return { memo, fields, hasFields: told.has('fields') };
};

const countColumns = (section: Element | null): number =>
  Number(wordValue(wordChild(section, 'cols'), 'num') ?? 1);

const cleanPart = (reading: Reading, main: string, type: string): Element | null => {
  const root = relatedPart(reading, main, type)?.root ?? null;
  if (root !== null) cleanXml(root, reading.found);
  return root;
};

/**
 * The template in the bytes of a `.docx` or `.dotx`. Throws a TemplateError, or a DocumentError as for any document.
 */
export const readTemplate = (bytes: Uint8Array): HouseTemplate => {
  const document = openTemplate(bytes);
  const remarks = new Set<TemplateRemark>(inspect(document));
  const { main, body } = mainPart(document);
  const reading: Reading = {
    document,
    files: new HouseFiles(document),
    found: { objects: false, pictures: false },
  };
  const styles = relatedPart(reading, main, 'styles');
  if (styles === null) throw new TemplateError('not-word');
  const hasText = hasWords(body);
  const { memo, fields, hasFields } = signBody(reading, body);
  const sections = sectionsTo(sectionsOf(body), memo);
  const section = sections.at(-1) ?? null;
  const settings = cleanPart(reading, main, 'settings');
  const used = usedSlots(sections, settings);
  const headers = readSlots(reading, main, sections, 'header', used, remarks);
  const footers = readSlots(reading, main, sections, 'footer', used, remarks);
  const ofSection = {
    page: readPage(section),
    section: readSection(section),
    hasTitlePage: hasTitlePage(section),
  };
  const around = readAround(reading, main, body, memo, fields);
  const theme = readTheme(reading, main);
  const { kindOf, ...lists } = readLists(relatedPart(reading, main, 'numbering')?.root, reading.found);
  const read = readStyles(styles.root, kindOf, theme.fonts, reading.found);
  const fonts = readFonts(reading, main);
  const told: Readonly<Record<Exclude<TemplateRemark, 'attached-template'>, boolean>> = {
    ...reading.found,
    fields: remarks.has('fields') || (memo !== null && hasFields),
    columns: countColumns(section) > 1,
    text: memo === null && hasText,
  };
  return {
    ...{ ...read, ...lists, ...ofSection, ...around, headers, footers, fonts },
    theme: theme.xml,
    settings: readSettings(settings),
    files: reading.files.all(),
    remarks: templateRemarks.filter(
      (each) => remarks.has(each) || (each in told && told[each as keyof typeof told]),
    ),
  };
};

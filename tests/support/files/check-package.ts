/**
 * Faults of a Word document as a package (ISO/IEC 29500-2): parts that are not strict XML or use an undeclared prefix,
 * relationships without a target, duplicate ids, parts without a declared type.
 */
import { posix } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATED = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const { window } = new JSDOM('');
const parse = (xml: string): Document => new window.DOMParser().parseFromString(xml, 'application/xml');

const repeated = (values: readonly string[]): readonly string[] =>
  values.filter((value, at) => values.indexOf(value) !== at);

type Xml = ReadonlyMap<string, Document>;

const problemsOfXml = (xml: Xml): string[] =>
  [...xml].flatMap(([name, { documentElement: root }]) =>
    root.getElementsByTagName('parsererror').length > 0 ? [`${name}: no XML`] : [],
  );

const problemsOfTypes = (xml: Xml, names: readonly string[]): string[] => {
  const types = [...(xml.get('[Content_Types].xml')?.documentElement.children ?? [])];
  const overrides = types.flatMap((each) => each.getAttribute('PartName') ?? []);
  const endings = new Set(types.flatMap((each) => each.getAttribute('Extension')?.toLowerCase() ?? []));
  const isTold = (name: string): boolean =>
    overrides.includes(`/${name}`) ||
    (endings.has(name.split('.').at(-1) ?? '') && !/^word\/[^_].*\.xml$/.test(name));
  return [
    ...repeated(overrides).map((name) => `${name}: said twice what it is`),
    ...overrides.filter((name) => !names.includes(name.slice(1))).map((name) => `${name}: is missing`),
    ...names
      .filter((name) => name !== '[Content_Types].xml' && !isTold(name))
      .map((name) => `${name}: of no kind`),
  ];
};

const relationsIn = (document: Document | undefined) =>
  [...(document?.documentElement.children ?? [])].map((each) => ({
    id: each.getAttribute('Id') ?? '',
    target: each.getAttribute('Target') ?? '',
    isExternal: each.getAttribute('TargetMode') === 'External',
  }));

const referredIn = (document: Document): readonly string[] =>
  [...document.getElementsByTagName('*')].flatMap((element) =>
    [...element.attributes].filter(({ namespaceURI }) => namespaceURI === RELATED).map(({ value }) => value),
  );

const problemsOfRelations = (xml: Xml, names: readonly string[]): string[] =>
  [...xml].flatMap(([name, document]) => {
    if (name.endsWith('.rels')) {
      const folder = posix.dirname(posix.dirname(name));
      const all = relationsIn(document);
      return [
        ...repeated(all.map(({ id }) => id)).map((id) => `${name}: ${id} twice`),
        ...all
          .filter(({ target, isExternal }) => !isExternal && !names.includes(posix.join(folder, target)))
          .map(({ target }) => `${name}: ${target} is missing`),
      ];
    }
    const known = relationsIn(xml.get(name.replace(/([^/]*)$/u, '_rels/$1.rels'))).map(({ id }) => id);
    return referredIn(document)
      .filter((id) => !known.includes(id))
      .map((id) => `${name}: ${id} leads nowhere`);
  });

const valuesOf = (document: Document | undefined, element: string, attribute: string): readonly string[] =>
  [...(document?.getElementsByTagNameNS(W, element) ?? [])].flatMap(
    (each) => each.getAttributeNS(W, attribute) ?? [],
  );

const problemsOfNames = (xml: Xml): string[] => {
  const [styles, numbering] = [xml.get('word/styles.xml'), xml.get('word/numbering.xml')];
  const known = valuesOf(styles, 'style', 'styleId');
  const lists = valuesOf(numbering, 'num', 'numId');
  const written = [...xml].filter(([name]) => name.startsWith('word/') && !/styles|numbering/.test(name));
  const unknown = (element: string, there: readonly string[]): string[] =>
    written.flatMap(([name, document]) =>
      valuesOf(document, element, 'val')
        .filter((value) => !there.includes(value))
        .map((value) => `${name}: ${element} ${value} is unknown`),
    );
  return [
    ...repeated(known).map((id) => `style ${id} twice`),
    ...repeated(valuesOf(numbering, 'abstractNum', 'abstractNumId')).map((id) => `list ${id} twice`),
    ...repeated(lists).map((id) => `number ${id} twice`),
    ...repeated(valuesOf(xml.get('word/document.xml'), 'bookmarkStart', 'id')).map(
      (id) => `bookmark ${id} twice`,
    ),
    ...['pStyle', 'rStyle', 'tblStyle'].flatMap((element) => unknown(element, known)),
    ...unknown('numId', [...lists, '0']),
  ];
};

/** The faults of the document; empty if there are none. */
export const problemsOfPackage = (bytes: Uint8Array): readonly string[] => {
  const parts = unzipSync(bytes);
  const names = Object.keys(parts);
  const xml = new Map(
    names
      .filter((name) => /\.(?:xml|rels)$/.test(name))
      .map((name) => [name, parse(strFromU8(parts[name] ?? new Uint8Array()))] as const),
  );
  return [
    ...problemsOfXml(xml),
    ...problemsOfTypes(xml, names),
    ...problemsOfRelations(xml, names),
    ...problemsOfNames(xml),
  ];
};

/** What the parts of a template refer to: pictures, fonts and addresses, renamed. */
import type { HouseRelation } from '#domain/memo/form/word/house-template.ts';
import type { Package } from '../../package/open-package.ts';
import { partPath, xmlPart } from '../../package/package-parts.ts';
import { localNamed } from '../../package/parse-xml.ts';
import { toBase64 } from '../../picture/data-address.ts';
import { type Found, RELATED, wordNamed } from './clean-xml.ts';

export type Relation = {
  readonly id: string;
  /** The last segment of its type: "header". */
  readonly type: string;
  readonly target: string;
  readonly isExternal: boolean;
};

/** The relations of the part with that name; an empty name means the package itself. */
export const relationsOf = (document: Package, name: string): readonly Relation[] => {
  const xml = xmlPart(document, name.replace(/([^/]*)$/u, '_rels/$1.rels'));
  if (xml === null) return [];
  return localNamed(xml, 'Relationship').map((each) => ({
    id: each.getAttribute('Id') ?? '',
    type: (each.getAttribute('Type') ?? '').split('/').at(-1) ?? '',
    target: each.getAttribute('Target') ?? '',
    isExternal: each.getAttribute('TargetMode') === 'External',
  }));
};

/** The pictures and fonts of a template that its parts refer to, each once. */
export class HouseFiles {
  readonly #taken = new Map<string, { readonly name: string; readonly base64: string }>();
  readonly #document: Package;

  constructor(document: Package) {
    this.#document = document;
  }

  all(): { readonly name: string; readonly base64: string }[] {
    return [...this.#taken.values()];
  }

  /** The name of the file at `path`; null if the template has no such file. */
  take(path: string, stem: 'house' | 'font', ending: string): string | null {
    const there = this.#taken.get(path);
    if (there !== undefined) return there.name;
    const bytes = this.#document.part(path);
    if (bytes === null) return null;
    const name = `${stem}${this.#taken.size + 1}.${ending}`;
    this.#taken.set(path, { name, base64: toBase64(bytes) });
    return name;
  }
}

/** The template being read, and what was found in it that is not used. */
export type Reading = {
  readonly document: Package;
  readonly files: HouseFiles;
  readonly found: Found;
};

type Said = Omit<HouseRelation, 'id'>;

const ADDRESS = /^(?:https?:|mailto:)/iu;
const MAX_ADDRESS = 4000;
const pictureType = /\.(png|jpe?g|gif|bmp|tiff?|emf|wmf)$/iu;

const takeFile = ({ files }: Reading, type: string, path: string): Said | null => {
  const isFont = type === 'font' && path.endsWith('.odttf');
  const ending = isFont ? 'odttf' : type === 'image' ? pictureType.exec(path)?.[1]?.toLowerCase() : undefined;
  if (ending === undefined) return null;
  const target = files.take(path, isFont ? 'font' : 'house', ending);
  return target === null ? null : { type: isFont ? 'font' : 'image', target };
};

const takeRelation = (reading: Reading, from: string, relation: Relation | undefined): Said | null => {
  if (relation === undefined) return null;
  const { type, target, isExternal } = relation;
  if (isExternal) {
    const isLink = type === 'hyperlink' && ADDRESS.test(target) && target.length < MAX_ADDRESS;
    return isLink ? { type: 'hyperlink', target } : null;
  }
  const path = partPath(from, target);
  return path === null ? null : takeFile(reading, type, path);
};

const drawn: ReadonlySet<string> = new Set(['drawing', 'pict', 'object']);

/** The drawing that contains `element`, or the element itself. */
const drawingOf = (element: Element): Element => {
  for (let at: Element | null = element; at !== null; at = at.parentElement)
    if (drawn.has(at.localName)) return at;
  return element;
};

/** Removes references to anything that is not copied; the words of a link stay. */
const dropReference = (element: Element, found: Found): void => {
  if (element.localName === 'hyperlink') element.replaceWith(...element.childNodes);
  else {
    found.pictures = true;
    drawingOf(element).remove();
  }
};

const REFERRING = ['id', 'embed', 'link', 'pict'] as const;

const referencesIn = (root: Element): readonly Attr[] =>
  [...root.getElementsByTagName('*')].flatMap((element) =>
    REFERRING.flatMap((name) => element.getAttributeNodeNS(RELATED, name) ?? []),
  );

/** Renames the targets of all references below `root`, which belongs to the part `from`. */
export const relate = (reading: Reading, from: string, root: Element, prefix: string): HouseRelation[] => {
  const known = new Map(relationsOf(reading.document, from).map((each) => [each.id, each]));
  const taken = new Map<string, HouseRelation>();
  for (const reference of referencesIn(root)) {
    const said = takeRelation(reading, from, known.get(reference.value));
    if (said === null) {
      if (reference.ownerElement !== null) dropReference(reference.ownerElement, reading.found);
      continue;
    }
    const own = taken.get(reference.value) ?? { id: `${prefix}${taken.size + 1}`, ...said };
    taken.set(reference.value, own);
    reference.value = own.id;
  }
  for (const link of wordNamed(root, 'hyperlink'))
    if (link.getAttributeNS(RELATED, 'id') === null) link.replaceWith(...link.childNodes);
  return [...taken.values()];
};

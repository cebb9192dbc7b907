/**
 * A citation style of the analyst: a file in the Citation Style Language (CSL 1.0). It comes from elsewhere, so it
 * is parsed strictly and its text is stored unchanged; its contents are read from that text each time.
 */
import { z } from 'zod';
import { err, ok, type Result } from '../../result.ts';
import { type MarkupPart, readMarkup } from '../../text/markup/read-markup.ts';

/** The most bytes of a file: the largest public style has a quarter of them. */
export const MAX_STYLE_BYTES = 256 << 10;
const MAX_NAME_LENGTH = 300;
/** Deeper is no style: the public ones stay below thirty. */
const MAX_DEPTH = 64;
/** More, with each macro counted where it is called: the largest public style has a tenth of them. */
const MAX_ELEMENTS = 1_000_000;

/** A citation style as a form keeps it. */
export const citationStyleSchema = z.strictObject({
  /** Its title, as the file gives it. */
  name: z.string().trim().min(1).max(MAX_NAME_LENGTH),
  /** The file. */
  csl: z.string().min(1).max(MAX_STYLE_BYTES),
});
export type CitationStyle = z.infer<typeof citationStyleSchema>;

/**
 * How a memo in the style cites. `number`: by the number of the source, as without a style. `note`: in footnotes.
 * `text`: in the text, by author and date or by what the style has in their place.
 */
export type CitationKind = 'number' | 'note' | 'text';

export type ReadStyle = CitationStyle & { readonly kind: CitationKind };

type Element = Extract<MarkupPart, { readonly kind: 'open' }>;
type Placed = {
  /** The names of the elements around it and its own: "style/info/title". */
  readonly path: string;
  readonly element: Element;
  /** What stands right behind its tag. */
  readonly text: string;
};

const textOf = (part: MarkupPart | undefined): string =>
  part?.kind === 'text' ? part.text.replace(/\s+/gu, ' ').trim() : '';

/** Each element with its path; null where they are nested too deeply. */
const placeElements = (parts: readonly MarkupPart[]): readonly Placed[] | null => {
  const open: string[] = [];
  const found: Placed[] = [];
  for (const [at, part] of parts.entries()) {
    if (part.kind === 'close') open.pop();
    if (part.kind !== 'open') continue;
    found.push({ path: [...open, part.name].join('/'), element: part, text: textOf(parts[at + 1]) });
    if (!part.isEmpty) open.push(part.name);
    if (open.length > MAX_DEPTH) return null;
  }
  return found;
};

/** The number of elements of a style with each macro expanded where it is called; Infinity where one calls itself. */
const sizeOf = (elements: readonly Placed[]): number => {
  const called = new Map<string, string[]>();
  const own = new Map<string, number>();
  let macro = '';
  for (const { path, element } of elements) {
    const isBelow = path.startsWith('style/macro/');
    if (path === 'style/macro') macro = `${element.attributes.get('name')}`;
    const within = isBelow ? macro : '';
    own.set(within, (own.get(within) ?? 0) + 1);
    const calls = element.attributes.get('macro');
    if (calls !== undefined) called.set(within, [...(called.get(within) ?? []), calls]);
  }
  const sizes = new Map<string, number>();
  const measure = (name: string): number => {
    const known = sizes.get(name);
    if (known !== undefined) return known;
    sizes.set(name, Infinity);
    const size = (called.get(name) ?? []).reduce((all, each) => all + measure(each), own.get(name) ?? 0);
    sizes.set(name, size);
    return size;
  };
  return measure('');
};

const NAMESPACE = 'http://purl.org/net/xbiblio/csl';

/** "american-chemical-society" of "http://www.zotero.org/styles/american-chemical-society" */
const lastOf = (address: string): string =>
  address
    .split('/')
    .filter((part) => part !== '')
    .at(-1) ?? address;

const kindOf = (root: Element, format: string | undefined, csl: string): CitationKind => {
  if (root.attributes.get('class') === 'note') return 'note';
  if (format !== undefined) return format === 'numeric' ? 'number' : 'text';
  const citation = /<citation[\s>][\s\S]*<\/citation>/u.exec(csl)?.[0] ?? '';
  return citation.includes('"citation-number"') ? 'number' : 'text';
};

/** Said of a style that has notes alone. */
export const NO_BIBLIOGRAPHY =
  'It has notes only and no bibliography; a memo lists its sources. Choose a style with both.';

type Check = (style: {
  readonly root: Placed | undefined;
  readonly at: (path: string) => readonly Placed[];
}) => string | null;

/** The checks of a style, each with a sentence for the person who chose it, in the order in which they are made. */
const checks: readonly Check[] = [
  ({ root }) =>
    root?.path === 'style' && root.element.attributes.get('xmlns') === NAMESPACE
      ? null
      : 'It is not a citation style: its first element is not “style” of CSL.',
  ({ root }) => {
    const version = root?.element.attributes.get('version') ?? 'unknown';
    return version.startsWith('1.0') ? null : `It is in version ${version} of CSL; Precis reads 1.0.`;
  },
  ({ at }) => {
    const parent = at('style/info/link').find(
      ({ element }) => element.attributes.get('rel') === 'independent-parent',
    );
    const other = lastOf(parent?.element.attributes.get('href') ?? '');
    return parent === undefined
      ? null
      : `It is a dependent style, which only points to another one: choose the file of “${other}”.`;
  },
  ({ at }) => {
    const name = at('style/info/title')[0]?.text ?? '';
    return name === '' || name.length > MAX_NAME_LENGTH ? 'It has no title, or one that is too long.' : null;
  },
  ({ at }) =>
    at('style/citation').length === 1 ? null : 'It does not say how to cite: “citation” is missing.',
  ({ at }) => (at('style/bibliography').length === 1 ? null : NO_BIBLIOGRAPHY),
];

/** The style in a text, or what is wrong with it, in a sentence for the person who chose it. */
export const readCitationStyle = (csl: string): Result<ReadStyle, string> => {
  if (csl.length > MAX_STYLE_BYTES) return err('It is larger than 256 KB, which no citation style is.');
  const parts = readMarkup(csl);
  if (!parts.ok) return err(`Line ${parts.error.line}: ${parts.error.message}`);
  const elements = placeElements(parts.value);
  if (elements === null || sizeOf(elements) > MAX_ELEMENTS)
    return err('Its parts are nested too deeply, or call themselves.');
  const root = elements[0];
  const at = (path: string) => elements.filter((each) => each.path === path);
  const wrong = checks.map((check) => check({ root, at })).find((each) => each !== null) ?? null;
  if (wrong !== null || root === undefined) return err(wrong ?? 'It is empty.');
  const format = at('style/info/category')
    .map(({ element }) => element.attributes.get('citation-format'))
    .find((each) => each !== undefined);
  return ok({ name: at('style/info/title')[0]?.text ?? '', csl, kind: kindOf(root.element, format, csl) });
};

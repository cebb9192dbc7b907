/** What the `<meta>` elements of a page say, by their name, property or itemprop in lower case. */
export type MetaElements = ReadonlyMap<string, readonly string[]>;

const keysOf = (meta: Element): readonly string[] =>
  ['name', 'property', 'itemprop', 'http-equiv']
    .map((attribute) => meta.getAttribute(attribute)?.trim().toLowerCase() ?? '')
    .flatMap((names) => names.split(/\s+/))
    // Digital Commons writes the tags of Highwire with a name of its own in front.
    .map((name) => name.replace(/^bepress_(?=citation_)/, ''))
    .filter((name) => name !== '');

/** Reads all meta elements of `page`, those with nothing in them left out. */
export const readMetaElements = (page: Document): MetaElements => {
  const values = new Map<string, string[]>();
  for (const meta of page.querySelectorAll('meta[content]')) {
    const content = meta.getAttribute('content')?.trim() ?? '';
    if (content === '') continue;
    for (const key of keysOf(meta)) values.set(key, [...(values.get(key) ?? []), content]);
  }
  return values;
};

/** The values under `names`, in the order of the names. */
export const metaValues = (meta: MetaElements, ...names: readonly string[]): readonly string[] =>
  names.flatMap((name) => meta.get(name) ?? []);

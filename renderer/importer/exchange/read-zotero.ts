import { z } from 'zod';
import type { ExportFile } from '#domain/contract/importer-bridge.ts';
import type { Brought } from '#domain/exchange/brought.ts';
import { countLeftOut, type LeftOutCounter } from '#domain/exchange/left-out.ts';
import { parseJson } from '#domain/exchange/read/export-file.ts';
import { readName } from '#domain/exchange/read/values.ts';
import { parseXml } from '../package/parse-xml.ts';
import { decodeExport } from './decode-export.ts';
import { broughtOfItem, type ZoteroAnnotation, type ZoteroItem } from './zotero-item.ts';
import { itemsOfRdf } from './zotero-rdf.ts';

/** The JSON of Better BibTeX for Zotero: items with their notes, files and annotations, and the tree of collections. */

const text = z.string().nullish();
const tag = z.union([z.string(), z.looseObject({ tag: z.string() })]);
const creatorSchema = z.looseObject({ creatorType: text, firstName: text, lastName: text, name: text });
const annotationSchema = z.looseObject({
  annotationType: text,
  annotationText: text,
  annotationComment: text,
  annotationPageLabel: text,
  annotationColor: text,
  dateAdded: text,
  tags: z.array(tag).nullish(),
});
const attachmentSchema = z.looseObject({
  path: text,
  localPath: text,
  annotations: z.array(annotationSchema).nullish(),
});
const itemSchema = z.looseObject({
  itemType: z.string(),
  itemID: z.union([z.number(), z.string()]).nullish(),
  title: text,
  creators: z.array(creatorSchema).nullish(),
  publicationTitle: text,
  websiteTitle: text,
  blogTitle: text,
  institution: text,
  publisher: text,
  date: text,
  url: text,
  DOI: text,
  language: text,
  tags: z.array(tag).nullish(),
  notes: z.array(z.union([z.string(), z.looseObject({ note: z.string() })])).nullish(),
  attachments: z.array(attachmentSchema).nullish(),
});
type Item = z.infer<typeof itemSchema>;

const collectionSchema = z.looseObject({
  name: z.string(),
  parent: z.union([z.string(), z.boolean()]).nullish(),
  items: z.array(z.union([z.number(), z.string()])).nullish(),
});
const exportSchema = z.looseObject({
  items: z.array(z.unknown()),
  collections: z.record(z.string(), collectionSchema).nullish(),
});
type Collections = NonNullable<z.infer<typeof exportSchema>['collections']>;

const MAX_LEVELS = 12;

/** The names of a collection from the root; a circular tree ends after twelve. */
const pathOf = (collections: Collections, key: string): readonly string[] => {
  const names: string[] = [];
  for (let at: string | null = key; at !== null && names.length < MAX_LEVELS; ) {
    const found: Collections[string] | undefined = Object.hasOwn(collections, at)
      ? collections[at]
      : undefined;
    if (found === undefined) break;
    names.unshift(found.name);
    at = typeof found.parent === 'string' ? found.parent : null;
  }
  return names;
};

const tagOf = (each: z.infer<typeof tag>): string => (typeof each === 'string' ? each : each.tag);

const annotationOf = (each: z.infer<typeof annotationSchema>): ZoteroAnnotation => ({
  type: each.annotationType ?? 'highlight',
  text: each.annotationText ?? null,
  comment: each.annotationComment ?? null,
  page: each.annotationPageLabel ?? null,
  color: each.annotationColor ?? null,
  tags: (each.tags ?? []).map(tagOf),
  at: each.dateAdded ?? null,
});

const creatorsOf = ({ creators }: Item): readonly string[] => {
  const all = creators ?? [];
  const authors = all.filter(({ creatorType }) => creatorType === 'author');
  return (authors.length === 0 ? all : authors).flatMap(
    ({ name, firstName, lastName }) =>
      readName(name) ?? readName(`${firstName ?? ''} ${lastName ?? ''}`) ?? [],
  );
};

const publicationOf = (item: Item): string | null =>
  item.publicationTitle ?? item.websiteTitle ?? item.blogTitle ?? item.institution ?? item.publisher ?? null;

/** A path on another machine can only refer to files beside the export. */
const filesOf = (item: Item): readonly string[] =>
  (item.attachments ?? []).flatMap(({ path, localPath }) => path ?? localPath ?? []);

/** The items of an export, and how many can't be read; null if `value` is not an export. */
const itemsOfJson = (
  value: unknown,
): { readonly items: readonly ZoteroItem[]; readonly unknown: number } | null => {
  const read = exportSchema.safeParse(value);
  if (!read.success) return null;
  const collections = read.data.collections ?? {};
  const collectionsOf = (id: Item['itemID']): readonly (readonly string[])[] =>
    Object.entries(collections).flatMap(([key, { items }]) =>
      id !== null && id !== undefined && items?.includes(id) ? [pathOf(collections, key)] : [],
    );
  const parsed = read.data.items.map((item) => itemSchema.safeParse(item));
  if (parsed.length > 0 && !parsed.some(({ success }) => success)) return null;
  const items = parsed
    .flatMap(({ data }) => data ?? [])
    .filter(({ itemType }) => !['attachment', 'note', 'annotation'].includes(itemType));
  return {
    unknown: parsed.length - items.length,
    items: items.map((item) => ({
      type: item.itemType,
      title: item.title ?? null,
      creators: creatorsOf(item),
      publication: publicationOf(item),
      date: item.date ?? null,
      url: item.url ?? null,
      doi: item.DOI ?? null,
      language: item.language ?? null,
      tags: (item.tags ?? []).map(tagOf),
      collections: collectionsOf(item.itemID),
      notes: (item.notes ?? []).map((note) => (typeof note === 'string' ? note : note.note)),
      files: filesOf(item),
      annotations: (item.attachments ?? []).flatMap(({ annotations }) =>
        (annotations ?? []).map(annotationOf),
      ),
    })),
  };
};

const itemsOf = ({ bytes }: ExportFile, leftOut: LeftOutCounter): readonly ZoteroItem[] | null => {
  const text = decodeExport(bytes);
  if (/^\s*</u.test(text)) return itemsOfRdf(parseXml(bytes));
  const read = itemsOfJson(parseJson(text));
  leftOut.add('unknown-entry', read?.unknown ?? 0);
  return read?.items ?? null;
};

/** Items of Zotero, from its RDF or from the JSON of Better BibTeX; null if a file is neither. */
export const readZotero = async (files: readonly ExportFile[]): Promise<Brought | null> => {
  const leftOut = countLeftOut();
  const items = files.map((file) => itemsOf(file, leftOut));
  if (items.some((each) => each === null)) return null;
  const articles = items.flatMap((each) => each ?? []).map((item) => broughtOfItem(item, leftOut));
  return { articles, leftOut: leftOut.list() };
};

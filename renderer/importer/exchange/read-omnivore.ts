/**
 * A zip exported by Omnivore: metadata in `metadata_*.json`, the text of each article in `content/<slug>.html`,
 * highlights in `highlights/<slug>.md` as quotations, each followed by its labels and its note.
 */
import { z } from 'zod';
import type { ExportFile } from '#domain/contract/importer-bridge.ts';
import {
  type Brought,
  type BroughtArticle,
  type BroughtPassage,
  newBrought,
  newBroughtPassage,
} from '#domain/exchange/brought.ts';
import { countLeftOut } from '#domain/exchange/left-out.ts';
import { parseJson } from '#domain/exchange/read/export-file.ts';
import { readDate, readLines, readName, readTags, readUrl } from '#domain/exchange/read/values.ts';
import { openPackage, type Package } from '../package/open-package.ts';
import { decodeExport, isZip } from './decode-export.ts';

const itemSchema = z.looseObject({
  slug: z.string().nullish(),
  title: z.string().nullish(),
  author: z.string().nullish(),
  url: z.string().nullish(),
  state: z.string().nullish(),
  readingProgress: z.number().nullish(),
  labels: z.array(z.union([z.string(), z.looseObject({ name: z.string() })])).nullish(),
  publishedAt: z.string().nullish(),
});
type Item = z.infer<typeof itemSchema>;

const isMetadata = (name: string): boolean => /(?:^|\/)metadata_\d+_to_\d+\.json$/iu.test(name);
const isWanted = (name: string): boolean =>
  isMetadata(name) || /(?:^|\/)(?:content\/[^/]+\.html|highlights\/[^/]+\.md)$/iu.test(name);

/** A quotation, and what is below it up to the next. */
const QUOTATION = /^>[^\n]*(?:\n(?!\n)[^\n]*)*/u;

/** `#a #b` on a line of their own. */
const LABELS = /^(?:#[^\s#][^#\n]*)+$/u;

const passageOf = (quoted: string, below: readonly string[]): BroughtPassage | null => {
  const exact = readLines(quoted.replace(/^>[ \t]?/gmu, ''));
  if (exact === null) return null;
  const [first = '', ...others] = below;
  const hasLabels = LABELS.test(first.trim());
  const note = readLines((hasLabels ? others : below).join('\n\n'));
  return newBroughtPassage(exact, { note, tags: hasLabels ? readTags(first, '#') : [] });
};

/** The highlights, and the note on the whole article above them. */
const readHighlights = (markdown: string): { passages: BroughtPassage[]; note: string | null } => {
  const blocks = markdown.replace(/\r\n?/gu, '\n').split(/\n{2,}/u);
  const first = blocks.findIndex((block) => QUOTATION.test(block));
  const note = readLines((first === -1 ? blocks : blocks.slice(0, first)).join('\n\n'));
  const passages: BroughtPassage[] = [];
  for (let at = first === -1 ? blocks.length : first; at < blocks.length; ) {
    const next = blocks.findIndex((block, index) => index > at && QUOTATION.test(block));
    const end = next === -1 ? blocks.length : next;
    const passage = passageOf(blocks[at] ?? '', blocks.slice(at + 1, end));
    if (passage !== null) passages.push(passage);
    at = end;
  }
  return { passages, note };
};

const partEnding = ({ names, part }: Package, ending: string): string | null => {
  const name = names.find((each) => each === ending || each.endsWith(`/${ending}`));
  const bytes = name === undefined ? null : part(name);
  return bytes === null ? null : decodeExport(bytes);
};

const isRead = ({ state, readingProgress }: Item): boolean =>
  state?.toLowerCase() === 'archived' || (readingProgress ?? 0) >= 98;

const articleOf = (zip: Package, item: Item): BroughtArticle => {
  const content = item.slug ? partEnding(zip, `content/${item.slug}.html`) : null;
  const { passages, note } = readHighlights(
    (item.slug ? partEnding(zip, `highlights/${item.slug}.md`) : null) ?? '',
  );
  return newBrought(
    {
      url: readUrl(item.url),
      title: readName(item.title),
      byline: readName(item.author),
      publishedAt: readDate(item.publishedAt),
    },
    {
      text: content === null || content.trim() === '' ? null : { kind: 'html', text: content },
      state: isRead(item) ? 'read' : 'unread',
      tags: readTags((item.labels ?? []).map((label) => (typeof label === 'string' ? label : label.name))),
      passages,
      note,
    },
  );
};

const readFile = ({ bytes }: ExportFile): Brought | null => {
  if (!isZip(bytes)) return null;
  const zip = openPackage(bytes, isWanted);
  const lists = zip.names.filter(isMetadata).toSorted();
  if (lists.length === 0) return null;
  const leftOut = countLeftOut();
  const articles = lists.flatMap((name) => {
    const items = z.array(z.unknown()).safeParse(parseJson(decodeExport(zip.part(name) ?? new Uint8Array())));
    return (items.data ?? []).flatMap((each) => {
      const item = itemSchema.safeParse(each);
      if (!item.success) leftOut.add('unknown-entry');
      else if (item.data.state?.toUpperCase() === 'DELETED') leftOut.add('deleted');
      else return [articleOf(zip, item.data)];
      return [];
    });
  });
  return { articles, leftOut: leftOut.list() };
};

/** Articles of Omnivore; null if a file is not such an export. */
export const readOmnivore = async (files: readonly ExportFile[]): Promise<Brought | null> => {
  const parts = files.map(readFile);
  if (parts.some((part) => part === null)) return null;
  return {
    articles: parts.flatMap((part) => part?.articles ?? []),
    leftOut: parts.flatMap((part) => part?.leftOut ?? []),
  };
};

/** Pocket's exports: tables of links, a zip of such tables, or the older page of links (`ril_export.html`). */
import type { ExportFile } from '#domain/contract/importer-bridge.ts';
import { type Brought, newBrought } from '#domain/exchange/brought.ts';
import { readPocketCsv } from '#domain/exchange/read/read-links.ts';
import { readName, readTags, readUrl } from '#domain/exchange/read/values.ts';
import { parseMarkup } from '../html/parse-markup.ts';
import { openPackage } from '../package/open-package.ts';
import { decodeExport, isZip } from './decode-export.ts';

const readPage = (html: string): Brought | null => {
  const links = [...parseMarkup(html).querySelectorAll('a[href][time_added]')];
  if (links.length === 0) return null;
  const articles = links.map((link) => {
    const title = readName(link.textContent);
    const url = readUrl(link.getAttribute('href'));
    return newBrought(
      { url, title: title === link.getAttribute('href') ? null : title },
      { tags: readTags(link.getAttribute('tags') ?? '', ','), state: 'unread' },
    );
  });
  return { articles, leftOut: [] };
};

const isTable = (name: string): boolean => /(?:^|\/)part_\d+\.csv$/iu.test(name);

const tablesIn = ({ bytes }: ExportFile): readonly { name: string; text: string }[] => {
  const { names, part } = openPackage(bytes, isTable);
  return names
    .filter(isTable)
    .toSorted()
    .flatMap((name) => {
      const table = part(name);
      return table === null ? [] : [{ name, text: decodeExport(table) }];
    });
};

const readFile = (file: ExportFile): Brought | null => {
  if (isZip(file.bytes)) {
    const tables = tablesIn(file);
    return tables.length === 0 ? null : readPocketCsv(tables);
  }
  const text = decodeExport(file.bytes);
  return /<a\s/iu.test(text) ? readPage(text) : readPocketCsv([{ name: file.name, text }]);
};

/** Links of Pocket; null if a file contains none. */
export const readPocket = async (files: readonly ExportFile[]): Promise<Brought | null> => {
  const parts = files.map(readFile);
  if (parts.some((part) => part === null)) return null;
  return { articles: parts.flatMap((part) => part?.articles ?? []), leftOut: [] };
};

import type { ExportFile } from '#domain/contract/importer-bridge.ts';
import type { Brought } from '#domain/exchange/brought.ts';
import { countLeftOut, type LeftOutCounter } from '#domain/exchange/left-out.ts';
import { parseJson } from '#domain/exchange/read/export-file.ts';
import { parseXml } from '../package/parse-xml.ts';
import { decodeExport } from './decode-export.ts';
import { broughtOfItem, type ZoteroItem } from './zotero-item.ts';
import { itemsOfJson } from './zotero-json.ts';
import { itemsOfRdf } from './zotero-rdf.ts';

const itemsOf = ({ bytes }: ExportFile, leftOut: LeftOutCounter): readonly ZoteroItem[] | null => {
  const text = decodeExport(bytes);
  if (/^\s*</u.test(text)) return itemsOfRdf(parseXml(bytes));
  const read = itemsOfJson(parseJson(text));
  leftOut.add('unknown-entry', read?.unknown ?? 0);
  return read?.items ?? null;
};

/** Items of Zotero, from its RDF or from the JSON of Better BibTeX; null where a file is neither. */
export const readZotero = async (files: readonly ExportFile[]): Promise<Brought | null> => {
  const leftOut = countLeftOut();
  const items = files.map((file) => itemsOf(file, leftOut));
  if (items.some((each) => each === null)) return null;
  const articles = items.flatMap((each) => each ?? []).map((item) => broughtOfItem(item, leftOut));
  return { articles, leftOut: leftOut.list() };
};

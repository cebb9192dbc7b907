import { isGarbled } from '#domain/article/machine/garbled-text.ts';
import { type MachinePage, machineText } from '#domain/article/machine/machine-page.ts';
import type { ParsedArticle, ParseRequest } from '#domain/contract/importer-bridge.ts';
import type { ScanReader } from '../../ports/scan-reader.ts';

/** Fewer letters than these make no page. */
const LEAST_LETTERS = 20;

const isClear = (page: MachinePage): boolean => {
  const text = machineText(page);
  return (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= LEAST_LETTERS && !isGarbled(text);
};

/**
 * The pages of a PDF whose letters are garbage to the first reader and clear to the second; nothing where there are none,
 * or where the second reader makes no more of them.
 */
export const clearPages = async (
  { readLetters }: Pick<ScanReader, 'readLetters'>,
  { bytes, password, machinePages = [] }: ParseRequest,
  { remarks = [] }: Pick<ParsedArticle, 'remarks'>,
): Promise<readonly MachinePage[]> => {
  const known = new Set(machinePages.map(({ index }) => index));
  const doubtful = remarks
    .flatMap((remark) => (remark.kind === 'pages-doubtful' ? remark.pages : []))
    .filter((page) => !known.has(page));
  if (doubtful.length === 0) return [];
  return (await readLetters({ bytes, password, pages: doubtful })).filter(isClear);
};

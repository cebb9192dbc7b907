/** A codebook of REFI-QDA (`.qdc`), or a table of one: codes are tags, sets of codes are groups. */
import type { ExportFile } from '#domain/contract/importer-bridge.ts';
import type { Brought } from '#domain/exchange/brought.ts';
import { countLeftOut, type LeftOutCounter } from '#domain/exchange/left-out.ts';
import { joinBrought } from '#domain/exchange/read/export-file.ts';
import { readCodebookCsv } from '#domain/exchange/read/read-codebook-csv.ts';
import { readName } from '#domain/exchange/read/values.ts';
import { type CodebookEntry, readDefinition } from '#domain/tag/codebook-entry.ts';
import { elementsNamed, parseXml } from '../package/parse-xml.ts';
import { childText, codePaths } from './code-paths.ts';
import { decodeExport } from './decode-export.ts';

const isXml = ({ name, bytes }: ExportFile): boolean =>
  /\.qdc$/iu.test(name) || /^\s*<(?:\?xml|CodeBook)/u.test(decodeExport(bytes.slice(0, 200)));

const membersOf = (set: Element): readonly { readonly guid: string; readonly name: string }[] => {
  const name = readName(set.getAttribute('name'));
  return name === null
    ? []
    : elementsNamed(set, 'MemberCode').map((member) => ({
        guid: member.getAttribute('targetGUID') ?? '',
        name,
      }));
};

/** The group of each code by GUID. A tag has one group: further sets of a code are reported. */
const groupsOf = (xml: Document, leftOut: LeftOutCounter): ReadonlyMap<string, string> => {
  const groups = new Map<string, string>();
  for (const { guid, name } of elementsNamed(xml, 'Set').flatMap(membersOf)) {
    if (groups.has(guid)) leftOut.add('further-set');
    else groups.set(guid, name);
  }
  return groups;
};

/** Labels are not tags: Precis exports them beside these as codes that say so. */
const isLabel = (code: Element): boolean => {
  const top = code.closest('Codes > Code');
  return (
    code.ownerDocument.documentElement.getAttribute('origin') === 'Precis' &&
    top?.getAttribute('name') === 'Label' &&
    top.getAttribute('isCodable') === 'false'
  );
};

/** The codes of a codebook or a project, a tag before its sub-tags. */
export const codebookOf = (xml: Document, leftOut: LeftOutCounter): CodebookEntry[] => {
  const groups = groupsOf(xml, leftOut);
  const paths = codePaths(xml);
  return elementsNamed(xml, 'Code')
    .filter((code) => !isLabel(code))
    .flatMap((code) => {
      const guid = code.getAttribute('guid') ?? '';
      const path = paths.get(guid) ?? '';
      if (code.hasAttribute('color')) leftOut.add('code-colour');
      if (path === '') return [];
      const definition = readDefinition(childText(code, 'Description') ?? '');
      return [{ path, definition, aliases: [], group: groups.get(guid) ?? null }];
    });
};

const readXml = ({ bytes }: ExportFile): Brought | null => {
  const xml = parseXml(bytes);
  if (xml.documentElement.localName !== 'CodeBook') return null;
  const leftOut = countLeftOut();
  const codebook = codebookOf(xml, leftOut);
  return { articles: [], codebook, leftOut: leftOut.list() };
};

/** Codebooks; null if a file is not one. */
export const readCodebook = (files: readonly ExportFile[]): Brought | null =>
  joinBrought(files.map((file) => (isXml(file) ? readXml(file) : readCodebookCsv(decodeExport(file.bytes)))));

import type { ExportFile } from '#domain/contract/importer-bridge.ts';
import type { Brought } from '#domain/exchange/brought.ts';
import type { TextExportReader } from '#domain/exchange/read/export-file.ts';
import type { Tool } from '#domain/exchange/tools.ts';
import { decodeExport } from './decode-export.ts';

/** Reads an export; null where it is none of that tool. */
type ExportReader = (files: readonly ExportFile[]) => Promise<Brought | null>;

/** A reader of texts over files of bytes. */
const ofText =
  (load: () => Promise<TextExportReader>): ExportReader =>
  async (files) =>
    (await load())(files.map(({ name, bytes }) => ({ name, text: decodeExport(bytes) })));

/** What each tool needs is loaded when it is first asked for. */
const readers: Readonly<Record<Tool, ExportReader>> = {
  readwise: ofText(async () => (await import('#domain/exchange/read/read-readwise.ts')).readReadwise),
  kindle: ofText(async () => (await import('#domain/exchange/read/read-kindle.ts')).readKindle),
  hypothesis: ofText(async () => (await import('#domain/exchange/read/read-hypothesis.ts')).readHypothesis),
  zotero: async (files) => (await import('./zotero/read-zotero.ts')).readZotero(files),
  omnivore: async (files) => (await import('./read-omnivore.ts')).readOmnivore(files),
  wallabag: ofText(async () => (await import('#domain/exchange/read/read-wallabag.ts')).readWallabag),
  pocket: async (files) => (await import('./read-pocket.ts')).readPocket(files),
  instapaper: ofText(async () => (await import('#domain/exchange/read/read-links.ts')).readInstapaper),
  refi: async (files) => (await import('./refi/read-refi.ts')).readRefi(files),
  codebook: async (files) => (await import('./refi/read-codebook.ts')).readCodebook(files),
  sources: ofText(async () => (await import('#domain/exchange/read/read-source-list.ts')).readSourceList),
  calendar: async (files) => {
    const { readCalendar } = await import('#domain/exchange/read/calendar/read-calendar.ts');
    const { unfoldBytes } = await import('#domain/exchange/read/calendar/content-lines.ts');
    return readCalendar(files.map(({ name, bytes }) => ({ name, text: decodeExport(unfoldBytes(bytes)) })));
  },
  bibliography: ofText(
    async () => (await import('#domain/exchange/read/bibliography/read-bibliography.ts')).readBibliography,
  ),
  obsidian: ofText(async () => (await import('./obsidian/read-obsidian.ts')).readObsidian),
};

/** What an export of `tool` holds; null where the files are none of it. */
export const readExport = (tool: Tool, files: readonly ExportFile[]): Promise<Brought | null> =>
  readers[tool](files);

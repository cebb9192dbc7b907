/**
 * The tools whose exports come in: one row each. Command line, menu, palette, dialog and the words of errors read it;
 * the reader of each stands in renderer/importer/exchange, in the sandboxed page, since an export comes from elsewhere.
 */

type ToolRow = {
  /** As the tool calls itself. */
  readonly name: string;
  /** By which its exports are known, without the dot. */
  readonly endings: readonly string[];
  /** What of it is read, within a sentence. */
  readonly reads: string;
  /** Where the analyst finds the export. */
  readonly where: string;
};

const rows = {
  readwise: {
    name: 'Readwise',
    endings: ['csv'],
    reads: 'highlights with notes and tags',
    where: 'On readwise.io, choose Export, then CSV.',
  },
  kindle: {
    name: 'Kindle',
    endings: ['txt'],
    reads: 'clippings with notes',
    where: 'Connect the Kindle by cable and choose documents/My Clippings.txt.',
  },
  hypothesis: {
    name: 'Hypothesis',
    endings: ['json'],
    reads: 'annotations with their context, notes, tags and replies',
    where: 'In the sidebar, choose Share, then Export as JSON, or save the answer of its API.',
  },
  obsidian: {
    name: 'Obsidian',
    endings: ['md', 'markdown'],
    reads: 'notes with ==highlights== and tags',
    where: 'Choose the .md files in the folder of the vault.',
  },
  zotero: {
    name: 'Zotero',
    endings: ['rdf', 'json'],
    reads:
      'items with the files beside the export, notes, tags, collections as tags, and from the JSON of Better BibTeX annotations',
    where: 'Choose Export Library, then Zotero RDF or BetterBibTeX JSON, and tick Export Files.',
  },
  omnivore: {
    name: 'Omnivore',
    endings: ['zip'],
    reads: 'articles with their text, highlights, notes and labels',
    where: 'Choose the zip that Omnivore sent when it closed.',
  },
  wallabag: {
    name: 'wallabag',
    endings: ['json'],
    reads: 'entries with their text, annotations and tags',
    where: 'Open a list of entries, choose Export, then JSON.',
  },
  pocket: {
    name: 'Pocket',
    endings: ['csv', 'zip', 'html'],
    reads: 'tags of links whose articles are here',
    where: 'Choose the zip, part_000000.csv or ril_export.html from Pocket.',
  },
  instapaper: {
    name: 'Instapaper',
    endings: ['csv'],
    reads: 'selections, folders and tags of links',
    where: 'On instapaper.com, open Settings, then Download .CSV file.',
  },
  refi: {
    name: 'REFI-QDA (MAXQDA, ATLAS.ti, QualCoder)',
    endings: ['qdpx'],
    reads:
      'the project of a program for qualitative analysis: texts, codes as tags, codings as passages, memos as notes',
    where: 'In MAXQDA, ATLAS.ti, NVivo or QualCoder, export a REFI-QDA project (.qdpx).',
  },
  codebook: {
    name: 'a codebook',
    endings: ['qdc', 'csv'],
    reads: 'tags with their definitions and groups, from a codebook of REFI-QDA (.qdc) or a table (.csv)',
    where:
      'In MAXQDA, ATLAS.ti, NVivo or QualCoder, export the codebook (.qdc), or write a table with the columns tag, useWhen, notWhen, example, aliases, group.',
  },
  sources: {
    name: 'a source list',
    endings: ['csv'],
    reads: 'sources with their kind, place, reliability, aliases and descriptor, from a table (.csv)',
    where:
      'Write a table with the columns source (Ministry / Office / Name), kind, aliases, reliability, or with name and parent instead of source.',
  },
  calendar: {
    name: 'a calendar',
    endings: ['ics'],
    reads: 'to-dos of an iCalendar file (.ics): tasks that were done or changed there, and new ones',
    where: 'In your calendar, export the task list as an iCalendar file (.ics).',
  },
  bibliography: {
    name: 'a bibliography',
    endings: ['bib', 'ris', 'json'],
    reads:
      'BibTeX, RIS or CSL-JSON: fills the citations of articles that are here, and takes the files that it names',
    where: 'In your reference manager, export BibTeX (.bib), RIS (.ris) or CSL-JSON (.json).',
  },
} as const satisfies Readonly<Record<string, ToolRow>>;

export type Tool = keyof typeof rows;

export const tools: Readonly<Record<Tool, ToolRow>> = rows;
export const toolIds = Object.keys(rows) as [Tool, ...Tool[]];

/** The largest export that is read, all its files together. */
export const MAX_EXPORT_BYTES = 256 * 1024 ** 2;
/** So many files make an export at most. */
export const MAX_EXPORT_FILES = 2_000;

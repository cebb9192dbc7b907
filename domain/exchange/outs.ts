/** What an archive can be written as for other tools: one row each. Command line, menu, palette and dialog read it. */

/** What of the articles an export reads: each of these takes what stands before it, and longer. */
export type OutNeeds = 'no-articles' | 'citations' | 'passages' | 'texts';

type OutRow = {
  /** As it is called within a sentence. */
  readonly name: string;
  /** What stands in it. */
  readonly writes: string;
  /** What it has no place for; null where it has one for all that it writes of. */
  readonly cannotCarry: string | null;
  readonly needs: OutNeeds;
};

const rows = {
  obsidian: {
    name: 'Obsidian (Markdown)',
    needs: 'passages',
    writes:
      'a note for each article: its citation as front matter, its passages as block quotations with links; and the scratch pad',
    cannotCarry: 'texts of articles, tasks, the history of reliabilities',
  },
  tables: {
    name: 'tables (CSV)',
    needs: 'passages',
    writes: 'a table each of articles, passages, tags, sources and tasks',
    cannotCarry: 'texts of articles, links between passages',
  },
  bibtex: {
    name: 'BibTeX',
    needs: 'citations',
    writes: 'the citations of all articles',
    cannotCarry: 'passages, reliabilities, how sure a date is',
  },
  ris: {
    name: 'RIS',
    needs: 'citations',
    writes: 'the citations of all articles',
    cannotCarry: 'passages, reliabilities, how sure a date is',
  },
  csl: {
    name: 'CSL-JSON',
    needs: 'citations',
    writes: 'the citations of all articles',
    cannotCarry: 'passages, reliabilities, how sure a date is',
  },
  annotations: {
    name: 'Web Annotations (JSON-LD)',
    needs: 'passages',
    writes: 'all passages as W3C Web Annotations',
    cannotCarry: 'texts of articles, links between passages',
  },
  refi: {
    name: 'REFI-QDA (MAXQDA, ATLAS.ti, QualCoder)',
    needs: 'texts',
    writes:
      'a project with articles as plain text, tags and labels as codes, passages as codings; and the codebook',
    cannotCarry:
      'originals, tasks, links between passages; speaker and grade are in the description of a coding',
  },
  codebook: {
    name: 'a codebook (CSV, REFI-QDA .qdc)',
    needs: 'no-articles',
    writes:
      'all tags with their definitions and groups, as a table and as a codebook for MAXQDA, ATLAS.ti, NVivo or QualCoder',
    cannotCarry: 'in the .qdc the aliases; in both the passages',
  },
  calendar: {
    name: 'a calendar (.ics)',
    needs: 'no-articles',
    writes: 'the open tasks as to-dos',
    cannotCarry: 'what a task is on, but for its title',
  },
} as const satisfies Readonly<Record<string, OutRow>>;

export type Out = keyof typeof rows;

export const outs: Readonly<Record<Out, OutRow>> = rows;
export const outIds = Object.keys(rows) as [Out, ...Out[]];

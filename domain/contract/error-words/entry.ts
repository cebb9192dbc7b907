import type { AppError } from '../errors/app-error.ts';
import type { RecordKind } from '../record-kinds.ts';

/** The text of an error. Each part is one or two complete sentences. */
export type ErrorWords = {
  /** What happened. */
  readonly happened: string;
  /** What was kept, or left unchanged. */
  readonly kept: string;
  /** What to do now. */
  readonly advice: string;
};

/** Where an error is shown: in the window, in the start dialog without an archive, in a terminal. */
export type Surface = 'window' | 'start' | 'commandLine';

/** The words of the window, and where they differ elsewhere. */
export type Entry = ErrorWords & { readonly [S in Exclude<Surface, 'window'>]?: Partial<ErrorWords> };

export type ErrorCode = AppError['code'];
export type ErrorOf<C extends ErrorCode, E = AppError> = E extends { readonly code: infer K }
  ? C extends K
    ? E
    : never
  : never;

/** Words for the codes of `C`: a code without words does not compile. */
export type Entries<C extends ErrorCode> = { readonly [K in C]: (error: ErrorOf<K>) => Entry };

export const recordNames: Readonly<Record<RecordKind, string>> = {
  article: 'article',
  entry: 'entry of the manifest',
  passage: 'passage',
  tag: 'tag',
  source: 'source',
  task: 'task',
  memo: 'memo',
  snapshot: 'snapshot',
  round: 'round of review',
  remark: 'comment or change',
  translation: 'translation',
  rendering: 'translated paragraph',
  form: 'form',
  board: 'board',
  hypothesis: 'hypothesis',
  evidence: 'row of a board',
  cell: 'cell of a board',
  probability: 'probability',
  draft: 'import',
  search: 'saved search',
  label: 'label',
  event: 'event',
  fall: 'item of Review',
  backup: 'backup',
  conflict: 'choice',
  pad: 'scratch pad',
};

/** What crosses between the main process and the process with the index. */
import type { ReadProgress } from '#domain/contract/events.ts';
import type { SearchIndexState } from '#domain/contract/search-archive.ts';
import type { CalendarDate } from '#domain/time.ts';
import type { IndexRefusal } from '#electron/ports/catalogue.ts';
import type { HelperProcess } from '#electron/ports/helper-process.ts';
import type { Question } from '../ask/questions.ts';
import type { AskedReading } from '../read/archive-files.ts';
import type { Changed } from '../units/unit-names.ts';

export type IndexRequest =
  /** The first that the process hears: what opens the files of the archive, null where they lie in the clear. */
  | { readonly kind: 'open'; readonly identity: string | null }
  | {
      readonly kind: 'question';
      readonly id: number;
      readonly question: Question;
      readonly today: CalendarDate;
      /** Who asks, by name: what others have hidden on a board is not found. */
      readonly analyst: string;
    }
  | { readonly kind: 'rebuild' | 'update'; readonly id: number }
  | { readonly kind: 'change'; readonly changed: Changed }
  /** The answer to what the process has asked to be read. */
  | { readonly kind: 'take'; readonly reading: number; readonly found: unknown }
  /** The window is drawn: what takes long may begin. */
  | { readonly kind: 'begin' }
  | { readonly kind: 'stop' | 'close' };

export type IndexAnswer =
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  /** Rows of a long list, as JSON; others follow, and then an answer without a value. */
  | { readonly kind: 'part'; readonly id: number; readonly rows: string }
  | { readonly kind: 'done'; readonly id: number; readonly state: SearchIndexState }
  | { readonly kind: 'refused'; readonly id: number; readonly code: IndexRefusal['code'] }
  | { readonly kind: 'failed'; readonly id: number; readonly why: string };

/** What the process says unasked. */
export type IndexNews =
  | { readonly kind: 'state'; readonly state: SearchIndexState }
  | { readonly kind: 'progress'; readonly progress: ReadProgress }
  /** The lists are answered from the whole archive. */
  | { readonly kind: 'ready' }
  /** A file that it can't read, and perhaps who has the archive open can. */
  | { readonly kind: 'reading'; readonly reading: number; readonly asked: AskedReading }
  | { readonly kind: 'trouble'; readonly why: string };

/** A running process with an index in it, whatever started it. */
export type IndexProcess = HelperProcess<IndexRequest, IndexAnswer | IndexNews>;

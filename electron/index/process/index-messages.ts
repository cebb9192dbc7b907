/** The messages between the main process and the index process. */
import type { ReadProgress } from '#domain/contract/events.ts';
import type { SearchIndexState } from '#domain/contract/search-archive.ts';
import type { CalendarDate } from '#domain/time.ts';
import type { IndexRefusal } from '#electron/ports/catalogue.ts';
import type { HelperProcess } from '#electron/ports/helper-process.ts';
import type { Question } from '../ask/questions.ts';
import type { AskedReading } from '../read/archive-files.ts';
import type { Changed } from '../units/unit-names.ts';

export type IndexRequest =
  /** The first message to the process: the key for the files of the archive, null if they are unencrypted. */
  | { readonly kind: 'open'; readonly identity: string | null }
  | {
      readonly kind: 'question';
      readonly id: number;
      readonly question: Question;
      readonly today: CalendarDate;
      /** The name of the person who asks: what others have hidden on a board is not found. */
      readonly analyst: string;
    }
  | { readonly kind: 'rebuild' | 'update'; readonly id: number }
  | { readonly kind: 'change'; readonly changed: Changed }
  /** The answer to a reading that the process has requested. */
  | { readonly kind: 'take'; readonly reading: number; readonly found: unknown }
  /** The window is drawn: long work may begin. */
  | { readonly kind: 'begin' }
  | { readonly kind: 'stop' | 'close' };

export type IndexAnswer =
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  /** Rows of a long list, as JSON; others follow, and then an answer without a value. */
  | { readonly kind: 'part'; readonly id: number; readonly rows: string }
  | { readonly kind: 'done'; readonly id: number; readonly state: SearchIndexState }
  | { readonly kind: 'refused'; readonly id: number; readonly code: IndexRefusal['code'] }
  | { readonly kind: 'failed'; readonly id: number; readonly why: string };

/** Messages that the process sends without a request. */
export type IndexNews =
  | { readonly kind: 'state'; readonly state: SearchIndexState }
  | { readonly kind: 'progress'; readonly progress: ReadProgress }
  /** The lists are now answered from the whole archive. */
  | { readonly kind: 'ready' }
  /** Requests a file that the process can't read, and that the process with the open archive perhaps can. */
  | { readonly kind: 'reading'; readonly reading: number; readonly asked: AskedReading }
  | { readonly kind: 'trouble'; readonly why: string };

/** A running process with an index in it, however it was started. */
export type IndexProcess = HelperProcess<IndexRequest, IndexAnswer | IndexNews>;

import type { Format } from '../arguments/parse-command-line.ts';
import type { CommandAnswer, ListedRecord } from '../command-context.ts';
import { write } from './write.ts';

/**
 * Output is written in chunks of this size: a long list is never held in full, and records are not written one by one.
 */
const CHUNK_CHARACTERS = 1 << 16;

type Printer = {
  /** An answer that is there as a whole. */
  readonly whole: (answer: CommandAnswer) => string;
  /** The text before a list, before each record but the first, after the last record, and for an empty list. */
  readonly begin: string;
  readonly between: string;
  readonly end: string;
  readonly none: string;
  readonly record: (record: ListedRecord) => string;
};

const INDENT = 2;

const printers: { readonly [F in Format]: Printer } = {
  plain: {
    whole: ({ plain }) => plain && `${plain}\n`,
    begin: '',
    between: '\n',
    end: '\n',
    none: '',
    record: ({ plain }) => plain,
  },
  json: {
    whole: ({ json }) => `${JSON.stringify(json, null, INDENT)}\n`,
    begin: '[\n  ',
    between: ',\n  ',
    end: '\n]\n',
    none: '[]\n',
    record: ({ json }) => JSON.stringify(json, null, INDENT).replaceAll('\n', '\n  '),
  },
  ndjson: {
    whole: ({ json }) =>
      (Array.isArray(json) ? json : [json]).map((record) => `${JSON.stringify(record)}\n`).join(''),
    begin: '',
    between: '\n',
    end: '\n',
    none: '',
    record: ({ json }) => JSON.stringify(json),
  },
};

/** The text of a list, in parts of about CHUNK_CHARACTERS. */
export async function* printRecords(
  records: AsyncIterable<ListedRecord>,
  format: Format,
): AsyncGenerator<string> {
  const { begin, between, end, none, record } = printers[format];
  let gathered = '';
  let isFirst = true;
  for await (const each of records) {
    gathered += `${isFirst ? begin : between}${record(each)}`;
    isFirst = false;
    if (gathered.length < CHUNK_CHARACTERS) continue;
    yield gathered;
    gathered = '';
  }
  yield isFirst ? none : `${gathered}${end}`;
}

/** Prints the answer of a command: notices to stderr, then only the answer to stdout. */
export async function printAnswer(answer: CommandAnswer, format: Format): Promise<void> {
  for (const notice of answer.notices ?? []) await write(process.stderr, `precis: ${notice}\n`);
  if (answer.bytes !== undefined) return write(process.stdout, answer.bytes);
  if (answer.records === undefined) return write(process.stdout, printers[format].whole(answer));
  for await (const part of printRecords(answer.records, format)) {
    // The reader has closed the pipe before the end of the list.
    if (process.stdout.destroyed) return;
    await write(process.stdout, part);
  }
}

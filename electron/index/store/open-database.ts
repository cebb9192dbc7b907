/** SQLite behind a narrow face, so that another build of it can take its place. */
import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { setFlagsFromString } from 'node:v8';

/**
 * SQLite, which is WebAssembly. V8 compiles a function anew, as good as it can, when so many bytes of its code were run
 * since, and counts the whole of a function for a step in it. The function that does all statements is so large that a
 * start, which asks for next to nothing, had it compiled for a third of a second on other cores. With a larger budget
 * that is left until much is asked or entered. It is in bytes: V8's own is 13 million, and a start on a small archive
 * stays below half of this one.
 */
const BUDGET = 1_000_000_000;

setFlagsFromString(`--wasm-tiering-budget=${BUDGET}`);
// Not imported above: the flag holds for what is compiled after it.
const { default: sqlite } = await import('node-sqlite3-wasm');

export type SqlValue = number | string | Uint8Array | null;
export type SqlRow = Readonly<Record<string, SqlValue>>;

export type Database = {
  /** Runs statements that answer nothing. */
  exec(sql: string): void;
  /** Runs one statement, which stays prepared. */
  run(sql: string, values?: readonly SqlValue[]): void;
  all(sql: string, values?: readonly SqlValue[]): readonly SqlRow[];
  /** Does all that `act` does, or nothing of it. */
  transact(act: () => void): void;
  close(): void;
};

/**
 * A text as bytes: this build of SQLite takes and hands out a text character by character, and bytes at once. To SQLite
 * both are the same words.
 */
export const toBytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');

/** A text that is kept as bytes, or as SQLite puts several together. */
export const toText = (value: SqlValue | undefined): string =>
  value instanceof Uint8Array
    ? Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('utf8')
    : String(value ?? '');

/** Whether SQLite has failed: what is read or written is damaged, or the disk is. */
export const isDatabaseError = (cause: unknown): boolean => cause instanceof sqlite.SQLite3Error;

/** Opens the file, which one process at a time may do: what a killed one has left locked is unlocked. */
export const openDatabase = (path: string): Database => {
  mkdirSync(dirname(path), { recursive: true });
  rmSync(`${path}.lock`, { recursive: true, force: true });
  const database = new sqlite.Database(path);
  // Else each statement makes and removes the folder that locks the file, and looks for a journal.
  database.exec('PRAGMA locking_mode = EXCLUSIVE');
  const prepared = new Map<string, ReturnType<typeof database.prepare>>();
  const prepare = (sql: string) => {
    const known = prepared.get(sql) ?? database.prepare(sql);
    prepared.set(sql, known);
    return known;
  };
  return {
    exec: (sql) => database.exec(sql),
    run: (sql, values = []) => void prepare(sql).run([...values]),
    all: (sql, values = []) => prepare(sql).all([...values]) as SqlRow[],
    transact(act) {
      database.exec('BEGIN IMMEDIATE');
      try {
        act();
        database.exec('COMMIT');
      } catch (cause) {
        if (database.inTransaction) database.exec('ROLLBACK');
        throw cause;
      }
    },
    close() {
      try {
        for (const statement of prepared.values()) statement.finalize();
        database.close();
      } catch {
        // What is damaged may not even close in order; its file is deleted next.
      }
    },
  };
};

/** Deletes the file and what SQLite keeps beside it. */
export const deleteDatabase = (path: string): void => {
  for (const ending of ['', '-journal', '-wal', '-shm', '.lock']) {
    rmSync(`${path}${ending}`, { recursive: true, force: true });
  }
};

/** SQLite behind a narrow interface, so that another build of it can replace it. */
import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { setFlagsFromString } from 'node:v8';

/**
 * SQLite, which is WebAssembly. V8 recompiles a function with full optimisation when a certain number of bytes of its
 * code were executed, and counts the whole function for each step in it. The function that executes all statements is
 * so large that a start, which runs very few of them, had it compiled for a third of a second on other cores. With a
 * larger budget this is postponed until much is queried or written. The unit is bytes: V8's default is 13 million, and
 * a start on a small archive stays below half of this budget.
 */
const BUDGET = 1_000_000_000;

setFlagsFromString(`--wasm-tiering-budget=${BUDGET}`);
// Imported dynamically, because the flag applies to what is compiled after it.
const { default: sqlite } = await import('node-sqlite3-wasm');

export type SqlValue = number | string | Uint8Array | null;
export type SqlRow = Readonly<Record<string, SqlValue>>;

export type Database = {
  /** Runs statements without results. */
  exec(sql: string): void;
  /** Runs one statement, which stays prepared. */
  run(sql: string, values?: readonly SqlValue[]): void;
  all(sql: string, values?: readonly SqlValue[]): readonly SqlRow[];
  /** Does everything in `act`, or nothing of it. */
  transact(act: () => void): void;
  close(): void;
};

/**
 * A text as bytes: this build of SQLite passes a text character by character, and bytes at once. To SQLite both contain
 * the same words.
 */
export const toBytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');

/** A text stored as bytes, or concatenated by SQLite. */
export const toText = (value: SqlValue | undefined): string =>
  value instanceof Uint8Array
    ? Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('utf8')
    : String(value ?? '');

/** Whether SQLite has failed: the data is damaged, or the disk is. */
export const isDatabaseError = (cause: unknown): boolean => cause instanceof sqlite.SQLite3Error;

/** Opens the file, which one process at a time may do: a lock left by a killed process is removed. */
export const openDatabase = (path: string): Database => {
  mkdirSync(dirname(path), { recursive: true });
  rmSync(`${path}.lock`, { recursive: true, force: true });
  const database = new sqlite.Database(path);
  // Otherwise each statement creates and removes the lock folder of the file, and looks for a journal.
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
        // A damaged database may not even close properly; its file is deleted next.
      }
    },
  };
};

/** Deletes the file and those that SQLite keeps beside it. */
export const deleteDatabase = (path: string): void => {
  for (const ending of ['', '-journal', '-wal', '-shm', '.lock']) {
    rmSync(`${path}${ending}`, { recursive: true, force: true });
  }
};

import { formTableSql } from './form-table.ts';
import { IndexStore, wordTableNames } from './index-store.ts';
import { type Database, deleteDatabase, openDatabase } from './open-database.ts';
import { wordTableSql } from './word-table.ts';

/**
 * To be increased whenever the stored data, or the folding of words, changes: an index of another version is built
 * anew.
 */
const VERSION = 30;

const schema = `
  CREATE TABLE meta (version INTEGER NOT NULL, archive TEXT NOT NULL);
  CREATE TABLE unit (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, state TEXT NOT NULL);
  CREATE TABLE held (unit INTEGER PRIMARY KEY, held BLOB NOT NULL, signature TEXT);
  CREATE TABLE opening (question TEXT PRIMARY KEY, made TEXT) WITHOUT ROWID;
  CREATE TABLE text_groups (made TEXT NOT NULL);
  CREATE TABLE made_by (build TEXT NOT NULL);
  CREATE TABLE content (unit INTEGER PRIMARY KEY, content BLOB NOT NULL);
  CREATE TABLE document (
    id INTEGER PRIMARY KEY, unit INTEGER NOT NULL, key TEXT NOT NULL, record BLOB NOT NULL, text BLOB NOT NULL,
    also BLOB NOT NULL, language TEXT NOT NULL
  );
  CREATE INDEX document_unit ON document (unit);
  ${wordTableNames.map(wordTableSql).join('')}
  ${formTableSql}
`;

const isOurs = (database: Database, archive: string): boolean => {
  try {
    const [row] = database.all('SELECT version, archive FROM meta');
    return row?.version === VERSION && row.archive === archive;
  } catch {
    return false;
  }
};

const openOrNull = (path: string, archive: string): IndexStore | null => {
  try {
    const database = openDatabase(path);
    if (isOurs(database, archive)) return new IndexStore(database);
    database.close();
    return null;
  } catch {
    return null;
  }
};

/**
 * Opens the index of an archive; if it is missing, damaged, or belongs to another archive or version, it is begun anew.
 */
export const openStore = (path: string, archive: string): IndexStore => {
  const known = openOrNull(path, archive);
  if (known !== null) return known;
  deleteDatabase(path);
  const database = openDatabase(path);
  database.transact(() => {
    database.exec(schema);
    database.run('INSERT INTO meta VALUES (?, ?)', [VERSION, archive]);
  });
  return new IndexStore(database);
};

import { z } from 'zod';
import { type FileKind, fileSchemas } from '../files.ts';
import { migrations, newestVersion } from './migrations.ts';

/** Where each kind of file is in an archive. */
const names: { readonly [K in FileKind]: string } = {
  archive: 'archive.json',
  tags: 'tags.json',
  sources: 'sources.json',
  tasks: 'tasks.json',
  searches: 'searches.json',
  labels: 'labels.json',
  events: 'events.json',
  'event-shard': 'events/<number>.json',
  falls: 'falls.json',
  conflicts: 'conflicts.json',
  pad: 'pad.json',
  manifest: 'manifest.json',
  article: 'articles/<id>/article.json',
  body: 'articles/<id>/body.json',
  annotations: 'articles/<id>/annotations.json',
  translations: 'articles/<id>/translations.json',
  memo: 'memos/<id>/memo.json',
  review: 'memos/<id>/review.json',
  form: 'templates/<id>.json',
  board: 'boards/<id>.json',
  snapshot: 'memos/<id>/snapshots/<id>.json',
  deletion: 'trash/<articles or memos>/<id>/deleted.json',
};

export const fileKinds = Object.keys(names) as readonly FileKind[];

/**
 * The shape of a file at its newest version as JSON Schema (draft 2020-12), for programs that read an archive
 * without Precis. Rules that JSON Schema cannot express are left out: that a range is not empty, that ids are
 * unique, that references are valid.
 */
export const jsonSchemaOf = (kind: FileKind): object => ({
  ...z.toJSONSchema(fileSchemas[kind], { target: 'draft-2020-12', io: 'input', reused: 'ref' }),
  title: `${names[kind]}, version ${newestVersion(migrations[kind])}`,
});

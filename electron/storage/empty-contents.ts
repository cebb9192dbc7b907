import type { MutableFile } from '#domain/archive/changes.ts';
import { type FileContents, FORM_VERSION, SEARCHES_VERSION, TAGS_VERSION } from '#domain/archive/files.ts';

/** What each file holds that has no record yet; null of those that come with the folder of their article or memo. */
export const emptyContents = {
  tags: { version: TAGS_VERSION, tags: [] },
  sources: { version: 1, sources: [] },
  tasks: { version: 1, tasks: [] },
  searches: { version: SEARCHES_VERSION, searches: [] },
  conflicts: { version: 1, conflicts: [] },
  form: { version: FORM_VERSION, forms: [] },
  annotations: null,
  memo: null,
} as const satisfies { readonly [K in MutableFile['kind']]: FileContents[K] | null };

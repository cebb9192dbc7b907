import type { MutableFile } from '#domain/archive/changes.ts';
import {
  BOARD_VERSION,
  CONFLICTS_VERSION,
  EVENTS_VERSION,
  type FileContents,
  FORM_VERSION,
  LABELS_VERSION,
  MANIFEST_VERSION,
  PAD_VERSION,
  REVIEW_VERSION,
  SEARCHES_VERSION,
  SOURCES_VERSION,
  TAGS_VERSION,
  TASKS_VERSION,
  TRANSLATIONS_VERSION,
} from '#domain/archive/files.ts';

/** What each file holds that has no record yet; null of those that come with the folder of their article or memo. */
export const emptyContents = {
  tags: { version: TAGS_VERSION, tags: [] },
  sources: { version: SOURCES_VERSION, sources: [] },
  tasks: { version: TASKS_VERSION, tasks: [] },
  searches: { version: SEARCHES_VERSION, searches: [] },
  conflicts: { version: CONFLICTS_VERSION, conflicts: [] },
  labels: { version: LABELS_VERSION, labels: [] },
  events: { version: EVENTS_VERSION, events: [] },
  pad: { version: PAD_VERSION, pads: [] },
  manifest: { version: MANIFEST_VERSION, entries: [] },
  translations: { version: TRANSLATIONS_VERSION, translations: [], renderings: [], languages: [] },
  review: { version: REVIEW_VERSION, rounds: [], remarks: [] },
  form: { version: FORM_VERSION, forms: [] },
  board: {
    version: BOARD_VERSION,
    boards: [],
    hypotheses: [],
    evidence: [],
    cells: [],
    probabilities: [],
  },
  annotations: null,
  memo: null,
} as const satisfies { readonly [K in MutableFile['kind']]: FileContents[K] | null };

// What becomes of each field of each kind of record: whether it is exported, searched, shown in the trash, and filled
// by what is brought from other tools, or why not. A new field does not compile until all four are said here.
import { describe, expect, it } from 'vitest';
import type { ArticleAnnotation } from '#domain/article/annotations.ts';
import type { ArticleRecord } from '#domain/article/article.ts';
import type { OwnForm } from '#domain/memo/form/form.ts';
import type { Memo } from '#domain/memo/memo.ts';
import type { Pad } from '#domain/pad/pad.ts';
import { type Label, startingSet } from '#domain/passage/label.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { richTextFromPlain } from '#domain/rich-text.ts';
import { readCondition } from '#domain/search/language/condition.ts';
import type { SavedSearch } from '#domain/search/saved-search.ts';
import { descriptorFields, type Source } from '#domain/source/source.ts';
import type { Tag } from '#domain/tag/tag.ts';
import type { Task } from '#domain/task/task.ts';
import { writeTables } from '#electron/export/exchange/create-exchange-writer.ts';
import {
  padDocuments,
  sourceDocuments,
  tagDocuments,
  taskDocuments,
} from '#electron/index/units/list-documents.ts';
import { newSourceId } from '../../support/archive/sample-ids.ts';
import { sampleSource, sampleTag, sampleTask } from '../../support/archive/sample-records.ts';

type Not = { readonly not: string };
type Uses = {
  /** The column of the exported table, or `in` another export. */
  readonly exported: string | { readonly in: string } | Not;
  /** Its words are found; or it is asked for by a condition. */
  readonly searched: 'words' | { readonly by: string } | Not;
  readonly inTrash: 'shown' | Not;
  readonly filled: 'filled' | Not;
};
type Fields<T> = { readonly [F in keyof Required<T>]: Uses };

const not = (why: string): Not => ({ not: why });
const all = (why: string) => ({ searched: not(why), inTrash: not(why), filled: not(why) });
const made = 'is made with the record';
const id: Uses = { exported: 'id', ...all(made) };
const unexportedId: Uses = { exported: not('is named by its title'), ...all(made) };
const createdAt: Uses = {
  ...unexportedId,
  searched: { by: 'added:2024' },
  exported: not('says when it was typed, not what is known'),
};
const updatedAt: Uses = { exported: not('says when it was typed, not what is known'), ...all(made) };
const deletedAt: Uses = {
  exported: not('what is deleted is not exported'),
  ...all('what is deleted is not found'),
  inTrash: 'shown',
};
const by: Uses = { exported: not('of interest where several people write one archive'), ...all(made) };
const mergedInto: Uses = {
  exported: not('the record that it became is exported'),
  ...all('stands for another record'),
};

const ofSource: Fields<Source> = {
  id,
  kind: {
    exported: 'kind',
    searched: { by: 'kind:person' },
    inTrash: not('its name tells which it is'),
    filled: 'filled',
  },
  name: { exported: 'source', searched: 'words', inTrash: 'shown', filled: 'filled' },
  parentId: { exported: 'source', searched: 'words', inTrash: 'shown', filled: 'filled' },
  aliases: {
    exported: 'aliases',
    searched: 'words',
    inTrash: not('its name tells which it is'),
    filled: 'filled',
  },
  reliability: {
    exported: 'reliability',
    searched: { by: 'reliability:B' },
    inTrash: not('its name tells which it is'),
    filled: 'filled',
  },
  reliabilityHistory: { exported: not('what holds today is exported'), ...all('what holds today counts') },
  descriptor: { exported: 'access', searched: 'words', inTrash: 'shown', filled: 'filled' },
  positions: { exported: 'positions', searched: 'words', inTrash: 'shown', filled: 'filled' },
  mergedInto,
  createdAt,
  updatedAt,
  deletedAt,
  by,
};

const ofTag: Fields<Tag> = {
  id,
  name: { exported: 'tag', searched: 'words', inTrash: 'shown', filled: 'filled' },
  parentId: { exported: 'tag', searched: 'words', inTrash: 'shown', filled: 'filled' },
  definition: { exported: 'useWhen', searched: 'words', inTrash: 'shown', filled: 'filled' },
  aliases: {
    exported: 'aliases',
    searched: 'words',
    inTrash: not('its name tells which it is'),
    filled: 'filled',
  },
  group: {
    exported: 'group',
    searched: not('the codebook is sorted by it'),
    inTrash: not('its name tells which it is'),
    filled: 'filled',
  },
  mergedInto,
  createdAt,
  updatedAt,
  deletedAt,
  by,
};

const ofTask: Fields<Task> = {
  id,
  passageId: {
    exported: 'on',
    searched: { by: 'has:task' },
    inTrash: 'shown',
    filled: not('a calendar knows no passage'),
  },
  title: { exported: 'title', searched: 'words', inTrash: 'shown', filled: 'filled' },
  kind: {
    exported: 'kind',
    searched: not('tasks are grouped by it'),
    inTrash: not('its title tells which it is'),
    filled: 'filled',
  },
  state: {
    exported: 'state',
    searched: { by: 'has:task' },
    inTrash: not('its title tells which it is'),
    filled: 'filled',
  },
  due: {
    exported: 'due',
    searched: not('tasks are sorted by it'),
    inTrash: not('its title tells which it is'),
    filled: 'filled',
  },
  repeat: {
    exported: { in: 'calendar' },
    searched: not('tasks are sorted by day'),
    inTrash: not('its title tells which it is'),
    filled: 'filled',
  },
  owner: {
    exported: 'owner',
    searched: 'words',
    inTrash: not('its title tells which it is'),
    filled: 'filled',
  },
  createdAt: { ...createdAt, exported: 'created' },
  updatedAt: { ...updatedAt, exported: { in: 'calendar' } },
  completedAt: { exported: not('tasks that are open are exported'), ...all('its state says so') },
  answeredBy: { exported: not('tasks that are open are exported'), ...all('is reached from the task') },
  deletedAt,
  by,
};

const namedByNoTool = {
  inTrash: not('its words tell which it is'),
  filled: not('no tool names who speaks or is spoken of'),
};
const ofPassage: Fields<Passage> = {
  id,
  selectors: { exported: 'quote', searched: 'words', inTrash: 'shown', filled: 'filled' },
  description: {
    exported: 'description',
    searched: 'words',
    inTrash: 'shown',
    filled: not('no tool describes regions'),
  },
  label: { exported: 'label', searched: { by: 'label:claim' }, inTrash: 'shown', filled: 'filled' },
  tagIds: {
    exported: 'tags',
    searched: { by: 'tag:Tolls' },
    inTrash: not('its words tell which it is'),
    filled: 'filled',
  },
  sourceId: { exported: 'speaker', searched: { by: 'source:Pilot' }, ...namedByNoTool },
  concernedIds: { exported: 'concerned', searched: { by: 'concerned:Pilot' }, ...namedByNoTool },
  post: { exported: { in: 'attribution' }, searched: 'words', ...namedByNoTool },
  grade: {
    exported: 'grade',
    searched: { by: 'grade:B2' },
    inTrash: not('its words tell which it is'),
    filled: not('no tool grades'),
  },
  confirmedBecause: { exported: not('is a reason for the analyst'), ...all('stands beside the grade') },
  manner: {
    exported: 'manner',
    searched: not('is no condition'),
    inTrash: not('its words tell which it is'),
    filled: not('no tool says how'),
  },
  basis: {
    exported: 'basis',
    searched: not('is no condition'),
    inTrash: not('its words tell which it is'),
    filled: not('no tool says on what terms'),
  },
  note: { exported: 'note', searched: 'words', inTrash: 'shown', filled: 'filled' },
  relations: {
    exported: { in: 'annotations' },
    searched: { by: 'has:relation' },
    inTrash: not('its words tell which it is'),
    filled: not('no tool relates'),
  },
  carriedFrom: {
    exported: 'version',
    searched: { by: 'is:orphan' },
    inTrash: not('its words tell which it is'),
    filled: not(made),
  },
  createdAt: { ...createdAt, exported: 'created' },
  updatedAt,
  deletedAt,
  by: { ...by, exported: 'by' },
};

const written = 'is written once and says where the text came from';
const ofArticle: Fields<Omit<ArticleRecord, 'id'> & Omit<ArticleAnnotation, 'by'>> = {
  id,
  importedAt: { exported: 'imported', ...all(written), searched: { by: 'added:2024' } },
  format: { exported: not(written), ...all(written) },
  originalName: { exported: not(written), ...all(written) },
  originalFile: { exported: not(written), ...all(written) },
  originalSha256: { exported: not(written), ...all(written) },
  originalEncoding: { exported: not(written), ...all(written) },
  textSha256: { exported: 'sha256', ...all(written) },
  words: { exported: 'words', ...all(written) },
  found: { exported: not('the bibliography is exported'), ...all(written) },
  bibliography: { exported: 'title', searched: 'words', inTrash: 'shown', filled: 'filled' },
  previousVersionId: { exported: { in: 'passages' }, ...all(written) },
  corrections: { exported: 'title', searched: 'words', inTrash: 'shown', filled: 'filled' },
  state: {
    exported: 'state',
    searched: { by: 'is:unread' },
    inTrash: not('its title tells which it is'),
    filled: not('no tool says so'),
  },
  publicationId: {
    exported: 'publisher',
    searched: { by: 'source:Pilot' },
    inTrash: 'shown',
    filled: 'filled',
  },
  marking: {
    exported: 'marking',
    searched: not('the list of articles shows it'),
    inTrash: not('its title tells which it is'),
    filled: not('no tool marks'),
  },
  note: { exported: 'note', searched: 'words', inTrash: 'shown', filled: 'filled' },
  tagIds: {
    exported: 'tags',
    searched: { by: 'tag:Tolls' },
    inTrash: not('its title tells which it is'),
    filled: 'filled',
  },
  eventDates: {
    exported: not('no format has a place for them'),
    searched: { by: 'event:2024' },
    inTrash: not('its title tells which it is'),
    filled: not('no tool says so'),
  },
  withdrawn: { exported: not('has no place'), ...all('no tool says so'), searched: { by: 'is:withdrawn' } },
  acceptedText: { exported: { in: 'memo' }, ...all('is shown with the text') },
  isSample: { exported: not('is about the first start'), ...all('is about the first start') },
  updatedAt,
};

const ofMemo: Fields<Memo> = {
  id: unexportedId,
  head: {
    exported: { in: 'memo' },
    searched: 'words',
    inTrash: 'shown',
    filled: not('no tool brings memos'),
  },
  template: { exported: { in: 'memo' }, ...all('its sections are searched') },
  state: { exported: { in: 'memo' }, ...all('the list of memos shows it') },
  content: {
    exported: { in: 'memo' },
    searched: 'words',
    inTrash: 'shown',
    filled: not('no tool brings memos'),
  },
  printedTaskIds: { exported: { in: 'memo' }, ...all('the tasks are searched') },
  statedReasons: { exported: not('are for the analyst'), ...all('stand beside the checks') },
  kind: { exported: { in: 'memo' }, ...all('the list of memos shows it') },
  supersedesId: { exported: { in: 'memo' }, ...all('the list of memos shows it') },
  sending: {
    exported: not('is what was done with it'),
    searched: 'words',
    inTrash: not('what was sent is not deleted'),
    filled: not('no tool brings memos'),
  },
  isSample: { exported: not('is about the first start'), ...all('is about the first start') },
  createdAt,
  updatedAt,
  by,
};

const inList = 'is shown in the list of searches';
const ofSearch: Fields<SavedSearch> = {
  id: unexportedId,
  name: { exported: not('other tools have a language of their own'), ...all(inList) },
  text: { exported: not('other tools have a language of their own'), ...all(inList) },
  scope: { exported: not('other tools have a language of their own'), ...all(inList) },
  place: { exported: not('other tools have a language of their own'), ...all(inList) },
  createdAt: { ...createdAt, searched: not(inList) },
  updatedAt,
  deletedAt: { ...deletedAt, inTrash: not('what is deleted is undone by undo alone') },
  by,
};

const inCodes: Uses = { exported: { in: 'refi' }, ...all('passages are found by the name of their label') };
const ofSettings = { exported: not('other tools have labels of their own'), ...all('is shown in Settings') };
const ofLabel: Fields<Label> = {
  id: unexportedId,
  name: { ...inCodes, searched: { by: 'label:claim' } },
  useWhen: inCodes,
  key: ofSettings,
  look: ofSettings,
  retiredAt: ofSettings,
  createdAt: { ...createdAt, searched: not('is shown in Settings') },
  updatedAt,
  by,
};

const inVault: Uses = { exported: { in: 'vault' }, ...all('is one page of own words'), searched: 'words' };
const ofPad: Fields<Pad> = {
  id: unexportedId,
  note: inVault,
  updatedAt,
  by,
};

/** A form travels as a whole: whatever field it has is in its file, and what came in such a file is all of it. */
const inForm: Uses = {
  exported: { in: 'form' },
  searched: not('memos keep what they take of their form'),
  inTrash: not('its name and its headings tell which it is'),
  filled: 'filled',
};
const ofForm: Fields<OwnForm> = {
  id: unexportedId,
  name: { ...inForm, inTrash: 'shown' },
  sections: { ...inForm, inTrash: 'shown' },
  skippedRules: inForm,
  requiredFields: inForm,
  numbering: inForm,
  language: inForm,
  letterhead: inForm,
  logo: inForm,
  printsKey: inForm,
  keyPlace: inForm,
  printsAnnex: inForm,
  contents: inForm,
  numbersParagraphs: inForm,
  originals: inForm,
  ...{ citationStyle: inForm, wordTemplate: inForm, terms: inForm },
  createdAt: { ...createdAt, searched: not('forms are not found') },
  updatedAt,
  deletedAt,
  by,
};

const tables: Readonly<Record<string, Readonly<Record<string, Uses>>>> = {
  'sources.csv': ofSource,
  'tags.csv': ofTag,
  'tasks.csv': ofTask,
  'passages.csv': ofPassage,
  'articles.csv': ofArticle,
};
const others = { ofMemo, ofSearch, ofLabel, ofPad, ofForm };

/** Columns that say something of several fields, or of other records. */
const further: Readonly<Record<string, readonly string[]>> = {
  'sources.csv': descriptorFields,
  'tags.csv': ['notWhen', 'example'],
  'passages.csv': [
    'publication',
    'published',
    'page',
    'paragraph',
    'article',
    'articleId',
    'url',
    'marking',
    'attribution',
    'citation',
    'region',
  ],
  'articles.csv': [
    'author',
    'published',
    'dateCertainty',
    'type',
    'url',
    'doi',
    'accessed',
    'language',
    'passages',
  ],
};

const columnsOf = (table: string): readonly string[] => {
  const written = writeTables({
    articles: [],
    tags: [],
    sources: [],
    tasks: [],
    labels: startingSet,
    pad: null,
  });
  const content = written.find(({ path }) => path === table)?.content;
  return String(content).replace('\uFEFF', '').split(/\r?\n/u)[0]?.split(',') ?? [];
};

const uses = [...Object.values(tables), ...Object.values(others)].flatMap((fields) => Object.values(fields));

describe('the fields of records', () => {
  it.each(Object.entries(tables))(
    'that are said to be exported are columns of %s, and no column is of none',
    (table, fields) => {
      const said = Object.values(fields).flatMap(({ exported }) =>
        typeof exported === 'string' ? exported : [],
      );
      const known = new Set([...said, ...(further[table] ?? [])]);
      expect(said.filter((column) => !columnsOf(table).includes(column))).toEqual([]);
      expect(columnsOf(table).filter((column) => !known.has(column))).toEqual([]);
    },
  );

  it('that are asked for by a condition have one in the language of search', () => {
    const conditions = new Set(
      uses.flatMap(({ searched }) => (typeof searched === 'object' && 'by' in searched ? searched.by : [])),
    );
    const unknown = [...conditions].filter((condition) => {
      const [field = '', value = ''] = condition.split(':');
      return readCondition(field, [value]) === null;
    });
    expect(unknown).toEqual([]);
  });

  it('that are not used say why', () => {
    const said = uses.flatMap((use) => Object.values(use));
    const reasons = said.flatMap((use) => (typeof use === 'object' && 'not' in use ? use.not : []));
    expect(reasons.filter((why) => why.length < 5)).toEqual([]);
  });

  const wordsIn = (found: {
    readonly documents: readonly { readonly text: string; readonly alsoFoundBy: string }[];
  }): string => found.documents.map(({ text, alsoFoundBy }) => `${text}\n${alsoFoundBy}`).join('\n');
  const marked = 'marked';
  const source = sampleSource('Ministry');
  const tag = sampleTag('Tolls');
  const task = sampleTask('Ask');
  const position = { role: marked, organisationId: newSourceId(), from: null, until: null };

  it.each([
    ['name of a source', ofSource.name, wordsIn(sourceDocuments([{ ...source, name: marked }]))],
    ['aliases of a source', ofSource.aliases, wordsIn(sourceDocuments([{ ...source, aliases: [marked] }]))],
    [
      'descriptor of a source',
      ofSource.descriptor,
      wordsIn(sourceDocuments([{ ...source, descriptor: { access: marked } }])),
    ],
    [
      'positions of a source',
      ofSource.positions,
      wordsIn(sourceDocuments([{ ...source, positions: [position] }])),
    ],
    ['name of a tag', ofTag.name, wordsIn(tagDocuments([{ ...tag, name: marked }]))],
    ['aliases of a tag', ofTag.aliases, wordsIn(tagDocuments([{ ...tag, aliases: [marked] }]))],
    [
      'definition of a tag',
      ofTag.definition,
      wordsIn(tagDocuments([{ ...tag, definition: { ...tag.definition, notWhen: marked } }])),
    ],
    ['group of a tag', ofTag.group, wordsIn(tagDocuments([{ ...tag, group: marked }]))],
    ['title of a task', ofTask.title, wordsIn(taskDocuments([{ ...task, title: marked }]))],
    ['owner of a task', ofTask.owner, wordsIn(taskDocuments([{ ...task, owner: marked }]))],
    [
      'note of the pad',
      ofPad.note,
      wordsIn(padDocuments([{ id: 'pad', note: richTextFromPlain(marked), updatedAt: task.updatedAt }])),
    ],
  ])('%s: is found by its words as it is said', (_, { searched }, words) => {
    expect(words.includes(marked)).toBe(searched === 'words');
  });
});

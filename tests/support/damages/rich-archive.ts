/** An archive that contains every kind of reference, with previous versions of its files. */
import type { RecordChange } from '#domain/archive/changes.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { textSelectorOf } from '#domain/passage/region/region-selector.ts';
import { ok } from '#domain/result.ts';
import type { NewArticle, NewMemo, Outcome } from '#electron/ports/archive.ts';
import { hashBytes } from '#electron/storage/hash-text.ts';
import { openArchive } from '#electron/storage/open-archive.ts';
import {
  addSource,
  addTag,
  addTask,
  annotationsOf,
  changeEvent,
  changePassage,
} from '../archive/sample-changes.ts';
import { sampleArticle } from '../archive/sample-folders.ts';
import { createSampleMachine } from '../archive/sample-ids.ts';
import {
  sampleEvent,
  samplePassage,
  sampleSource,
  sampleTag,
  sampleTask,
} from '../archive/sample-records.ts';
import { paragraph, section, writeMemo } from '../memo/written-memo.ts';
import { makePng } from '../pictures/make-png.ts';
import { figureOf, hashOf } from '../pictures/written-figure.ts';
import { sha256Of } from '../texts/sha256-of.ts';
import { succeed } from '../workbench/results.ts';

const ARTICLES = 5;
const TITLE = 'Talks resume';

/** A passage at the beginning of the text. */
export const standingPassage = (changed: Partial<Passage> = {}): Passage => {
  const passage = samplePassage('Talks', changed);
  return {
    ...passage,
    selectors: passage.selectors
      .map(textSelectorOf)
      .map((one) => ({ ...one, position: { start: 0, end: 5 } })),
  };
};

/** An article with its imported original. */
export const soundArticle = (passages: readonly Passage[], title = TITLE): NewArticle => {
  const article = sampleArticle(title, passages);
  return { ...article, article: { ...article.article, originalSha256: hashBytes(article.original) } };
};

const pick = <T>(items: readonly T[], at: number): T => {
  const item = items[at % items.length];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
};

const writeArticles = (
  tags: readonly { readonly id: string }[],
  sources: readonly { readonly id: string }[],
) => {
  const articles: NewArticle[] = [];
  for (let number = 0; number < ARTICLES; number++) {
    const passages = [0, 1, 2].map((at) =>
      standingPassage({
        tagIds: [pick(tags, number + at).id, pick(tags, number + at + 1).id] as Passage['tagIds'],
        sourceId: pick(sources, number + at).id as Passage['sourceId'],
      }),
    );
    const [before] = articles.slice(-1);
    const [first, ...others] = passages;
    if (first === undefined) throw new Error('an article without passages');
    const related = before?.annotations.passages[0];
    const relations =
      before === undefined || related === undefined
        ? []
        : [{ articleId: before.article.id, passageId: related.id, type: 'supports' as const }];
    const article = soundArticle([{ ...first, relations }, ...others]);
    const { about } = article.annotations;
    const task = sampleTask(`ask ${number}`, {
      passageId: first.id,
      ...(related === undefined || before === undefined
        ? {}
        : { answeredBy: { articleId: before.article.id, passageId: related.id } }),
    });
    articles.push({
      ...article,
      annotations: {
        ...article.annotations,
        about: {
          ...about,
          tagIds: [pick(tags, number).id] as typeof about.tagIds,
          publicationId: pick(sources, 1).id as typeof about.publicationId,
        },
        tasks: [task],
      },
    });
  }
  return articles;
};

const writeMemos = (articles: readonly NewArticle[], printed: readonly string[]): readonly NewMemo[] => {
  const bytes = makePng(40, 20);
  const figure = figureOf({ bytes, sha256: hashOf(bytes), width: 40, height: 20 });
  const citations = articles.map(({ article, annotations }) => {
    const [passage] = annotations.passages;
    if (passage === undefined) throw new Error('an article without passages');
    return {
      type: 'citation' as const,
      attrs: {
        articleId: article.id,
        passageId: passage.id,
        exactSha256: sha256Of('Talks'),
        form: 'number' as const,
      },
    };
  });
  const written = section('analysis', 'Analysis', paragraph('So it is ', ...citations), figure);
  const own = sampleTask('of the memo');
  const first = writeMemo([written], { title: 'First' });
  const printedTaskIds = [...printed, own.id] as typeof first.printedTaskIds;
  const second = writeMemo(
    [written],
    { title: 'Second', referenceNumber: 'PM-2024-018' },
    { supersedesId: first.id, kind: 'update' },
  );
  const picture = { picture: { sha256: hashOf(bytes), format: 'png' as const }, bytes };
  return [
    { memo: { ...first, printedTaskIds }, tasks: [own], pictures: [picture] },
    { memo: { ...second, printedTaskIds }, tasks: [], pictures: [picture] },
  ];
};

/** Makes the archive in a new folder. */
export const layRichArchive = async (folder: string): Promise<void> => {
  const archive = succeed(await openArchive({ folder, machine: createSampleMachine(), create: true }));
  const act = async (done: Partial<Outcome<null>>): Promise<void> => {
    succeed(
      await archive.perform(async () => ok({ value: null, name: 'add-passage', changes: [], ...done })),
    );
  };
  const upper = sampleTag('China');
  const tags = [
    upper,
    ...['trade', 'ports', 'steel', 'chips'].map((name) => sampleTag(name, { parentId: upper.id })),
  ];
  const office = sampleSource('Office', { kind: 'organisation' });
  const person = sampleSource('Li', {
    parentId: office.id,
    positions: [{ role: 'Minister', organisationId: office.id, from: null, until: null }],
  });
  const sources = [office, person, sampleSource('Wang')];
  const task = sampleTask('call the office');
  await act({ changes: [...tags.map(addTag), ...sources.map(addSource), addTask(task)] });
  const articles = writeArticles(tags, sources);
  const memos = writeMemos(articles, [
    task.id,
    ...articles.flatMap(({ annotations }) => annotations.tasks.map(({ id }) => id)),
  ]);
  await act({ newArticles: articles, newMemos: memos });
  const [happened, again] = [
    sampleEvent('Talks began', { concernedIds: [office.id] }),
    sampleEvent('Talks opened'),
  ];
  await act({ changes: [happened, again].map((event) => changeEvent(null, event)) });
  const merged = { ...again, mergedInto: happened.id };
  await act({ changes: [changeEvent(again, merged)] });
  // The last write of each file adds something that its previous version lacks.
  const [newest, speaker] = [sampleTag('newest'), sampleSource('newest speaker')];
  const changes: RecordChange[] = [addTag(newest), addSource(speaker), addTask(sampleTask('newest task'))];
  for (const { article, annotations } of articles.slice(0, 3)) {
    const passage = standingPassage({ tagIds: [newest.id], sourceId: speaker.id });
    const [first = null] = annotations.passages;
    changes.push(changePassage(article.id, null, passage));
    if (first !== null)
      changes.push(
        changePassage(article.id, first, { ...first, tagIds: [newest.id, ...first.tagIds].slice(0, 2) }),
      );
    changes.push(addTask(sampleTask('newest of the article'), annotationsOf(article.id)));
  }
  await act({ changes });
  const [trashed] = articles.slice(-1);
  if (trashed !== undefined)
    await act({ changes: [{ type: 'folder', kind: 'article', id: trashed.article.id, to: 'trash' }] });
  await archive.close();
};

/** The same with that many further articles, so that long operations on it can be interrupted. */
export const layLargeArchive = async (folder: string, articles: number): Promise<void> => {
  await layRichArchive(folder);
  const archive = succeed(await openArchive({ folder, machine: createSampleMachine() }));
  const newArticles = Array.from({ length: articles }, (_, at) => soundArticle([], `Talks resume, ${at}`));
  succeed(
    await archive.perform(async () => ok({ value: null, name: 'import-article', changes: [], newArticles })),
  );
  await archive.close();
};

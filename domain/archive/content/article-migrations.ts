/** The migrations of the files of an article. */
import { doiOfUrl } from '../../article/bibliography/doi.ts';
import { letRecordsBearNames, letTasksRepeat, type Migration } from './migration.ts';

/** Parts of what a file holds, before anybody has checked their shape. */

/** A part that should be a record; anything else is left to fail against the schema. */
export const recordOf = (part: unknown): object => (typeof part === 'object' && part !== null ? part : {});

/** A part that should be a list, with each item changed; anything else is left to fail against the schema. */
export const mapList = (part: unknown, change: (each: object) => object): unknown =>
  Array.isArray(part) ? part.map((each: unknown) => change(recordOf(each))) : part;

const countNoPlaces = (passage: object): object =>
  'selectors' in passage
    ? {
        ...passage,
        selectors: mapList(passage.selectors, (selector) => ({ ...selector, occurrence: null })),
      }
    : passage;

const giveDoi = (article: object): object => {
  if (!('bibliography' in article)) return article;
  const bibliography = recordOf(article.bibliography);
  const url = 'url' in bibliography && typeof bibliography.url === 'string' ? bibliography.url : null;
  return { ...article, bibliography: { ...bibliography, doi: doiOfUrl(url) } };
};

export const articleMigrations = {
  article: [
    {
      // A record without a document's format is as good as before: an older Precis must refuse one with it.
      name: 'let-documents-be-imported',
      migrate: (content) => content,
    },
    {
      // Slides, sheets, and a publisher found by its host: an older Precis must refuse them, not call them damage.
      name: 'let-slides-and-sheets-be-imported',
      migrate: (content) => content,
    },
    {
      name: 'let-messages-of-outlook-be-imported',
      migrate: (content) => content,
    },
    {
      name: 'let-slides-and-sheets-of-open-document-be-imported',
      migrate: (content) => content,
    },
    {
      // What had a DOI had it as its address.
      name: 'give-articles-a-doi',
      migrate: (content) => ({ ...content, article: giveDoi(recordOf(content.article)) }),
    },
    {
      // Older files have no such value: an older Precis must refuse a file that does, not call it damaged.
      name: 'let-days-of-access-be-found',
      migrate: (content) => content,
    },
    {
      // An older Precis must refuse them, not call them damage.
      name: 'let-transcripts-be-imported',
      migrate: (content) => content,
    },
    {
      // Feeds, JATS and TEI: an older Precis must refuse them, not call them damage.
      name: 'let-feeds-and-structured-texts-be-imported',
      migrate: (content) => content,
    },
    {
      // An older Precis must refuse them, not call them damage.
      name: 'let-pictures-be-imported',
      migrate: (content) => content,
    },
    {
      // No article was of no kind in particular: an older Precis must refuse one, not call it damage.
      name: 'let-articles-be-documents',
      migrate: (content) => content,
    },
  ],
  body: [
    {
      // A body without inserted words is as good as before: an older Precis must refuse one with them.
      name: 'let-words-be-inserted',
      migrate: (content) => content,
    },
    {
      // What was not read from pages has none.
      name: 'let-text-stand-on-pages',
      migrate: (content) => content,
    },
    {
      // Articles from before pictures were stored have none; a body without one is as valid as before.
      name: 'let-pictures-be-kept',
      migrate: (content) => content,
    },
    {
      // Nothing was read by OCR: an older Precis must refuse a body of which something is, not call it damage.
      name: 'let-text-be-read-by-machine',
      migrate: (content) => content,
    },
  ],
  annotations: [
    {
      // No dates were recorded before: the list is empty.
      name: 'give-articles-event-dates',
      migrate: (content) => ({ ...content, about: { ...recordOf(content.about), eventDates: [] } }),
    },
    {
      // The text is in another file, so nothing is counted here: null means that it was not counted.
      name: 'give-selectors-an-occurrence',
      migrate: (content) => ({ ...content, passages: mapList(content.passages, countNoPlaces) }),
    },
    letRecordsBearNames,
    {
      // All that was highlighted until then are words: an older Precis must refuse a region, not call it damage.
      name: 'let-passages-be-regions-of-pictures',
      migrate: (content) => content,
    },
    letTasksRepeat,
    {
      // An event of one date is as good as before: an older Precis must refuse one with an end, not call it damage.
      name: 'let-event-dates-have-an-end',
      migrate: (content) => content,
    },
    {
      // Older regions are all of pictures: an older Precis must refuse one of a page, not call it damaged.
      name: 'let-passages-be-regions-of-pages',
      migrate: (content) => content,
    },
    {
      // Nobody had corrected one: an older Precis must refuse a correction of it, not call it damage.
      name: 'let-dois-be-corrected',
      migrate: (content) => content,
    },
    {
      // No post was recorded before: an older Precis must refuse a passage with one, not call it damaged.
      name: 'let-speakers-have-a-post',
      migrate: (content) => content,
    },
    {
      // The relation did not exist before: an older Precis must refuse it, not call it damaged.
      name: 'let-passages-be-independent',
      migrate: (content) => content,
    },
    {
      // There were five labels everywhere: an older Precis must refuse a passage of another, not call it damage.
      name: 'let-archives-have-labels-of-their-own',
      migrate: (content) => content,
    },
    {
      // Nobody concerned was recorded before.
      name: 'give-passages-those-concerned',
      migrate: (content) => ({
        ...content,
        passages: mapList(content.passages, (passage) => ({ ...passage, concernedIds: [] })),
      }),
    },
    {
      // Nobody had said so of an article.
      name: 'let-articles-be-withdrawn',
      migrate: (content) => ({ ...content, about: { ...recordOf(content.about), withdrawn: null } }),
    },
    {
      // No correction gave an article that kind: an older Precis must refuse one, not call it damage.
      name: 'let-corrections-name-documents',
      migrate: (content) => content,
    },
    {
      // No passage was next to a change: an older Precis must refuse one, not call it damage.
      name: 'let-passages-be-next-to-a-change',
      migrate: (content) => content,
    },
  ],
} as const satisfies Readonly<Record<string, readonly Migration[]>>;

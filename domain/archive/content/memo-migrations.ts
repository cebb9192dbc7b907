import { mapList, recordOf } from './article-migrations.ts';
import { letRecordsBearNames, letTasksRepeat, type Migration } from './migration.ts';

const giveKind = (memo: object): object => ({
  ...memo,
  kind: 'supersedesId' in memo && memo.supersedesId !== null ? 'update' : 'original',
  sending: null,
});

/** Those of memos, of their rounds of review, of their forms, and of the snapshots taken of them. */
export const memoMigrations = {
  memo: [
    {
      // Nobody had stated a reason.
      name: 'give-memos-stated-reasons',
      migrate: (content) => ({ ...content, memo: { ...recordOf(content.memo), statedReasons: [] } }),
    },
    {
      // Nobody had asked to whom a memo went; one that supersedes another was written after it.
      name: 'give-memos-a-kind-and-a-sending',
      migrate: (content) => ({ ...content, memo: giveKind(recordOf(content.memo)) }),
    },
    {
      // A memo in the one form that there was is as good as before: an older Precis must refuse one in another.
      name: 'let-memos-have-other-forms',
      migrate: (content) => content,
    },
    {
      // A table without them is as good as before: an older Precis must refuse one with them, not call it damage.
      name: 'let-tables-have-captions-and-alignment',
      migrate: (content) => content,
    },
    {
      // A quotation that is printed whole is as good as before: an older Precis would print one whole that is
      // shortened.
      name: 'let-quotations-be-shortened',
      migrate: (content) => content,
    },
    {
      // A memo without them is as good as before: an older Precis must refuse one with them, not call it damage.
      name: 'let-memos-have-sub-headings-and-numbered-paragraphs',
      migrate: (content) => content,
    },
    {
      // A memo of no period is as good as before: an older Precis must refuse one with it, not call it damage.
      name: 'let-memos-cover-a-period',
      migrate: (content) => content,
    },
    {
      // A memo without figures is as good as before: an older Precis must refuse one with them, not call it damage.
      name: 'let-memos-have-figures',
      migrate: (content) => content,
    },
    letRecordsBearNames,
    letTasksRepeat,
    {
      // A figure that cites nothing is as good as before: an older Precis must refuse one that does, not call it
      // damage.
      name: 'let-figures-cite-passages',
      migrate: (content) => content,
    },
    {
      // What was quoted until then are words of its source: an older Precis would print these, not a translation.
      name: 'let-citations-be-translated',
      migrate: (content) => content,
    },
    {
      // Nothing was struck or pointed at another part: an older Precis must refuse what does, not call it damage.
      name: 'let-memos-refer-and-strike',
      migrate: (content) => content,
    },
    {
      // Nothing was quoted by hand as a block: an older Precis must refuse what is, not call it damage.
      name: 'let-memos-quote-by-hand',
      migrate: (content) => content,
    },
    {
      // Footnotes were plain words, which are written as before: an older Precis must refuse more, not call it damage.
      name: 'let-footnotes-cite',
      migrate: (content) => content,
    },
    {
      // Tables had no widths, decimal columns or lists: an older Precis must refuse them, not call them damage.
      name: 'let-tables-have-widths-and-lists',
      migrate: (content) => content,
    },
    {
      // Nothing was underlined and no figure was cropped: an older Precis must refuse what is, not call it damage.
      name: 'let-memos-underline-and-crop',
      migrate: (content) => content,
    },
    {
      // No line named the event that it prints: an older Precis must refuse one that does, not call it damage.
      name: 'let-rows-name-their-event',
      migrate: (content) => content,
    },
    {
      // No memo was begun in the form of a dossier: an older Precis must refuse one that was, not call it damage.
      name: 'let-memos-be-dossiers',
      migrate: (content) => content,
    },
    {
      // All numbers of lists were digits: an older Precis must refuse letters, not call them damage.
      name: 'let-lists-be-lettered',
      migrate: (content) => content,
    },
  ],
  review: [
    {
      // No file had come back from reviewers.
      name: 'give-reviews-remarks',
      migrate: (content) => ({
        ...content,
        rounds: mapList(content.rounds, (round) => ({ ...round, returned: [] })),
        remarks: [],
      }),
    },
  ],
  form: [
    {
      // A form that says neither is as good as before: an older Precis must refuse one that does, not call it damage.
      name: 'let-forms-place-their-key-and-ask-for-a-period',
      migrate: (content) => content,
    },
    {
      // As good as before where it numbers none.
      name: 'let-forms-number-paragraphs',
      migrate: (content) => content,
    },
    letRecordsBearNames,
    {
      // As good as before where it says nothing of originals.
      name: 'let-forms-place-originals',
      migrate: (content) => content,
    },
    {
      // As good as before where it has none: an older Precis would print citations otherwise.
      name: 'let-forms-have-a-citation-style',
      migrate: (content) => content,
    },
    {
      // No form had a Word template: an older Precis must refuse one that has, not call it damage.
      name: 'let-forms-have-a-word-template',
      migrate: (content) => content,
    },
    {
      // As good as before where it says nothing of contents.
      name: 'let-forms-list-contents',
      migrate: (content) => content,
    },
    {
      // As good as before where it words none: an older Precis would print the doctrine's words.
      name: 'let-forms-word-terms',
      migrate: (content) => content,
    },
  ],
  snapshot: [
    {
      // What was printed is known, and not the text that it was printed from: such a snapshot is compared, not
      // restored.
      name: 'give-snapshots-what-was-written',
      migrate: (content) => ({ ...content, snapshot: { ...recordOf(content.snapshot), written: null } }),
    },
    {
      // What was printed whole stays so: an older Precis must refuse a snapshot that shortens, not call it damage.
      name: 'let-snapshots-shorten-quotations',
      migrate: (content) => content,
    },
    {
      // As in the memos that they were taken of.
      name: 'let-snapshots-have-sub-headings-and-numbered-paragraphs',
      migrate: (content) => content,
    },
    {
      // A snapshot of no period is as good as before.
      name: 'let-snapshots-cover-a-period',
      migrate: (content) => content,
    },
    {
      // Nothing was kept because it was printed: an older Precis must refuse what is, not call it damage.
      name: 'let-snapshots-be-of-a-print',
      migrate: (content) => content,
    },
    {
      // What was cited until then has no pages.
      name: 'let-snapshots-cite-pages',
      migrate: (content) => content,
    },
    {
      // As in the memos that they were taken of.
      name: 'let-snapshots-have-figures',
      migrate: (content) => content,
    },
    letRecordsBearNames,
    {
      // As in the memos that they were taken of.
      name: 'let-snapshots-have-figures-that-cite',
      migrate: (content) => content,
    },
    {
      // What was sent until then names nothing; the next sending names all of it. A migration that changes what a
      // snapshot says breaks the hashes of the chain: it has to leave alone what is there.
      name: 'let-snapshots-name-those-before',
      migrate: (content) => content,
    },
    {
      // Nothing had gone to reviewers: an older Precis must refuse what did, not call it damage.
      name: 'let-snapshots-be-of-a-round',
      migrate: (content) => content,
    },
    {
      // What went out before is made again from the memo when it comes back.
      name: 'let-snapshots-keep-what-reviewers-got',
      migrate: (content) => content,
    },
    {
      // As in the passages that they show.
      name: 'let-archives-have-labels-of-their-own',
      migrate: (content) => content,
    },
    {
      // As in the memos that they were taken of.
      name: 'let-snapshots-have-translations',
      migrate: (content) => content,
    },
    {
      // Nothing was struck or pointed at another part: an older Precis must refuse what does, not call it damage.
      name: 'let-snapshots-refer-and-strike',
      migrate: (content) => content,
    },
    {
      // As in the memos that they were taken of.
      name: 'let-snapshots-quote-by-hand',
      migrate: (content) => content,
    },
    {
      // What was sent until then followed no citation style.
      name: 'let-snapshots-follow-a-citation-style',
      migrate: (content) => content,
    },
    {
      // As in the memos that they were taken of.
      name: 'let-snapshots-have-footnotes-that-cite',
      migrate: (content) => content,
    },
    {
      // Left out, the words around a memo are English, as they were; what is there stays as it is for the chain.
      name: 'let-snapshots-print-in-languages',
      migrate: (content) => content,
    },
    {
      // As in the memos that they were taken of.
      name: 'let-snapshots-have-tables-with-widths',
      migrate: (content) => content,
    },
    {
      // As in the memos that they were taken of.
      name: 'let-snapshots-underline',
      migrate: (content) => content,
    },
    {
      // As in the memos that they were taken of.
      name: 'let-snapshots-name-events',
      migrate: (content) => content,
    },
    {
      // As in the forms of their memos: an older Precis must refuse one, not call it damage.
      name: 'let-snapshots-word-terms',
      migrate: (content) => content,
    },
    {
      // As in the memos that they were taken of.
      name: 'let-snapshots-have-lettered-lists',
      migrate: (content) => content,
    },
  ],
} as const satisfies Readonly<Record<string, readonly Migration[]>>;

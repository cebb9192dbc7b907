/**
 * Selections made on a page saved from the browser: they become passages of its article if they are located in its text
 * with certainty. All others are stored as excerpts, a separate article with exactly those words, and listed in Review
 * as passages of it without a place in the page yet: nothing is dropped, and nothing is guessed.
 */

import type { AnnotationsFile } from '#domain/archive/files.ts';
import type { TextBlockSpan } from '#domain/article/body/canonical-text.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { bodyOfExcerpts, excerptOf, excerptsOfPage } from '#domain/exchange/kept-article.ts';
import { type ArticleId, newPassageIdSchema, type PassageId } from '#domain/ids.ts';
import type { KeptSelection } from '#domain/inbox/keep-note.ts';
import { type PlacedSelection, placingAtLast } from '#domain/inbox/place-selection.ts';
import type { CarriedFrom } from '#domain/passage/carried.ts';
import { passageCandidates } from '#domain/passage/carry/passage-candidates.ts';
import type { PassageText } from '#domain/passage/edit/describe-ranges.ts';
import type { LabelId } from '#domain/passage/label.ts';
import type { SelectionsTaken } from '#domain/passage/marks/pdf-mark.ts';
import { newPassage, type Passage, targetOf } from '#domain/passage/passage.ts';
import { ok, type Result } from '#domain/result.ts';
import type { Selector, TextRange } from '#domain/text/selector.ts';
import { toTimestamp } from '#domain/time.ts';
import type { Machine } from '#electron/ports/machine.ts';
import { type PreparedText, prepareText } from '../new-article.ts';
import { saidPassages } from '../said-passages.ts';

type Said = Omit<AnnotationsFile, 'version'>;

/** What one act may do with new and existing articles. */
export type Saying = {
  textOf(articleId: ArticleId): Promise<Result<PassageText, AppError>>;
  /** Adds passages to an article; returns those that `make` has made. */
  addPassages(
    articleId: ArticleId,
    make: (there: readonly Passage[]) => Promise<readonly Passage[]>,
  ): Promise<Result<{ readonly made: readonly Passage[]; readonly all: Said['passages'] }, AppError>>;
  /** Seals a separate text; returns its article, which may already exist. */
  seal(text: PreparedText): Promise<Result<ArticleId, AppError>>;
};

type Unplaced = { readonly selection: KeptSelection; readonly isAmbiguous: boolean };

type Placed = { readonly ranges: readonly PlacedSelection[]; readonly unplaced: readonly Unplaced[] };

const placeAll = (spans: readonly TextBlockSpan[], selections: readonly KeptSelection[]): Placed => {
  const place = placingAtLast(spans);
  const [ranges, unplaced]: [PlacedSelection[], Unplaced[]] = [[], []];
  for (const selection of selections) {
    const found = place(selection);
    if (found.ok) ranges.push(found.value);
    else unplaced.push({ selection, isAmbiguous: found.error.code === 'quote-ambiguous' });
  }
  return { ranges, unplaced };
};

/** The note of a passage whose place in the page has more text between its words. */
const LEAVES_OUT = 'Without what the page shows in between.';

const saidAt = ({ start, end, leavesOut = false }: TextRange & Partial<PlacedSelection>, label: LabelId) => ({
  ranges: [{ start, end }],
  label,
  tagIds: [],
  note: null,
  place: leavesOut ? LEAVES_OUT : null,
  at: null,
});

/** The number of characters of context that are stored with a passage. */
const CONTEXT = 32;

/** The selector of the selected words: their position in the excerpts, and their context on the page. */
const selectorOf = ({ prefix, suffix }: KeptSelection, own: Selector): Selector => ({
  ...own,
  occurrence: null,
  quote: { exact: own.quote.exact, prefix: prefix.slice(-CONTEXT), suffix: suffix.slice(0, CONTEXT) },
});

const stateOf = (text: PassageText, selector: Selector, { isAmbiguous }: Unplaced): CarriedFrom['state'] => {
  if (isAmbiguous) return 'ambiguous';
  return passageCandidates(text.index, [selector]).length > 0 ? 'changed' : 'orphaned';
};

type Taking = {
  readonly text: PreparedText;
  readonly label: LabelId;
  readonly saying: Saying;
  readonly machine: Machine;
};

/** The excerpts as a text that can be sealed, cited like the page. */
const prepareExcerpts = (
  { read: { kept, found }, sealed: { bibliography, marking } }: PreparedText,
  unplaced: readonly Unplaced[],
): Promise<PreparedText> | null => {
  const selections = unplaced.map(({ selection }) => selection);
  const original = kept === undefined ? null : excerptsOfPage({ ...kept, selections });
  if (original === null) return null;
  const body = bodyOfExcerpts(original.excerpts);
  const read = {
    body,
    found,
    format: 'excerpts',
    originalName: null,
    originalFile: 'original.json',
    encoding: null,
    original: new TextEncoder().encode(original.json),
  } as const;
  return prepareText(read, { body, bibliography, marking });
};

/** The passages of the excerpts, one for each selection. */
const passagesOfExcerpts = async (
  excerptsId: ArticleId,
  unplaced: readonly Unplaced[],
  { label, saying, machine }: Taking,
): Promise<Result<ReadonlyMap<string, { id: PassageId; selector: Selector }>, AppError>> => {
  const text = await saying.textOf(excerptsId);
  if (!text.ok) return text;
  const words = new Set(unplaced.map(({ selection }) => excerptOf(selection.exact)));
  const ranges = [...words].flatMap((exact) => {
    const at = `\n${text.value.index.text}\n`.indexOf(`\n${exact}\n`);
    return exact === '' || at === -1 ? [] : [{ start: at, end: at + exact.length }];
  });
  const added = await saying.addPassages(excerptsId, (there) =>
    saidPassages(
      text.value,
      ranges.map((range) => saidAt(range, label)),
      there,
      machine,
    ),
  );
  if (!added.ok) return added;
  const live = added.value.all.filter(({ deletedAt }) => deletedAt === null);
  return ok(
    new Map(
      live.flatMap((passage) => {
        const target = targetOf(passage);
        const [selector] = target.kind === 'words' ? target.selectors : [];
        return selector === undefined ? [] : [[selector.quote.exact, { id: passage.id, selector }] as const];
      }),
    ),
  );
};

const isCarriedFrom =
  (articleId: ArticleId, passageId: PassageId) =>
  ({ carriedFrom }: Passage): boolean =>
    carriedFrom?.articleId === articleId && carriedFrom.passageId === passageId;

/** Returns the number of passages newly listed in Review. */
const keepUnplaced = async (
  articleId: ArticleId,
  page: PassageText | null,
  unplaced: readonly Unplaced[],
  taking: Taking,
): Promise<Result<number, AppError>> => {
  const prepared = await prepareExcerpts(taking.text, unplaced);
  if (prepared === null) return ok(0);
  const excerptsId = await taking.saying.seal(prepared);
  if (!excerptsId.ok) return excerptsId;
  const passages = await passagesOfExcerpts(excerptsId.value, unplaced, taking);
  if (!passages.ok || page === null) return passages.ok ? ok(0) : passages;
  const { newId, nowMs } = taking.machine;
  const added = await taking.saying.addPassages(articleId, async (there) =>
    unplaced.flatMap((each) => {
      const own = passages.value.get(excerptOf(each.selection.exact));
      if (own === undefined || there.some(isCarriedFrom(excerptsId.value, own.id))) return [];
      const selector = selectorOf(each.selection, own.selector);
      const carriedFrom: CarriedFrom = {
        articleId: excerptsId.value,
        passageId: own.id,
        state: stateOf(page, selector, each),
        isSettled: false,
      };
      const at = toTimestamp(nowMs());
      const said = { selectors: [selector], label: taking.label, carriedFrom } as const;
      return [newPassage({ ...said, selectors: [selector] }, { id: newPassageIdSchema.parse(newId()), at })];
    }),
  );
  return added.ok ? ok(added.value.made.length) : added;
};

/**
 * Converts the selections into passages of the page's article, which may already exist. Undefined if the text does not
 * come from a browser.
 */
export const takeSelections = async (
  articleId: ArticleId,
  taking: Taking,
): Promise<Result<SelectionsTaken | undefined, AppError>> => {
  const { kept } = taking.text.read;
  if (kept === undefined) return ok(undefined);
  const page = await taking.saying.textOf(articleId);
  // A text that another program has changed can't be quoted: then all selections are stored as excerpts.
  const text = page.ok ? page.value : null;
  const { ranges, unplaced } = placeAll(text?.spans ?? [], kept.selections);
  const added = await taking.saying.addPassages(articleId, async (there) =>
    text === null
      ? []
      : saidPassages(
          text,
          ranges.map((range) => saidAt(range, taking.label)),
          there,
          taking.machine,
        ),
  );
  if (!added.ok) return added;
  const waiting = await keepUnplaced(articleId, text, unplaced, taking);
  if (!waiting.ok) return waiting;
  const passages = added.value.made.length;
  const here = ranges.length - passages + unplaced.length - waiting.value;
  return ok({ passages, here, toReview: waiting.value });
};

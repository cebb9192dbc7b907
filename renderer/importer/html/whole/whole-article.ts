/**
 * An article that knows how much it should have. What the extractor keeps is compared with witnesses: the text in the
 * page's own data, and the largest run of its sentences, shown or hidden. Where it lacks some of the best witness,
 * further candidates are read, and the one nearest the witness wins.
 */
import type { FoundMetadata } from '#domain/article/article.ts';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { withoutLeftOut } from '#domain/article/body/without-left-out.ts';
import type { ReadBody } from '../../body/body-from-dom.ts';
import { readLinkedData } from '../../metadata/json-ld.ts';
import { paragraphsOfBody, textsOfState } from '../../metadata/page-data.ts';
import { pickArticle } from '../pick-article.ts';
import { countsOf, shareIn, type WordCounts } from './compare-texts.ts';
import { type ChooseLines, joinLines } from './join-run.ts';
import { findProseRun, linesIn, linesLike, type ProseLine, proseText } from './prose-run.ts';

/** A reading with at least this share of the best witness is whole. */
const WHOLE = 0.9;
/** With less, it is said how much there is of how much. */
const ENOUGH = 0.8;
/** Another reading has to have so much more of the witness. */
const CLEARLY_MORE = 0.05;
/** A text that shares less with what the page shows is that of another article. */
const SAME_ARTICLE = 0.5;
/** A shorter witness witnesses nothing. In words. */
const MIN_WITNESS = 60;

/** `kept` is how many letters of the page's sentences it has. */
export type Reading = ReadBody & {
  readonly article: Element;
  readonly found: FoundMetadata;
  readonly kept: number;
};

type Pick = (page: Document, publisher: string) => Element | null;

/** A page that can be opened again, as it was saved. */
export type Pages = {
  /** As its readers see it, or with the hidden blocks of prose. */
  open(showsHidden: boolean): Document;
  /** The letters of the sentences that it hides. */
  readonly hiddenLetters: number;
  /** What `pick` takes of a page, as a body. */
  read(page: Document, pick: Pick): Reading | null;
};

/** What a page holds before it is taken apart: its lines, and the texts of its data, each as its paragraphs. */
export type PageTexts = {
  readonly lines: readonly ProseLine[];
  readonly described: readonly (readonly string[])[];
  readonly state: readonly (readonly string[])[];
};

export const textsOfPage = (page: Document): PageTexts => ({
  lines: linesIn(page.body),
  described: readLinkedData(page)
    .bodies.map(paragraphsOfBody)
    .filter((paragraphs) => paragraphs.length > 0),
  state: textsOfState(page),
});

const textOf = ({ body, leftOut }: ReadBody): string => canonicalText(withoutLeftOut(body, leftOut));

const wordsOf = (reading: Reading | null): WordCounts => countsOf(reading === null ? '' : textOf(reading));

type Witness = {
  readonly words: WordCounts;
  readonly text: string;
  readonly paragraphs: readonly string[] | null;
};

const witness = (text: string, paragraphs: readonly string[] | null = null): Witness => ({
  words: countsOf(text),
  text,
  paragraphs,
});

const longest = (witnesses: readonly Witness[]): Witness | undefined =>
  witnesses.toSorted((a, b) => b.words.all - a.words.all)[0];

const ofParagraphs = (paragraphs: readonly string[]): Witness => witness(paragraphs.join('\n'), paragraphs);

/** The text of the page's data that is of this article: it has what the page shows of it, or the page shows nothing. */
const witnessOfData = (
  { described, state }: PageTexts,
  shown: readonly WordCounts[],
): Witness | undefined => {
  const saying = shown.filter((each) => each.all >= MIN_WITNESS);
  const isOfArticle = ({ words }: Witness): boolean =>
    saying.some((each) => shareIn(each, words) >= SAME_ARTICLE || shareIn(words, each) >= SAME_ARTICLE);
  const ofArticle = longest(described.map(ofParagraphs).filter(isOfArticle));
  return ofArticle ?? (saying.length === 0 ? longest([...described, ...state].map(ofParagraphs)) : undefined);
};

/** With so much prose, in words, a reading is an article, of which parts may be missing. */
const AN_ARTICLE = 250;
const MAIN_FRAME = 0.2;
const LEAST_OF_RUN = 1 / 3;

const lettersIn = (lines: readonly ProseLine[]): number =>
  lines.reduce((sum, { worth }) => sum + Math.max(0, worth), 0);

/**
 * Chooses the lines that the article should have: those in frames of the reading, if that is an article at all, else
 * the largest run.
 */
const expectedLines = (lines: readonly ProseLine[], reading: Reading | null): ChooseLines => {
  const text = reading === null ? '' : textOf(reading).replace(/\s+/gu, ' ');
  const kept = lines.filter(({ worth, text: line }) => worth > 0 && text.includes(line));
  const isArticle =
    countsOf(proseText(kept)).all >= AN_ARTICLE ||
    lettersIn(kept) >= lettersIn(findProseRun(lines)) * LEAST_OF_RUN;
  if (!isArticle) return findProseRun;
  const all = lettersIn(kept);
  const frames = new Set(
    kept
      .map(({ frame }) => frame)
      .filter((frame) => lettersIn(linesLike(kept, new Set([frame]))) >= all * MAIN_FRAME),
  );
  return (each) => linesLike(each, frames);
};

/** How near `text` is to a witness: the harmonic mean of what each has of the other. */
const nearness = (text: WordCounts, words: WordCounts): number => {
  const [has, isOf] = [shareIn(words, text), shareIn(text, words)];
  return has + isOf === 0 ? 0 : (2 * has * isOf) / (has + isOf);
};

/** An article of the paragraphs in the page's data, under its headline. */
const articleOfData = (page: Document, title: string | undefined, paragraphs: readonly string[]): Element => {
  const article = page.createElement('div');
  const lines = paragraphs[0] === title || title === undefined ? paragraphs : [title, ...paragraphs];
  for (const [at, line] of lines.entries()) {
    const block = page.createElement(at === 0 && line === title ? 'h1' : 'p');
    block.textContent = line;
    article.append(block);
  }
  return article;
};

/** How many times the prose that a page shows it has to hide: then the article waits for a script. */
const MORE_HIDDEN = 2;
/** A text with fewer of the headline's words is about something else, such as cookies. */
const ABOUT_HEADLINE = 0.3;

/** The lines of the page with what it hides, if the article is hidden; else null. */
const linesOfHidden = (pages: Pages, texts: PageTexts, title: string): readonly ProseLine[] | null => {
  const letters = lettersIn(findProseRun(texts.lines));
  if (pages.hiddenLetters < letters * MORE_HIDDEN) return null;
  const lines = linesIn(pages.open(true).body);
  const run = findProseRun(lines);
  const seen = new Set(texts.lines.map(({ text }) => text));
  const unseen = run.filter(({ text }) => !seen.has(text));
  const isAbout = shareIn(countsOf(title), countsOf(proseText(unseen))) >= ABOUT_HEADLINE;
  return isAbout && lettersIn(run) > letters * MORE_HIDDEN ? lines : null;
};

export type Whole = { readonly reading: Reading | null; readonly read: number; readonly of: number };

/** The reading of a page nearest the witnesses, and how many words it has of how many. `first` is the extractor's. */
export const wholeArticle = (
  pages: Pages,
  first: Reading | null,
  texts: PageTexts,
  found: FoundMetadata,
): Whole => {
  const own = wordsOf(first);
  const unhidden = linesOfHidden(pages, texts, found.title?.value ?? '');
  const choose = unhidden === null ? expectedLines(texts.lines, first) : findProseRun;
  const shown = witness(proseText(choose(unhidden ?? texts.lines)));
  const data = witnessOfData(texts, [own, shown.words]);
  const best = data !== undefined && data.words.all * 2 >= shown.words.all ? data : shown;
  let chosen = { reading: first, words: own };
  const isWhole = (): boolean => best.words.all < MIN_WITNESS || shareIn(best.words, chosen.words) >= WHOLE;
  const consider = (showsHidden: boolean, pick: Pick): void => {
    if (isWhole()) return;
    const reading = pages.read(pages.open(showsHidden), pick);
    const words = wordsOf(reading);
    const has = (each: WordCounts): number => shareIn(best.words, each);
    if (has(words) < has(chosen.words) + CLEARLY_MORE) return;
    if (nearness(words, best.words) > nearness(chosen.words, best.words)) chosen = { reading, words };
  };
  if (unhidden !== null) {
    consider(true, pickArticle);
    consider(true, joinLines(choose));
  }
  consider(false, joinLines(choose));
  const { paragraphs } = best;
  if (paragraphs !== null) {
    consider(true, joinLines(findProseRun));
    consider(true, pickArticle);
    consider(false, (page) => articleOfData(page, found.title?.value, paragraphs));
  }
  return {
    reading: chosen.reading,
    read: Math.round(shareIn(best.words, chosen.words) * best.words.all),
    of: best.words.all,
  };
};

/** Whether so much is missing that it is said. */
export const isShort = ({ read, of }: Whole): boolean => of >= MIN_WITNESS && read < of * ENOUGH;

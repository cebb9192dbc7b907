/**
 * Running heads, running feet and page numbers. They are marked, never deleted: what looks like one may be text. A line
 * counts as furniture where it stands at the head or the foot of its page and says the same, but for numbers, on several
 * pages, or where it is nothing but the number of the page.
 */
import { lineText, type PrintedLine, type PrintedPage } from './printed-text.ts';

/** So much of a page at its head and its foot may be furniture; more where a line is the outermost. */
const ZONE = 0.13;
const OUTERMOST_ZONE = 0.22;
/** So many lines at either end are looked at. */
const MAX_LINES = 3;
/** On so many pages a line has to stand, or on half of a short document. */
const MIN_PAGES = 3;
/** Where more than this share of all letters would go, the rule is wrong for this document. */
const MAX_SHARE = 0.2;
/** Above and below, in points, the same line may stand on another page. */
const DRIFT = 6;

const NUMBER =
  /^(?:[-–—|]\s*)?(?:(?:page|seite|p\.|pág\.)\s*)?(\d{1,4}|[ivxl]{1,7})(?:\s*(?:of|\/|von|de)\s*\d{1,4})?(?:\s*[-–—|])?$/iu;

/** A line that may be furniture, and what is equal in lines that repeat: whether it is a head or a foot, and its words. */
type Candidate = { readonly line: PrintedLine; readonly key: string };

const wordsOf = (line: PrintedLine): string =>
  lineText(line)
    .toLowerCase()
    .replace(/\d+/gu, '#')
    .replace(/\b[ivxl]{1,7}$|^[ivxl]{1,7}\b/gu, '#');

const candidatesOf = ({ height }: PrintedPage, lines: readonly PrintedLine[]): readonly Candidate[] => {
  const level = lines.filter(({ isTurned }) => !isTurned);
  const sorted = [...level].sort((a, b) => a.baseline - b.baseline);
  const zoneOf = (at: number): number => height * (at === 0 ? OUTERMOST_ZONE : ZONE);
  const head = sorted.slice(0, MAX_LINES).filter(({ bottom }, at) => bottom < zoneOf(at));
  const foot = sorted
    .slice(-MAX_LINES)
    .reverse()
    .filter(({ top }, at) => top > height - zoneOf(at));
  return [
    ...head.map((line) => ({ line, key: `head ${wordsOf(line)}` })),
    ...foot.map((line) => ({ line, key: `foot ${wordsOf(line)}` })),
  ];
};

const lettersOf = (lines: Iterable<PrintedLine>): number => {
  let letters = 0;
  for (const line of lines) letters += lineText(line).length;
  return letters;
};

/** The lines that are furniture, of pages with their lines in the order of the file. */
export const findFurniture = (
  pages: readonly { readonly page: PrintedPage; readonly lines: readonly PrintedLine[] }[],
): ReadonlySet<PrintedLine> => {
  const candidates = pages.flatMap(({ page, lines }) => candidatesOf(page, lines));
  const byKey = new Map<string, PrintedLine[]>();
  for (const { line, key } of candidates) {
    const alike = byKey.get(key);
    if (alike === undefined) byKey.set(key, [line]);
    else alike.push(line);
  }
  const needed = Math.min(MIN_PAGES, Math.max(2, Math.ceil(pages.length / 2)));
  const repeats = ({ line, key }: Candidate): boolean => {
    const alike = byKey.get(key) ?? [];
    const same = alike.filter(({ baseline }) => Math.abs(line.baseline - baseline) <= DRIFT);
    return new Set(same.map(({ page }) => page)).size >= needed;
  };
  const found = new Set(
    candidates.filter((each) => NUMBER.test(lineText(each.line)) || repeats(each)).map(({ line }) => line),
  );
  const all = lettersOf(pages.flatMap(({ lines }) => lines));
  return lettersOf(found) > MAX_SHARE * all ? new Set() : found;
};

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

const fromRoman = (text: string): number => {
  const values = [...text].map((letter) => ROMAN[letter] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
};

/** The numbers in a line of furniture that may be that of its page, as they stand and as they count. */
const numbersIn = (line: PrintedLine): readonly { readonly label: string; readonly counts: number }[] => {
  const text = lineText(line);
  const digits = [...text.matchAll(/\d{1,4}/gu)].map(([label]) => ({ label, counts: Number(label) }));
  const roman = /(?:^|\s)([ivxl]{1,7})$|^([ivxl]{1,7})(?:\s|$)/u.exec(text);
  const label = roman?.[1] ?? roman?.[2];
  return label === undefined ? digits : [...digits, { label, counts: fromRoman(label) }];
};

/**
 * The number that is printed on each page, by its place in the file. Only numbers that count on with the pages are
 * believed: a year in a running head is none.
 */
export const findPrintedNumbers = (furniture: Iterable<PrintedLine>): ReadonlyMap<number, string> => {
  const seen = [...furniture].flatMap((line) =>
    numbersIn(line).map(({ label, counts }) => ({ page: line.page, label, ahead: line.page - counts })),
  );
  const pagesOf = new Map<number, Set<number>>();
  for (const { ahead, page } of seen) pagesOf.set(ahead, (pagesOf.get(ahead) ?? new Set()).add(page));
  const numbers = new Map<number, string>();
  const byTrust = [...seen].sort(
    (a, b) => (pagesOf.get(b.ahead)?.size ?? 0) - (pagesOf.get(a.ahead)?.size ?? 0),
  );
  for (const { page, label, ahead } of byTrust) {
    if ((pagesOf.get(ahead)?.size ?? 0) >= 2 && !numbers.has(page)) numbers.set(page, label);
  }
  return numbers;
};

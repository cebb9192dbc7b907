/**
 * Quotation marks within a quotation. A quote stands between “ and ”, so the marks inside it change level: the
 * outermost of them are single, those within these double, and so on, whichever the source has. Nothing else of a
 * quote changes.
 *
 * Guillemets and low marks („…“) do not clash with ours and stay. An apostrophe looks like a closing single mark:
 * only one that was opened, and that no letter follows, is taken for a mark. A straight mark behind a digit that
 * closes nothing is a measure (5") and stays.
 */
const anyMark = /[“”"‘’„]/gu;
const letterOrDigit = /^[\p{L}\p{N}]/u;
const startsWord = /(?:^|[\s([{“‘\u2012-\u2015/-])$/u;

/** The marks around the quote. */
export type OuterMarks = 'double' | 'single';

type Mark = { readonly mark: string; readonly before: string; readonly after: string };
type Shown = { readonly open: readonly string[]; readonly out: string };

const single = { opening: '‘', closing: '’' } as const;
const double = { opening: '“', closing: '”' } as const;

/** The marks of a quotation within `open` ones; low marks are no level, because they keep their look. */
const marksWithin = (open: readonly string[], outer: OuterMarks): typeof single | typeof double => {
  const level = open.filter((mark) => mark !== '„').length + (outer === 'single' ? 1 : 0);
  return level % 2 === 0 ? single : double;
};

const opened = (open: readonly string[], mark: string, outer: OuterMarks): Shown => ({
  open: [...open, mark],
  out: marksWithin(open, outer).opening,
});

const closed = (open: readonly string[], outer: OuterMarks): Shown => {
  const left = open.slice(0, -1);
  return { open: left, out: marksWithin(left, outer).closing };
};

const showStraight = ({ before, after }: Mark, open: readonly string[], outer: OuterMarks): Shown => {
  if (open.at(-1) === '"' && !letterOrDigit.test(after)) return closed(open, outer);
  if (startsWord.test(before) && !/^\s|^$/u.test(after)) return opened(open, '"', outer);
  return { open, out: /\p{N}$/u.test(before) ? '"' : marksWithin(open, outer).closing };
};

const showMark = (found: Mark, open: readonly string[], outer: OuterMarks): Shown => {
  const innermost = open.at(-1);
  switch (found.mark) {
    case '„':
      return { open: [...open, '„'], out: '„' };
    case '“':
      return innermost === '„' ? { open: open.slice(0, -1), out: '“' } : opened(open, '“', outer);
    case '”':
      if (innermost === '„') return { open: open.slice(0, -1), out: '”' };
      return innermost === '“' ? closed(open, outer) : { open, out: marksWithin(open, outer).closing };
    case '‘':
      return opened(open, '‘', outer);
    case '’':
      return innermost === '‘' && !letterOrDigit.test(found.after) ? closed(open, outer) : { open, out: '’' };
    default:
      return showStraight(found, open, outer);
  }
};

/**
 * `quote` with its quotation marks as they are printed within `outer` ones. The length (UTF-16) stays the same,
 * and so does everything except quotation marks.
 */
export const nestQuotationMarks = (quote: string, outer: OuterMarks = 'double'): string => {
  let open: readonly string[] = [];
  return quote.replace(anyMark, (mark, at: number) => {
    const before = quote.slice(Math.max(0, at - 2), at);
    const shown = showMark({ mark, before, after: quote.slice(at + 1, at + 3) }, open, outer);
    open = shown.open;
    return shown.out;
  });
};

/** An editor's slip that closes “ with an opening mark counts too. ’ before a letter is an apostrophe. */
const ownMarks = /^(?:“[^“”"]+[”“]|"[^“”"]+"|„[^“”"„]+[“”]|«[^«»]+»|‘(?:[^‘’“”"]|’(?=\p{L}))+’)$/su;

/** Whether `quote` is one quotation with its own marks around it, which then serve as ours. */
export const hasOwnMarks = (quote: string): boolean => ownMarks.test(quote);

/** `words` between quotation marks, never doubled: marks that already surround all of the words are used. */
export const inQuotationMarks = (words: string): string =>
  hasOwnMarks(words) ? words : `“${nestQuotationMarks(words)}”`;

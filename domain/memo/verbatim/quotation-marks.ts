/**
 * Quotation marks within a quotation. In running text a quote stands between “ and ”, so the marks inside it change
 * level: double become single, and single within those become double again. Nothing else of a quote changes.
 *
 * Guillemets and low marks („…“) do not clash with ours and stay. An apostrophe looks like a closing single mark:
 * only one that was opened, and that no letter follows, is taken for a mark.
 */
const anyMark = /[“”"‘’„]/gu;
const letterOrDigit = /^[\p{L}\p{N}]/u;

type Nesting = { readonly open: readonly string[]; readonly out: string };

const nestMark = (mark: string, { open }: Nesting, after: string): Nesting => {
  const innermost = open.at(-1);
  const opened = (out: string): Nesting => ({ open: [...open, mark], out });
  const closed = (out: string): Nesting => ({ open: open.slice(0, -1), out });
  switch (mark) {
    case '„':
      return opened('„');
    case '“':
      return innermost === '„' ? closed('“') : opened('‘');
    case '”':
      return innermost === '“' ? closed('’') : { open, out: '’' };
    case '‘':
      return opened('“');
    case '’':
      return innermost === '‘' && !letterOrDigit.test(after) ? closed('”') : { open, out: '’' };
    default:
      return { open, out: "'" };
  }
};

/** `quote` with its quotation marks one level deeper. The length (UTF-16) stays the same. */
export const nestQuotationMarks = (quote: string): string => {
  let nesting: Nesting = { open: [], out: '' };
  return quote.replace(anyMark, (mark, at: number) => {
    nesting = nestMark(mark, nesting, quote.slice(at + 1, at + 3));
    return nesting.out;
  });
};

/**
 * Whether `quote` is one quotation with its own marks around it, which then serve as ours: “…” or "…". An editor's
 * slip that closes with an opening mark counts too.
 */
export const hasOwnMarks = (quote: string): boolean => /^(?:“[^“”"]+[”“]|"[^“”"]+")$/su.test(quote);

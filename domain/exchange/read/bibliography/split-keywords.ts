/**
 * The keywords of a BibTeX entry: a comma or a semicolon parts them, but not within braces, which keep together what they
 * hold, as they do for "and" between names.
 */
export const splitKeywords = (value: string): readonly string[] => {
  const keywords: string[] = [];
  let depth = 0;
  let from = 0;
  // A brace or a backslash after a backslash is a sign.
  for (const { 0: sign, index } of value.matchAll(/\\[\\{}]|[{},;]/gu)) {
    if (sign === '{') depth += 1;
    else if (sign === '}') depth = Math.max(0, depth - 1);
    else if (depth === 0 && (sign === ',' || sign === ';')) {
      keywords.push(value.slice(from, index));
      from = index + 1;
    }
  }
  return [...keywords, value.slice(from)];
};

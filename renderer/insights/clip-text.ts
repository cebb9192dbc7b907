/** Full-width letters are about twice as wide. */
const isWide = (letter: string): boolean =>
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/u.test(letter);

/** The approximate width of a text in CSS pixels, set in Inter at `size` pixels. */
export const textWidth = (text: string, size = 12): number =>
  [...text].reduce((width, letter) => width + size * (isWide(letter) ? 1 : 0.56), 0);

/** A number; in thousands, "11.7k", if the whole number does not fit in `width` CSS pixels. */
export const printCountWithin = (count: number, width: number): string => {
  const whole = count.toLocaleString('en-GB');
  if (count < 10_000 || textWidth(whole) <= width) return whole;
  const maximumFractionDigits = count < 99_950 ? 1 : 0;
  return `${(count / 1000).toLocaleString('en-GB', { maximumFractionDigits })}k`;
};

/** As much of a text as fits in `width` CSS pixels; "…" replaces the rest. */
export const clipText = (text: string, width: number, size = 12): string => {
  if (textWidth(text, size) <= width) return text;
  let kept = '';
  for (const letter of text) {
    if (textWidth(`${kept}${letter}…`, size) > width) break;
    kept += letter;
  }
  return `${kept.trimEnd()}…`;
};

/** The same for the path of a tag or source: ancestors are left out first. */
export const clipPath = (path: string, width: number, size = 12): string => {
  const names = path.split(' / ');
  const shorter = names.map((_, at) => (at === 0 ? path : `… / ${names.slice(at).join(' / ')}`));
  return (
    shorter.find((each) => textWidth(each, size) <= width) ?? clipText(shorter.at(-1) ?? path, width, size)
  );
};

/** The width of a column of `names`: as the widest needs, from `least` to `most` CSS pixels. */
export const nameColumn = (
  names: readonly { readonly text: string; readonly indent: number }[],
  least: number,
  most: number,
): number =>
  Math.ceil(Math.min(most, Math.max(least, ...names.map(({ text, indent }) => textWidth(text) + indent))));

/** A text on at most `most` lines of `width` CSS pixels at `size`; "…" ends the last if there is more. */
export const wrapText = (text: string, width: number, most: number, size: number): readonly string[] => {
  const lines: string[] = [];
  let rest = text;
  while (rest !== '' && lines.length < most - 1) {
    const line = fittingStart(rest, width, size);
    lines.push(line.trimEnd());
    rest = rest.slice(line.length).trimStart();
  }
  return rest === '' ? lines : [...lines, clipText(rest, width, size)];
};

/** The beginning of a text that fits: whole words, or letters if not even one word fits. */
const fittingStart = (text: string, width: number, size: number): string => {
  let fitting = '';
  for (const part of text.match(/\S+\s*/gu) ?? []) {
    if (textWidth((fitting + part).trimEnd(), size) > width) break;
    fitting += part;
  }
  if (fitting !== '') return fitting;
  let letters = '';
  for (const letter of text) {
    if (letters !== '' && textWidth(letters + letter, size) > width) break;
    letters += letter;
  }
  return letters;
};

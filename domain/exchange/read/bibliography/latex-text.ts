/** The text of a value in the markup of LaTeX, as bibliographies use it: accents, signs, dashes, words of commands. */

/** The combining mark of each accent. */
const accents: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030a',
  H: '\u030b',
  v: '\u030c',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
  b: '\u0331',
};

const signs: Readonly<Record<string, string>> = {
  ss: 'ß',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  aa: 'å',
  AA: 'Å',
  dh: 'ð',
  DH: 'Ð',
  th: 'þ',
  TH: 'Þ',
  i: 'ı',
  j: 'ȷ',
  textendash: '–',
  textemdash: '—',
  textquoteleft: '‘',
  textquoteright: '’',
  textquotedblleft: '“',
  textquotedblright: '”',
  textellipsis: '…',
  dots: '…',
  ldots: '…',
  textregistered: '®',
  texttrademark: '™',
  copyright: '©',
  pounds: '£',
  euro: '€',
  S: '§',
  P: '¶',
  // Until the end: it begins no command.
  textbackslash: '\uE001',
  textasciitilde: '~',
  textasciicircum: '^',
};

const ACCENT = /\\(?:([`'^~=."])\s*|([urHvdckb])(?![a-z])\s*)(?:\{\s*(\\?[a-z])\s*\}|(\\?[a-z]))/giu;

const accented = (text: string): string =>
  text.replace(
    ACCENT,
    (_, sign: string | undefined, word: string | undefined, inner?: string, bare?: string) => {
      const letter = (inner ?? bare ?? '').replace(/^\\/u, '');
      return `${letter}${accents[sign ?? word ?? ''] ?? ''}`.normalize('NFC');
    },
  );

const signed = (text: string): string =>
  text
    .replace(/\\([a-z]+)(?:\{\}|\s+)?/giu, (whole, name: string) =>
      Object.hasOwn(signs, name) ? (signs[name] ?? '') : whole,
    )
    .replace(/\\([&%$#_{}])/gu, '\uE000$1');

/** `value` as text on one line. */
export const latexText = (value: string): string =>
  signed(accented(value))
    // A command that is left formats its words, which stay.
    .replace(/\\[a-z]+\*?\s*/giu, '')
    .replace(/---/gu, '—')
    .replace(/--/gu, '–')
    .replace(/``/gu, '“')
    .replace(/''/gu, '”')
    .replace(/(?<!\uE000)[{}]/gu, '')
    .replace(/(?<![\uE000\\])[~]/gu, '\u00a0')
    .replaceAll('\uE000', '')
    .replaceAll('\uE001', '\\')
    .replace(/[ \t\r\n]+/gu, ' ')
    .trim();

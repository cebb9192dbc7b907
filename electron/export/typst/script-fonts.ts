import { hanFamilies } from './han-faces.ts';

/** A font that is loaded only for a memo with letters of its script. */
export type ScriptFont = { readonly family: string; readonly letters: RegExp };

const face = (family: string, letters: RegExp): ScriptFont => ({ family, letters });
const noto = (name: string, letters: RegExp): ScriptFont => face(`Noto Sans ${name}`, letters);

/** The characters that the four East Asian fonts have between them, including punctuation and full-width forms. */
const EAST_ASIAN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303F\u3200-\u33FF\uFE30-\uFE4F\uFF00-\uFFEF]/u;
/** Arrows and mathematical symbols are in the fonts of every memo; these ranges are symbols, dingbats and emoji. */
const SIGNS = /[\u2300-\u23FF\u2440-\u27BF\u2900-\u2BFF\u{1F000}-\u{1FBFF}]|\u20E3|\uFE0F/u;

/** Letters for mathematical notation, sometimes used for effect: 𝔹, 𝘪𝘵𝘢𝘭𝘪𝘤. */
const MATHEMATICS =
  /[\u{1D400}-\u{1D7FF}\u2102\u210A-\u2113\u2115\u2119-\u211D\u2124\u2128\u212C\u212D\u212F-\u2138\u2145-\u2149\u27C0-\u27EF\u2980-\u2AFF]/u;

/** Fonts were chosen whose text copies correctly out of a PDF: see resources/fonts/README.md. */
const scriptFonts: readonly ScriptFont[] = [
  noto('Armenian', /\p{Script=Armenian}/u),
  noto('Georgian', /\p{Script=Georgian}/u),
  noto('Ethiopic', /\p{Script=Ethiopic}/u),
  noto('Devanagari', /\p{Script=Devanagari}/u),
  face('Hind Siliguri', /\p{Script=Bengali}/u),
  noto('Gurmukhi', /\p{Script=Gurmukhi}/u),
  noto('Gujarati', /\p{Script=Gujarati}/u),
  face('Baloo Bhaina 2', /\p{Script=Oriya}/u),
  noto('Tamil', /\p{Script=Tamil}/u),
  face('Mandali', /\p{Script=Telugu}/u),
  noto('Kannada', /\p{Script=Kannada}/u),
  noto('Malayalam', /\p{Script=Malayalam}/u),
  noto('Sinhala', /\p{Script=Sinhala}/u),
  noto('Thai', /\p{Script=Thai}/u),
  face('Phetsarath', /\p{Script=Lao}/u),
  face('Hanuman', /\p{Script=Khmer}/u),
  noto('Myanmar', /\p{Script=Myanmar}/u),
  face('Uchen', /\p{Script=Tibetan}/u),
  noto('Syriac', /\p{Script=Syriac}/u),
  noto('Tifinagh', /\p{Script=Tifinagh}/u),
  noto('Cherokee', /\p{Script=Cherokee}/u),
  noto('Canadian Aboriginal', /\p{Script=Canadian_Aboriginal}/u),
  ...hanFamilies.map((family) => face(family, EAST_ASIAN)),
  face('Noto Emoji', SIGNS),
  noto('Symbols 2', SIGNS),
  noto('Math', MATHEMATICS),
];

const anyOfThem = new RegExp([...new Set(scriptFonts.map(({ letters }) => letters.source))].join('|'), 'u');

/** Characters beyond Latin, Cyrillic, Greek, Hebrew, Arabic and punctuation, to which most memos are limited. */
const beyondCommon = /[\u20D0-\uFDCF\u0530-\u058F\u0700-\u1FFF\uFDD1-\u{10FFFF}]/u;

/** The fonts requested for the language of a quotation, in a document as the template reads it. */
const ASKED = /"face":"([^"]+)"/g;

/**
 * The font families that a document for the template (JSON) needs in addition to those of every memo, in the order of
 * preference; none for Latin, Greek, Cyrillic, Arabic and Hebrew. Of the East Asian families, those that its languages
 * request come first.
 */
export const scriptFamiliesIn = (input: string): readonly string[] => {
  if (!beyondCommon.test(input) || !anyOfThem.test(input)) return [];
  const needed = scriptFonts.flatMap(({ family, letters }) => (letters.test(input) ? [family] : []));
  const asked = Array.from(input.matchAll(ASKED), ([, family]) => family ?? '');
  return [...new Set([...asked.filter((family) => needed.includes(family)), ...needed])];
};

/** The name of a family's file in `resources/fonts/scripts`. */
export const scriptFontFile = (family: string): string =>
  `${family.toLowerCase().replaceAll(' ', '-')}-regular.ttf`;

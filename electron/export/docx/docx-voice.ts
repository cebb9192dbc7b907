/** The language and direction of words of a source as Word's properties, with a font that has their letters. */
import type { Direction } from '#domain/memo/memo-document.ts';

type Fonts = { readonly eastAsia: string; readonly hint: 'eastAsia' } | { readonly cs: string };

/**
 * Word sets Chinese characters, kana and Hangul in a separate font; the hint makes it use that font for their quotation
 * marks too.
 */
const eastAsian = (eastAsia: string): Fonts => ({ eastAsia, hint: 'eastAsia' });
/** Word sets complex scripts in another separate font. */
const shaped = (cs: string): Fonts => ({ cs });

const INDIC = shaped('Nirmala UI');
const SOUTH_EAST_ASIAN = shaped('Leelawadee UI');

const fontsByLanguage: Readonly<Record<string, Fonts>> = {
  zh: eastAsian('SimSun'),
  yue: eastAsian('PMingLiU'),
  ja: eastAsian('Yu Mincho'),
  ko: eastAsian('Batang'),
  hi: INDIC,
  mr: INDIC,
  ne: INDIC,
  bn: INDIC,
  as: INDIC,
  pa: INDIC,
  gu: INDIC,
  or: INDIC,
  ta: INDIC,
  te: INDIC,
  kn: INDIC,
  ml: INDIC,
  si: INDIC,
  th: SOUTH_EAST_ASIAN,
  lo: SOUTH_EAST_ASIAN,
  km: SOUTH_EAST_ASIAN,
  my: shaped('Myanmar Text'),
  bo: shaped('Microsoft Himalaya'),
  dz: shaped('Microsoft Himalaya'),
};

const traditional = /^zh-(?:.*-)?(?:hant|tw|hk|mo)(?:-|$)/i;

const fontsOf = (language: string): Fonts | undefined =>
  traditional.test(language)
    ? eastAsian('PMingLiU')
    : fontsByLanguage[language.toLowerCase().split('-')[0] ?? ''];

const languageOf = (language: string, dir: Direction, fonts: Fonts | undefined) => {
  const isShaped = dir === 'rtl' || (fonts !== undefined && 'cs' in fonts);
  const isEastAsian = fonts !== undefined && 'eastAsia' in fonts;
  return {
    value: language,
    ...(isShaped ? { bidirectional: language } : {}),
    ...(isEastAsian ? { eastAsia: language } : {}),
  };
};

/** The options of a run of words in `lang` (BCP 47); null if that is the language of the memo. */
export const voiceOf = (lang: string | null, dir: Direction) => {
  const direction = dir === 'rtl' ? { rightToLeft: true } : {};
  if (lang === null) return direction;
  const fonts = fontsOf(lang);
  return {
    ...direction,
    language: languageOf(lang, dir, fonts),
    ...(fonts === undefined ? {} : { font: fonts }),
  };
};

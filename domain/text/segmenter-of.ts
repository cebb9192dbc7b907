/** The rules of `Intl.Segmenter` by language. Making one costs far more than using it, so each is kept. */
const segmenters = new Map<string, Intl.Segmenter>();

/** An invalid language tag ("en_US", "English (UK)") uses the universal rules. */
const localeOf = (language: string): string => {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'und';
  } catch {
    return 'und';
  }
};

/**
 * The segmenter of a language by the rules of Unicode (UAX 29); it never throws.
 * @param language BCP 47; null, "und" and invalid tags use the universal rules
 */
export const segmenterOf = (
  language: string | null,
  granularity: 'grapheme' | 'word' | 'sentence',
): Intl.Segmenter => {
  const key = `${granularity} ${language ?? 'und'}`;
  const known = segmenters.get(key);
  if (known !== undefined) return known;
  const segmenter = new Intl.Segmenter(localeOf(language ?? 'und'), { granularity });
  segmenters.set(key, segmenter);
  return segmenter;
};

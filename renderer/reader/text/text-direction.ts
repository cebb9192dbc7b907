const rightToLeft = new Set(['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm', 'Rohg', 'Mand', 'Samr']);

const scriptOf = (language: string): string | undefined => {
  try {
    return new Intl.Locale(language).maximize().script;
  } catch {
    // What an importer found as a language need not be one.
    return undefined;
  }
};

/** The direction in which a language (BCP 47) is written. */
export const textDirection = (language: string): 'ltr' | 'rtl' =>
  rightToLeft.has(scriptOf(language) ?? '') ? 'rtl' : 'ltr';

import { languageOfScript } from '#domain/article/draft/language-of-script.ts';
import { hasFrameWords } from '#domain/reading/frame-words.ts';

const SAMPLE_LENGTH = 8000;
const MIN_LETTERS = 60;

/**
 * The language that `text` is most like of those whose words the checks know, for an article that does not say it; null
 * where it is short or like none. A wrong guess looks for words that do not stand there, and is kept nowhere.
 */
export const guessLanguage = async (text: string): Promise<string | null> => {
  const sample = text.slice(0, SAMPLE_LENGTH);
  const byScript = languageOfScript(sample);
  if (byScript !== null) return byScript;
  if ((sample.match(/\p{L}/gu)?.length ?? 0) < MIN_LETTERS) return null;
  // Loaded for the first text that does not say what it is written in.
  const { eld } = await import('eld/extrasmall');
  const { language } = eld.detect(sample);
  return hasFrameWords(language) ? language : null;
};

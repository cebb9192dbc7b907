import { useState } from 'react';
import { nameOfLanguage } from '#domain/translation/print-translation.ts';
import { languageSchema } from '#domain/translation/translation.ts';
import { ComboBox } from '#renderer/ui/choices/ComboBox.tsx';

/** Offered by name: the languages of the most read press (BCP 47). Any other code can be typed. */
const codes = [
  ...[
    'en',
    'ar',
    'az',
    'be',
    'bg',
    'bn',
    'bs',
    'ca',
    'cs',
    'da',
    'de',
    'el',
    'es',
    'et',
    'fa',
    'fi',
    'fil',
    'fr',
  ],
  ...[
    'ga',
    'he',
    'hi',
    'hr',
    'hu',
    'hy',
    'id',
    'is',
    'it',
    'ja',
    'ka',
    'kk',
    'km',
    'ko',
    'ku',
    'ky',
    'lo',
    'lt',
  ],
  ...[
    'lv',
    'mk',
    'mn',
    'ms',
    'my',
    'nb',
    'ne',
    'nl',
    'pl',
    'ps',
    'pt',
    'pt-BR',
    'ro',
    'ru',
    'sk',
    'sl',
    'so',
  ],
  ...['sq', 'sr', 'sv', 'sw', 'ta', 'tg', 'th', 'ti', 'tk', 'tr', 'ug', 'uk', 'ur', 'uz', 'vi'],
  ...['zh-Hans', 'zh-Hant'],
];
const offered = codes
  .map((id) => ({ id, name: nameOfLanguage(id) }))
  .sort((a, b) => a.name.localeCompare(b.name, 'en'));

/** The typed language: by its name, else by its code, in BCP 47 form; null for neither. */
export const readLanguage = (typed: string): string | null => {
  const wanted = typed.trim().toLowerCase();
  const named = offered.find(({ id, name }) => name.toLowerCase() === wanted || id.toLowerCase() === wanted);
  if (named !== undefined) return named.id;
  const code = languageSchema.safeParse(typed.trim());
  // Longer words are unfinished names; a language code has two or three letters.
  return code.success && /^[a-z]{2,3}(?:-|$)/iu.test(code.data) && nameOfLanguage(code.data) !== code.data
    ? (Intl.getCanonicalLocales(code.data)[0] ?? null)
    : null;
};

export type LanguageFieldProps = {
  readonly label: string;
  /** A code; null for none. */
  readonly value: string | null;
  readonly autoFocus?: boolean;
  /** Null while the typed text is not a language. */
  readonly onChange: (language: string | null) => void;
};

/** A language, by its name or its code. */
export const LanguageField = ({ label, value, autoFocus = false, onChange }: LanguageFieldProps) => {
  const [text, setText] = useState(value === null ? '' : nameOfLanguage(value));
  const [shown, setShown] = useState(value);
  // A value set by undo or another window is shown; text being typed stays.
  if (value !== shown) {
    setShown(value);
    if (readLanguage(text) !== value) setText(value === null ? '' : nameOfLanguage(value));
  }
  const wanted = text.trim().toLowerCase();
  const isWhole = offered.some(
    ({ id, name }) => name.toLowerCase() === wanted || id.toLowerCase() === wanted,
  );
  const begins = (name: string): boolean => name.toLowerCase().startsWith(wanted);
  const options = offered
    .filter(
      ({ id, name }) => isWhole || name.toLowerCase().includes(wanted) || id.toLowerCase().startsWith(wanted),
    )
    .sort((a, b) => (isWhole ? 0 : Number(begins(b.name)) - Number(begins(a.name))));
  // “ger” is a code and the beginning of a name; “eo” is a code that occurs inside the name of another language.
  const takesFirst = !isWhole && (readLanguage(text) === null || begins(options[0]?.name ?? ''));
  const take = (typed: string): void => {
    setText(typed);
    onChange(readLanguage(typed));
  };
  return (
    <ComboBox
      label={label}
      options={options}
      text={text}
      takesFirst={takesFirst}
      selectsOnFocus
      menuTrigger="input"
      autoFocus={autoFocus}
      placeholder="Name or code, such as German or de"
      noOptions="No language of this name; a code such as “wo” works too"
      onTextChange={take}
      onPick={(id) => take(nameOfLanguage(id))}
    />
  );
};

import type { Form } from '#domain/memo/form/form.ts';
import type { Logo } from '#domain/memo/form/logo.ts';
import { numberingSchema, printNumber } from '#domain/memo/form/numbering.ts';
import styles from './form-outline.module.css';

const noteOf = ({ isRequired, whenEmpty }: Form['sections'][number]): string =>
  [isRequired ? 'required' : '', whenEmpty === '' ? '' : `if empty, prints “${whenEmpty}”`]
    .filter((part) => part !== '')
    .join('; ');

/** How its memos are numbered: the first two of this year, where the pattern is whole. */
const numbersOf = ({ numbering }: Form): string => {
  if (!numberingSchema.safeParse(numbering).success) return numbering;
  const year = new Date().getFullYear();
  return `Numbered ${printNumber(numbering, year, 1)}, ${printNumber(numbering, year, 2)}, …`;
};

/** What a memo in a form will have: its sections in their order, with what belongs into each. */
export const FormOutline = ({ form }: { readonly form: Form }) => (
  <section
    className={styles.outline}
    aria-label={`Sections of ${form.name}`}
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the arrow keys have to reach it
    tabIndex={0}
  >
    {form.logo !== null && <LogoPicture logo={form.logo} />}
    {form.letterhead.trim() !== '' && <p className={styles.letterhead}>{form.letterhead}</p>}
    <p className={styles.number}>{numbersOf(form)}</p>
    <ol className={styles.sections}>
      {form.sections.map((section, at) => (
        // Two sections may be called the same: their place tells them apart.
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is what tells them apart
        <li key={at}>
          <span className={styles.heading}>{section.heading}</span>
          {noteOf(section) !== '' && <span className={styles.note}>{noteOf(section)}</span>}
          <span className={styles.prompt}>{section.prompt}</span>
        </li>
      ))}
    </ol>
  </section>
);

/** The logo of a form, about as large as it is printed. */
export const LogoPicture = ({ logo: { mediaType, base64, alt } }: { readonly logo: Logo }) => (
  <img className={styles.logo} src={`data:${mediaType};base64,${base64}`} alt={alt} />
);

import type { Form } from '#domain/memo/form/form.ts';
import type { Logo } from '#domain/memo/form/logo.ts';
import { numberingSchema, printNumber } from '#domain/memo/form/numbering.ts';
import styles from './form-outline.module.css';

const noteOf = ({ isRequired, whenEmpty }: Form['sections'][number]): string =>
  [isRequired ? 'required' : '', whenEmpty === '' ? '' : `if empty, prints “${whenEmpty}”`]
    .filter((part) => part !== '')
    .join('; ');

/** Sample numbers of its memos: the first two of this year, if the pattern is complete. */
const numbersOf = ({ numbering }: Form): string => {
  if (!numberingSchema.safeParse(numbering).success) return numbering;
  const year = new Date().getFullYear();
  return `Numbered ${printNumber(numbering, year, 1)}, ${printNumber(numbering, year, 2)}, …`;
};

/** A preview of a form's memos: its sections in order, with their prompts. */
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
        // Two sections may have the same name: their index distinguishes them.
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

/** The logo of a form, about as large as in print. */
export const LogoPicture = ({ logo: { mediaType, base64, alt } }: { readonly logo: Logo }) => (
  <img className={styles.logo} src={`data:${mediaType};base64,${base64}`} alt={alt} />
);

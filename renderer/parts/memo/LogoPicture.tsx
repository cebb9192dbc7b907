import type { Logo } from '#domain/memo/form/logo.ts';
import styles from './form-outline.module.css';

/** The logo of a form, about as large as it is printed. */
export const LogoPicture = ({ logo: { mediaType, base64, alt } }: { readonly logo: Logo }) => (
  <img className={styles.logo} src={`data:${mediaType};base64,${base64}`} alt={alt} />
);

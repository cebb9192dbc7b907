import type { Bibliography } from './bibliography/bibliography.ts';

/**
 * The bibliography of a file that came with a mail. One that does not say where it was published was sent from one
 * person to another: CSL 1.0.2 counts it as personal communication. What it says of itself stays as it is.
 */
export const attachedBibliography = (bibliography: Bibliography): Bibliography =>
  bibliography.publisher === null && bibliography.url === null
    ? { ...bibliography, type: 'personal_communication' }
    : bibliography;

import { createContext, useContext } from 'react';
import type { OpenPdf } from '#renderer/pdf/draw-pdf.ts';
import type { PageLetters } from './page-letters.ts';

/** Shared by the parts of the view of one original. */
export type SharedPages = {
  readonly pdf: OpenPdf;
  readonly letters: PageLetters;
};

export const PagesContext = createContext<SharedPages | null>(null);

export const usePages = (): SharedPages => {
  const shared = useContext(PagesContext);
  if (shared === null) throw new Error('A part of the page view stands outside of it');
  return shared;
};

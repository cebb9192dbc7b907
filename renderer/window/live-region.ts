import { create } from 'zustand';

/** What the one polite live region says to screen readers. */
export const useLiveRegion = create<{ readonly text: string }>(() => ({ text: '' }));

/** Says a sentence to screen readers: "Claim added, 38 words, inside another." */
export const announce = (text: string): void =>
  // A repeated sentence is a new one only where the text differs.
  useLiveRegion.setState((current) => ({ text: current.text === text ? `${text}\u00a0` : text }));

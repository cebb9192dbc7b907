import { create } from 'zustand';

/** The current message of the one polite live region. */
export const useLiveRegion = create<{ readonly text: string }>(() => ({ text: '' }));

/** Announces a sentence to screen readers: "Claim added, 38 words, inside another." */
export const announce = (text: string): void =>
  // A repeated sentence is only announced if the text differs.
  useLiveRegion.setState((current) => ({ text: current.text === text ? `${text}\u00a0` : text }));

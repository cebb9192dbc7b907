/** A placeholder for a figure between reading the text of a PDF and drawing its figures; never in an article. */

const ADDRESS = /^figure:(\d+)$/u;

/** The address of the figure with that number. */
export const figureAddress = (number: number): string => `figure:${number}`;

/** The number of the figure at an address; null if it is not one. */
export const figureAtAddress = (address: string): number | null => {
  const [, number] = ADDRESS.exec(address) ?? [];
  return number === undefined ? null : Number(number);
};

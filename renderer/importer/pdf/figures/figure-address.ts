/** What stands for a figure between the text of a PDF and the drawing of its figures; never in an article. */

const ADDRESS = /^figure:(\d+)$/u;

/** The address of the figure of that number. */
export const figureAddress = (number: number): string => `figure:${number}`;

/** The number of the figure at an address; null where it is that of none. */
export const figureAtAddress = (address: string): number | null => {
  const [, number] = ADDRESS.exec(address) ?? [];
  return number === undefined ? null : Number(number);
};

import { printCount } from '../print-count.ts';

const units = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const;

/** A number of bytes as a person reads it, in powers of a thousand: "3.4 MB". */
export const printBytes = (bytes: number): string => {
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1);
  const number = bytes / 1000 ** power;
  return `${power === 0 ? number : number.toFixed(1)} ${units[power]}`;
};

/** "3,412 files, 12.4 MB". */
export const printAmount = ({ files, bytes }: { readonly files: number; readonly bytes: number }): string =>
  `${printCount(files, 'file')}, ${printBytes(bytes)}`;

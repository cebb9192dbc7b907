/** Makes the file of passages in one format. Nothing is written to the disk. */
import type { ExportedPassage } from '#domain/memo/passages/exported-passage.ts';
import type { PassageFormat } from '#domain/memo/passages/passage-format.ts';

export type WritePassages = (format: PassageFormat, passages: readonly ExportedPassage[]) => Uint8Array;

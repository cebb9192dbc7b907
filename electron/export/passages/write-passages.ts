import type { NewId } from '#domain/ids.ts';
import type { ExportedPassage } from '#domain/memo/passages/exported-passage.ts';
import type { PassageFormat } from '#domain/memo/passages/passage-format.ts';
import type { WritePassages } from '../../ports/passage-writer.ts';
import { writePassageCsv } from './write-passage-csv.ts';
import { writePassageMarkdown } from './write-passage-markdown.ts';
import { writeWebAnnotations } from './write-web-annotations.ts';

type Write = (passages: readonly ExportedPassage[], newId: NewId) => string;

const writers: Readonly<Record<PassageFormat, Write>> = {
  jsonld: (passages, newId) => writeWebAnnotations(passages, newId()),
  csv: writePassageCsv,
  md: writePassageMarkdown,
};

/** Writes passages in any of their formats, in UTF-8. */
export const createPassageWriter =
  (newId: NewId): WritePassages =>
  (format, passages) =>
    new TextEncoder().encode(writers[format](passages, newId));

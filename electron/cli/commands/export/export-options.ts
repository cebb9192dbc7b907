/** What goes into an exported file, as options of the command line. */
import { z } from 'zod';
import { type ExportParts, exportPartsSchema, usualParts } from '#domain/memo/export/export-parts.ts';
import { choice, flag, several, value } from '../../arguments/options.ts';

const { shape } = exportPartsSchema;
const asked = z.boolean().default(false);
const keyWords = shape.key.exclude(['long']);

export const partsOptions = {
  draft: flag,
  final: flag,
  annex: flag,
  notes: flag,
  hashes: flag,
  key: choice(keyWords.options),
  'portion-marks': flag,
  'line-numbers': flag,
  distribution: several(value('NAME')),
  copy: value('NUMBER'),
  'no-author': flag,
  'no-tasks': flag,
  'no-metadata': flag,
};

export const partsShape = {
  draft: asked,
  final: asked,
  annex: asked,
  notes: asked,
  hashes: asked,
  key: keyWords.optional(),
  'portion-marks': asked,
  'line-numbers': asked,
  distribution: shape.distribution.default([]),
  copy: shape.copyNumber.default(''),
  'no-author': asked,
  'no-tasks': asked,
  'no-metadata': asked,
};

type Asked = z.output<z.ZodObject<typeof partsShape>>;

const markOf = ({ draft, final }: Asked): ExportParts['stateMark'] => {
  if (draft) return 'draft';
  return final ? 'none' : usualParts.stateMark;
};

/** The parts that were asked for. Notes stand in the annex, so that they bring it with them. */
export const partsOf = (options: Asked): ExportParts => ({
  author: !options['no-author'],
  tasks: !options['no-tasks'],
  annex: options.annex || options.notes,
  notes: options.notes,
  hashes: options.hashes,
  metadata: !options['no-metadata'],
  stateMark: markOf(options),
  key: options.key ?? usualParts.key,
  portionMarks: options['portion-marks'],
  lineNumbers: options['line-numbers'],
  distribution: options.distribution,
  copyNumber: options.copy,
});

export const partsSays =
  'A memo that was not sent is marked as what it is, a draft or in review; --draft marks it as a draft whatever its state, --final not at all, for it is ready to be sent. --annex shows each cited passage in its paragraph, --notes with your own notes; --hashes names copies and quotations by their SHA-256. The key to grades and terms stands at the end from three pages on, or where --key says.';

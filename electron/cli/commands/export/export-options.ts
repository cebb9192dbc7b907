/** What goes into an exported file, as options of the command line. */
import { z } from 'zod';
import { type ChosenParts, exportPartsSchema } from '#domain/memo/export/export-parts.ts';
import { choice, flag, several, value } from '../../arguments/options.ts';
import { filled } from '../../arguments/words.ts';

const { shape } = exportPartsSchema;
const asked = z.boolean().default(false);
const keyWords = shape.key.exclude(['long']);

export const partsOptions = {
  draft: flag,
  final: flag,
  annex: flag,
  'no-annex': flag,
  'annex-search': value('NAME|ID'),
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
  'no-annex': asked,
  'annex-search': filled.optional(),
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

const markOf = ({ draft, final }: Asked): ChosenParts => {
  if (draft) return { stateMark: 'draft' };
  return final ? { stateMark: 'none' } : {};
};

/** The annex is there for what stands in it, and may be left out where the form of the memo has it. */
const annexOf = (options: Asked): ChosenParts => {
  if (options.annex || options.notes || options['annex-search'] !== undefined) return { annex: true };
  return options['no-annex'] ? { annex: false } : {};
};

/** The parts that were asked for; the others are as the form of the memo has them. */
export const partsOf = (options: Asked): ChosenParts => ({
  author: !options['no-author'],
  tasks: !options['no-tasks'],
  metadata: !options['no-metadata'],
  notes: options.notes,
  hashes: options.hashes,
  portionMarks: options['portion-marks'],
  lineNumbers: options['line-numbers'],
  distribution: options.distribution,
  copyNumber: options.copy,
  ...annexOf(options),
  ...markOf(options),
  ...(options.key === undefined ? {} : { key: options.key }),
});

export const partsSays =
  'A memo that was not sent is marked as what it is, a draft or in review; --draft marks it as a draft whatever its state, --final not at all, for it is ready to be sent. Whether the key to grades and terms and the annex are in it is as the form of the memo has it, but for what is asked for: --key says where the key stands (a form that has it prints it from three pages on), --annex shows each cited passage in its paragraph, --notes with your own notes, --annex-search shows the passages of a saved search in place of those cited, --no-annex leaves it out; --hashes names copies and quotations by their SHA-256.';

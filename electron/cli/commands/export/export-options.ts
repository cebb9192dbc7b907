/** What goes into an exported file, as options of the command line. */
import { z } from 'zod';
import { type ChosenParts, exportPartsSchema } from '#domain/memo/export/export-parts.ts';
import { memoFormatOf, memoFormats } from '#domain/memo/memo-format.ts';
import { choice, flag, several, value } from '../../arguments/options.ts';
import { filled } from '../../arguments/words.ts';

/** The ending of the file determines the format. */
export const exportedFile = filled.transform((to, context) => {
  const format = memoFormatOf(to);
  if (format !== null) return { to, format };
  const endings = memoFormats.map((each) => `.${each}`).join(', ');
  context.addIssue({ code: 'custom', message: `must end in one of ${endings}` });
  return z.NEVER;
});

const { shape } = exportPartsSchema;
const asked = z.boolean().default(false);
const keyWords = shape.key.exclude(['long']);
const contentsWords = shape.contents.exclude(['long']);

export const partsOptions = {
  draft: flag('marks the file as a draft, whatever its state'),
  final: flag('prints no state'),
  annex: flag('adds each cited passage in its paragraph'),
  'no-annex': flag('leaves out the annex of the form'),
  'annex-search': value('NAME|ID', 'an annex of the passages of a saved search'),
  notes: flag('adds your own notes to the annex'),
  hashes: flag('adds the SHA-256 of copies and quotations'),
  contents: choice(contentsWords.options, 'whether the memo lists its contents'),
  key: choice(keyWords.options, 'the place of the key to grades and terms'),
  'portion-marks': flag('marks each paragraph'),
  'line-numbers': flag('numbers the lines'),
  distribution: several(value('NAME', 'a name of the distribution list; repeat for each')),
  copy: value('NUMBER', 'the number of this copy, such as “3 of 12”'),
  'no-author': flag('leaves out the author'),
  'no-tasks': flag('leaves out the open tasks'),
  metadata: flag('keeps the file metadata of a memo marked TLP:CLEAR'),
  'no-metadata': flag('leaves out the file metadata'),
};

export const partsShape = {
  draft: asked,
  final: asked,
  annex: asked,
  'no-annex': asked,
  'annex-search': filled.optional(),
  notes: asked,
  hashes: asked,
  contents: contentsWords.optional(),
  key: keyWords.optional(),
  'portion-marks': asked,
  'line-numbers': asked,
  distribution: shape.distribution.default([]),
  copy: shape.copyNumber.default(''),
  'no-author': asked,
  'no-tasks': asked,
  metadata: asked,
  'no-metadata': asked,
};

type Asked = z.output<z.ZodObject<typeof partsShape>>;

const markOf = ({ draft, final }: Asked): ChosenParts => {
  if (draft) return { stateMark: 'draft' };
  return final ? { stateMark: 'none' } : {};
};

/** The annex is included if it has content, and can be left out if the form of the memo includes it. */
const annexOf = (options: Asked): ChosenParts => {
  if (options.annex || options.notes || options['annex-search'] !== undefined) return { annex: true };
  return options['no-annex'] ? { annex: false } : {};
};

/** If no option is given, the marking of the memo decides. */
const metadataOf = (options: Asked): ChosenParts => {
  if (options['no-metadata']) return { metadata: false };
  return options.metadata ? { metadata: true } : {};
};

/** The parts that the options request; the others are as in the form of the memo. */
export const partsOf = (options: Asked): ChosenParts => ({
  author: !options['no-author'],
  tasks: !options['no-tasks'],
  notes: options.notes,
  hashes: options.hashes,
  portionMarks: options['portion-marks'],
  lineNumbers: options['line-numbers'],
  distribution: options.distribution,
  copyNumber: options.copy,
  ...annexOf(options),
  ...metadataOf(options),
  ...markOf(options),
  ...(options.contents === undefined ? {} : { contents: options.contents }),
  ...(options.key === undefined ? {} : { key: options.key }),
});

export const partsSays =
  'A memo that was not sent is marked as a draft or in review. --draft always marks it as a draft; --final prints no state. The form decides about the contents, the key and the annex, unless you say otherwise: --contents lists the contents always or never, --key places the key, --annex shows each cited passage in its paragraph, --notes adds your own notes, --annex-search shows the passages of a saved search instead, and --no-annex omits the annex. --hashes adds the SHA-256 of copies and quotations.';

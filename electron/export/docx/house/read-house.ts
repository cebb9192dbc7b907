import type { AppError } from '#domain/contract/errors/app-error.ts';
import { assignStyles, wordPartNames } from '#domain/memo/form/word/word-parts.ts';
import type { WordTemplate } from '#domain/memo/form/word/word-template.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { TemplateReader } from '../../../ports/importer.ts';
import type { House } from './graft-house.ts';

export type ReadTemplate = TemplateReader['readBytes'];

/** For contexts in which templates can't be read. */
export const noTemplates: ReadTemplate = async () => err({ code: 'importer-crashed' });

/** The house template, parsed anew each time: files in an archive may come from anywhere. */
export const houseOf = async (
  { wordTemplate }: { readonly wordTemplate?: WordTemplate },
  readTemplate: ReadTemplate,
): Promise<Result<House | null, AppError>> => {
  if (wordTemplate === undefined) return ok(null);
  const { fileName, base64, styles } = wordTemplate;
  const template = await readTemplate(fileName, new Uint8Array(Buffer.from(base64, 'base64')));
  if (!template.ok) return template;
  const assigned = assignStyles(styles, template.value.styles);
  // A part for which a style of ours was chosen by hand is not missing.
  const missing = wordPartNames.filter((part) => assigned[part] === null && styles[part] !== null);
  return ok({ template: template.value, assigned, missing });
};

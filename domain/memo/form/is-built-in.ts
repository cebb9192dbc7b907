import type { MemoTemplate } from '../memo.ts';
import { type BuiltInFormId, builtInFormIds } from './built-in-form-ids.ts';

/** Whether it is the name of a form that Precis comes with, and not the id of one of the archive's own. */
export const isBuiltIn = (template: MemoTemplate): template is BuiltInFormId =>
  builtInFormIds.some((id) => id === template);

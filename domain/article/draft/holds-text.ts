import type { Body } from '../body/body.ts';
import { canonicalText, hasWords } from '../body/canonical-text.ts';
import { type ImportRemark, readablePages } from './import-remarks.ts';

/** Whether a text that was read holds words, or pages that can be read yet: pictures alone are no article. */
export const holdsText = (parsed: {
  readonly body: Body;
  readonly remarks?: readonly ImportRemark[] | undefined;
}): boolean => hasWords(canonicalText(parsed.body)) || readablePages(parsed.remarks ?? []).length > 0;

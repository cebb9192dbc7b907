import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { MemoPreview } from '#domain/contract/memo.ts';
import type { Input } from '#domain/contract/requests.ts';
import { ok, type Result } from '#domain/result.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { dressMemo } from './dress-memo.ts';
import { prepareMemo } from './prepare-memo.ts';
import { freezeMemo } from './sent/freeze-memo.ts';

/**
 * How a memo looks in a format, also while checks fail. Formats that whoever opens them lays out are shown as the pages
 * of the PDF.
 */
export const previewMemo = async (
  deps: HandlerDeps,
  { memoId, format, options, parts }: Input<'memo:preview'>,
): Promise<Result<MemoPreview, AppError>> => {
  const prepared = await prepareMemo(deps, memoId);
  if (!prepared.ok) return prepared;
  const snapshot = freezeMemo(deps, prepared.value, 'export');
  // It names no snapshot: the same preview is the same file.
  const dressed = await dressMemo(deps, prepared.value, snapshot, parts);
  if (!dressed.ok) return dressed;
  const document = { ...dressed.value, manifest: null };
  if (format === 'email') return ok({ kind: 'text', text: deps.writeMemoEmail(document).text });
  if (format === 'md' || format === 'txt') {
    const made = await deps.memoWriters[format].write(document, options);
    return made.ok ? ok({ kind: 'text', text: new TextDecoder().decode(made.value.bytes) }) : made;
  }
  return ok({ kind: 'pages', printed: await deps.pdfMaker.make(document, options, `preview:${memoId}`) });
};

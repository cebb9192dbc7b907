import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Input } from '#domain/contract/requests.ts';
import type { MemoId } from '#domain/ids.ts';
import { newMemo } from '#domain/memo/new-memo.ts';
import { ok, type Result } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import { localToday } from '#electron/time/local-today.ts';
import { findForm } from '../form/read-form.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { withFigures } from './figure/cut-regions.ts';
import { findEvidence } from './find-evidence.ts';
import { groupPassages } from './group-passages.ts';
import { makeMemoOnce } from './make-memo-once.ts';
import { freeReference } from './taken-references.ts';

/**
 * Makes a draft that has the next free reference number of the year and cites the evidence that was asked for. Asked
 * for again it changes nothing. Fails `invalid-input` for an id that is taken, `not-found` for a form that is not there.
 */
export const createMemo = async (
  deps: HandlerDeps,
  { memoId, judgementId, title, template, marking, from, groupBy }: Input<'memo:create'>,
): Promise<Result<{ readonly memoId: MemoId }, AppError>> => {
  const { archive, catalogue, searchIndex, local, machine } = deps;
  const evidence = await findEvidence({ reader: archive, catalogue, searchIndex }, from);
  if (!evidence.ok) return evidence;
  // Cutting pictures takes long, and other acts go on meanwhile.
  const { passages, files } = await withFigures(deps, evidence.value.passages);
  return archive.perform(async (reader) => {
    const found = await findForm(reader, template);
    if (!found.ok) return found;
    const form = found.value;
    const nowMs = machine.nowMs();
    const today = localToday(nowMs);
    const { exportFrom, lexicon } = local.settings();
    const memo = newMemo({
      id: memoId,
      template,
      form,
      head: {
        title,
        referenceNumber: await freeReference(reader, today, form.numbering),
        from: exportFrom,
        language: form.language,
        lexicon,
      },
      asOf: today,
      marking,
      evidence: passages,
      ...(groupBy === undefined
        ? {}
        : { evidenceSections: await groupPassages(catalogue, passages, groupBy) }),
      evidenceMarkings: evidence.value.markings,
      judgementId,
      at: toTimestamp(nowMs),
    });
    const made = await makeMemoOnce(reader, 'memo:create', memo, files);
    if (!made.ok) return made;
    return ok({ value: { memoId }, name: 'add-memo', changes: [], newMemos: made.value });
  });
};

import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { PassageRow } from '#domain/contract/passage.ts';
import type { Input } from '#domain/contract/requests.ts';
import type { MemoId, SourceId, TagId } from '#domain/ids.ts';
import { fillDossier } from '#domain/memo/dossier/fill-dossier.ts';
import type { EvidencePassage } from '#domain/memo/evidence-block.ts';
import { builtInForms } from '#domain/memo/form/built-in-forms.ts';
import { type EvidenceGrouping, type GroupedPassage, groupEvidence } from '#domain/memo/group-evidence.ts';
import type { Memo } from '#domain/memo/memo.ts';
import type { MemoSection } from '#domain/memo/memo-content.ts';
import { type NewMemoInput, newMemo } from '#domain/memo/new-memo.ts';
import { ok, type Result } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import { printNamePath } from '#domain/tree/name-path.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import type { Catalogue } from '#electron/ports/catalogue.ts';
import { localToday } from '#electron/time/local-today.ts';
import { findForm } from '../form/read-form.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { quotedOfName, readDossier } from '../source/names/read-dossier.ts';
import { type EvidenceOf, findEvidence } from './citing/find-evidence.ts';
import { withFigures } from './figure/cut-regions.ts';
import { makeMemoOnce } from './make-memo-once.ts';
import { freeReference } from './taken-references.ts';

type Begun = Pick<
  Input<'memo:create'>,
  'memoId' | 'judgementId' | 'title' | 'template' | 'marking' | 'language'
>;
type WithEvidence = Pick<NewMemoInput, 'evidence' | 'evidenceMarkings' | 'evidenceSections'>;

/**
 * Composes a draft with the next free reference number of the year, without writing anything. Fails with `not-found`
 * for a missing form.
 */
export const composeMemo = async (
  { local, machine }: Pick<HandlerDeps, 'local' | 'machine'>,
  reader: ArchiveReader,
  { memoId: id, judgementId, title, template, marking, language }: Begun,
  evidence: WithEvidence = { evidence: [], evidenceMarkings: [] },
): Promise<Result<Memo, AppError>> => {
  const found = await findForm(reader, template, language);
  if (!found.ok) return found;
  const form = found.value;
  const nowMs = machine.nowMs();
  const today = localToday(nowMs);
  const { exportFrom, lexicon } = local.settings();
  const referenceNumber = await freeReference(reader, today, form.numbering);
  const head = { title, referenceNumber, from: exportFrom, language: language ?? form.language, lexicon };
  const at = toTimestamp(nowMs);
  return ok(newMemo({ id, template, form, head, asOf: today, marking, judgementId, at, ...evidence }));
};

type Paths = ReadonlyMap<TagId, readonly string[]>;

/** The deepest tag is the most specific; of several at the same depth, the first by name. */
const tagOf = ({ tagIds }: PassageRow, paths: Paths): string | null => {
  const named = tagIds.flatMap((id) => {
    const path = paths.get(id);
    return path === undefined ? [] : { depth: path.length, name: printNamePath(path) };
  });
  const [first] = named.toSorted((a, b) => b.depth - a.depth || a.name.localeCompare(b.name, 'en'));
  return first?.name ?? null;
};

/** The speaker; if none is named, the publication. */
const sourceOf = ({ speaker, publication }: PassageRow): string | null =>
  speaker?.name ?? publication?.name ?? null;

/** The evidence of a new memo in sections, by tag or by source. */
const groupPassages = async (
  catalogue: Pick<Catalogue, 'passage:rows' | 'tag:list'>,
  passages: readonly EvidencePassage[],
  grouping: EvidenceGrouping,
  language: string,
): Promise<readonly MemoSection[]> => {
  const rows = new Map(
    (await catalogue['passage:rows']({ passageIds: passages.map(({ passageId }) => passageId) })).map(
      (row) => [row.id, row],
    ),
  );
  const paths: Paths = new Map((await catalogue['tag:list']({})).map(({ id, path }) => [id, path]));
  const grouped = passages.map((passage): GroupedPassage => {
    const row = rows.get(passage.passageId);
    if (row === undefined) return { ...passage, group: null };
    return { ...passage, group: grouping === 'tag' ? tagOf(row, paths) : sourceOf(row) };
  });
  return groupEvidence(grouped, grouping, language);
};

/** For a name: the passages that it says and those that are about it. */
const evidenceOf = async (
  deps: HandlerDeps,
  from: Input<'memo:create'>['from'],
): Promise<Result<EvidenceOf, AppError>> => {
  if (from.kind !== 'name') return ok(from);
  const quoted = await quotedOfName(deps, from.sourceId);
  if (!quoted.ok) return quoted;
  return ok(
    quoted.value.length === 0 ? { kind: 'nothing' } : { kind: 'passages', passageIds: [...quoted.value] },
  );
};

/** Like createMemo, in the form of a dossier on a name. */
const createDossier = async (
  deps: HandlerDeps,
  { from: _, groupBy: _g, ...begun }: Input<'memo:create'>,
  sourceId: SourceId,
): Promise<Result<{ readonly memoId: MemoId }, AppError>> => {
  const language = begun.language ?? builtInForms.dossier.language;
  const read = await readDossier(deps, sourceId, language);
  if (!read.ok) return read;
  const { material, markings, files } = read.value;
  return deps.archive.perform(async (reader) => {
    const memo = await composeMemo(deps, reader, begun, { evidence: [], evidenceMarkings: markings });
    if (!memo.ok) return memo;
    const filled = { ...memo.value, content: fillDossier(memo.value.content, material, language) };
    const made = await makeMemoOnce(reader, 'memo:create', filled, files);
    if (!made.ok) return made;
    return ok({ value: { memoId: begun.memoId }, name: 'add-memo', changes: [], newMemos: made.value });
  });
};

/**
 * Creates a draft with the next free reference number of the year that cites the requested evidence. A repeated request
 * changes nothing. Fails with `invalid-input` for an id that is taken, `not-found` for a missing form.
 */
export const createMemo = async (
  deps: HandlerDeps,
  asked: Input<'memo:create'>,
): Promise<Result<{ readonly memoId: MemoId }, AppError>> => {
  const { memoId, judgementId, title, template, marking, language, from, groupBy } = asked;
  if (from.kind === 'name' && template === 'dossier') return createDossier(deps, asked, from.sourceId);
  const { archive, catalogue } = deps;
  const form = await findForm(archive, template, language);
  if (!form.ok) return form;
  const memoLanguage = language ?? form.value.language;
  const places = { reader: archive, catalogue, memoLanguage };
  const wanted = await evidenceOf(deps, from);
  if (!wanted.ok) return wanted;
  const evidence = await findEvidence(places, wanted.value);
  if (!evidence.ok) return evidence;
  // Cutting pictures takes long, so other acts may run meanwhile.
  const { passages, files } = await withFigures(deps, evidence.value.passages);
  return archive.perform(async (reader) => {
    const sections =
      groupBy === undefined
        ? {}
        : { evidenceSections: await groupPassages(catalogue, passages, groupBy, memoLanguage) };
    const memo = await composeMemo(
      deps,
      reader,
      { memoId, judgementId, title, template, marking, language },
      { evidence: passages, evidenceMarkings: evidence.value.markings, ...sections },
    );
    if (!memo.ok) return memo;
    const made = await makeMemoOnce(reader, 'memo:create', memo.value, files);
    if (!made.ok) return made;
    return ok({ value: { memoId }, name: 'add-memo', changes: [], newMemos: made.value });
  });
};

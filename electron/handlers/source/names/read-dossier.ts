/** What a dossier on a name is begun with. */
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { compareEdges, daysOf } from '#domain/dates/when/edtf.ts';
import type { PassageId, SourceId } from '#domain/ids.ts';
import type { CitedPassage } from '#domain/memo/citations/list-citations.ts';
import { type DossierMaterial, MAX_QUOTED } from '#domain/memo/dossier/fill-dossier.ts';
import { citedPlaceOf } from '#domain/passage/carried.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { Marking } from '#domain/tradecraft/marking.ts';
import { branchOf, resolveRecord } from '#domain/tree/record-tree.ts';
import type { PictureFile } from '#electron/ports/archive.ts';
import { isSaid, readMaterial } from '../../event/event-lines.ts';
import type { HandlerDeps } from '../../handler-deps.ts';
import { findEvidence } from '../../memo/citing/find-evidence.ts';
import { withFigures } from '../../memo/figure/cut-regions.ts';
import { type FoundNames, type FoundStatement, findNames, wholeMarking } from './find-names.ts';

export type ReadDossier = {
  readonly material: DossierMaterial;
  /** Of the articles that are cited, and of all that the names are known from. */
  readonly markings: readonly (Marking | null)[];
  readonly files: readonly PictureFile[];
};

const latestFirst = (statements: readonly FoundStatement[]): readonly FoundStatement[] =>
  statements.toSorted((a, b) => {
    const [one, other] = [a.row.publishedAt ?? '', b.row.publishedAt ?? ''];
    return one === other ? 0 : one < other ? 1 : -1;
  });

/** By which passage it is cited, where its words stand in an older version alone. */
const placeOf = ({ articleId, passage }: FoundStatement): PassageId =>
  citedPlaceOf(articleId, passage).passageId;

/** What the name says or prints, and what else is about it: a passage that is both is quoted once. */
const splitStatements = ({ statements, under }: FoundNames) => {
  const isUnder = (id: SourceId | null): boolean => id !== null && under.has(id);
  const says = statements.filter(
    ({ passage, publication }) => isUnder(passage.sourceId) || isUnder(publication?.id ?? null),
  );
  const said = new Set(says);
  const spokenOf = statements.filter((each) => !said.has(each) && each.passage.concernedIds.some(isUnder));
  return { says: latestFirst(says), spokenOf: latestFirst(spokenOf) };
};

/** The passages that are quoted of a name, the latest of each list. Fails `not-found` for a name that is gone. */
export const quotedOfName = async (
  deps: Pick<HandlerDeps, 'archive' | 'catalogue'>,
  sourceId: SourceId,
): Promise<Result<readonly PassageId[], AppError>> => {
  const found = await findNames(deps, { of: { kind: 'names', sourceIds: [sourceId] }, hasEvidence: true });
  if (!found.ok) return found;
  const { says, spokenOf } = splitStatements(found.value);
  return ok([...says, ...spokenOf].map(({ passage }) => passage.id));
};

/** Fails `not-found` for a name that is gone. */
export const readDossier = async (
  deps: HandlerDeps,
  sourceId: SourceId,
  memoLanguage: string,
): Promise<Result<ReadDossier, AppError>> => {
  const found = await findNames(deps, { of: { kind: 'names', sourceIds: [sourceId] }, hasEvidence: true });
  if (!found.ok) return found;
  const { sources, names, events } = found.value;
  const [name] = names;
  if (name === undefined) return err({ code: 'not-found', what: 'source', id: sourceId });
  const printed = await deps.catalogue.printedEvents(events.map(({ event }) => event.id));
  const said = [...printed.values()]
    .filter(isSaid)
    .toSorted((a, b) => compareEdges(daysOf(a.date), daysOf(b.date)));
  const eventMaterial = await readMaterial(deps, said);
  if (!eventMaterial.ok) return eventMaterial;
  const lists = splitStatements(found.value);
  const quoted = [...lists.says.slice(0, MAX_QUOTED), ...lists.spokenOf.slice(0, MAX_QUOTED)];
  const cited = new Set([
    ...quoted.map(({ passage }) => passage.id),
    ...said.flatMap(({ saidBy }) => saidBy.map(({ newestId }) => newestId)),
  ]);
  const evidence = await findEvidence(
    { reader: deps.archive, catalogue: deps.catalogue, memoLanguage },
    cited.size === 0 ? { kind: 'nothing' } : { kind: 'passages', passageIds: [...cited] },
  );
  if (!evidence.ok) return evidence;
  const byId = new Map<PassageId, CitedPassage>(
    evidence.value.passages.map((each) => [each.passageId, each]),
  );
  const shown = await withFigures(
    deps,
    quoted.flatMap((statement) => byId.get(placeOf(statement)) ?? []),
  );
  const shownById = new Map(shown.passages.map((each) => [each.passageId, each]));
  const quotedOf = (list: readonly FoundStatement[]): DossierMaterial['says'] => ({
    passages: list.slice(0, MAX_QUOTED).flatMap((statement) => shownById.get(placeOf(statement)) ?? []),
    leftOut: Math.max(0, list.length - MAX_QUOTED),
  });
  const above = branchOf(sources, name.parentId).map((source) => source.name);
  return ok({
    markings: [...wholeMarking(found.value, true), ...evidence.value.markings],
    files: shown.files,
    material: {
      name,
      above: above.toReversed(),
      positions: name.positions.toReversed().map(({ role, organisationId, from, until }) => ({
        ...{ role, from, until },
        organisation: resolveRecord(sources, organisationId)?.name ?? null,
      })),
      events: said,
      eventMaterial: eventMaterial.value,
      says: quotedOf(lists.says),
      spokenOf: quotedOf(lists.spokenOf),
    },
  });
};

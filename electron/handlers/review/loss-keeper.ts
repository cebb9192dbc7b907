import { acceptLoss, fileOfLoss, type ManifestLoss } from '#domain/archive/manifest.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { LossToReview } from '#domain/contract/review.ts';
import { articleIdSchema, memoIdSchema } from '#domain/ids.ts';
import { ok, type Result } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import type { Archive, FoundLosses } from '#electron/ports/archive.ts';
import type { LocalState } from '#electron/ports/local-state.ts';
import type { Machine } from '#electron/ports/machine.ts';
import { notFound } from '../shared/failures.ts';
import { recordChanges } from '../shared/record-changes.ts';

export type LossKeeperDeps = {
  readonly archive: Archive;
  readonly local: Pick<LocalState, 'manifestSeenAt' | 'keepManifestSeenAt'>;
  readonly machine: Machine;
  /** Called when the list of losses changes. */
  readonly tell: () => void;
  /** Whether nobody checks automatically: then the check is made on request. */
  readonly looksWhenAsked: boolean;
};

/** Knows which files of the archive are missing or altered, according to its manifest. */
export type LossKeeper = {
  /** Checks the files; this takes long in a large archive, but blocks nothing. */
  look(): Promise<void>;
  /** The findings of the last check that nobody has accepted since. */
  waiting(): Promise<readonly LossToReview[]>;
  accept(given: { readonly id: string }): Promise<Result<null, AppError>>;
};

/** File times on another machine's disk are those of its clock. */
const CLOCKS_DIFFER_BY_MS = 60 * 60 * 1000;

/** Findings about the manifest itself have the id of its file. */
const MANIFEST = 'manifest';

type Found = FoundLosses & { readonly isLost: boolean };

const nothingFound = { losses: [], isLost: false, manifest: 'kept', distrusted: 0 };

const saysOther = (before: Found | null, now: Found): boolean => {
  const said = ({ losses, isLost, manifest, distrusted }: Omit<Found, 'startedMs'> | typeof nothingFound) =>
    JSON.stringify([losses, isLost, manifest === 'unreadable', distrusted]);
  return said(before ?? nothingFound) !== said(now);
};

export const createLossKeeper = (deps: LossKeeperDeps): LossKeeper => {
  const { archive, local, machine } = deps;
  let found: Found | null = null;
  let isManifestSeen = false;

  const look = async (): Promise<void> => {
    const seenAt = local.manifestSeenAt(archive.info.id);
    const looked = await archive.findLosses(touchedSince(seenAt, machine.nowMs()));
    if (looked === null) return;
    const before = found;
    // An older Precis wrote no manifest: a missing one counts as lost if this machine had seen it before this session.
    const wasSeen = before === null ? seenAt !== null : before.isLost;
    found = { ...looked, isLost: looked.manifest === 'missing' && wasSeen };
    if (isInOrder(looked)) await local.keepManifestSeenAt(archive.info.id, looked.startedMs);
    if (saysOther(before, found)) deps.tell();
  };

  const stillWaiting = async (): Promise<readonly ManifestLoss[]> => {
    if (found === null || found.losses.length === 0) return [];
    const manifest = await archive.manifest();
    if (!manifest.ok) return found.losses;
    const entries = new Map(manifest.value.entries.map((entry) => [entry.id, entry]));
    return found.losses.flatMap((loss): readonly ManifestLoss[] => {
      const entry = entries.get(loss.entry.id);
      if (entry === undefined || entry.goneAt !== null) return [];
      if (loss.how === 'gone') return [{ ...loss, entry }];
      const isOther = Object.entries(loss.hashes).some(
        ([name, hash]) => (entry.hashes[name] ?? null) !== hash,
      );
      return isOther ? [{ ...loss, entry }] : [];
    });
  };

  const ofManifest = (): readonly LossToReview[] => {
    if (found === null || isManifestSeen) return [];
    const say = (how: LossToReview['how']): readonly LossToReview[] => [
      { ...nothing, kind: 'thing-lost', id: MANIFEST, what: 'root', how, file: 'manifest.json' },
    ];
    if (found.manifest === 'unreadable') return say('manifest-unreadable');
    if (found.isLost) return say('manifest-lost');
    return found.distrusted > 0 ? say('manifest-forged') : [];
  };

  return {
    look,
    async waiting() {
      if (deps.looksWhenAsked && found === null) await look();
      return [...ofManifest(), ...(await stillWaiting()).map(itemOf)];
    },
    async accept({ id }) {
      if (id === MANIFEST) {
        isManifestSeen = true;
        deps.tell();
        return ok(null);
      }
      const loss = (await stillWaiting()).find(({ entry }) => entry.id === id);
      if (loss === undefined) return notFound('entry', id);
      return archive.perform(async (reader) => {
        const manifest = await reader.manifest();
        if (!manifest.ok) return manifest;
        const before = manifest.value.entries.find((entry) => entry.id === id);
        if (before === undefined) return notFound('entry', id);
        const after = acceptLoss({ ...loss, entry: before }, toTimestamp(machine.nowMs()));
        const changes = recordChanges({ kind: 'manifest' }, 'entries', before, after);
        return ok({ value: null, name: 'accept-loss', changes });
      });
    },
  };
};

const isInOrder = ({ losses, manifest }: FoundLosses): boolean =>
  losses.length === 0 && manifest !== 'unreadable';

/**
 * The time since when a file may have been altered, after the last check; a clock that was set back gives no
 * information.
 */
const touchedSince = (seenAt: number | null, nowMs: number): number =>
  seenAt === null || seenAt > nowMs ? 0 : seenAt - CLOCKS_DIFFER_BY_MS;

const nothing = { title: null, articleId: null, memoId: null };

const itemOf = (loss: ManifestLoss): LossToReview => {
  const { id, what, title = null, memoId } = loss.entry;
  return {
    kind: 'thing-lost',
    id,
    what,
    how: loss.how,
    title,
    file: fileOfLoss(loss),
    // A missing article can't be opened.
    articleId:
      what === 'article' && loss.how === 'altered' ? (articleIdSchema.safeParse(id).data ?? null) : null,
    memoId:
      memoId ??
      (what === 'memo' && loss.how === 'altered' ? (memoIdSchema.safeParse(id).data ?? null) : null),
  };
};

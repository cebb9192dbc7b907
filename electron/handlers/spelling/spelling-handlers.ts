import type { AppError } from '#domain/contract/errors/app-error.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { AddedDictionary } from '#domain/spelling/added-dictionary.ts';
import { type SpellingLanguage, spellingLanguages } from '#domain/spelling/dictionaries.ts';
import { toTimestamp } from '#domain/time.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';

/** A dictionary with its file. */
type Kept = { readonly entry: AddedDictionary; readonly bytes: Uint8Array };

/** Sorted in the order of the table of languages, so that the list is stable. */
const sorted = (entries: readonly AddedDictionary[]): AddedDictionary[] =>
  entries.toSorted((a, b) => spellingLanguages.indexOf(a.language) - spellingLanguages.indexOf(b.language));

/** The stored file and the settings of one language, changed together: no entry is without its file. */
const createShelfOf = ({ local, dictionaryShelf: shelf }: HandlerDeps) => {
  const others = (language: SpellingLanguage): readonly AddedDictionary[] =>
    local.settings().dictionaries.filter((entry) => entry.language !== language);
  return {
    async kept(language: SpellingLanguage): Promise<Kept | null> {
      const entry = local.settings().dictionaries.find((each) => each.language === language);
      const bytes = entry === undefined ? null : await shelf.read(language);
      return entry === undefined || bytes === null ? null : { entry, bytes };
    },
    async set(language: SpellingLanguage, next: Kept | null): Promise<Result<null, AppError>> {
      if (next === null) {
        await local.changeSettings({ dictionaries: sorted(others(language)) });
        return shelf.remove(language);
      }
      const put = await shelf.put(language, next.bytes);
      if (put.ok) await local.changeSettings({ dictionaries: sorted([...others(language), next.entry]) });
      return put;
    },
  };
};

/** The use cases of the spelling dictionaries that the analyst adds on this machine. */
export const createSpellingHandlers = (deps: HandlerDeps): HandlersOn<'spelling'> => {
  const { desktop, dictionaryMaker: maker, machine } = deps;
  const shelf = createShelfOf(deps);
  let paths: readonly string[] = [];
  let offered: readonly { readonly origin: string }[] = [];
  /** The dictionary of each language before its last change. */
  const before = new Map<SpellingLanguage, Kept | null>();

  const replace = async (language: SpellingLanguage, next: Kept | null): Promise<Result<null, AppError>> => {
    const previous = await shelf.kept(language);
    const changed = await shelf.set(language, next);
    if (changed.ok) before.set(language, previous);
    return changed;
  };

  return {
    /** Fails with `cancelled` if none was chosen, `dictionary-refused` if the files contain none. */
    'spelling:choose': async () => {
      paths = await desktop.chooseDictionary();
      if (paths.length === 0) return err({ code: 'cancelled' });
      const found = await maker.look(paths);
      offered = found.ok ? found.value : [];
      return found;
    },

    /** The existing dictionary of the language is kept until the new one is completely on the disk. */
    'spelling:add': async ({ place, language }) => {
      const made = await maker.make(paths, place);
      if (!made.ok) return made;
      const { bytes, words } = made.value;
      const entry: AddedDictionary = {
        language,
        origin: (offered[place]?.origin ?? '').slice(0, 300),
        bytes: bytes.length,
        words,
        addedAt: toTimestamp(machine.nowMs()),
      };
      const replaced = await replace(language, { entry, bytes });
      return replaced.ok ? ok(entry) : replaced;
    },

    'spelling:cancel': async () => {
      maker.cancel();
      return ok(null);
    },

    'spelling:remove': ({ language }) => replace(language, null),

    /** Called again, it restores the newer state. Fails with `nothing-to-undo` if nothing was changed. */
    'spelling:put-back': async ({ language }) => {
      const previous = before.get(language);
      return previous === undefined ? err({ code: 'nothing-to-undo' }) : replace(language, previous);
    },
  };
};

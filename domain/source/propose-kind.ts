/**
 * The most likely kind of a source, by its name only: proposed before the other kinds, so that Enter accepts it,
 * and never set automatically.
 */
import { isLikePublication } from '../article/stated/stated-byline.ts';
import { placePhrases, placeWords } from '../reading/attribution/name-words.ts';
import { groupNouns } from '../reading/attribution/speaker-words.ts';
import { isKnownOutlet } from './credits.ts';
import type { SourceKind } from './source.ts';

/** What bodies and organisations are called elsewhere, as it begins or ends a name. */
const foreignGroup =
  /(?<!\p{L})(?:\p{L}*(?:ministerium|amt|behörde|verband|rat|kommission|regierung|partei|gesellschaft|universität|gericht|polizei|bank)|minist[èe]re|ministerio|ministero|ministério|commission|comité|comité|comisión|commissione|comissão|gouvernement|gobierno|governo|conseil|consejo|consiglio|conselho|parti|partido|partito|université|universidad|università|универси\p{L}+|министерств\p{L}+|комитет\p{L}*|комисси\p{L}+|правительств\p{L}+|совет|служба|міністерств\p{L}+|комітет|уряд|agence|agencia|agenzia|agência|banque|banco|banca|sindicato|syndicat|fédération|federación|organisation|organización|وزارة|مجلس|هيئة|حكومة)(?!\p{L})/iu;
/** "NATO", "IAEA", "EU": letters alone; "J.R." is a person's. */
const initials = /^\p{Lu}{2,6}$/u;
/** The legal form of a company, at the end of its name. */
const companyForm =
  /\s(?:A\/S|AB|AG|ASA|BV|GmbH|JSC|KG|LLP|LP|NV|Oy|OyJ|PJSC|SA|SARL|SAS|SE|SpA|S\.A\.|S\.p\.A\.|N\.V\.|B\.V\.|OOO|PAO|AO|ООО|ПАО|АО)$/u;
const united =
  /^(?:the\s+)?(?:United Nations|European Union|African Union|Arab League|World \p{Lu}\p{Ll}+)(?:\s|$)/u;

const isGroup = (name: string): boolean => {
  const words = name
    .toLowerCase()
    .split(/[\s,]+/u)
    .map((word) => word.replace(/[.’']s?$/u, ''));
  // "Department of State", "Office of the Prosecutor": the word before "of" shows the kind.
  const heads = [words.at(-1), words[words.findIndex((word) => word === 'of' || word === 'for') - 1]];
  return heads.some((word) => word !== undefined && groupNouns.has(word)) || foreignGroup.test(name);
};

/** Whether a name is one of a country, a city or another place that is known by its name alone. */
export const isPlaceName = (name: string): boolean => {
  const folded = name.toLowerCase().replace(/^the\s+/u, '');
  return placeWords.has(folded) || placePhrases.has(folded);
};

/** A person where nothing says otherwise. */
export const proposeKind = (name: string): SourceKind => {
  const trimmed = name.trim();
  if (isKnownOutlet(trimmed)) return 'publication';
  const isOrganisation =
    initials.test(trimmed) ||
    united.test(trimmed) ||
    companyForm.test(trimmed) ||
    isPlaceName(trimmed) ||
    isGroup(trimmed.replace(/^the\s+/iu, ''));
  if (isLikePublication(trimmed) && !/(?:agency|press office|board of review)$/iu.test(trimmed))
    return 'publication';
  return isOrganisation ? 'organisation' : 'person';
};

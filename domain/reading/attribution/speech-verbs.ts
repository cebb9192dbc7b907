/** Verbs by which a text gives words to a speaker, in the forms that stand beside a subject. Lower case. */

/**
 * English. Left out are forms that are as often nouns ("claims", "reports", "notes"), and all that say what is
 * thought and not what was said.
 */
export const englishSpeechVerbs: ReadonlySet<string> = new Set([
  ...['said', 'says', 'say', 'told', 'tells', 'added', 'adds', 'asked', 'asks', 'stated', 'states'],
  ...['announced', 'announces', 'argued', 'argues', 'insisted', 'insists', 'noted', 'replied', 'replies'],
  ...['responded', 'explained', 'explains', 'confirmed', 'confirms', 'denied', 'denies', 'claimed', 'claim'],
  ...['acknowledged', 'acknowledges', 'admitted', 'admits', 'conceded', 'recalled', 'recalls', 'remarked'],
  ...['stressed', 'stresses', 'emphasised', 'emphasized', 'reiterated', 'declared', 'declares', 'predicted'],
  ...['wrote', 'writes', 'tweeted', 'posted', 'briefed', 'concluded', 'cautioned', 'cautions', 'warned'],
  ...['warns', 'testified', 'vowed', 'pledged', 'suggested', 'suggests', 'estimated', 'reported', 'alleged'],
  ...['complained', 'joked', 'continued', 'commented', 'maintained', 'contended', 'asserted', 'quipped'],
]);

/** Other languages: enough to tell that what interrupts a quotation says who speaks. */
const otherSpeechVerbs: Readonly<Record<string, ReadonlySet<string>>> = {
  de: new Set([
    ...['sagte', 'sagt', 'sagten', 'sagen', 'erklärte', 'erklärt', 'betonte', 'betont', 'meinte', 'meint'],
    ...['fügte', 'ergänzte', 'warnte', 'warnt', 'teilte', 'fragte', 'antwortete', 'schrieb', 'kritisierte'],
  ]),
  fr: new Set([
    ...['dit', 'disait', 'déclaré', 'déclare', 'ajouté', 'ajoute', 'affirmé', 'affirme', 'expliqué'],
    ...['explique', 'précisé', 'précise', 'souligné', 'souligne', 'estimé', 'estime', 'assuré', 'assure'],
    ...['répondu', 'répond', 'écrit', 'martelé', 'lancé', 'lance'],
  ]),
};

/** The primary language of a BCP 47 tag; what is not known is read as English. */
const primaryOf = (language: string): string => {
  const [primary = ''] = language.toLowerCase().split('-');
  return primary === '' || primary === 'und' ? 'en' : primary;
};

export const isEnglish = (language: string): boolean => primaryOf(language) === 'en';

/** The speech verbs of a language (BCP 47); none where its verbs are not known here. */
export const speechVerbsOf = (language: string): ReadonlySet<string> =>
  isEnglish(language) ? englishSpeechVerbs : (otherSpeechVerbs[primaryOf(language)] ?? new Set());

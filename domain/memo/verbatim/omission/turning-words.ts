/**
 * Words that turn a sentence round when they are left out of it (negations), and words that hold it back (hedges:
 * possibility, hearsay, condition, approximation). By language, all in lower case; ’ is written '. A star stands for
 * any letters: "*n't", "kein*". Several words are a phrase. What has another frequent meaning is left out (German
 * "noch", French "personne"): a false alarm at every omission would be read by nobody.
 */
export type TurningWords = { readonly negations: readonly string[]; readonly hedges: readonly string[] };

const list = (words: string): readonly string[] =>
  words
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

/** By the primary subtag of BCP 47. */
export const turningWords: Readonly<Record<string, TurningWords>> = {
  en: {
    negations: list(`
      not, *n't, cannot, no, never, none, neither, nor, nobody, no one, nothing, nowhere, without, hardly, scarcely,
      barely, deny, denies, denied, denying, refuse, refuses, refused, refusing, reject, rejects, rejected, rejecting,
      fail to, fails to, failed to, ruled out, rules out, false, falsely, untrue, instead of, rather than, except`),
    hedges: list(`
      may, might, could, would, perhaps, maybe, possibly, potentially, probably, likely, unlikely, possible, probable,
      apparently, allegedly, alleged, alleges, reportedly, reported, supposedly, purportedly, purported, seemingly,
      presumably, seem, seems, seemed, appear to, appears to, appeared to, suggest, suggests, suggested, believe,
      believes, believed, think, thinks, thought, claim, claims, claimed, rumoured, rumored, unconfirmed, if, unless,
      whether, provided that, as long as, almost, nearly, approximately, roughly, up to, at least, at most, more than,
      less than, fewer than, mostly, partly, partially, largely, only, sometimes`),
  },
  de: {
    negations: list(`
      nicht, kein*, nie, niemals, niemand*, nichts, weder, ohne, kaum, keineswegs, keinesfalls, nirgends, bestreitet,
      bestreiten, bestritt, bestritten, dementiert*, dementiere*, leugnet, leugnete*, verneint*, weigert*, falsch,
      anstatt, statt`),
    hedges: list(`
      vielleicht, möglicherweise, womöglich, eventuell, wahrscheinlich, unwahrscheinlich, vermutlich, mutmaßlich*,
      angeblich*, offenbar, anscheinend, scheinbar, wohl, könnte*, dürfte*, würde*, sollte*, soll, wenn, falls, sofern,
      es sei denn, fast, beinahe, nahezu, ungefähr, nur, mindestens, höchstens, teilweise, unbestätigt*`),
  },
  fr: {
    negations: list(`
      ne, n'*, pas, jamais, rien, aucun*, ni, sans, guère, nullement, nie, nient, nié*, dément, démentent, démenti*,
      refuse*, refusé*, faux, fausse, au lieu de, plutôt que, sauf`),
    hedges: list(`
      peut-être, probablement, vraisemblablement, sans doute, apparemment, prétendument, présumé*, éventuellement,
      possible, pourrait, pourraient, devrait, devraient, serait, seraient, aurait, auraient, semble, semblent,
      semblerait, si, s'il, s'ils, à moins que, presque, environ, près de, seulement, au moins, au plus, en partie`),
  },
  es: {
    negations: list(`
      no, nunca, jamás, nada, nadie, ningún, ninguna, ninguno, ni, sin, tampoco, apenas, niega, niegan, negó, negaron,
      desmiente, desmintió, desmintieron, rechaza, rechazó, rechazaron, falso, falsa, en lugar de, en vez de, salvo`),
    hedges: list(`
      quizá, quizás, tal vez, acaso, posiblemente, probablemente, presuntamente, presunto, presunta, supuestamente,
      supuesto, supuesta, aparentemente, al parecer, podría, podrían, puede que, sería, serían, habría, habrían, parece,
      parecen, si, a menos que, siempre que, casi, alrededor de, solo, sólo, al menos, como máximo, en parte`),
  },
  pl: {
    negations: list(`
      nie, nigdy, nikt, nikogo, nic, niczego, żaden, żadna, żadne, żadnego, żadnych, ani, bez, ledwie, zaprzecza,
      zaprzeczył*, zaprzeczają, zdementował*, odmówił*, odrzucił*, fałszyw*, zamiast, oprócz`),
    hedges: list(`
      może, mogą, mógłby, mogłaby, mogłoby, mogliby, być może, prawdopodobnie, zapewne, chyba, podobno, rzekomo, rzekom*,
      ponoć, przypuszczalnie, najwyraźniej, domniema*, jeśli, jeżeli, o ile, gdyby, prawie, niemal, około, tylko, jedynie,
      co najmniej, co najwyżej, częściowo`),
  },
};

import type { FormWords } from './form-words.ts';

export const french: FormWords = {
  evidence: 'Éléments de preuve',
  without: { tag: 'sans étiquette', source: 'sans source nommée' },
  initialCoverage: 'Première note sur le sujet.',
  noChange: 'Sans changement.',
  type: {
    judgement: '/ insère une appréciation.',
    table: '/ insère un tableau.',
    passage: '@ cite un passage.',
  },
  gaps: ['Lacunes', 'Ce que l’on ignore, et qui pourrait le savoir.'],
  sourceSummary: [
    'Synthèse des sources',
    'Forces et faiblesses des sources, les plus importantes, et leurs contradictions.',
  ],
  bluf: {
    bottomLine: ['En bref', 'La conclusion, dès la première phrase.'],
    judgements: [
      'Appréciations principales',
      'Chacune avec sa probabilité ou son degré de confiance, et ce qui la fonde.',
    ],
    background: ['Contexte', 'Ce que le lecteur doit savoir pour suivre.'],
    analysis: ['Analyse', 'Comment les éléments conduisent aux appréciations.'],
    soWhat: ['Conséquences', 'Ce que cela signifie pour ce lecteur, et ce qui peut être fait.'],
    assumptions: ['Hypothèses', 'Ce qui est tenu pour acquis, et les appréciations qui en dépendent.'],
    alternatives: ['Autres explications', 'Ce qui expliquerait autrement les éléments.'],
    wouldChange: [
      'Ce qui changerait l’appréciation',
      'Ce qui, si on l’observait, renverserait les appréciations.',
    ],
    changeSince: [
      'Changements depuis',
      'Ce qui est nouveau depuis la dernière note, ou «\u00A0Première note sur le sujet.\u00A0»',
    ],
  },
  sitrep: {
    highlights: ['Points saillants', 'Ce que doit savoir celui qui s’arrête ici, le plus important d’abord.'],
    situation: ['Situation', 'Où en sont les choses, par lieu ou par acteur.'],
    changes: ['Changements depuis le dernier point', 'Ce qui diffère du dernier point.'],
    response: ['Mesures prises', 'Ce qui a été fait, par qui, avec quel effet.'],
    outlook: ['Perspectives', 'Ce qu’il faut attendre d’ici au prochain point, avec sa probabilité.'],
    actions: ['Actions à mener', 'Ce qu’il y a à faire, par qui, et pour quand.'],
  },
  decision: {
    recommendation: ['Recommandation', 'Ce qu’il faut décider, en une phrase, et la raison principale.'],
    issue: ['Objet', 'Ce qui doit être décidé, par qui, et pour quand.'],
    background: ['Contexte', 'Ce que le lecteur doit savoir pour décider.'],
    options: ['Options', 'Chaque option, y compris ne rien faire\u00A0: ce qui plaide pour et contre.'],
    judgements: [
      'Appréciations de base',
      'Ce qui est probable selon l’option, et avec quel degré de confiance.',
    ],
    risks: ['Risques', 'Ce qui peut mal tourner, à quoi on le verrait, ce qui le limiterait.'],
    nextSteps: ['Suites', 'Ce qui découle de la décision\u00A0: qui, quoi, pour quand.'],
  },
  readingNote: {
    says: ['Ce que dit l’article', 'L’essentiel en deux ou trois phrases, avec vos propres mots.'],
    isNew: ['Ce qui est nouveau', 'Ce qu’on ne savait pas, ou qui diffère de ce que disent d’autres.'],
    worth: [
      'Ce que cela vaut',
      'Qui le dit, d’où il le sait, ce qui le contredit\u00A0; ce qui n’est pas dit.',
    ],
    toDo: ['Ce qu’il faut faire', 'Qui prévenir, quoi suivre, quoi vérifier.'],
  },
  annex: {
    scope: ['Périmètre', 'Ce qui a été réuni, d’où, jusqu’à quand, et pour quelle note.'],
    evidence: 'Les passages, chacun avec sa cotation et sa source.',
  },
  blank: ['Texte', 'Commencez à écrire.'],
};

import type { FormWords } from './form-words.ts';

export const german: FormWords = {
  evidence: 'Belege',
  without: { tag: 'ohne Schlagwort', source: 'ohne benannte Quelle' },
  initialCoverage: 'Erste Befassung.',
  noChange: 'Keine Änderung.',
  type: {
    judgement: '/ fügt eine Bewertung ein.',
    table: '/ fügt eine Tabelle ein.',
    passage: '@ zitiert eine Stelle.',
  },
  gaps: ['Erkenntnislücken', 'Was nicht bekannt ist, und wer es klären könnte.'],
  sourceSummary: [
    'Quellenübersicht',
    'Stärken und Schwächen der Quellen, die wichtigsten darunter, und Widersprüche.',
  ],
  bluf: {
    bottomLine: ['Kernaussage', 'Das Ergebnis, im ersten Satz.'],
    judgements: [
      'Wesentliche Bewertungen',
      'Jede mit Wahrscheinlichkeit oder Konfidenz, und worauf sie beruht.',
    ],
    background: ['Hintergrund', 'Was man wissen muss, um zu folgen.'],
    analysis: ['Analyse', 'Wie die Belege zu den Bewertungen führen.'],
    soWhat: ['Folgerungen', 'Was es für diesen Leser bedeutet, und was getan werden kann.'],
    assumptions: ['Annahmen', 'Was vorausgesetzt wird, und welche Bewertungen davon abhängen.'],
    alternatives: ['Alternative Erklärungen', 'Was die Belege sonst erklären würde.'],
    wouldChange: ['Was die Bewertung ändern würde', 'Welche Beobachtung die Bewertungen umstoßen würde.'],
    changeSince: ['Änderungen gegenüber', 'Was seit dem letzten Vermerk neu ist, oder „Erste Befassung.“'],
  },
  sitrep: {
    highlights: ['Das Wichtigste', 'Was wissen muss, wer hier aufhört zu lesen; das Wichtigste zuerst.'],
    situation: ['Lage', 'Wie es jetzt steht, nach Orten oder Akteuren.'],
    changes: ['Änderungen seit dem letzten Bericht', 'Was vom letzten Bericht abweicht.'],
    response: ['Maßnahmen', 'Was getan wurde, von wem, mit welcher Wirkung.'],
    outlook: ['Ausblick', 'Was bis zum nächsten Bericht zu erwarten ist, jeweils mit Wahrscheinlichkeit.'],
    actions: ['Aufträge', 'Was zu tun ist, wer es tut, und bis wann.'],
  },
  decision: {
    recommendation: ['Empfehlung', 'Was zu entscheiden ist, in einem Satz, und der wichtigste Grund.'],
    issue: ['Gegenstand', 'Was zu entscheiden ist, von wem, und bis wann.'],
    background: ['Sachverhalt', 'Was man wissen muss, um zu entscheiden.'],
    options: ['Handlungsoptionen', 'Jede Option, auch nichts zu tun: was dafür spricht und was dagegen.'],
    judgements: [
      'Zugrunde liegende Bewertungen',
      'Was bei welcher Option wahrscheinlich ist, und mit welcher Konfidenz.',
    ],
    risks: ['Risiken', 'Was schiefgehen kann, woran man es merkt, was es begrenzt.'],
    nextSteps: ['Nächste Schritte', 'Was aus der Entscheidung folgt: wer, was, bis wann.'],
  },
  readingNote: {
    says: ['Was darin steht', 'Der Kern des Artikels in zwei oder drei Sätzen, in eigenen Worten.'],
    isNew: ['Was neu ist', 'Was vorher nicht bekannt war oder von anderen abweicht.'],
    worth: ['Was es taugt', 'Wer es sagt, woher er es weiß, was dagegen spricht; was nicht gesagt wird.'],
    toDo: ['Was zu tun ist', 'Wen man unterrichtet, was man verfolgt, was man prüft.'],
  },
  annex: {
    scope: ['Umfang', 'Was gesammelt wurde, woher, bis wann, und für welchen Vermerk.'],
    evidence: 'Die Stellen, jede mit Bewertung und Quelle.',
  },
  blank: ['Text', 'Hier beginnen.'],
};

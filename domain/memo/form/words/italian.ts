import type { FormWords } from './form-words.ts';

export const italian: FormWords = {
  evidence: 'Riscontri',
  without: { tag: 'senza etichetta', source: 'senza fonte nominata' },
  initialCoverage: 'Prima nota sul tema.',
  noChange: 'Nessuna variazione.',
  type: {
    judgement: '/ inserisce una valutazione.',
    table: '/ inserisce una tabella.',
    passage: '@ cita un passo.',
  },
  gaps: ['Lacune', 'Che cosa non si sa, e chi potrebbe accertarlo.'],
  sourceSummary: [
    'Sintesi delle fonti',
    'Punti forti e deboli delle fonti, le più importanti, e le loro contraddizioni.',
  ],
  bluf: {
    bottomLine: ['In sintesi', 'La conclusione, nella prima frase.'],
    judgements: [
      'Valutazioni principali',
      'Ciascuna con la sua probabilità o confidenza, e su che cosa poggia.',
    ],
    background: ['Contesto', 'Che cosa deve sapere il lettore per seguire.'],
    analysis: ['Analisi', 'Come i riscontri portano alle valutazioni.'],
    soWhat: ['Conseguenze', 'Che cosa significa per questo lettore, e che cosa si può fare.'],
    assumptions: ['Presupposti', 'Che cosa si dà per scontato, e quali valutazioni ne dipendono.'],
    alternatives: ['Altre spiegazioni', 'Che cos’altro spiegherebbe i riscontri.'],
    wouldChange: [
      'Che cosa cambierebbe la valutazione',
      'Che cosa, se osservato, ribalterebbe le valutazioni.',
    ],
    changeSince: [
      'Variazioni rispetto a',
      'Che cosa c’è di nuovo dall’ultima nota, o «Prima nota sul tema.»',
    ],
  },
  sitrep: {
    highlights: ['Punti salienti', 'Che cosa deve sapere chi si ferma qui, prima le cose più importanti.'],
    situation: ['Situazione', 'Come stanno le cose, per luogo o per attore.'],
    changes: ['Variazioni dall’ultimo rapporto', 'Che cosa è diverso dall’ultimo rapporto.'],
    response: ['Risposta', 'Che cosa è stato fatto, da chi, con quale effetto.'],
    outlook: ['Prospettive', 'Che cosa attendersi fino al prossimo rapporto, con la relativa probabilità.'],
    actions: ['Azioni', 'Che cosa c’è da fare, chi lo fa, ed entro quando.'],
  },
  decision: {
    recommendation: ['Raccomandazione', 'Che cosa decidere, in una frase, e la ragione principale.'],
    issue: ['Oggetto', 'Che cosa va deciso, da chi, ed entro quando.'],
    background: ['Contesto', 'Che cosa deve sapere il lettore per decidere.'],
    options: ['Opzioni', 'Ogni opzione, anche non fare nulla: che cosa depone a favore e che cosa contro.'],
    judgements: [
      'Valutazioni su cui poggia',
      'Che cosa è probabile con quale opzione, e con quale confidenza.',
    ],
    risks: ['Rischi', 'Che cosa può andare storto, da che cosa si noterebbe, che cosa lo limiterebbe.'],
    nextSteps: ['Prossimi passi', 'Che cosa segue dalla decisione: chi, che cosa, entro quando.'],
  },
  readingNote: {
    says: ['Che cosa dice', 'Il punto dell’articolo in due o tre frasi, con parole proprie.'],
    isNew: ['Che cosa c’è di nuovo', 'Che cosa non si sapeva, o è diverso da ciò che dicono altri.'],
    worth: ['Quanto vale', 'Chi lo dice, come lo sa, che cosa depone contro; che cosa non dice.'],
    toDo: ['Che cosa fare', 'Chi informare, che cosa seguire, che cosa verificare.'],
  },
  annex: {
    scope: ['Ambito', 'Che cosa è stato raccolto, da dove, fino a quando, e per quale nota.'],
    evidence: 'I passi, ciascuno con la sua valutazione e la sua fonte.',
  },
  blank: ['Testo', 'Inizi a scrivere.'],
};

import type { FormWords } from './form-words.ts';

export const dutch: FormWords = {
  evidence: 'Bewijs',
  without: { tag: 'zonder label', source: 'zonder genoemde bron' },
  initialCoverage: 'Eerste notitie over dit onderwerp.',
  noChange: 'Geen wijziging.',
  type: {
    judgement: '/ voegt een oordeel in.',
    table: '/ voegt een tabel in.',
    passage: '@ citeert een passage.',
  },
  gaps: ['Leemten', 'Wat niet bekend is, en wie het kan achterhalen.'],
  sourceSummary: [
    'Bronnenoverzicht',
    'Sterke en zwakke punten van de bronnen, de belangrijkste ervan, en tegenspraken.',
  ],
  bluf: {
    bottomLine: ['Kern', 'De conclusie, in de eerste zin.'],
    judgements: [
      'Belangrijkste oordelen',
      'Elk met de waarschijnlijkheid of betrouwbaarheid ervan, en waarop het rust.',
    ],
    background: ['Achtergrond', 'Wat de lezer moet weten om het te volgen.'],
    analysis: ['Analyse', 'Hoe het bewijs tot de oordelen leidt.'],
    soWhat: ['Betekenis', 'Wat het voor deze lezer betekent, en wat er gedaan kan worden.'],
    assumptions: ['Aannames', 'Wat als gegeven geldt, en welke oordelen ervan afhangen.'],
    alternatives: ['Andere verklaringen', 'Wat het bewijs ook zou verklaren.'],
    wouldChange: ['Wat het oordeel zou veranderen', 'Welke waarneming de oordelen omver zou werpen.'],
    changeSince: [
      'Gewijzigd sinds',
      'Wat er nieuw is sinds de vorige notitie, of “Eerste notitie over dit onderwerp.”',
    ],
  },
  sitrep: {
    highlights: ['Hoofdpunten', 'Wat wie hier stopt moet weten, het belangrijkste eerst.'],
    situation: ['Situatie', 'Hoe het er nu voor staat, per plaats of per actor.'],
    changes: ['Wijzigingen sinds het vorige rapport', 'Wat er anders is dan in het vorige rapport.'],
    response: ['Maatregelen', 'Wat er gedaan is, door wie, met welk effect.'],
    outlook: [
      'Vooruitzicht',
      'Wat tot het volgende rapport te verwachten is, elk met de waarschijnlijkheid ervan.',
    ],
    actions: ['Acties', 'Wat er moet gebeuren, wie het doet, en wanneer het klaar is.'],
  },
  decision: {
    recommendation: ['Advies', 'Wat te besluiten, in één zin, en de belangrijkste reden.'],
    issue: ['Onderwerp', 'Wat besloten moet worden, door wie, en wanneer uiterlijk.'],
    background: ['Achtergrond', 'Wat de lezer moet weten om te besluiten.'],
    options: ['Opties', 'Elke optie, ook niets doen: wat ervoor pleit en wat ertegen.'],
    judgements: [
      'Onderliggende oordelen',
      'Wat bij welke optie waarschijnlijk is, en met welke betrouwbaarheid.',
    ],
    risks: ['Risico’s', 'Wat mis kan gaan, waaraan men het merkt, wat het beperkt.'],
    nextSteps: ['Vervolgstappen', 'Wat uit het besluit volgt: wie, wat, wanneer uiterlijk.'],
  },
  readingNote: {
    says: ['Wat er staat', 'De kern van het artikel in twee of drie zinnen, in eigen woorden.'],
    isNew: ['Wat nieuw is', 'Wat nog niet bekend was, of afwijkt van wat anderen zeggen.'],
    worth: ['Wat het waard is', 'Wie het zegt, hoe die het weet, wat ertegen pleit; wat er niet staat.'],
    toDo: ['Wat te doen', 'Wie in te lichten, wat te volgen, wat na te gaan.'],
  },
  annex: {
    scope: ['Reikwijdte', 'Wat verzameld is, waarvandaan, tot wanneer, en voor welke notitie.'],
    evidence: 'De passages, elk met beoordeling en bron.',
  },
  blank: ['Tekst', 'Begin te schrijven.'],
};

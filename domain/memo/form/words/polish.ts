import type { FormWords } from './form-words.ts';

export const polish: FormWords = {
  evidence: 'Dowody',
  without: { tag: 'bez etykiety', source: 'bez wskazanego źródła' },
  initialCoverage: 'Pierwsza notatka w tej sprawie.',
  noChange: 'Bez zmian.',
  type: {
    judgement: '/ wstawia ocenę.',
    table: '/ wstawia tabelę.',
    passage: '@ cytuje fragment.',
  },
  gaps: ['Luki', 'Czego nie wiadomo i kto mógłby to ustalić.'],
  sourceSummary: [
    'Zestawienie źródeł',
    'Mocne i słabe strony źródeł, najważniejsze z nich oraz sprzeczności.',
  ],
  bluf: {
    bottomLine: ['Najważniejsze', 'Wniosek, w pierwszym zdaniu.'],
    judgements: ['Główne oceny', 'Każda z prawdopodobieństwem lub pewnością i z tym, na czym się opiera.'],
    background: ['Tło', 'Co czytelnik musi wiedzieć, aby zrozumieć resztę.'],
    analysis: ['Analiza', 'Jak dowody prowadzą do ocen.'],
    soWhat: ['Znaczenie', 'Co to oznacza dla tego czytelnika i co można zrobić.'],
    assumptions: ['Założenia', 'Co przyjęto za dane i które oceny od tego zależą.'],
    alternatives: ['Inne wyjaśnienia', 'Co jeszcze tłumaczyłoby dowody.'],
    wouldChange: ['Co zmieniłoby ocenę', 'Jaka obserwacja obaliłaby oceny.'],
    changeSince: ['Zmiany od', 'Co jest nowe od ostatniej notatki albo „Pierwsza notatka w tej sprawie.”'],
  },
  sitrep: {
    highlights: ['Najważniejsze', 'Co musi wiedzieć ten, kto dalej nie czyta, od rzeczy najważniejszej.'],
    situation: ['Sytuacja', 'Jak jest teraz, według miejsc lub uczestników.'],
    changes: ['Zmiany od ostatniego raportu', 'Co różni się od ostatniego raportu.'],
    response: ['Podjęte działania', 'Co zrobiono, kto to zrobił i z jakim skutkiem.'],
    outlook: ['Prognoza', 'Czego oczekiwać do następnego raportu, każde z prawdopodobieństwem.'],
    actions: ['Zadania', 'Co jest do zrobienia, kto to robi i do kiedy.'],
  },
  decision: {
    recommendation: ['Rekomendacja', 'Co postanowić, w jednym zdaniu, i główny powód.'],
    issue: ['Sprawa', 'Co trzeba postanowić, kto i do kiedy.'],
    background: ['Tło', 'Co czytelnik musi wiedzieć, aby zdecydować.'],
    options: ['Warianty', 'Każdy wariant, także zaniechanie: co przemawia za nim, a co przeciw.'],
    judgements: [
      'Oceny, na których się opiera',
      'Co jest prawdopodobne przy którym wariancie i z jaką pewnością.',
    ],
    risks: ['Ryzyka', 'Co może się nie udać, po czym to poznać, co by to ograniczyło.'],
    nextSteps: ['Dalsze kroki', 'Co wynika z decyzji: kto, co, do kiedy.'],
  },
  readingNote: {
    says: ['Co mówi tekst', 'Sedno artykułu w dwóch lub trzech zdaniach, własnymi słowami.'],
    isNew: ['Co jest nowe', 'Czego wcześniej nie było wiadomo lub co różni się od słów innych.'],
    worth: ['Ile to jest warte', 'Kto to mówi, skąd to wie, co temu przeczy; czego nie mówi.'],
    toDo: ['Co zrobić', 'Kogo zawiadomić, co śledzić, co sprawdzić.'],
  },
  annex: {
    scope: ['Zakres', 'Co zebrano, skąd, do kiedy i do której notatki.'],
    evidence: 'Fragmenty, każdy z oceną i źródłem.',
  },
  blank: ['Tekst', 'Zacznij pisać.'],
};

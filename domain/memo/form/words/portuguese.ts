import type { FormWords } from './form-words.ts';

export const portuguese: FormWords = {
  evidence: 'Provas',
  without: { tag: 'sem etiqueta', source: 'sem fonte nomeada' },
  initialCoverage: 'Primeira nota sobre o assunto.',
  noChange: 'Sem alterações.',
  type: {
    judgement: '/ insere uma avaliação.',
    table: '/ insere uma tabela.',
    passage: '@ cita uma passagem.',
  },
  gaps: ['Lacunas', 'O que não se sabe, e quem poderia apurar.'],
  sourceSummary: [
    'Resumo das fontes',
    'Pontos fortes e fracos das fontes, as mais importantes, e as suas contradições.',
  ],
  bluf: {
    bottomLine: ['Em resumo', 'A conclusão, na primeira frase.'],
    judgements: ['Avaliações principais', 'Cada uma com a sua probabilidade ou confiança, e em que assenta.'],
    background: ['Contexto', 'O que o leitor deve saber para acompanhar.'],
    analysis: ['Análise', 'Como as provas conduzem às avaliações.'],
    soWhat: ['Consequências', 'O que significa para este leitor, e o que pode ser feito.'],
    assumptions: ['Pressupostos', 'O que se dá por adquirido, e que avaliações dependem disso.'],
    alternatives: ['Outras explicações', 'O que mais explicaria as provas.'],
    wouldChange: ['O que mudaria a avaliação', 'O que, se observado, invalidaria as avaliações.'],
    changeSince: [
      'Alterações desde',
      'O que há de novo desde a última nota, ou “Primeira nota sobre o assunto.”',
    ],
  },
  sitrep: {
    highlights: ['Destaques', 'O que deve saber quem parar aqui, o mais importante primeiro.'],
    situation: ['Situação', 'Como estão as coisas, por lugar ou por ator.'],
    changes: ['Alterações desde o último relatório', 'O que difere do último relatório.'],
    response: ['Resposta', 'O que foi feito, por quem, e com que efeito.'],
    outlook: ['Perspetivas', 'O que esperar até ao próximo relatório, com a respetiva probabilidade.'],
    actions: ['Ações', 'O que há a fazer, quem o faz, e até quando.'],
  },
  decision: {
    recommendation: ['Recomendação', 'O que decidir, numa frase, e a razão principal.'],
    issue: ['Assunto', 'O que tem de ser decidido, por quem, e até quando.'],
    background: ['Contexto', 'O que o leitor deve saber para decidir.'],
    options: ['Opções', 'Cada opção, incluindo nada fazer: o que a favorece e o que a contraria.'],
    judgements: ['Avaliações em que assenta', 'O que é provável em cada opção, e com que confiança.'],
    risks: ['Riscos', 'O que pode correr mal, como se notaria, o que o limitaria.'],
    nextSteps: ['Próximos passos', 'O que decorre da decisão: quem, o quê, até quando.'],
  },
  readingNote: {
    says: ['O que diz', 'O essencial do artigo em duas ou três frases, por palavras próprias.'],
    isNew: ['O que há de novo', 'O que não se sabia, ou difere do que outros dizem.'],
    worth: ['Quanto vale', 'Quem o diz, como o sabe, o que o contraria; o que não diz.'],
    toDo: ['O que fazer', 'Quem informar, o que acompanhar, o que verificar.'],
  },
  annex: {
    scope: ['Âmbito', 'O que foi reunido, de onde, até quando, e para que nota.'],
    evidence: 'As passagens, cada uma com a sua classificação e fonte.',
  },
  blank: ['Texto', 'Comece a escrever.'],
};

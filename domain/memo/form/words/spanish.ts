import type { FormWords } from './form-words.ts';

export const spanish: FormWords = {
  evidence: 'Pruebas',
  without: { tag: 'sin etiqueta', source: 'sin fuente nombrada' },
  initialCoverage: 'Primera nota sobre el asunto.',
  noChange: 'Sin cambios.',
  type: {
    judgement: '/ inserta un juicio.',
    table: '/ inserta una tabla.',
    passage: '@ cita un pasaje.',
  },
  gaps: ['Lagunas', 'Qué no se sabe, y quién podría averiguarlo.'],
  sourceSummary: [
    'Resumen de fuentes',
    'Puntos fuertes y débiles de las fuentes, las más importantes, y sus contradicciones.',
  ],
  bluf: {
    bottomLine: ['Lo esencial', 'La conclusión, en la primera frase.'],
    judgements: ['Juicios principales', 'Cada uno con su probabilidad o su confianza, y en qué se apoya.'],
    background: ['Antecedentes', 'Qué debe saber el lector para seguir el texto.'],
    analysis: ['Análisis', 'Cómo llevan las pruebas a los juicios.'],
    soWhat: ['Consecuencias', 'Qué significa para este lector, y qué puede hacerse.'],
    assumptions: ['Supuestos', 'Qué se da por sentado, y qué juicios dependen de ello.'],
    alternatives: ['Otras explicaciones', 'Qué otra cosa explicaría las pruebas.'],
    wouldChange: ['Qué cambiaría el juicio', 'Qué hecho, de observarse, invalidaría los juicios.'],
    changeSince: [
      'Cambios desde',
      'Qué hay de nuevo desde la última nota, o «Primera nota sobre el asunto.»',
    ],
  },
  sitrep: {
    highlights: ['Puntos destacados', 'Qué debe saber quien no siga leyendo, lo más importante primero.'],
    situation: ['Situación', 'Cómo están las cosas, por lugar o por actor.'],
    changes: ['Cambios desde el último informe', 'En qué difiere del último informe.'],
    response: ['Respuesta', 'Qué se ha hecho, quién, y con qué efecto.'],
    outlook: ['Perspectivas', 'Qué cabe esperar hasta el próximo informe, cada cosa con su probabilidad.'],
    actions: ['Acciones', 'Qué hay que hacer, quién lo hace, y para cuándo.'],
  },
  decision: {
    recommendation: ['Recomendación', 'Qué decidir, en una frase, y la razón principal.'],
    issue: ['Asunto', 'Qué hay que decidir, quién, y para cuándo.'],
    background: ['Antecedentes', 'Qué debe saber el lector para decidir.'],
    options: ['Opciones', 'Cada opción, también no hacer nada: qué habla a favor y qué en contra.'],
    judgements: ['Juicios en que se apoya', 'Qué es probable con cada opción, y con qué confianza.'],
    risks: ['Riesgos', 'Qué puede salir mal, cómo se notaría, qué lo limitaría.'],
    nextSteps: ['Próximos pasos', 'Qué se sigue de la decisión: quién, qué, para cuándo.'],
  },
  readingNote: {
    says: ['Qué dice', 'Lo esencial del artículo en dos o tres frases, con palabras propias.'],
    isNew: ['Qué hay de nuevo', 'Qué no se sabía, o difiere de lo que dicen otros.'],
    worth: ['Qué valor tiene', 'Quién lo dice, cómo lo sabe, qué habla en contra; qué no dice.'],
    toDo: ['Qué hacer', 'A quién informar, qué seguir, qué comprobar.'],
  },
  annex: {
    scope: ['Alcance', 'Qué se ha reunido, de dónde, hasta cuándo, y para qué nota.'],
    evidence: 'Los pasajes, cada uno con su evaluación y su fuente.',
  },
  blank: ['Texto', 'Empiece a escribir.'],
};

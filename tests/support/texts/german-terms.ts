/** The doctrine's terms as a German office might word them. */
export const germanTerms = {
  'icd203-likely': {
    'almost-no-chance': 'so gut wie ausgeschlossen',
    'very-unlikely': 'sehr unwahrscheinlich',
    unlikely: 'unwahrscheinlich',
    'roughly-even-chance': 'etwa gleich wahrscheinlich',
    likely: 'wahrscheinlich',
    'very-likely': 'sehr wahrscheinlich',
    'almost-certain': 'nahezu sicher',
  },
  confidence: { high: 'hoch', moderate: 'mäßig', low: 'niedrig' },
};

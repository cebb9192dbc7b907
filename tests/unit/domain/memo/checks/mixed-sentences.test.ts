import { describe, expect, it } from 'vitest';
import { mixedSentences } from '#domain/memo/checks/sentence-rules.ts';

describe('likelihood and confidence in one sentence', () => {
  it.each([
    // The levels, as writers say them
    'We judge with high confidence that an attack is likely.',
    'We judge with moderate confidence that Lee will probably step down.',
    'It will probably rain on the parade, and we say so with low confidence.',
    'There is a high degree of confidence that the port will very likely reopen.',
    'With a low degree of confidence we assess that a strike is unlikely.',
    'A high level of confidence attaches to the judgement that a deal is likely.',
    'We are moderately confident that the talks are unlikely to fail.',
    'We are highly confident that the yards will almost certainly close.',
    'Analysts are fairly confident that a ban is likely.',
    'We have high analytic confidence that the envoy will very likely travel.',
    'We have high overall confidence that it is likely.',
    'Our confidence in the judgement that the truce will likely hold is low.',
    'Confidence in the judgment that the fleet is unlikely to sail is low.',
    'Our confidence that a shift is likely remains only moderate.',
    'Our confidence in this line, which makes a strike likely, is low.',
    'This is a high-confidence judgement: the plant is very likely to close.',
    'A high‑confidence, low-cost step is likely, and confidence is high.',
    'We hold with medium confidence that a purge is roughly even odds or probable.',
    'It is likely (confidence: low).',
    'It is likely; confidence level: moderate.',
    'A stop is unlikely (low confidence).',
    'Low to moderate confidence attaches to the view that it is unlikely.',
    'We have limited confidence in the reporting that a raid is likely.',
    'We have little confidence in the figures, but growth is likely.',
    'Our level of confidence is high and the outcome almost certain.',
    'The level of confidence in this assessment, that a raid is likely, is low.',
    'Confidence in the sourcing is low, and a leak is probable.',
    // The terms, as writers say them
    'We assess with high confidence that the chance of a coup is remote.',
    'There is a remote possibility of war, we judge with high confidence.',
    'With high confidence: the chances of a deal this year are remote.',
    'With moderate confidence we see a realistic possibility of a strike.',
    'We say with high confidence that it is not likely.',
    'With high confidence, a return isn’t likely.',
    'It is roughly an even chance, with low confidence.',
    'With high confidence there is a 70 per cent chance of rain on the day.',
    'We judge with high confidence that there is a high probability of delay.',
    'It is virtually certain, and our confidence is high.',
    'The chances, he thinks, are, on balance, remote, and our confidence is not high.',
    'Nearly certainly, and with high confidence, the port will close.',
    // Sentences that a segmenter of no abbreviations breaks in two
    'With high confidence we assess that the U.S. Navy will likely stay.',
    'We judge with low confidence that Gen. Roe will probably resign.',
    'We are moderately confident that Mr. Roe is unlikely to speak.',
    'It is likely that Gov. Roe of the U.S. Virgin Islands goes, which we say with high confidence.',
    'With high confidence, Lt. Col. J. R. Roe of No. 3 Sqn. is likely to stay.',
    // Quotation marks elsewhere in the sentence change nothing
    'With high confidence we judge that the “axis” is likely to hold.',
  ])('is seen in: %s', (sentence) => {
    expect(mixedSentences(sentence)).toEqual([sentence]);
  });

  it.each([
    // Apart, as the standard wants them
    'An attack is likely. We have high confidence in this judgement.',
    'We have high confidence in the reporting on the U.S. Navy. A deployment is likely.',
    'It was probably approved by the U.S. Confidence is low in this judgement.',
    // One of the two alone
    'We judge with high confidence that the envoy travelled.',
    'An attack is very likely.',
    'We can say nothing of the likelihood with high confidence.',
    'We judge with moderate confidence that talks may resume.',
    // The words of a source
    'With high confidence we judge that he called it “likely”.',
    'It is likely that the ministry’s “high confidence” is for show.',
    '“We have high confidence that a deal is likely,” Roe said.',
    '"We are highly confident that it will probably pass," she said.',
    'Roe, who spoke of ‘moderate confidence’, is likely to go.',
    // Confidence of another kind
    'High consumer confidence makes a rise likely.',
    'Consumer confidence is high and a rise is likely.',
    'Business confidence remains low, so a cut is probable.',
    'Low confidence among voters makes a rout likely.',
    'Investor confidence in the reporting of firms is low, so a fall is likely.',
    'A vote of confidence is likely, and turnout will be high.',
    'The vote of no confidence is high on the list and likely to pass.',
    'A motion of confidence is likely to fail by a low margin.',
    'High confidence in the dollar makes a rally likely.',
    'Public confidence is low; a protest is likely.',
    'Confidence-building measures of high value are likely.',
    'A high-confidence interval is likely to be reported.',
    'Self-confidence is high in the team that is likely to win.',
    'Consumers are very confident and likely to spend.',
    // Likelihood of another kind
    'We have high confidence that the police had probable cause.',
    'We judge with high confidence that remote work spread.',
    'With high confidence, the remote area was shelled.',
    'With high confidence, likely voters were asked.',
    'With high confidence, the two were unlikely allies.',
    'With high confidence, remote sensing shows the likelihood of none.',
  ])('is not seen in: %s', (text) => {
    expect(mixedSentences(text)).toEqual([]);
  });

  it('names the sentence alone, without its neighbours', () => {
    const text = 'It began. With low confidence we say that Gen. Roe will likely go. It ended.';
    expect(mixedSentences(text)).toEqual(['With low confidence we say that Gen. Roe will likely go.']);
  });
});

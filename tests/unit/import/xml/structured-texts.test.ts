// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { foundMetadataSchema } from '#domain/article/article.ts';
import { bodySchema } from '#domain/article/body/body.ts';
import { canonicalText, textBlockSpans } from '#domain/article/body/canonical-text.ts';
import type { ParsedArticle } from '#domain/contract/importer-bridge.ts';
import { parseJats } from '#renderer/importer/xml/parse-jats.ts';
import { parseTei } from '#renderer/importer/xml/parse-tei.ts';

/** A text as the main process checks it, each line with the kind of its block. */
const seen = (parsed: ParsedArticle | null) => {
  if (parsed === null) return null;
  const body = bodySchema.parse(parsed.body);
  const text = canonicalText(body);
  const found = foundMetadataSchema.parse(parsed.found);
  return {
    lines: textBlockSpans(body).map(({ start, end, block }) =>
      block.type === 'heading'
        ? `${'#'.repeat(block.attrs.level)} ${text.slice(start, end)}`
        : text.slice(start, end),
    ),
    found: Object.fromEntries(Object.entries(found).map(([field, hit]) => [field, hit?.value])),
    body,
  };
};

const jats = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.2//EN" "JATS-journalpublishing1.dtd">
<article xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:mml="http://www.w3.org/1998/Math/MathML" xml:lang="en" article-type="research-article">
<front><journal-meta><journal-title-group><journal-title>Journal of Ports</journal-title></journal-title-group></journal-meta>
<article-meta><article-id pub-id-type="pmid">99</article-id><article-id pub-id-type="doi">10.5555/ports.7</article-id>
<title-group><article-title>Waiting <italic>times</italic></article-title><subtitle>a survey</subtitle></title-group>
<contrib-group><contrib contrib-type="author"><name><surname>Roe</surname><given-names>Jane A.</given-names></name></contrib>
<contrib contrib-type="author"><collab>Harbour Group</collab></contrib>
<contrib contrib-type="editor"><name><surname>No</surname><given-names>Editor</given-names></name></contrib></contrib-group>
<pub-date pub-type="ppub"><year>2024</year></pub-date>
<pub-date pub-type="epub"><day>7</day><month>3</month><year>2023</year></pub-date>
<permissions><copyright-statement>No text</copyright-statement></permissions>
<abstract><p>Ships wait.</p></abstract></article-meta></front>
<body><sec><label>1.</label><title>Method</title><p>We counted ships<xref ref-type="bibr" rid="r1">[1]</xref> at 5&nbsp;m<sup>2</sup> often<sup><xref ref-type="bibr" rid="r1">1</xref>–<xref ref-type="bibr" rid="r3">3</xref></sup><fn id="f1"><p>By hand.</p></fn>.</p>
<sec><title>Sites</title><list list-type="order"><list-item><label>1</label><p>North</p></list-item><list-item><p>South</p></list-item></list></sec>
<table-wrap><label>Table 1.</label><caption><title>Ships</title><p>per day</p></caption><table><thead><tr><th>Port</th><th>Ships</th></tr></thead>
<tbody><tr><td>North</td><td>4</td></tr></tbody></table><table-wrap-foot><fn><label>a</label><p>Median.</p></fn></table-wrap-foot></table-wrap>
<fig><label>Figure 1</label><caption><p>The quay.</p></caption><graphic xlink:href="quay.tif"/></fig>
<disp-quote><p>All stood still.</p></disp-quote>
<p>See <ext-link xlink:href="https://data.example/x">the data</ext-link> and <ext-link xlink:href="javascript:alert(1)">this</ext-link>.</p></sec></body>
<back><ack><p>We thank the pilots.</p></ack><ref-list><ref id="r1"><label>1</label><mixed-citation>Ek B. Tides. 2020.</mixed-citation></ref>
<ref><element-citation><person-group><name><surname>Li</surname><given-names>Anna</given-names></name><etal/></person-group><year>2019</year>
<article-title>Docks.</article-title><source>J Dock</source><volume>4</volume><fpage>7</fpage><lpage>9</lpage></element-citation></ref></ref-list></back></article>`;

it('reads an article in JATS: its head as metadata, its sections, tables, notes and references as text', () => {
  const parsed = seen(parseJats(jats));
  expect(parsed?.found).toEqual({
    type: 'article-journal',
    title: 'Waiting times: a survey',
    byline: 'Jane A. Roe, Harbour Group',
    publisher: 'Journal of Ports',
    publishedAt: '2023-03-07',
    doi: '10.5555/ports.7',
    url: 'https://doi.org/10.5555/ports.7',
    language: 'en',
  });
  expect(parsed?.lines).toEqual([
    '# Waiting times: a survey',
    '## Abstract',
    'Ships wait.',
    '## 1. Method',
    'We counted ships[1] at 5\u00a0m² often[1–3][1].',
    '### Sites',
    'North',
    'South',
    'Table 1. Ships per day',
    'Port',
    'Ships',
    'North',
    '4',
    'a Median.',
    'Figure 1 The quay.',
    'All stood still.',
    'See the data and this.',
    '## Acknowledgements',
    'We thank the pilots.',
    '## References',
    '1 Ek B. Tides. 2020.',
    'Li Anna, et al. 2019. Docks. J Dock. 4. 7–9',
    'By hand.',
  ]);
  expect(JSON.stringify(parsed?.body)).toContain('https://data.example/x');
  expect(JSON.stringify(parsed?.body)).not.toContain('javascript');
});

it('reads the articles of a set, and of an answer of a repository', () => {
  const article = jats.replace(/^[\s\S]*?(?=<article )/u, '');
  const set = seen(
    parseJats(`<pmc-articleset>${article}${article.replace('Ships wait', 'Tugs wait')}</pmc-articleset>`),
  );
  expect(set?.lines.filter((line) => / wait\./u.test(line))).toEqual(['Ships wait.', 'Tugs wait.']);
  expect(set?.found.doi).toBe('10.5555/ports.7');
});

const tei = `<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>
<titleStmt><title type="main">Letters of a Pilot</title><author><persName><forename>Ada</forename> <surname>Mole</surname></persName></author></titleStmt>
<publicationStmt><publisher>Harbour Archive</publisher><date when="2011-02-03">2011</date><idno type="DOI">10.5555/tei.1</idno></publicationStmt>
<sourceDesc><p>Born digital.</p></sourceDesc></fileDesc><profileDesc><langUsage><language ident="en">English</language></langUsage></profileDesc></teiHeader>
<text><front><titlePage><docTitle><titlePart>Letters</titlePart></docTitle></titlePage></front>
<body><div><head>The First</head><pb n="3"/><fw>running head</fw><p>I came<lb/>to the har<lb break="no"/>bour,
where <choice><sic>shipps</sic><corr>ships</corr></choice> <hi rend="italic">waited</hi><note place="foot">So he says.</note> <gap/>.</p>
<quote><p>All stood still.</p></quote><lg><l>One wave</l><l>Two waves</l></lg>
<div><head>List</head><list type="ordered"><item>North</item><item>South</item></list>
<table><row role="label"><cell>Port</cell></row><row><cell>North</cell></row></table></div>
<sp><speaker>Pilot.</speaker><p>Ahoy.</p></sp></div></body>
<back><listBibl><biblStruct><analytic><author><persName><surname>Ek</surname></persName></author><title level="a">Tides</title></analytic>
<monogr><title level="j">J Sea</title><imprint><date when="2020"/><biblScope unit="page" from="1" to="9"/></imprint></monogr></biblStruct></listBibl></back></text></TEI>`;

it('reads a text in TEI as its source has it, without what an editor or a printer put beside', () => {
  const parsed = seen(parseTei(tei));
  expect(parsed?.found).toEqual({
    title: 'Letters of a Pilot',
    byline: 'Ada Mole',
    publisher: 'Harbour Archive',
    publishedAt: '2011-02-03',
    doi: '10.5555/tei.1',
    language: 'en',
  });
  expect(parsed?.lines).toEqual([
    '# Letters of a Pilot',
    'Letters',
    '## The First',
    'I came to the harbour, where shipps waited[1] […].',
    'All stood still.',
    'One wave\nTwo waves',
    '### List',
    'North',
    'South',
    'Port',
    'North',
    'Pilot.',
    'Ahoy.',
    'Ek. 2020. Tides. J Sea. 1–9',
    'So he says.',
  ]);
});

it('takes the metadata of a paper in TEI from the work that it was made of', () => {
  const paper = tei.replace(
    '<p>Born digital.</p>',
    `<biblStruct><analytic><title level="a" type="main">Waiting</title><author><persName><forename>Bo</forename><surname>Ek</surname></persName></author>
<idno type="DOI">10.5555/other</idno></analytic><monogr><title level="j">Journal of Ports</title><imprint><date when="2020-05-11">May</date></imprint></monogr></biblStruct>`,
  );
  expect(seen(parseTei(paper))?.found).toMatchObject({
    title: 'Waiting',
    byline: 'Bo Ek',
    publisher: 'Journal of Ports',
    publishedAt: '2020-05-11',
    doi: '10.5555/other',
    type: 'article-journal',
  });
});

it.each([
  [
    '<biblStruct type="newspaperArticle"><monogr><title level="j">Herald</title></monogr></biblStruct>',
    'article-newspaper',
  ],
  ['<recordingStmt><recording type="audio"/></recordingStmt>', 'interview'],
  ['<recordingStmt><broadcast><p>Radio North.</p></broadcast></recordingStmt>', 'broadcast'],
  [
    '<p>Ink.</p></sourceDesc></fileDesc><profileDesc><correspDesc/></profileDesc><fileDesc><sourceDesc>',
    'personal_communication',
  ],
  ['<p>Ink.</p>', undefined],
])('knows by its header what a text in TEI is cited as: %s', (source, type) => {
  expect(seen(parseTei(tei.replace('<p>Born digital.</p>', source)))?.found.type).toBe(type);
});

it('refuses entities that a file declares', () => {
  const bomb = tei.replace('<TEI', '<!DOCTYPE TEI [<!ENTITY a "aaaa">]><TEI');
  expect(() => parseTei(bomb)).toThrow('document-unsafe');
  expect(() =>
    parseJats(
      jats.replace('JATS-journalpublishing1.dtd"', 'x.dtd" [<!ENTITY % p SYSTEM "file:///etc/passwd">]'),
    ),
  ).toThrow('document-unsafe');
});

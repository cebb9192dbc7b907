import { describe, expect, it } from 'vitest';
import { buildMemoDocument } from '#domain/memo/document/build-memo-document.ts';
import { writeMemoDocx } from '#electron/export/docx/write-memo-docx.ts';
import { docxPart } from '../../../support/files/read-docx.ts';
import { materialOf, writeArticle } from '../../../support/memo/written-article.ts';
import { cite, paragraph, section, writeMemo } from '../../../support/memo/written-memo.ts';

/** The properties of the run that quotes `words` of an article in `language`. */
const propertiesOf = async (words: string, language: string): Promise<string> => {
  const article = writeArticle([`${words}.`], [words], { bibliography: { language } });
  const memo = writeMemo([section('analysis', 'Analysis', paragraph('So ', cite(article, 0, 'whole')))]);
  const document = buildMemoDocument(memo, materialOf([article]));
  const body = docxPart(await writeMemoDocx(document, 'a4'), 'word/document.xml');
  const run = body.split('<w:r>').find((part) => part.includes(`>${words}</w:t>`)) ?? '';
  return /<w:rPr>.*<\/w:rPr>/.exec(run)?.[0] ?? '';
};

describe('words of a source in Word', () => {
  it.each([
    ['外務省は述べた', 'ja', 'w:eastAsia="Yu Mincho"', '<w:lang w:val="ja" w:eastAsia="ja"/>'],
    ['外交部表示', 'zh-Hans', 'w:eastAsia="SimSun"', '<w:lang w:val="zh-Hans" w:eastAsia="zh-Hans"/>'],
    ['外交部表示', 'zh-TW', 'w:eastAsia="PMingLiU"', '<w:lang w:val="zh-TW" w:eastAsia="zh-TW"/>'],
    ['외교부는', 'ko', 'w:eastAsia="Batang"', '<w:lang w:val="ko" w:eastAsia="ko"/>'],
    ['विदेश मंत्रालय', 'hi', 'w:cs="Nirmala UI"', '<w:lang w:val="hi" w:bidi="hi"/>'],
    ['กระทรวง', 'th', 'w:cs="Leelawadee UI"', '<w:lang w:val="th" w:bidi="th"/>'],
  ])('have a font with their letters and their language: %s (%s)', async (words, language, font, lang) => {
    const properties = await propertiesOf(words, language);
    expect(properties).toContain(font);
    expect(properties).toContain(lang);
  });

  it('keep their quotation marks in the font of East Asian letters', async () => {
    expect(await propertiesOf('外務省は述べた', 'ja')).toContain('w:hint="eastAsia"');
  });

  it.each([
    ['قالت الوزارة', 'ar', '<w:rtl/>', '<w:lang w:val="ar" w:bidi="ar"/>'],
    ['Le ministre a dit', 'fr', '', '<w:lang w:val="fr"/>'],
  ])('keep the fonts of the memo where these have their letters: %s', async (words, language, rtl, lang) => {
    const properties = await propertiesOf(words, language);
    expect(properties).not.toContain('w:rFonts');
    expect(properties).toContain(lang);
    expect(properties).toContain(rtl);
  });
});

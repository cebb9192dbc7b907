import { describe, expect, it } from 'vitest';
import { detectLanguage } from '#renderer/importer/metadata/detect-language.ts';

const texts = {
  en: 'The harbour authority said on Tuesday that the northern channel would stay closed for another week. It was the third time since March that the pilots had refused to sail, and the captains of the ships that wait outside the port have been told to expect further delays, which will be costly.',
  de: 'Die Hafenbehörde teilte am Dienstag mit, dass die nördliche Fahrrinne noch eine Woche gesperrt bleibt. Es ist das dritte Mal seit März, dass sich die Lotsen weigern, und den Kapitänen der Schiffe, die vor dem Hafen liegen, wurde gesagt, dass sie mit weiteren Verzögerungen zu rechnen haben.',
  fr: 'Les autorités du port ont annoncé mardi que le chenal du nord resterait fermé pour une semaine encore. C’est la troisième fois depuis mars que les pilotes refusent de sortir, et les capitaines des navires qui attendent au large ont été prévenus que les retards pourraient durer plus longtemps dans ce cas.',
  es: 'La autoridad del puerto anunció el martes que el canal del norte seguirá cerrado una semana más. Es la tercera vez desde marzo que los prácticos se niegan a salir, y los capitanes de los barcos que esperan fuera del puerto han sido avisados de que las demoras, que serán largas, pueden costar caro a las navieras y al país.',
  it: 'L’autorità del porto ha detto martedì che il canale del nord resterà chiuso per un’altra settimana. È la terza volta da marzo che i piloti si rifiutano di uscire, e i capitani delle navi che aspettano al largo sono stati avvisati che i ritardi, che non saranno brevi, sono probabili e che il costo della sosta è a carico degli armatori.',
  ja: '港湾当局は火曜日、北側の航路をさらに一週間閉鎖すると発表した。三月以来、水先人が出航を拒否するのはこれで三度目であり、港の外で待機している船の船長たちは、さらなる遅れを覚悟するよう伝えられた。当局は木曜日に閉鎖を見直すとしているが、保険料はすでに倍になっている。',
  zh: '港务局星期二表示，北航道将再关闭一周。这是自三月以来引航员第三次拒绝出航，在港口外等候的船只的船长们已被告知，预计还会有进一步的延误。当局表示将在星期四重新审查关闭的决定，而保险费已经翻了一番。业内人士认为，这种情况可能会持续到月底，届时将有更多船只改道航行，运费也会随之上涨。',
  ko: '항만 당국은 화요일 북쪽 항로를 일주일 더 폐쇄한다고 밝혔다. 삼월 이후 도선사들이 출항을 거부한 것은 이번이 세 번째이며, 항구 밖에서 기다리는 선박의 선장들은 추가 지연을 예상하라는 통보를 받았다. 당국은 목요일에 폐쇄를 재검토하겠다고 말했지만 보험료는 이미 두 배로 올랐다.',
  el: 'Η λιμενική αρχή ανακοίνωσε την Τρίτη ότι ο βόρειος δίαυλος θα παραμείνει κλειστός για ακόμη μία εβδομάδα. Είναι η τρίτη φορά από τον Μάρτιο που οι πλοηγοί αρνούνται να βγουν.',
};

/** Languages of which one is easily taken for another. */
const neighbours = {
  pt: 'A autoridade do porto anunciou na terça-feira que o canal do norte vai continuar fechado por mais uma semana. É a terceira vez desde março que os pilotos se recusam a sair, e os capitães dos navios que esperam ao largo foram avisados de que os atrasos, que não serão curtos, são prováveis.',
  nl: 'De havenautoriteit zei dinsdag dat de noordelijke vaargeul nog een week gesloten blijft. Het is de derde keer sinds maart dat de loodsen weigeren uit te varen, en de kapiteins van de schepen die voor de haven liggen hebben te horen gekregen dat zij op verdere vertraging moeten rekenen.',
  ca: 'L’autoritat del port va anunciar dimarts que el canal del nord continuarà tancat una setmana més. És la tercera vegada des del març que els pràctics es neguen a sortir, i els capitans dels vaixells que esperen fora del port han estat avisats que els retards, que no seran curts, són probables.',
  ru: 'Портовые власти сообщили во вторник, что северный фарватер останется закрытым ещё на неделю. Это уже третий раз с марта, когда лоцманы отказываются выходить в море, и капитаны судов, ожидающих на рейде, предупреждены о новых задержках.',
  sv: 'Hamnmyndigheten sade på tisdagen att den norra farleden förblir stängd i ytterligare en vecka. Det är tredje gången sedan mars som lotsarna vägrar att gå ut, och kaptenerna på de fartyg som väntar utanför hamnen har fått veta att de måste räkna med fler förseningar.',
};

/** Of which the library knows nothing, or not enough; the first lines of the Universal Declaration of Human Rights. */
const unknown = {
  gl: 'Todos os seres humanos nacen libres e iguais en dignidade e dereitos e, dotados como están de razón e conciencia, débense comportar fraternalmente uns cos outros. Toda persoa ten todos os dereitos e liberdades proclamados nesta Declaración, sen distinción ningunha de raza, cor, sexo, idioma, relixión, opinión política ou de calquera outra índole.',
  af: 'Alle menslike wesens word vry, met gelyke waardigheid en regte, gebore. Hulle het rede en gewete en behoort in die gees van broederskap teenoor mekaar op te tree. Iedereen het aanspraak op al die regte en vryhede in hierdie Verklaring uiteengesit, sonder enige uitsondering op grond van ras, kleur, geslag, taal, geloof of politiek.',
  lb: 'All Mënsch kënnt fräi a mat deeselwechte Dignitéit an deene selwechte Rechter op d’Welt. Jiddereen huet säi Verstand a säi Gewësse krut a soll an engem Geescht vu Bridderlechkeet denen anere géintiwwer handelen. Jidfereen huet Usproch op d’Rechter an d’Fräiheeten, déi an dëser Deklaratioun opgezielt sinn.',
  id: 'Semua orang dilahirkan merdeka dan mempunyai martabat dan hak-hak yang sama. Mereka dikaruniai akal dan hati nurani dan hendaknya bergaul satu sama lain dalam semangat persaudaraan. Setiap orang berhak atas semua hak dan kebebasan yang tercantum di dalam Pernyataan ini tanpa perkecualian apa pun, seperti ras, warna kulit dan bahasa.',
  mk: 'Сите човечки суштества се раѓаат слободни и еднакви по достоинство и права. Тие се обдарени со разум и совест и треба да се однесуваат еден кон друг во духот на општо човечката припадност. Секој човек има право на сите слободи и права содржани во оваа декларација, без оглед на расата, бојата, полот, јазикот и верата.',
};

describe('detectLanguage', () => {
  it.each(Object.entries({ ...texts, ...neighbours }))('knows %s', async (language, text) => {
    expect(await detectLanguage(text)).toBe(language);
  });

  it.each(Object.entries(unknown))('does not take %s for another language', async (_, text) => {
    expect(await detectLanguage(text)).toBeNull();
  });

  it('does not know a text that is too short', async () => {
    for (const text of ['', 'The harbour was closed on Tuesday.', 'Harbour closed', '港務局']) {
      expect(await detectLanguage(text)).toBeNull();
    }
  });

  it('does not decide on a text in two languages', async () => {
    expect(await detectLanguage(`${texts.en}\n${texts.de}`)).toBeNull();
    expect(await detectLanguage(`${texts.en}\n${texts.ko}`)).toBeNull();
  });

  it('parts languages in Cyrillic and knows Vietnamese by their letters', async () => {
    const lines = {
      uk: 'Всі люди народжуються вільними і рівними у своїй гідності та правах. Вони наділені розумом і совістю і повинні діяти у відношенні один до одного в дусі братерства. Кожна людина повинна мати всі права і всі свободи, проголошені цією Декларацією, незалежно від раси, кольору шкіри, статі, мови, релігії, політичних або інших переконань.',
      bg: 'Всички хора се раждат свободни и равни по достойнство и права. Те са надарени с разум и съвест и следва да се отнасят помежду си в дух на братство. Всеки човек има право на всички права и свободи, провъзгласени в тази Декларация, без никакви различия, основани на раса, цвят на кожата, пол, език, религия и политически възгледи.',
      vi: 'Tất cả mọi người sinh ra đều được tự do và bình đẳng về nhân phẩm và quyền lợi. Mọi con người đều được tạo hóa ban cho lý trí và lương tâm và cần phải đối xử với nhau trong tình bằng hữu.',
    };
    for (const [language, text] of Object.entries(lines)) expect(await detectLanguage(text)).toBe(language);
  });

  it('is not misled by a name in another script', async () => {
    expect(await detectLanguage(`${texts.en} (北京)`)).toBe('en');
  });

  it('knows nothing of a list of names and figures', async () => {
    expect(await detectLanguage('Rotterdam 412 Antwerp 220 Hamburg 118 Gdansk 54 '.repeat(20))).toBeNull();
  });
});

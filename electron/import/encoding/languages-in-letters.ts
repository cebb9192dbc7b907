/**
 * What the languages of legacy encodings are written with: the letters beyond ASCII, and a few words so frequent that
 * even a short text has one. Not the whole language: enough to rule out a reading that no language has.
 */

export type WrittenLanguage = {
  /** In lower case, beyond ASCII. */
  readonly letters: ReadonlySet<string>;
  /** Of at least two letters. */
  readonly words: ReadonlySet<string>;
  /** Letters beyond ASCII that are a word by themselves. */
  readonly alone: ReadonlySet<string>;
};

/** A line each: letters, letters that are words, words. */
const LATIN = `
äöüßé | | der die das und ist nicht ein eine den dem des von zu mit auf für im in sich auch es an als bei aus nach wird war sind hat sie er wir kein mehr über gab
àâæçèéêëîïôœùûüÿ | à | le la les un une des du de et est en que qui dans pour pas ne sur au aux par plus se ce son avec il elle ont été dit
áéíñóúüç | ó á é | el la los las un una de del en que y es por con no se para al lo su más como ha fue según
àáâãçéêíóôõúü | à é | o os as um uma de do da dos das em no na que não para com por se mais como foi são ao à ser
àáèéìíîòóùú | è é | il lo la gli le un una di del della dei che non per con si in da al alla sono più nel ha anche
éëïóöü | | de het een van en in is dat op te zijn met voor niet aan er om ook als maar naar bij uit wordt
åäöé | å ö | och att det som en på är av för med den till inte har de om ett men var ut över
æøåéäöüó | å | og at det som en på er af for med den til ikke har de et men var ved fra ville over
æøåéòôäö | å | og å det som en på er av for med den til ikke har de et men var ved fra ut over
äö | | ja on ei se että hän oli ovat mutta kun niin kuin myös sen tai joka siitä ole
áéíóúýþæöð | á í | og að er ekki það sem til með var um við en af eru frá hann hún hefur
áðíóúýæø | á í | og at er ikki tað sum til við var um av ein
ąćęłńóśźż | | i w na z do nie się jest to że od po za dla jak był przez tym są oraz ma już
áčďéěíňóřšťúůýž | | se na je že do to za by po si ve od jsou byl ale jak nebo pro už který má při
áäčďéíĺľňóôŕšťúýž | | sa na je že do to za by po si vo od sú bol ale ako alebo pre už ktorý má pri
áéíóöőúüű | ő é | az és hogy nem is egy van volt de meg ez el ki be már csak ha még mint lesz szerint két
ăâîșțşţ | | și în de la cu nu că este pe un din o să pentru au mai se fost va ce
čćđšž | | je se na da su za od ne će bi iz kao to ili sa nije što po više još kaže
čšžćđ | | je se na da so za od ne bi iz kot to ali pa ki bil tudi še po
çğıîöşüâû | | ve bir bu da de için ile olarak çok daha ne var gibi en olan yok dedi söyledi ki
ąčęėįšųūž | | ir yra kad iš su ne tai į buvo bet kaip už apie jis dėl nuo vėl dar du
āčēģīķļņšūžō | | un ir ka no ar ne par uz bija tas kas bet kā pie gan arī jau lai nav
äõöü | | ja on ei et ta see oli kui ka oma mis aga või siis ning veel ole nii
çë | | të dhe në një për me nga që se ka është si do
àèéíïòóúüç | é à è | el la els les un una de del en que i és per amb no es al lo més com ha
áéíóúâêîôû | é á ó | an na ar agus ag is ní go bhí sé sí leis
`;

/**
 * Vietnamese letters; their tones are in windows-1258 characters of their own.
 */
const VIETNAMESE =
  'ăâđêôơưàáãèéìíòóõùúýảạấầẩẫậắằẳẵặẻẽẹếềểễệỉĩịỏọốồổỗộớờởỡợủũụứừửữựỳỵỷỹ\u0300\u0301\u0303\u0309\u0323';

const OTHERS = `
абвгдежзийклмнопрстуфхцчшщъыьэюяё | | не на что по из за от как он это для все был было до или но его она так ещё нет где со
абвгґдеєжзиіїйклмнопрстуфхцчшщьюя | | не на що до за від як він це для та із але його вона був було чи про без
абвгдежзиійклмнопрстуфхцчшыьэюяёў | | не на што да за ад як ён гэта для але яго яна быў было ці без
абвгдежзийклмнопрстуфхцчшщъьюя | | не на да се за от че като той това са са но или със във по няма ще
абвгдђежзијклљмнњопрстћуфхцчџш | | не на да се за од је као то су али или из по нема ће са
абвгдѓежзѕијклљмнњопрстќуфхцчџш | | не на да се за од дека како тој тоа се но или со во по нема ќе
αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΐΰ | | και το να του της η ο οι τα στο στη με για από που δεν είναι θα τον την στις στην
אבגדהוזחטיכךלמםנןסעפףצץקרשתְֱֲֳִֵֶַָֹֻּׁׂ | | של את על לא הוא היא עם כי גם זה אל או אם יש כל
ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيًٌٍَُِّْـپچژگکےٹڈڑں | | في من على إلى أن عن مع لا ما هذا كان بعد قال إن التي الذي
กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮะัาำิีึืฺุูเแโใไๅๆ็่้๊๋์ํ๎ฯ | |
`;

const languageOf = (line: string): WrittenLanguage => {
  const [letters = '', alone = '', words = ''] = line.split('|').map((part) => part.trim());
  return {
    letters: new Set(letters),
    alone: new Set(alone.split(' ')),
    words: new Set(words.split(' ').filter((word) => word !== '')),
  };
};

const tableOf = (lines: string): readonly WrittenLanguage[] => lines.trim().split('\n').map(languageOf);

export const latinLanguages: readonly WrittenLanguage[] = [
  ...tableOf(LATIN),
  { letters: new Set(VIETNAMESE), alone: new Set('ở'), words: new Set(['và', 'không', 'là', 'của', 'có']) },
];

/** Written in an alphabet other than Latin: ASCII letters in such a text are names. */
export const otherLanguages: readonly WrittenLanguage[] = tableOf(OTHERS);

/** English, whose letters beyond ASCII come with words of others; those that the Western and the Central European code
 * page share, since any other may as well be another letter of a name. */
export const english: WrittenLanguage = {
  letters: new Set('áâäàçéëíîïóôöúüý'),
  alone: new Set('à'),
  words: new Set(
    'the of and to in is was for that it on as with by at from he she his her its be are not has said were this an or but will have they who their which'.split(
      ' ',
    ),
  ),
};

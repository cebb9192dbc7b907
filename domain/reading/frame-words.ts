/**
 * Words that change what a sentence states about its other words, by language: one row a language, by the primary
 * subtag of BCP 47. All in lower case; ’ is written '. A star represents any letters: "*n't", "kein*". Several
 * words are a phrase. "^om" counts only where a clause begins. Words with another frequent meaning are left out
 * (German "noch", French "personne"): nobody would read a check with a false alarm at every omission.
 */
export type FrameWords = {
  /** "not", "without". */
  readonly negations: readonly string[];
  /** "denied", "refused", "false". */
  readonly denials: readonly string[];
  /** "if", "unless". */
  readonly conditions: readonly string[];
  /** Possibility and hearsay: "may", "reportedly". */
  readonly hedges: readonly string[];
  /** Before any word: "only", "nearly". */
  readonly limits: readonly string[];
  /** Before a quantity: "about", "at least". */
  readonly measures: readonly string[];
  /** Words before a time that limits the statement: "since". */
  readonly times: readonly string[];
  /** Words that also weaken a statement, but are often style: "believes", "would". */
  readonly softeners: readonly string[];
  /** Where the reach of a word before ends: "but". */
  readonly breaks: readonly string[];
  /** Phrases with a word of these lists that turn nothing: "not only". */
  readonly harmless: readonly string[];
  /** Whether a negation may also follow the word that it negates. */
  readonly turnsBehind: boolean;
};

const list = (words: string): readonly string[] =>
  words
    .split(',')
    .map((word) => word.trim().replace(/\s+/gu, ' '))
    .filter((word) => word !== '');

type Row = Readonly<Record<Exclude<keyof FrameWords, 'turnsBehind'>, string>>;

const rowOf = (row: Row, turnsBehind = false): FrameWords => ({
  negations: list(row.negations),
  denials: list(row.denials),
  conditions: list(row.conditions),
  hedges: list(row.hedges),
  limits: list(row.limits),
  measures: list(row.measures),
  times: list(row.times),
  softeners: list(row.softeners),
  breaks: list(row.breaks),
  harmless: list(row.harmless),
  turnsBehind,
});

export const frameWords: Readonly<Record<string, FrameWords>> = {
  en: rowOf({
    negations: `not, *n't, cannot, no, never, none, neither, nor, nobody, no one, nothing, nowhere, without, hardly,
      scarcely, barely, instead of, rather than, except`,
    denials: `deny, denies, denied, denying, denial, denials, refuse, refuses, refused, refusing, refusal, reject, rejects,
      rejected, rejecting, fail to, fails to, failed to, failure to, ruled out, rules out, rule out, ruling out, false,
      falsely, untrue, unlikely, decline to, declines to, declined to, dismissed, dispute, disputes, disputed, refute,
      refutes, refuted, rebutted, stopped short of, doubt, doubts, doubted, debunked`,
    conditions: `if, unless, whether, provided that, providing that, as long as, on condition that, in case, in the event`,
    hedges: `may, might, could, perhaps, maybe, possibly, potentially, probably, possible, apparently, allegedly, alleged,
      alleges, reportedly, supposedly, purportedly, purported, seemingly, presumably, rumoured, rumored, unconfirmed`,
    limits: `only, almost, nearly, mostly, partly, partially, largely`,
    measures: `about, around, approximately, roughly, some, up to, at least, at most, more than, less than, fewer than,
      as many as, as much as, no more than, over, under, almost, nearly, close to`,
    times: `since, until`,
    softeners: `would, likely, unlikely, probable, reported, seem, seems, seemed, appear to, appears to, appeared to,
      suggest, suggests, suggested, believe, believes, believed, think, thinks, thought, claim, claims, claimed,
      approximately, roughly, up to, at least, at most, more than, less than, fewer than, sometimes`,
    breaks: `but, and, while, whereas, although, though, because, however, yet, so, when, after, before, as, which, who,
      whose, where`,
    harmless: `not only, no doubt, without doubt, in doubt, if in doubt, not least, no matter, cannot but, even if, as if, if only, if anything,
      not just, no less than, no fewer than, nothing less than, could not but, at the earliest possible`,
  }),
  de: rowOf(
    {
      negations: `nicht, kein*, nie, niemals, niemand*, nichts, weder, ohne, kaum, keineswegs, keinesfalls, nirgends,
        anstatt, statt`,
      denials: `bestreitet, bestreiten, bestritt, bestritten, dementiert*, dementiere*, leugnet, leugnete*, geleugnet,
        verneint*, weigert*, geweigert, verweigert*, falsch, ablehnte*, lehnte*, abgelehnt, zurückgewiesen, widersprach,
        ausgeschlossen, unwahr, bezweifel*`,
      conditions: `wenn, falls, sofern, es sei denn, ob, vorausgesetzt, solange, unter der bedingung`,
      hedges: `vielleicht, möglicherweise, womöglich, eventuell, wahrscheinlich, vermutlich, mutmaßlich*, angeblich*,
        offenbar, anscheinend, scheinbar, könnte*, dürfte*, unbestätigt*`,
      limits: `nur, lediglich, bloß, fast, beinahe, nahezu, teilweise, größtenteils`,
      measures: `etwa, rund, ungefähr, circa, zirka, ca., knapp, fast, nahezu, mindestens, höchstens, bis zu, über, unter,
        mehr als, weniger als, gut`,
      times: `seit, bis`,
      softeners: `unwahrscheinlich, wohl, würde*, sollte*, soll, ungefähr, mindestens, höchstens`,
      breaks: `aber, und, während, obwohl, weil, sondern, jedoch, als, nachdem, bevor, doch`,
      harmless: `nicht nur, ohne zweifel, nicht zuletzt, auch wenn, selbst wenn, als ob, nicht weniger als, wenn auch`,
    },
    true,
  ),
  fr: rowOf({
    negations: `ne, n'*, pas, jamais, rien, aucun*, ni, sans, guère, nullement, au lieu de, plutôt que, sauf`,
    denials: `nie, nient, nié*, niait, dément, démentent, démenti*, refus*, rejette*, rejeté*, faux, fausse, exclu*,
      conteste*, contesté*, réfute*, réfuté*, doute*`,
    conditions: `si, s'il, s'ils, à moins que, à condition que, à condition de, pourvu que, au cas où, en cas de`,
    hedges: `peut-être, probablement, vraisemblablement, apparemment, prétendument, présumé*, éventuellement, possible,
      pourrait, pourraient`,
    limits: `seulement, uniquement, presque, en partie, quasiment`,
    measures: `environ, près de, presque, quelque, au moins, au plus, plus de, moins de, jusqu'à`,
    times: `depuis, jusqu'en, jusqu'à`,
    softeners: `sans doute, devrait, devraient, serait, seraient, aurait, auraient, semble, semblent, semblerait, environ,
      près de, au moins, au plus`,
    breaks: `mais, et, tandis que, alors que, bien que, parce que, car, lorsque, quand, après, avant, cependant, dont, où`,
    harmless: `non seulement, sans doute, même si, comme si, ne cesse de, n'empêche, pas seulement`,
  }),
  es: rowOf({
    negations: `no, nunca, jamás, nada, nadie, ningún, ninguna, ninguno, ni, sin, tampoco, apenas, en lugar de, en vez de,
      salvo`,
    denials: `niega, niegan, negó, negaron, negado, negar, desmiente, desmienten, desmintió, desmintieron, desmentido,
      rechaza, rechazan, rechazó, rechazaron, rechazado, falso, falsa, descartó, descarta, descartaron, dudó, duda`,
    conditions: `si, a menos que, siempre que, a condición de, con tal de, en caso de, en caso de que`,
    hedges: `quizá, quizás, tal vez, acaso, posiblemente, probablemente, presuntamente, presunto, presunta, supuestamente,
      supuesto, supuesta, aparentemente, al parecer, podría, podrían, puede que`,
    limits: `solo, sólo, únicamente, solamente, casi, en parte, apenas`,
    measures: `casi, alrededor de, cerca de, unos, unas, al menos, como máximo, más de, menos de, hasta, aproximadamente,
      por lo menos`,
    times: `desde, hasta`,
    softeners: `sería, serían, habría, habrían, parece, parecen, alrededor de, al menos, como máximo`,
    breaks: `pero, y, e, mientras, aunque, porque, cuando, después, antes, sin embargo, sino, pues, donde`,
    harmless: `no solo, no sólo, no obstante, sin duda, sin embargo, aun si, como si, no menos de, incluso si`,
  }),
  it: rowOf({
    negations: `non, mai, niente, nulla, nessun*, né, senza, neanche, nemmeno, neppure, affatto, invece di, anziché,
      tranne`,
    denials: `nega, negano, negò, negato, negava, smentisce, smentiscono, smentì, smentito, smentita, rifiut*, respinge,
      respinto, respinse, falso, falsa, esclud*, escluso, contesta, contestato, dubita`,
    conditions: `se, a meno che, purché, a condizione che, a patto che, qualora, in caso di, nel caso`,
    hedges: `forse, probabilmente, possibilmente, presumibilmente, presunto, presunta, presunti, apparentemente, potrebbe,
      potrebbero, pare che, eventualmente, stando alle voci`,
    limits: `solo, soltanto, solamente, quasi, in parte, appena`,
    measures: `circa, quasi, almeno, al massimo, più di, meno di, fino a, oltre, intorno a, attorno a, all'incirca`,
    times: `dal, dalla, fino al`,
    softeners: `sarebbe, sarebbero, avrebbe, avrebbero, sembra, sembrano, dovrebbe, dovrebbero`,
    breaks: `ma, e, ed, mentre, benché, sebbene, perché, quando, dopo, prima, tuttavia, però, dove`,
    harmless: `non solo, non soltanto, senza dubbio, anche se, come se, non meno di, se non altro`,
  }),
  pt: rowOf({
    negations: `não, nunca, jamais, nada, ninguém, nenhum*, nem, sem, tampouco, sequer, em vez de, ao invés de, exceto`,
    denials: `nega, negam, negou, negaram, negado, desmente, desmentem, desmentiu, desmentiram, desmentido, recus*,
      rejeit*, falso, falsa, descartou, descarta, descartaram, refutou, duvid*`,
    conditions: `se, a menos que, a não ser que, desde que, contanto que, caso, em caso de, sob a condição`,
    hedges: `talvez, possivelmente, provavelmente, supostamente, suposto, suposta, alegadamente, aparentemente, poderia,
      poderiam, pode ser que, porventura`,
    limits: `só, somente, apenas, quase, em parte, unicamente`,
    measures: `quase, cerca de, aproximadamente, uns, umas, pelo menos, ao menos, no máximo, mais de, menos de, até`,
    times: `desde, até`,
    softeners: `seria, seriam, teria, teriam, parece, parecem, deveria, deveriam`,
    breaks: `mas, e, enquanto, embora, porque, quando, depois, antes, porém, contudo, onde, pois`,
    harmless: `não só, não apenas, não somente, sem dúvida, mesmo se, como se, não obstante, não menos de`,
  }),
  nl: rowOf(
    {
      negations: `niet, geen, nooit, niemand, niets, nergens, noch, zonder, nauwelijks, evenmin, in plaats van, behalve`,
      denials: `ontken*, weiger*, geweigerd, verwerp*, verworpen, afgewezen, wees, vals, onwaar, onjuist, tegengesproken,
        sprak tegen, spreekt tegen, uitgesloten, betwist*, betwijfel*`,
      conditions: `^als, indien, tenzij, mits, zolang, op voorwaarde`,
      hedges: `misschien, mogelijk, wellicht, waarschijnlijk, vermoedelijk, naar verluidt, kennelijk, blijkbaar,
        vermeende, zou kunnen, zouden kunnen`,
      limits: `alleen, slechts, enkel, bijna, vrijwel, deels, gedeeltelijk`,
      measures: `ongeveer, circa, ca., bijna, ruim, zo'n, minstens, ten minste, hoogstens, maximaal, tot, meer dan,
        minder dan, rond`,
      times: `sinds, tot`,
      softeners: `zou, zouden, lijkt, lijken, schijnt`,
      breaks: `maar, en, terwijl, hoewel, omdat, toen, nadat, voordat, echter, want`,
      harmless: `niet alleen, zonder twijfel, niet in de laatste plaats, ook als, zelfs als, alsof, niet minder dan`,
    },
    true,
  ),
  pl: rowOf({
    negations: `nie, nigdy, nikt, nikogo, nic, niczego, żaden, żadna, żadne, żadnego, żadnych, żadnej, ani, bez, ledwie,
      zamiast, oprócz`,
    denials: `zaprzecz*, zdementował*, dementuj*, odmówił*, odmawia*, odrzucił*, odrzuca*, fałszyw*, nieprawd*,
      wykluczył*, wyklucza*, kwestionuj*, wątpi*`,
    conditions: `jeśli, jeżeli, o ile, gdyby, pod warunkiem, chyba że, czy, w razie`,
    hedges: `może, mogą, mógłby, mogłaby, mogłoby, mogliby, być może, prawdopodobnie, zapewne, chyba, podobno, rzekomo,
      rzekom*, ponoć, przypuszczalnie, najwyraźniej, domniema*`,
    limits: `tylko, jedynie, wyłącznie, prawie, niemal, częściowo`,
    measures: `około, ok., prawie, niemal, blisko, co najmniej, przynajmniej, co najwyżej, ponad, do, mniej niż`,
    times: `od, do`,
    softeners: `około, co najmniej, co najwyżej`,
    breaks: `ale, lecz, i, oraz, podczas gdy, chociaż, choć, ponieważ, bo, kiedy, gdy, jednak, który*, która, które`,
    harmless: `nie tylko, bez wątpienia, nawet jeśli, jak gdyby, nie mniej niż, nie lada, tym niemniej`,
  }),
  sv: rowOf({
    negations: `inte, ej, icke, ingen, inget, inga, aldrig, ingenting, utan, varken, knappt, knappast, i stället för,
      istället för, förutom`,
    denials: `förneka*, dementera*, vägra*, avvisa*, avslog*, falsk*, osann*, uteslut*, uteslöt, bestrid*, bestred,
      tvivla*, motsäg*`,
    conditions: `^om, om inte, ifall, såvida, förutsatt att, på villkor, så länge`,
    hedges: `kanske, möjligen, möjligtvis, sannolikt, troligen, förmodligen, påstås, påstådd*, eventuellt, tydligen, kan,
      kunde, uppges`,
    limits: `bara, endast, enbart, nästan, delvis`,
    measures: `omkring, ungefär, cirka, ca, runt, nästan, minst, åtminstone, högst, upp till, mer än, mindre än, över,
      drygt, knappt`,
    times: `sedan, till, fram till`,
    softeners: `skulle, verkar, verkade, tycks`,
    breaks: `men, och, medan, fastän, eftersom, när, efter att, innan, dock, som, där`,
    harmless: `inte bara, inte enbart, utan tvekan, inte minst, även om, som om`,
  }),
  ru: rowOf({
    negations: `не, ни, нет, никогда, никто, ничто, ничего, никак*, нигде, без, едва, вместо, кроме`,
    denials: `отрица*, опроверг*, опроверга*, отказал*, отказыва*, отверг*, отверга*, ложь, ложн*, неправд*,
      исключил*, исключа*, оспари*, оспорил*, сомнева*`,
    conditions: `если, при условии, в случае, разве что, ли, пока не, лишь бы`,
    hedges: `может, могут, мог, могла, могло, могли, возможно, вероятно, якобы, предположительно, по-видимому, похоже,
      наверное, по слухам, предполагаем*`,
    limits: `только, лишь, исключительно, почти, частично, отчасти`,
    measures: `около, примерно, приблизительно, почти, не менее, не более, более, свыше, менее, до, как минимум, порядка,
      по меньшей мере, максимум`,
    times: `с, до, со времён, со времен, начиная с`,
    softeners: `считает, считают, кажется, казалось, вроде`,
    breaks: `но, а, и, однако, хотя, потому что, поскольку, когда, после, перед, который, которая, которое, которые, зато`,
    harmless: `не только, тем не менее, не раз, чуть ли не, едва ли не, не менее, не более, без сомнения, даже если`,
  }),
  uk: rowOf({
    negations: `не, ні, ані, немає, нема, ніколи, ніхто, ніщо, нічого, ніяк*, ніде, без, ледве, замість, крім, окрім`,
    denials: `запереч*, спростов*, спростував*, відмов*, відкида*, відкинув*, відкинул*, брехн*, хибн*, неправд*,
      виключа*, виключив*, виключил*, сумніва*`,
    conditions: `якщо, якби, за умови, у разі, в разі, чи, хіба що, поки не`,
    hedges: `може, можуть, міг, могла, могло, могли, можливо, ймовірно, імовірно, нібито, начебто, мабуть, певно,
      за чутками`,
    limits: `тільки, лише, виключно, майже, частково`,
    measures: `близько, приблизно, майже, не менше, не більше, щонайменше, щонайбільше, понад, більше, менше, до`,
    times: `з, від, до, починаючи з`,
    softeners: `вважає, вважають, здається`,
    breaks: `але, а, і, й, та, однак, проте, хоча, тому що, бо, коли, після, перед, який, яка, яке, які`,
    harmless: `не тільки, не лише, тим не менш, не раз, без сумніву, навіть якщо, не менше, не більше`,
  }),
  tr: rowOf(
    {
      negations: `değil*, yok*, asla, hiç, hiçbir*, *madı*, *medi*, *mıyor*, *miyor*, *muyor*, *müyor*, *mayacak*,
        *meyecek*, *mamış*, *memiş*, *amaz, *emez, *madan, *meden, yerine, hariç`,
      denials: `yalanla*, reddet*, reddedi*, inkâr*, inkar*, yalan*, asılsız*, kaçındı*, itiraz*, kuşku*`,
      conditions: `eğer, şayet, takdirde, olursa, ederse, yaparsa, sürece, *madıkça, *medikçe, şartıyla, koşuluyla`,
      hedges: `belki, muhtemelen, olabilir*, iddiaya göre, iddia edilen, sözde, görünüşe göre, galiba, herhalde`,
      limits: `yalnızca, sadece, yalnız, neredeyse, hemen hemen, kısmen`,
      measures: `yaklaşık, en az, en fazla, en çok, neredeyse, civarında, fazla`,
      times: `beri, bu yana, kadar`,
      softeners: `sanılıyor, düşünülüyor, görünüyor`,
      breaks: `ama, fakat, ancak, ve, çünkü, oysa, rağmen, sonra, önce`,
      harmless: `namaz*, sadece değil, hiç şüphesiz, yalnızca değil, kuşkusuz, ahmedi*`,
    },
    true,
  ),
  ar: rowOf({
    negations: `لا, لم, لن, ليس*, ليست, غير, دون, بدون, عدم, كلا, بدلا من, بدلاً من`,
    denials: `نفى, نفت, نفوا, ينفي, تنفي, ينفون, نفي, رفض*, يرفض, ترفض, يرفضون, أنكر*, ينكر, تنكر, كذب*, كاذب*, استبعد*,
      دحض*, شكك*`,
    conditions: `إذا, لو, شريطة, بشرط, ما لم, إلا إذا, في حال, في حالة`,
    hedges: `ربما, قد, محتمل*, يحتمل, مزعوم*, يزعم, المزعوم*, يقال, من المحتمل, على ما يبدو`,
    limits: `فقط, مجرد, تقريبا, تقريبًا, جزئيا, جزئيًا`,
    measures: `نحو, حوالي, قرابة, زهاء, ما لا يقل عن, على الأقل, على الأكثر, أكثر من, أقل من, ما يصل إلى`,
    times: `منذ, حتى`,
    softeners: `يعتقد, يبدو, تعتقد`,
    breaks: `لكن, ولكن, بينما, لأن, بعد, قبل, عندما, حيث, الذي, التي, الذين`,
    harmless: `لا يزال, لا تزال, ما زال, لا سيما, لا شك, ليس فقط, لا بد, غير أن, ما لا يقل عن, حتى لو`,
  }),
  fa: rowOf(
    {
      negations: `نه, نیست*, نبود*, نشد*, نکرد*, نخواهد, نخواهند, نمی*, ندارد, ندارند, نداشت*, هرگز, هیچ*, بدون, نباید,
        به جای`,
      denials: `تکذیب*, رد کرد*, رد می‌کند, انکار*, امتناع*, خودداری*, دروغ*, نادرست, نپذیرفت*, تردید*`,
      conditions: `اگر, مگر, چنانچه, در صورتی که, در صورت, به شرط, مشروط`,
      hedges: `شاید, احتمالا, احتمالاً, ممکن است, ظاهرا, ظاهراً, گویا, ادعایی`,
      limits: `فقط, تنها, تقریبا, تقریباً, صرفا, صرفاً`,
      measures: `حدود, نزدیک به, دست کم, دست‌کم, حداقل, حداکثر, بیش از, کمتر از, تقریبا, تقریباً`,
      times: `از سال, از زمان, تا`,
      softeners: `به نظر می‌رسد, گمان می‌رود`,
      breaks: `اما, ولی, و, زیرا, چون, پس از, پیش از, هنگامی که, در حالی که`,
      harmless: `نه تنها, بدون شک, بی‌تردید, بدون تردید, حتی اگر`,
    },
    true,
  ),
  he: rowOf({
    negations: `לא, אין, אינו, אינה, אינם, אינן, איננו, בלי, ללא, מעולם, שום, טרם, במקום, אף אחד`,
    denials: `הכחיש*, מכחיש*, הכחש*, סירב*, מסרב*, דחה, דחתה, דחו, שלל, שללה, שללו, שקר*, כוזב*, הפריך, הפריכה`,
    conditions: `אם, אלא אם, בתנאי, במקרה, כל עוד, לו`,
    hedges: `אולי, ייתכן, יתכן, עשוי*, עלול*, כנראה, לכאורה, כביכול, ככל הנראה`,
    limits: `רק, בלבד, כמעט, חלקית`,
    measures: `כמעט, לפחות, לכל היותר, יותר מ*, פחות מ*, עד, בערך, סביב, קרוב ל*, מעל`,
    times: `מאז, עד`,
    softeners: `נראה, סבור, סבורים, מעריכים`,
    breaks: `אבל, אך, כי, כאשר, בעוד, למרות, אחרי, לפני, ואילו`,
    harmless: `לא רק, ללא ספק, אין ספק, גם אם, אפילו אם, לא פחות מ*`,
  }),
  zh: rowOf({
    negations: `不, 没有, 沒有, 没, 沒, 未, 无, 無, 并非, 並非, 绝非, 絕非, 而非, 而不是`,
    denials: `否认, 否認, 拒绝, 拒絕, 驳斥, 駁斥, 反驳, 反駁, 不实, 不實, 虚假, 虛假, 谣言, 謠言, 排除`,
    conditions: `如果, 假如, 倘若, 除非, 只要, 要是, 一旦, 若, 是否, 能否`,
    hedges: `可能, 或许, 或許, 也许, 也許, 据称, 據稱, 据报, 據報, 疑似, 恐怕, 涉嫌`,
    limits: `只有, 只是, 仅, 僅, 几乎, 幾乎, 部分, 只`,
    measures: `大约, 大約, 约, 約, 将近, 將近, 近, 至少, 最多, 超过, 超過, 不到, 逾`,
    times: `自, 直到, 截至`,
    softeners: `认为, 認為, 似乎, 好像, 看来, 看來, 声称, 聲稱`,
    breaks: `但, 然而, 不过, 不過, 因为, 因為, 所以, 虽然, 雖然, 并且, 並且`,
    harmless: `不仅, 不僅, 不但, 不过, 不過, 不断, 不斷, 不少, 不同, 不久, 不得不, 不只, 不论, 不論, 不管, 不满, 不滿,
      无论, 無論, 无疑, 無疑, 未来, 未來, 无人机, 無人機, 不可避免, 不排除, 部分地区`,
  }),
  ja: rowOf(
    {
      negations: `ない, なかった, なく, ません, ではなく, じゃない, いない, せず, ずに, 未だ`,
      denials: `否定, 否認, 拒否, 拒ん, 拒絶, 虚偽, 誤り, 却下, 反論, 打ち消, 疑問`,
      conditions: `もし, 場合, ならば, 限り, れば, かどうか, たら`,
      hedges: `かもしれない, 可能性, とみられ, おそらく, 恐らく, らしい, だろう, とされ, 疑い`,
      limits: `だけ, のみ, しか, ほぼ, ほとんど, 一部`,
      measures: `約, およそ, 少なくとも, 最大, ほぼ, 最低`,
      times: `以来, から, まで`,
      softeners: `と思われ, ようだ, とみて`,
      breaks: `しかし, だが, 一方, ものの, けれど`,
      harmless: `だけでなく, だけではなく, のみならず, なければならない, なくてはならない, 少なくない, 間もなく, まもなく,
        に違いない, たとえ, 少なくとも`,
    },
    true,
  ),
  ko: rowOf(
    {
      negations: `않*, 아니*, 못*, 없*, 안, 말*고, 대신`,
      denials: `부인*, 거부*, 부정*, 반박*, 거짓*, 허위*, 거절*, 일축*, 배제*, 의심*`,
      conditions: `만약, 만일, *다면, *라면, *으면, 경우, 조건으로, *하면, 한`,
      hedges: `아마*, 가능성*, 알려졌*, 전해졌*, 추정*, 혹시, 듯*, 보인다`,
      limits: `단지, 오직, 거의, 일부, 불과`,
      measures: `약, 거의, 최소, 최대, 적어도, 대략, 무려`,
      times: `이후, 이래, 까지, 부터`,
      softeners: `생각*, 주장*`,
      breaks: `그러나, 하지만, 그리고, 반면, 때문에`,
      harmless: `뿐만 아니라, 못지않*, 틀림없*, 아니라도, 없이도`,
    },
    true,
  ),
};

/** The primary subtag: "pt" of "pt-BR". */
export const primaryLanguage = (language: string): string => language.toLowerCase().split('-', 1)[0] ?? '';

/** Whether the frame words of a language (BCP 47) are known. */
export const hasFrameWords = (language: string): boolean =>
  frameWords[primaryLanguage(language)] !== undefined;

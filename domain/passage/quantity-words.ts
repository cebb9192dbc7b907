/**
 * The words and signs that belong to a number: with a different one the number has another meaning. They are data:
 * a language is added by adding its words. Compared in lower case, after typography is folded.
 */

/** Magnitudes, which may be followed by a unit. */
const magnitudes = [
  'hundred|thousand|million|billion|trillion|dozen|m|mn|mln|bn|tn|k',
  'millions?|milliards?|billions?|mille|cents',
  'hundert|tausend|million(?:en)?|milliarden?|billion(?:en)?|mio|mrd',
  'mil|millón|millones|milhão|milhões|bilhão|bilhões|mila|milioni|milione|miliardi|miliardo',
  'duizend|miljoen|miljard|miljoner|miljarder|tusen|tys|mln|mld|mlrd',
  'тысяч[аи]?|тыс|миллион(?:а|ов)?|млн|миллиард(?:а|ов)?|млрд|триллион(?:а|ов)?|трлн',
  'тисяч[аі]?|тис|мільйон(?:и|ів)?|мільярд(?:и|ів)?',
  'ألف|آلاف|مليون|ملايين|مليار|مليارات|بليون|هزار|میلیون|میلیارد|אלף|אלפים|מיליון|מיליארד',
  'लाख|करोड़|हज़ार|lakh|crore|bin|milyon|milyar',
].join('|');

const units = [
  'per ?cent|percent|pct|percentage|prozent|pour cent|por ciento|por cento|per cento|procent|процент(?:а|ов)?',
  'points?|basis points|bps?|pp|fold|times|°[cf]?|degrees',
  'dollars?|euros?|pounds?|sterling|yen|yuan|roubles?|rubles?|rupees?|francs?|cents|pence',
  'usd|eur|gbp|jpy|cny|rub|chf|inr|aud|cad',
  'km|m|cm|mm|miles?|mi|feet|foot|ft|inch(?:es)?|yards?|kilomet(?:re|er)s?|met(?:re|er)s?|nautical|nm',
  'kg|g|mg|t|tons?|tonnes?|lbs?|ounces?|oz|kilograms?|kilos?|grams?',
  'l|ml|lit(?:re|er)s?|barrels?|bbl|gallons?|kw|mw|gw|tw|kwh|mwh|gwh|twh|watts?|hz|mhz|ghz|kb|mb|gb|tb',
  'kph|km/h|mph|knots?|kt',
  'seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies)|am|pm|a\\.m|p\\.m',
  'jahre?n?|monate?n?|wochen?|tage?n?|stunden?|minuten?|ans?|années?|mois|semaines?|jours?|heures?',
  'años?|mes(?:es)?|semanas?|días?|horas?|лет|года?|месяц(?:а|ев)?|недел[ьи]|дн(?:я|ей)|час(?:а|ов)?',
  'في المئة|في المائة|بالمئة|بالمائة|درصد|אחוז(?:ים)?|प्रतिशत',
].join('|');

const signs = '[%‰°$€£¥₽₹₺₩₪₴]';

/** What follows a number and belongs to it, with the space before it. */
export const unitAfter = new RegExp(
  `^ ?(?:${signs}|(?:${magnitudes}|${units})(?![\\p{L}\\p{M}\\p{N}]))`,
  'iu',
);
/** What precedes a number and belongs to it, with the space after it. */
export const unitBefore = new RegExp(
  `(?:${signs}|(?<![\\p{L}\\p{M}\\p{N}])(?:minus|negative|moins|menos|meno|минус|us|usd|eur|gbp|chf|rmb)[$€£¥]?) ?$`,
  'iu',
);

const numberWords = [
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety',
  'zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwanzig|dreißig|deux|trois|quatre|cinq|sept|huit|neuf|dix|vingt',
  'dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|два|две|три|четыре|пять|шесть|семь|восемь|девять|десять',
].join('|');

/** The end of a text that ends with a quantity: a digit, a magnitude, or a number in words. */
export const endsInQuantity = new RegExp(
  `(?:[\\p{Nd}\\p{Nl}\\p{No}]|(?<![\\p{L}\\p{M}])(?:${magnitudes}|${numberWords}))$`,
  'iu',
);

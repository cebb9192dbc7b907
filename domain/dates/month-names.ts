/**
 * The names of months and days in the languages whose papers are read most, as dates write them. A name that means
 * different months in two languages is left out: "listopada" is November in Polish and October in Croatian.
 */
const NAMES: readonly string[] = [
  'january januar januari janvier janvier enero gennaio janeiro stycznia styczeń ledna leden января январь січня січень ocak ianuarie januára',
  'february februar februari février fevrier febrero febbraio fevereiro lutego luty února únor февраля февраль лютого лютий şubat februarie februára',
  'march märz maart mars marts marzo março marca marzec března březen марта март березня березень mart martie',
  'april avril abril aprile kwietnia kwiecień dubna duben апреля апрель квітня квітень nisan aprilie apríla',
  'may mai mei maj maja mayo maggio maio května květen мая май травня травень mayıs mája',
  'june juni juin junio giugno junho czerwca czerwiec června červen июня июнь червня червень haziran iunie júna',
  'july juli juillet julio luglio julho lipca lipiec července červenec июля июль липня липень temmuz iulie júla',
  'august augustus augusti août aout agosto sierpnia sierpień srpna srpen августа август серпня серпень ağustos augusta',
  'september septembre septiembre setiembre settembre setembro września wrzesień září сентября сентябрь вересня вересень eylül septembrie septembra',
  'october oktober octobre octubre ottobre outubro października październik října říjen октября октябрь жовтня жовтень ekim octombrie októbra',
  'november novembre noviembre novembro ноября ноябрь листопада листопад kasım noiembrie novembra',
  'december dezember décembre decembre diciembre dicembre dezembro grudnia grudzień prosince prosinec декабря декабрь грудня грудень aralık decembrie decembra',
];

const monthsByName: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names, at) => names.split(' ').map((name) => [name, at + 1] as const)),
);

/** The month of a name written out, from 1; null for a word that is none, or not the same one everywhere. */
export const monthOfName = (name: string): number | null =>
  monthsByName.get(name.normalize('NFC').toLowerCase()) ?? null;

/** The days of the week in those languages, as a part of a pattern. */
export const DAY_NAMES = [
  'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche',
  'montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|mo|di|mi|do|fr|sa|so',
  'lunes|martes|miércoles|jueves|viernes|sábado|domingo',
  'lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica',
  '(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?',
  'maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag',
  'poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela',
  'понедельник|вторник|среда|четверг|пятница|суббота|воскресенье',
  "понеділок|вівторок|середа|четвер|п[’']ятниця|субота|неділя",
  'måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|mandag|tirsdag|lørdag|søndag',
].join('|');

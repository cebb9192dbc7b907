/**
 * News agencies, by the name that is shown and all that papers call them. What an agency wrote is of its origin, whichever
 * papers print it.
 */

import { foldName } from '../../text/fold-text.ts';

/** A line each: the name that is shown, then what else stands for it. */
const AGENCY_TABLE = `
Reuters|Thomson Reuters
Associated Press|AP|The Associated Press
AFP|Agence France-Presse
dpa|Deutsche Presse-Agentur|DPA
APA|Austria Presse Agentur
TASS|ITAR-TASS|ТАСС
Interfax|Интерфакс
RIA Novosti|РИА Новости
Ukrinform|Укринформ|Укрінформ
UNIAN|УНИАН|УНІАН
BelTA|БелТА
Xinhua|Xinhua News Agency|新华社
Kyodo|Kyodo News|共同
Jiji|Jiji Press|時事
Yonhap|Yonhap News Agency|연합뉴스
EFE|Agencia EFE
ANSA|Agenzia ANSA
Lusa|Agência Lusa
PA Media|Press Association
UPI|United Press International
PTI|Press Trust of India
Bloomberg|Bloomberg News
Anadolu|Anadolu Agency|Anadolu Ajansı
IRNA|ایرنا
ISNA|ایسنا
Tasnim|تسنیم
WAFA|وفا
SANA|سانا
Petra
KUNA|كونا
Saudi Press Agency|SPA|واس
WAM
Qatar News Agency|QNA
Antara
Bernama
PAP|Polska Agencja Prasowa
ČTK|CTK
ANP
Belga
TT|TT Nyhetsbyrån
NTB
Ritzau
STT
KCNA
`;

const spellings: ReadonlyMap<string, string> = new Map(
  AGENCY_TABLE.trim()
    .split('\n')
    .flatMap((line) => {
      const [shown = '', ...others] = line.split('|');
      return [shown, ...others].map((spelling) => [spelling, shown] as const);
    }),
);

const folded: ReadonlyMap<string, string> = new Map(
  [...spellings].map(([spelling, shown]) => [foldName(spelling), shown]),
);

/** Every way in which agencies are written, the longest first, so that none hides a longer one in a pattern. */
export const agencySpellings: readonly string[] = [...spellings.keys()].toSorted(
  (a, b) => b.length - a.length,
);

/** The name that is shown of an agency, by what a paper calls it; null for none. */
export const agencyNamed = (spelling: string): string | null =>
  spellings.get(spelling) ?? folded.get(foldName(spelling)) ?? null;

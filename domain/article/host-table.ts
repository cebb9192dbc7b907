/**
 * The publisher at each address: news agencies and media, international organisations, governments, and institutes
 * whose papers analysts read. A host is listed only where everything below it is published under one name: no
 * platform where anybody publishes, and no parent of sites that have names of their own.
 */

/** A line each: the host, then the name as a citation prints it. */
export const HOST_TABLE = `
apnews.com Associated Press
reuters.com Reuters
afp.com Agence France-Presse
bloomberg.com Bloomberg
dpa.com dpa
efe.com EFE
ansa.it ANSA
tass.com TASS
tass.ru TASS
interfax.com Interfax
interfax.ru Interfax
xinhuanet.com Xinhua
news.cn Xinhua
kyodonews.net Kyodo News
yna.co.kr Yonhap News Agency
aa.com.tr Anadolu Agency
pap.pl PAP
ukrinform.net Ukrinform
ukrinform.ua Ukrinform
ptinews.com PTI
irna.ir IRNA
wafa.ps WAFA
spa.gov.sa Saudi Press Agency
nytimes.com The New York Times
washingtonpost.com The Washington Post
wsj.com The Wall Street Journal
usatoday.com USA Today
latimes.com Los Angeles Times
bostonglobe.com The Boston Globe
theatlantic.com The Atlantic
newyorker.com The New Yorker
time.com Time
newsweek.com Newsweek
foreignaffairs.com Foreign Affairs
foreignpolicy.com Foreign Policy
politico.com Politico
politico.eu Politico Europe
axios.com Axios
propublica.org ProPublica
npr.org NPR
pbs.org PBS
cnn.com CNN
cnbc.com CNBC
cbsnews.com CBS News
nbcnews.com NBC News
abcnews.go.com ABC News
foxnews.com Fox News
voanews.com Voice of America
rferl.org Radio Free Europe/Radio Liberty
rfa.org Radio Free Asia
defensenews.com Defense News
breakingdefense.com Breaking Defense
lawfaremedia.org Lawfare
warontherocks.com War on the Rocks
bellingcat.com Bellingcat
occrp.org OCCRP
theintercept.com The Intercept
bbc.com BBC
bbc.co.uk BBC
theguardian.com The Guardian
ft.com Financial Times
economist.com The Economist
thetimes.com The Times
thetimes.co.uk The Times
telegraph.co.uk The Telegraph
independent.co.uk The Independent
news.sky.com Sky News
channel4.com Channel 4
janes.com Janes
irishtimes.com The Irish Times
rte.ie RTÉ
cbc.ca CBC
theglobeandmail.com The Globe and Mail
abc.net.au ABC (Australia)
smh.com.au The Sydney Morning Herald
rnz.co.nz RNZ
lemonde.fr Le Monde
lefigaro.fr Le Figaro
liberation.fr Libération
france24.com France 24
rfi.fr RFI
dw.com Deutsche Welle
spiegel.de Der Spiegel
zeit.de Die Zeit
faz.net Frankfurter Allgemeine Zeitung
sueddeutsche.de Süddeutsche Zeitung
welt.de Die Welt
handelsblatt.com Handelsblatt
tagesschau.de tagesschau
nzz.ch Neue Zürcher Zeitung
derstandard.at Der Standard
elpais.com El País
elmundo.es El Mundo
corriere.it Corriere della Sera
repubblica.it la Repubblica
publico.pt Público
nrc.nl NRC
volkskrant.nl de Volkskrant
politiken.dk Politiken
dn.se Dagens Nyheter
svd.se Svenska Dagbladet
aftenposten.no Aftenposten
nrk.no NRK
yle.fi Yle
hs.fi Helsingin Sanomat
err.ee ERR
lrt.lt LRT
lsm.lv LSM
wyborcza.pl Gazeta Wyborcza
rp.pl Rzeczpospolita
hvg.hu HVG
pravda.com.ua Ukrainska Pravda
kyivindependent.com The Kyiv Independent
meduza.io Meduza
novayagazeta.eu Novaya Gazeta Europe
kommersant.ru Kommersant
vedomosti.ru Vedomosti
rbc.ru RBC
ria.ru RIA Novosti
rt.com RT
themoscowtimes.com The Moscow Times
euronews.com Euronews
euractiv.com Euractiv
euobserver.com EUobserver
aljazeera.com Al Jazeera
aljazeera.net Al Jazeera
alarabiya.net Al Arabiya
middleeasteye.net Middle East Eye
haaretz.com Haaretz
timesofisrael.com The Times of Israel
jpost.com The Jerusalem Post
hurriyetdailynews.com Hürriyet Daily News
scmp.com South China Morning Post
globaltimes.cn Global Times
chinadaily.com.cn China Daily
caixinglobal.com Caixin Global
people.com.cn People's Daily
taipeitimes.com Taipei Times
focustaiwan.tw Focus Taiwan
asia.nikkei.com Nikkei Asia
japantimes.co.jp The Japan Times
nhk.or.jp NHK
asahi.com The Asahi Shimbun
koreaherald.com The Korea Herald
koreatimes.co.kr The Korea Times
straitstimes.com The Straits Times
channelnewsasia.com CNA
thediplomat.com The Diplomat
thehindu.com The Hindu
indianexpress.com The Indian Express
dawn.com Dawn
allafrica.com allAfrica
dailymaverick.co.za Daily Maverick
folha.uol.com.br Folha de S.Paulo
clarin.com Clarín
un.org United Nations
news.un.org UN News
unhcr.org UNHCR
ohchr.org OHCHR
who.int World Health Organization
iaea.org IAEA
opcw.org OPCW
icc-cpi.int International Criminal Court
icj-cij.org International Court of Justice
imf.org International Monetary Fund
worldbank.org World Bank
wto.org World Trade Organization
oecd.org OECD
osce.org OSCE
nato.int NATO
icrc.org ICRC
interpol.int Interpol
europol.europa.eu Europol
ec.europa.eu European Commission
commission.europa.eu European Commission
consilium.europa.eu Council of the European Union
europarl.europa.eu European Parliament
eeas.europa.eu European External Action Service
ecb.europa.eu European Central Bank
frontex.europa.eu Frontex
coe.int Council of Europe
asean.org ASEAN
au.int African Union
state.gov U.S. Department of State
defense.gov U.S. Department of Defense
treasury.gov U.S. Department of the Treasury
justice.gov U.S. Department of Justice
commerce.gov U.S. Department of Commerce
bis.gov U.S. Bureau of Industry and Security
cisa.gov CISA
fbi.gov FBI
cia.gov CIA
dni.gov ODNI
whitehouse.gov The White House
congress.gov U.S. Congress
gao.gov GAO
federalregister.gov Federal Register
www.gov.uk UK Government
parliament.uk UK Parliament
auswaertiges-amt.de Auswärtiges Amt
bundesregierung.de Bundesregierung
bundestag.de Deutscher Bundestag
diplomatie.gouv.fr Ministère de l'Europe et des Affaires étrangères
elysee.fr Élysée
mid.ru Ministry of Foreign Affairs of the Russian Federation
kremlin.ru President of Russia
mil.ru Ministry of Defence of the Russian Federation
fmprc.gov.cn Ministry of Foreign Affairs of the People's Republic of China
mfa.gov.cn Ministry of Foreign Affairs of the People's Republic of China
mofcom.gov.cn Ministry of Commerce of the People's Republic of China
mofa.go.jp Ministry of Foreign Affairs of Japan
mofa.go.kr Ministry of Foreign Affairs of the Republic of Korea
mea.gov.in Ministry of External Affairs of India
mfa.gov.ua Ministry of Foreign Affairs of Ukraine
president.gov.ua President of Ukraine
dfat.gov.au Department of Foreign Affairs and Trade of Australia
international.gc.ca Global Affairs Canada
rand.org RAND
csis.org CSIS
brookings.edu Brookings Institution
cfr.org Council on Foreign Relations
carnegieendowment.org Carnegie Endowment for International Peace
atlanticcouncil.org Atlantic Council
chathamhouse.org Chatham House
rusi.org RUSI
iiss.org IISS
sipri.org SIPRI
crisisgroup.org International Crisis Group
swp-berlin.org SWP
dgap.org DGAP
ifri.org Ifri
ecfr.eu ECFR
bruegel.org Bruegel
iss.europa.eu EU Institute for Security Studies
clingendael.org Clingendael Institute
osw.waw.pl OSW
understandingwar.org Institute for the Study of War
armscontrol.org Arms Control Association
nti.org NTI
isis-online.org Institute for Science and International Security
merics.org MERICS
aspi.org.au ASPI
aspistrategist.org.au The Strategist (ASPI)
lowyinstitute.org Lowy Institute
jamestown.org Jamestown Foundation
wilsoncenter.org Wilson Center
piie.com Peterson Institute for International Economics
hrw.org Human Rights Watch
amnesty.org Amnesty International
rsf.org Reporters Without Borders
transparency.org Transparency International
conflictarm.com Conflict Armament Research
arxiv.org arXiv
`;

// Makes the same memo by Typst and by Chromium, turn by turn in one Electron, and writes down how long each took.
// What to do comes as a file named by PRECIS_PDF_BENCH; what came of it goes into the file that it names.
import { readFileSync, writeFileSync } from 'node:fs';
import { app, BrowserWindow, utilityProcess } from 'electron';

const job = JSON.parse(readFileSync(process.env.PRECIS_PDF_BENCH ?? '', 'utf8'));
const request = { document: JSON.parse(readFileSync(job.documentFile, 'utf8')), options: job.options };

const startTypst = () =>
  utilityProcess.fork(job.typstProcess, [job.resourcesFolder], {
    env: job.typstEnvironment,
    stdio: 'ignore',
    serviceName: 'Typst',
  });

/** Asks a running Typst for one PDF. */
const compile = (child, id, document = request.document) =>
  new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`Typst ended with ${code}`)));
    child.once('message', ({ result }) => {
      child.removeAllListeners('exit');
      if (result.ok) resolve(result.value);
      else reject(new Error(JSON.stringify(result.error)));
    });
    child.postMessage({ id, ...request, document });
  });

/** In a process that was just started: it reads fonts and templates, and compiles for the first time. */
async function timeFresh(document = request.document) {
  const start = performance.now();
  const child = startTypst();
  await new Promise((resolve) => child.once('spawn', resolve));
  const started = performance.now();
  const { pdf, pages } = await compile(child, 1, document);
  const made = performance.now();
  child.kill();
  return { startMs: started - start, makeMs: made - started, pages, bytes: pdf.length, pdf };
}

/**
 * In the process that was started when the memo was opened: first while nothing of the memo was made there, then after
 * the window has had it reviewed, as it does by itself; what is exported has a manifest, and what is shown has none.
 */
async function timeOpened() {
  const child = startTypst();
  await new Promise((resolve) => child.once('spawn', resolve));
  await compile(child, 1, { ...request.document, sections: [], sources: [], tasks: [] });
  const start = performance.now();
  const { pages, pdf } = await compile(child, 2);
  const made = performance.now();
  await compile(child, 3, { ...request.document, manifest: { quotes: [] } });
  const again = performance.now();
  child.kill();
  const same = { startMs: 0, pages, bytes: pdf.length };
  return { opened: { ...same, makeMs: made - start }, reviewed: { ...same, makeMs: again - made } };
}

/** In a page that was just opened: it reads page and fonts and lays them out, and prints for the first time. */
async function timeChromium() {
  const start = performance.now();
  const window = new BrowserWindow({ show: false });
  await window.loadFile(job.htmlFile);
  await window.webContents.executeJavaScript('document.fonts.ready.then(() => document.body.offsetHeight)');
  const started = performance.now();
  const pdf = await window.webContents.printToPDF({
    pageSize: 'A4',
    displayHeaderFooter: true,
    headerTemplate: job.headerTemplate,
    footerTemplate: job.footerTemplate,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    printBackground: true,
  });
  const made = performance.now();
  window.destroy();
  writeFileSync(job.chromiumPdf, pdf);
  return { startMs: started - start, makeMs: made - started, bytes: pdf.length };
}

const memoryMb = (pid) =>
  (app.getAppMetrics().find((metric) => metric.pid === pid)?.memory.workingSetSize ?? 0) / 1024;

/** What one process holds after each of many compiles, each of a memo that differs. */
async function watchMemory() {
  const child = startTypst();
  const heldMb = [];
  for (let id = 1; id <= job.compiles; id += 1) {
    const document = { ...request.document, title: `${request.document.title}, draft ${id}` };
    await compile(child, id, document);
    heldMb.push(memoryMb(child.pid));
  }
  child.kill();
  return heldMb;
}

async function run() {
  await app.whenReady();
  const three = JSON.parse(readFileSync(job.longDocumentFile, 'utf8'));
  const [fresh, opened, reviewed, long, chromium] = [[], [], [], [], []];
  for (let turn = 0; turn < job.turns; turn += 1) {
    const { pdf, ...timed } = await timeFresh();
    if (turn === 0) writeFileSync(job.typstPdf, pdf);
    fresh.push(timed);
    chromium.push(await timeChromium());
    const both = await timeOpened();
    opened.push(both.opened);
    reviewed.push(both.reviewed);
    const { pdf: _, ...longTimed } = await timeFresh(three);
    long.push(longTimed);
  }
  const heldMb = await watchMemory();
  writeFileSync(job.resultFile, JSON.stringify({ fresh, opened, reviewed, long, chromium, heldMb }));
}

app.on('window-all-closed', () => undefined);
run().then(
  () => app.exit(0),
  (error) => {
    console.error(error);
    app.exit(1);
  },
);

// Makes the same memo by Typst and by Chromium, turn by turn in one Electron, and writes down how long each took.
// What to do comes as a file named by PRECIS_PDF_BENCH; what came of it goes into the file that it names.
import { readFileSync, writeFileSync } from 'node:fs';
import { app, BrowserWindow, utilityProcess } from 'electron';

const job = JSON.parse(readFileSync(process.env.PRECIS_PDF_BENCH ?? '', 'utf8'));
const request = { document: JSON.parse(readFileSync(job.documentFile, 'utf8')), options: job.options };

const startTypst = () =>
  utilityProcess.fork(job.typstProcess, [job.resourcesFolder], { stdio: 'ignore', serviceName: 'Typst' });

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
async function timeTypst() {
  const start = performance.now();
  const child = startTypst();
  await new Promise((resolve) => child.once('spawn', resolve));
  const started = performance.now();
  const { pdf, pages } = await compile(child, 1);
  const made = performance.now();
  child.kill();
  writeFileSync(job.typstPdf, pdf);
  return { startMs: started - start, makeMs: made - started, pages, bytes: pdf.length };
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
  const typst = [];
  const chromium = [];
  for (let turn = 0; turn < job.turns; turn += 1) {
    typst.push(await timeTypst());
    chromium.push(await timeChromium());
  }
  const heldMb = await watchMemory();
  writeFileSync(job.resultFile, JSON.stringify({ typst, chromium, heldMb, versions: process.versions }));
}

app.on('window-all-closed', () => undefined);
run().then(
  () => app.exit(0),
  (error) => {
    console.error(error);
    app.exit(1);
  },
);

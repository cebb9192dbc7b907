import type { Importer } from '../../ports/importer.ts';

type Lane = { readonly importer: Importer; open: number };

/**
 * Combines several importers, each with its own page: a request goes to the least busy one, and among equals to the
 * first, so that a single text opens no second page.
 */
export const createPooledImporter = (importers: readonly Importer[]): Importer => {
  const lanes: readonly Lane[] = importers.map((importer) => ({ importer, open: 0 }));

  const askLeastBusy = async <T>(ask: (importer: Importer) => Promise<T>): Promise<T> => {
    const lane = lanes.reduce((least, each) => (each.open < least.open ? each : least));
    lane.open += 1;
    try {
      return await ask(lane.importer);
    } finally {
      lane.open -= 1;
    }
  };

  return {
    parse: (request) => askLeastBusy((importer) => importer.parse(request)),
    listAttachments: (request) => askLeastBusy((importer) => importer.listAttachments(request)),
    readExport: (request) => askLeastBusy((importer) => importer.readExport(request)),
    readReviewed: (request) => askLeastBusy((importer) => importer.readReviewed(request)),
    drawMarks: (request) => askLeastBusy((importer) => importer.drawMarks(request)),
    readTemplate: (request) => askLeastBusy((importer) => importer.readTemplate(request)),
    layPages: (bytes) => askLeastBusy((importer) => importer.layPages(bytes)),
    mark: (request) => askLeastBusy((importer) => importer.mark(request)),
    draw: (bytes, cut) => askLeastBusy((importer) => importer.draw(bytes, cut)),
    async close() {
      await Promise.all(importers.map((importer) => importer.close()));
    },
  };
};

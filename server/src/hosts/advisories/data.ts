import { fileURLToPath } from 'node:url';
import type { AdvisoryData } from '../../lsp/host.ts';
import { dataFolder } from './place.ts';
import { AdvisoryStore } from './store.ts';

const today = (): string => new Date().toISOString().slice(0, 10);

/** The server's port to the data in a folder; that of the command line when there is none. What reaches the network is loaded when somebody asks for an update. */
export function advisoryData(folder: string | undefined, tell: (problem: string) => void): AdvisoryData {
  const store = new AdvisoryStore(folder ?? dataFolder(), tell);
  return {
    advisories: () => store.advisories,
    stored: () =>
      store.stored().map(({ ecosystem, meta, error }) => ({
        ecosystem,
        ...(meta && { source: meta.source, date: meta.date }),
        ...(error !== undefined && { error }),
      })),
    async update(ecosystems, { url, ...proxy }, { signal, onProgress }) {
      const { updateAdvisories } = await import('./update.ts');
      const updated = await updateAdvisories(store, ecosystems, {
        today: today(),
        signal,
        proxy: { ...proxy, env: process.env },
        ...(url !== undefined && { url }),
        onProgress: ({ ecosystem, step, share = 0 }) => {
          onProgress(`${ecosystem}: ${step}`, (ecosystems.indexOf(ecosystem) + share) / ecosystems.length);
        },
      });
      const fresh = updated.filter(({ fetched }) => fetched !== 'nothing');
      if (fresh.length === 0) return 'The advisory data is already up to date.';
      return `Advisory data updated: ${fresh.map(({ ecosystem, records }) => `${records} records of ${ecosystem}`).join(', ')}.`;
    },
    async import(files, { signal, onProgress }) {
      const paths = files.map((file) => (file.startsWith('file:') ? fileURLToPath(file) : file));
      const { importAdvisories } = await import('./import.ts');
      const { records, ecosystems } = await importAdvisories(store, paths, {
        today: today(),
        signal,
        onProgress: (share) => {
          onProgress('importing', share);
        },
      });
      return `${records} records imported for ${ecosystems.join(', ')}.`;
    },
  };
}

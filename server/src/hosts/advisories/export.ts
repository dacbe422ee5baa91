import { open } from 'node:fs/promises';
import type { OsvRecord } from '../../advisories/osv/record.ts';
import { DataError } from '../network/errors.ts';
import { plain } from '../network/http.ts';
import { readRecords, type ReadOptions, type ReadResult } from './read.ts';

/** Hands over the records of an export that was downloaded to `file`; messages name where it came from. @throws DataError */
export async function readExport(
  url: URL,
  file: string,
  take: (record: OsvRecord) => void,
  options: ReadOptions,
): Promise<ReadResult> {
  await checkKind(url, file);
  return readRecords(file, take, { ...options, name: plain(url) }).catch((error: unknown) => {
    throw error instanceof DataError ? new DataError(`${error.message} The old data is kept.`, error) : error;
  });
}

const PAGE = /^(?:ï»¿)?\s*<(?:!doctype\s+html|html|head|body|!--|meta|script|\?xml)/i;

/** Proxies and storage services answer with a page where somebody has to sign in, and say that all is well. */
async function checkKind(url: URL, file: string): Promise<void> {
  const handle = await open(file);
  const { bytesRead, buffer } = await handle.read(Buffer.alloc(512), 0, 512, 0).finally(() => handle.close());
  const start = buffer.toString('latin1', 0, bytesRead);
  if (start.startsWith('PK')) return;
  const what =
    bytesRead === 0 ? 'nothing' : PAGE.test(start) ? 'a web page, probably one for signing in at a proxy,' : 'something else';
  const todo = PAGE.test(start) ? 'Sign in there, or check the URL' : 'Check the URL';
  throw new DataError(
    `${plain(url)} brought ${what} instead of a zip file. ${todo} and the proxy (HTTPS_PROXY); the old data is kept.`,
  );
}

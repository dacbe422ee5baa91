import { type CancellationToken, ResponseError, type WorkDoneProgressReporter } from 'vscode-languageserver';
import { ECOSYSTEMS } from '../base/ecosystem.ts';
import { BUILT_IN_ADVISORIES } from '../engine/builtin-advisories.ts';
import type { AdvisoryData, AdvisoryWork } from './host.ts';
import type { AdvisoryOutcome, AdvisoryStatus, ImportAdvisoriesParams, UpdateAdvisoriesParams } from './protocol.ts';
import type { Session } from './session.ts';

/** For editors that run commands of the server; their argument is what the requests of the same purpose take. */
export const UPDATE_ADVISORIES_COMMAND = 'larboard.server.updateAdvisories';
export const IMPORT_ADVISORIES_COMMAND = 'larboard.server.importAdvisories';

/** `OSV, 2026-11-28`: what findings about packages rest on now. */
export function advisoriesInWords(session: Session): string {
  const isUsed = session.folders.all().some(({ workspace }) => workspace.advisorySource('') !== 'off');
  const { source, date } = isUsed ? session.advisories.now : BUILT_IN_ADVISORIES;
  return `${source}, ${date}`;
}

export const advisoryStatus = (session: Session): AdvisoryStatus => ({
  isAvailable: session.advisories.data !== undefined,
  ecosystems: session.advisories.data?.stored() ?? [],
});

/** Downloads what the workspace's manifests and the data that is there are about. Runs only when a person asked for it. */
export async function updateAdvisories(
  session: Session,
  params: UpdateAdvisoriesParams,
  progress: WorkDoneProgressReporter,
  token: CancellationToken,
): Promise<AdvisoryOutcome> {
  const data = dataOf(session);
  const used = new Set<string>(session.folders.all().flatMap(({ workspace }) => workspace.ecosystems()));
  for (const { ecosystem } of data.stored()) used.add(ecosystem);
  const wanted = ECOSYSTEMS.filter((one) => params.ecosystems?.includes(one) ?? used.has(one));
  if (wanted.length === 0)
    throw new ResponseError(-32803, 'There is no package manifest in the workspace, so there is nothing to download.');
  const { url, proxy, noProxy, strictSsl } = params;
  const connection = {
    ...(url !== undefined && url !== '' && { url }),
    ...(proxy !== undefined && proxy !== '' && { proxy }),
    ...(noProxy && { noProxy }),
    ...(strictSsl !== undefined && { strictSsl }),
  };
  return working(session, 'Updating the advisory data', progress, token, (work) => data.update(wanted, connection, work));
}

export async function importAdvisories(
  session: Session,
  { files }: ImportAdvisoriesParams,
  progress: WorkDoneProgressReporter,
  token: CancellationToken,
): Promise<AdvisoryOutcome> {
  const data = dataOf(session);
  if (!Array.isArray(files) || files.length === 0 || !files.every((file) => typeof file === 'string'))
    throw new ResponseError(-32602, 'an import needs { files }, a list of URIs');
  return working(session, 'Importing advisory data', progress, token, (work) => data.import(files, work));
}

function dataOf(session: Session): AdvisoryData {
  const { data } = session.advisories;
  if (!data) throw new ResponseError(-32803, 'Advisory data cannot be kept here. Use the desktop, or a remote host.');
  return data;
}

async function working(
  session: Session,
  title: string,
  progress: WorkDoneProgressReporter,
  token: CancellationToken,
  run: (work: AdvisoryWork) => Promise<string>,
): Promise<AdvisoryOutcome> {
  const controller = new AbortController();
  const listener = token.onCancellationRequested(() => {
    controller.abort();
  });
  if (token.isCancellationRequested) controller.abort();
  progress.begin(title, 0, undefined, true);
  try {
    const message = await run({
      signal: controller.signal,
      onProgress: (text, share) => {
        progress.report(Math.floor((share ?? 0) * 100), text);
      },
    });
    return { message };
  } catch (error) {
    if (controller.signal.aborted) throw new ResponseError(-32800, 'Cancelled; what was finished before is kept.');
    throw new ResponseError(-32803, error instanceof Error ? error.message : String(error));
  } finally {
    listener.dispose();
    progress.done();
    // A failure may come after some ecosystems were done.
    for (const { workspace } of session.folders.all()) workspace.advisoriesChanged();
  }
}

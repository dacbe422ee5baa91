import type { Advisory, Ecosystem } from '../advisory.ts';
import { CRATES_ADVISORIES } from './crates.ts';
import { GO_ADVISORIES } from './go.ts';
import { GO_STANDARD_LIBRARY } from './go-standard-library.ts';
import { HEX_ADVISORIES } from './hex.ts';
import { MALWARE } from './malware.ts';
import { MAVEN_ADVISORIES } from './maven.ts';
import { NPM_ADVISORIES } from './npm.ts';
import { NUGET_ADVISORIES } from './nuget.ts';
import { PACKAGIST_ADVISORIES } from './packagist.ts';
import { PUB_ADVISORIES } from './pub.ts';
import { PYPI_ADVISORIES } from './pypi.ts';
import { RUBYGEMS_ADVISORIES } from './rubygems.ts';
import { RUNTIME_ADVISORIES } from './runtimes.ts';

/** ISO date on which the facts were last held against their sources. */
export const ADVISORIES_DATE = '2026-08-22';

/** Landmark vulnerabilities and malicious packages: a few well-known facts that are there without any download, not a database. */
export const ADVISORIES: readonly Advisory[] = [
  ...NPM_ADVISORIES,
  ...PYPI_ADVISORIES,
  ...GO_ADVISORIES,
  ...GO_STANDARD_LIBRARY,
  ...CRATES_ADVISORIES,
  ...HEX_ADVISORIES,
  ...MAVEN_ADVISORIES,
  ...NUGET_ADVISORIES,
  ...PACKAGIST_ADVISORIES,
  ...PUB_ADVISORIES,
  ...RUBYGEMS_ADVISORIES,
  ...MALWARE,
];

let ids: ReadonlySet<string> | undefined;

/** Whether a fact has this id or alias, in upper case. */
export function isKnownAdvisory(id: string): boolean {
  ids ??= new Set(
    [...ADVISORIES, ...RUNTIME_ADVISORIES]
      .flatMap((advisory) => [advisory.id, ...advisory.aliases])
      .map((one) => one.toUpperCase()),
  );
  return ids.has(id);
}

let byPackage: ReadonlyMap<string, readonly Advisory[]> | undefined;

/** The facts about one package; `name` is normalised as its ecosystem does. The index is made on the first call. */
export function advisoriesOfPackage(ecosystem: Ecosystem, name: string): readonly Advisory[] {
  byPackage ??= indexed();
  return byPackage.get(`${ecosystem} ${name}`) ?? [];
}

function indexed(): ReadonlyMap<string, readonly Advisory[]> {
  const result = new Map<string, Advisory[]>();
  for (const advisory of ADVISORIES) {
    const key = `${advisory.ecosystem} ${advisory.name}`;
    result.set(key, [...(result.get(key) ?? []), advisory]);
  }
  return result;
}

/** The facts about a language's runtime: `node`, `python`, `ruby`, `php`, `java`, `erlang`. */
export const advisoriesOfRuntime = (product: string): readonly Advisory[] =>
  RUNTIME_ADVISORIES.filter(({ name }) => name === product);

import type { Ecosystem } from '../../base/ecosystem.ts';
import { CRATES_COMMON, CRATES_KNOWN, CRATES_POPULAR } from './crates.ts';
import { GO_KNOWN, GO_POPULAR } from './go.ts';
import { HEX_KNOWN, HEX_POPULAR } from './hex.ts';
import { MAVEN_POPULAR } from './maven.ts';
import { NPM_COMMON, NPM_KNOWN, NPM_POPULAR, NPM_SCOPED } from './npm.ts';
import { NUGET_KNOWN, NUGET_POPULAR } from './nuget.ts';
import { PACKAGIST_KNOWN, PACKAGIST_POPULAR } from './packagist.ts';
import { PUB_KNOWN, PUB_POPULAR } from './pub.ts';
import { PYPI_COMMON, PYPI_KNOWN, PYPI_POPULAR } from './pypi.ts';
import { RUBYGEMS_COMMON, RUBYGEMS_KNOWN, RUBYGEMS_POPULAR } from './rubygems.ts';

/** Names of one ecosystem, separated by white space. */
interface Names {
  /** Worth imitating. */
  readonly popular: string;
  /** Real and asked for, but less worth imitating: more has to speak for it. */
  readonly common?: string;
  /** Real, though they look like imitations. */
  readonly known: string;
}

export const POPULAR_NAMES: Readonly<Partial<Record<Ecosystem, Names>>> = {
  npm: { popular: `${NPM_POPULAR} ${NPM_SCOPED}`, common: NPM_COMMON, known: NPM_KNOWN },
  PyPI: { popular: PYPI_POPULAR, common: PYPI_COMMON, known: PYPI_KNOWN },
  'crates.io': { popular: CRATES_POPULAR, common: CRATES_COMMON, known: CRATES_KNOWN },
  RubyGems: { popular: RUBYGEMS_POPULAR, common: RUBYGEMS_COMMON, known: RUBYGEMS_KNOWN },
  Go: { popular: GO_POPULAR, known: GO_KNOWN },
  Packagist: { popular: PACKAGIST_POPULAR, known: PACKAGIST_KNOWN },
  Hex: { popular: HEX_POPULAR, known: HEX_KNOWN },
  Pub: { popular: PUB_POPULAR, known: PUB_KNOWN },
  NuGet: { popular: NUGET_POPULAR, known: NUGET_KNOWN },
  Maven: {
    popular: MAVEN_POPULAR.trim().replaceAll(/^(\S+):(\S+)$/gm, (_, group: string, artifacts: string) =>
      artifacts
        .split(',')
        .map((artifact) => `${group}:${artifact}`)
        .join(' '),
    ),
    known: '',
  },
};

export { NUGET_RESERVED } from './nuget.ts';

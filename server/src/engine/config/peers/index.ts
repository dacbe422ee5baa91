import { baseName } from '../../../base/path.ts';
import { CHECKOV } from './checkov.ts';
import { HADOLINT } from './hadolint.ts';
import { KICS } from './kics.ts';
import { KUBE_LINTER } from './kube-linter.ts';
import { BUNDLER_AUDIT, CARGO_AUDIT, CARGO_DENY, COMPOSER, GRYPE } from './language-audits.ts';
import { AUDIT_CI, AUDIT_RESOLVE, NSPRC, PACKAGE_JSON, PNPM_WORKSPACE, YARNRC } from './npm-audit.ts';
import { NUGET_AUDITS } from './nuget-audit.ts';
import { OSV_SCANNER } from './osv-scanner.ts';
import type { PeerConfig } from './peer.ts';
import { POLARIS } from './polaris.ts';
import { SNYK } from './snyk.ts';
import { TRIVY, TRIVY_YAML } from './trivy.ts';

export type { PeerSettings } from './peer.ts';

/** The peers' configuration files that we honour. A further one is a further reader. */
export const PEER_CONFIGS: readonly PeerConfig[] = [
  HADOLINT,
  CHECKOV,
  KUBE_LINTER,
  POLARIS,
  KICS,
  TRIVY,
  TRIVY_YAML,
  OSV_SCANNER,
  SNYK,
  NSPRC,
  AUDIT_CI,
  AUDIT_RESOLVE,
  YARNRC,
  PNPM_WORKSPACE,
  PACKAGE_JSON,
  CARGO_AUDIT,
  CARGO_DENY,
  BUNDLER_AUDIT,
  COMPOSER,
  ...NUGET_AUDITS,
  GRYPE,
];

export const PEER_CONFIG_NAMES: readonly string[] = PEER_CONFIGS.flatMap(({ names }) => names);

const BASE_NAMES: ReadonlySet<string> = new Set(PEER_CONFIG_NAMES.map(baseName));

/** The peer whose configuration file lies at `path`, if one does. */
export const peerConfigOf = (path: string): PeerConfig | undefined =>
  BASE_NAMES.has(baseName(path))
    ? PEER_CONFIGS.find(({ names }) => names.some((name) => path === name || path.endsWith(`/${name}`)))
    : undefined;

import { CHECKOV } from './checkov.ts';
import { HADOLINT } from './hadolint.ts';
import { KICS } from './kics.ts';
import { KUBE_LINTER } from './kube-linter.ts';
import type { PeerConfig } from './peer.ts';
import { POLARIS } from './polaris.ts';
import { TRIVY, TRIVY_YAML } from './trivy.ts';

export type { PeerSettings } from './peer.ts';

/** The peers' configuration files that we honour. A further one is a further reader. */
export const PEER_CONFIGS: readonly PeerConfig[] = [HADOLINT, CHECKOV, KUBE_LINTER, POLARIS, KICS, TRIVY, TRIVY_YAML];

export const PEER_CONFIG_NAMES: readonly string[] = PEER_CONFIGS.flatMap(({ names }) => names);

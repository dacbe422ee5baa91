import type { ConfigValue } from '../value.ts';
import { at, flagOf, type PeerConfig, type RuleEntries, type SuppressionEntries, textsOf } from './peer.ts';

/**
 * kube-linter's `.kube-linter.yaml` (its documentation, "Configuring KubeLinter"). `doNotAutoAddDefaults` says what kube-linter is run for, not what is accepted, and custom
 * checks are names and parameters of its own templates; neither is taken over.
 */
export const KUBE_LINTER: PeerConfig = {
  tool: 'kube-linter',
  names: ['.kube-linter.yaml', '.kube-linter.yml'],
  syntax: 'yaml',
  read: (value) => {
    const checks = at(value, 'checks');
    return { content: { rules: rulesOf(checks), suppressions: ignoredPaths(at(checks, 'ignorePaths')) } };
  },
};

/** What is excluded wins over what is included, as in kube-linter. */
function rulesOf(checks: ConfigValue): RuleEntries {
  const all = at(checks, 'addAllBuiltIn');
  const named = (key: string, value: 'on' | 'off'): RuleEntries =>
    textsOf(at(checks, key)).map(({ text, span }) => ({ key: `kube-linter:${text}`, span, value }));
  return [
    ...(flagOf(all) === true ? [{ key: 'kube-linter:*', span: all.span, value: 'on' as const }] : []),
    ...named('include', 'on'),
    ...named('exclude', 'off'),
  ];
}

/** Paths outside the folder of the configuration are nothing that we see. */
const ignoredPaths = (paths: ConfigValue): SuppressionEntries =>
  textsOf(paths).flatMap(({ text, span }): SuppressionEntries =>
    /^(?:[~/]|\.\.)/.test(text)
      ? []
      : [{ rule: { value: 'kube-linter:*', span }, path: text, reason: 'left out by kube-linter’s configuration' }],
  );

import type { ConfigValue } from '../value.ts';
import { at, type PeerConfig, type RuleEntries, textOf, textsOf } from './peer.ts';

const SEVERITIES = { danger: 'high', warning: 'medium', ignore: 'off' } as const;
const isSeverity = (text: string | undefined): text is keyof typeof SEVERITIES => text !== undefined && text in SEVERITIES;

/**
 * Polaris's `polaris.yaml` (its documentation, "Checks" and "Exemptions"): the severities of its checks, and exemptions from them. One for certain
 * namespaces, controllers or containers is passed over: our configuration accepts findings by path.
 */
export const POLARIS: PeerConfig = {
  tool: 'polaris',
  names: ['polaris.yaml', 'polaris.yml', '.polaris.yaml', '.polaris.yml'],
  syntax: 'yaml',
  read: (value) => ({ content: { rules: [...severitiesOf(at(value, 'checks')), ...exemptions(at(value, 'exemptions'))] } }),
};

const severitiesOf = (checks: ConfigValue): RuleEntries =>
  (checks.kind === 'map' ? checks.entries : []).flatMap(({ key, keySpan, value }): RuleEntries => {
    const severity = textOf(value);
    return isSeverity(severity) ? [{ key: `polaris:${key}`, span: keySpan, value: SEVERITIES[severity] }] : [];
  });

const exemptions = (list: ConfigValue): RuleEntries =>
  (list.kind === 'list' ? list.items : []).flatMap((item): RuleEntries => {
    const isNarrow = ['namespace', 'controllerNames', 'containerNames'].some((key) => textsOf(at(item, key)).length > 0);
    if (isNarrow) return [];
    return textsOf(at(item, 'rules')).map(({ text, span }) => ({ key: `polaris:${text}`, span, value: 'off' }));
  });

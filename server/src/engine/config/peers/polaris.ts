import type { ConfigValue } from '../value.ts';
import { at, type PeerConfig, type RuleEntries, type SuppressionEntries, textOf, textsOf } from './peer.ts';

const SEVERITIES = { danger: 'high', warning: 'medium', ignore: 'off' } as const;
const isSeverity = (text: string | undefined): text is keyof typeof SEVERITIES => text !== undefined && text in SEVERITIES;

/** Larger lists of names are not combined with each other. */
const MOST = 1000;

/** Polaris's `polaris.yaml` (its documentation, "Checks" and "Exemptions"): the severities of its checks, and exemptions from them. */
export const POLARIS: PeerConfig = {
  tool: 'polaris',
  names: ['polaris.yaml', 'polaris.yml', '.polaris.yaml', '.polaris.yml'],
  syntax: 'yaml',
  read: (value) => ({
    content: { rules: severitiesOf(at(value, 'checks')), suppressions: exemptionsOf(at(value, 'exemptions')) },
  }),
};

const severitiesOf = (checks: ConfigValue): RuleEntries =>
  (checks.kind === 'map' ? checks.entries : []).flatMap(({ key, keySpan, value }): RuleEntries => {
    const severity = textOf(value);
    return isSeverity(severity) ? [{ key: `polaris:${key}`, span: keySpan, value: SEVERITIES[severity] }] : [];
  });

/** The name of a controller stands for all that begin with it. Without rules an exemption is one from all checks. */
const exemptionsOf = (list: ConfigValue): SuppressionEntries =>
  (list.kind === 'list' ? list.items : []).flatMap((item): SuppressionEntries => {
    const namespace = textOf(at(item, 'namespace'));
    const resources = namesIn(item, 'controllerNames').map((name) => (name === undefined ? {} : { resource: `${name}*` }));
    const containers = namesIn(item, 'containerNames').map((container) => (container === undefined ? {} : { container }));
    const rules = textsOf(at(item, 'rules')).map(({ text, span }) => ({ value: `polaris:${text}`, span }));
    const subjects = resources.flatMap((resource) => containers.map((container) => ({ ...resource, ...container })));
    if (item.kind !== 'map' || rules.length * subjects.length > MOST) return [];
    return (rules.length > 0 ? rules : [{ value: 'polaris:*', span: item.span }]).flatMap((rule) =>
      subjects.map((subject) => ({
        rule,
        ...subject,
        ...(namespace === undefined || namespace === '' ? {} : { namespace }),
        reason: 'exempt in polaris’s configuration',
      })),
    );
  });

const namesIn = (item: ConfigValue, key: string): readonly (string | undefined)[] => {
  const names = textsOf(at(item, key)).map(({ text }) => text);
  return names.length > 0 ? names : [undefined];
};

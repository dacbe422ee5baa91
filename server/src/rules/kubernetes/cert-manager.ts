import { kubernetesRule } from '../../engine/rule.ts';
import { booleanAt, lookup } from '../../model/kubernetes/index.ts';
import { asScalar, at, itemsOf, replaceScalar } from '../../model/yaml/index.ts';
import { editSource, fixOf } from './support/edits.ts';
import { hoursOf } from './support/duration.ts';

/** Public authorities issue at most 100 days from 2027-03-15 on (CA/Browser Forum, ballot SC-081v3). */
const MOST_HOURS = 2400;

export const certManager = kubernetesRule(
  {
    id: 'kubernetes/cert-manager',
    title: 'Certificate for very long or for every name',
    why: 'Certificates of cert-manager are renewed by themselves, so a long life only means that a stolen key works for long: public authorities go down to 100 days and less. With a wildcard, the key of one service is that of all of them. Name the hosts, and keep the default of 90 days.',
    severity: 'low',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      duration: 'Certificate `{certificate}` is valid for {days} days. Let cert-manager renew it after 90 (`2160h`).',
      wildcard: 'Certificate `{certificate}` is valid for every name of `{domain}`. Name the hosts that it is for.',
    },
    aliases: [
      'kyverno:cert-manager-limit-dnsnames',
      'kyverno:cert-manager-limit-duration',
      'kyverno:cert-manager-restrict-issuer',
    ],
    references: ['CWE-324', 'https://cert-manager.io/docs/usage/certificate/'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model }) {
    for (const resource of model.resources) {
      const { kind, group, node, name: certificate = 'without a name' } = resource;
      if (kind !== 'Certificate' || group !== 'cert-manager.io') continue;
      const key = `Certificate/${resource.namespace ?? ''}/${certificate}`;
      const isAuthority = booleanAt(node, 'spec', 'isCA');
      const found = lookup(node, 'spec', 'duration');
      const duration = found.state === 'present' ? asScalar(found.node) : undefined;
      const hours = duration && hoursOf(duration.text);
      // Authorities live longer than what they issue.
      if (
        duration &&
        hours !== undefined &&
        hours > MOST_HOURS &&
        (isAuthority === undefined || (isAuthority !== 'unknown' && !isAuthority.value))
      ) {
        const fixes = fixOf(
          'Use the default of 90 days',
          'suggested',
          replaceScalar(editSource(file, resource), duration, '2160h'),
        );
        const days = String(Math.round(hours / 24));
        yield { message: 'duration', data: { certificate, days }, span: duration.span, fixes, key };
      }
      for (const item of itemsOf(at(node, 'spec', 'dnsNames'))) {
        const host = asScalar(item);
        if (host?.text.startsWith('*.'))
          yield { message: 'wildcard', data: { certificate, domain: host.text.slice(2) }, span: host.span, key };
      }
    }
  },
);

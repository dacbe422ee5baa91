import { kubernetesRule } from '../../engine/rule.ts';
import { INGRESS_NGINX_ADVISORIES, INGRESS_NGINX_IMAGE, INGRESS_NGINX_RETIRED } from '../../knowledge/ingress-nginx.ts';
import { parseImage } from '../../model/kubernetes/index.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { targetsOf } from './support/targets.ts';

export const ingressNginxVersion = kubernetesRule(
  {
    id: 'kubernetes/ingress-nginx-version',
    title: 'Vulnerable or retired ingress-nginx controller',
    why: 'The controller reads every Secret of the cluster and faces the Internet. Until 1.11.5 and 1.12.1, whoever reached its admission webhook from any pod took the cluster over without a password (CVE-2025-1974). The project ended in March 2026, so later flaws stay open: move to a Gateway API implementation or another controller, and use the last fixed version until then.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      vulnerable:
        'Version {version} of ingress-nginx lets {allows} ({cve}, {date}). Update to {fixed} at least, and plan to replace it: the project has ended.',
      retired:
        'The project ingress-nginx gives no more security updates since March 2026. Replace the controller by a Gateway API implementation or another controller.',
    },
    aliases: ['kubescape:CVE-2021-25742', 'kubescape:detect-nginx-ingress-controller-eol'],
    references: ['CVE-2025-1974', 'C-0292', 'CWE-1104', 'https://kubernetes.io/blog/2025/11/11/ingress-nginx-retirement/'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* ({ model, env }) {
    for (const { container } of targetsOf(model)) {
      const { image, key } = container;
      const reference = image && parseImage(image.text);
      if (!image || !reference || !INGRESS_NGINX_IMAGE.test(reference.name)) continue;
      const version = /^v?(\d+\.\d+\.\d+)(?![\w.])/.exec(reference.tag ?? '')?.[1];
      const advisory = INGRESS_NGINX_ADVISORIES.find(({ fixed }) => version !== undefined && isBefore(version, fixed));
      if (advisory && version !== undefined) {
        const { cve, announced, allows, fixed } = advisory;
        const data = { version, allows, cve, date: announced, fixed: fixed.join(' or ') };
        yield { message: 'vulnerable', data, span: image.span, key };
      } else if (env.today > INGRESS_NGINX_RETIRED) yield { message: 'retired', span: image.span, key };
    }
  }),
);

/** Whether a version lacks a fix that each of the `fixed` ones brought to its minor line, the oldest first. */
function isBefore(version: string, fixed: readonly string[]): boolean {
  const [major = 0, minor = 0, patch = 0] = numbers(version);
  const own = fixed.map(numbers).find((fix) => fix[0] === major && fix[1] === minor);
  if (own) return patch < (own[2] ?? 0);
  const [lastMajor = 0, lastMinor = 0] = numbers(fixed.at(-1) ?? '');
  return major < lastMajor || (major === lastMajor && minor < lastMinor);
}

const numbers = (version: string): readonly number[] => version.split('.').map(Number);

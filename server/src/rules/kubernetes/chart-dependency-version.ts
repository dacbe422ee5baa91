import { kubernetesRule } from '../../engine/rule.ts';

export const chartDependencyVersion = kubernetesRule(
  {
    id: 'kubernetes/chart-dependency-version',
    title: 'Chart dependency without a fixed range of versions',
    why: 'A dependency of a chart without a version, or with one that allows everything, brings in whatever its repository offers on the day of `helm dependency update`, tested or not, and harmless or not. Give a version or a narrow range, and commit `Chart.lock`.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      missing: 'The dependency `{name}` has no version. Give one, such as `~1.2.3`.',
      any: 'The dependency `{name}` accepts any version. Give a version or a narrow range, such as `~1.2.3`.',
      http: 'The dependency `{name}` comes over plain HTTP. Use `https` or `oci`.',
    },
    aliases: [],
    references: ['https://helm.sh/docs/topics/charts/#chart-dependencies', 'CWE-1357'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    for (const [index, { node, name, version, repository }] of (model.chart?.dependencies ?? []).entries()) {
      const title = name?.text ?? `number ${index + 1}`;
      const key = `chart/${title}`;
      // One that lies beside the chart has the version that it has.
      const isLocal = repository === undefined || repository.text === '' || repository.text.startsWith('file:');
      const place = name?.span ?? node.entries[0]?.key.span ?? node.span;
      const isMissing = !node.entries.some((entry) => entry.key.kind === 'scalar' && entry.key.text === 'version');
      if (isMissing && !isLocal) yield { message: 'missing', data: { name: title }, span: place, key };
      if (version && !isLocal && isAny(version.text)) yield { message: 'any', data: { name: title }, span: version.span, key };
      if (repository?.text.startsWith('http://')) yield { message: 'http', data: { name: title }, span: repository.span, key };
    }
  },
);

/** A range of the semver library that Helm uses (https://github.com/Masterminds/semver) without an upper bound. */
const isAny = (range: string): boolean => /^\s*(?:\*|[xX]|>=?\s*v?\d[\w.+-]*|)\s*$/.test(range);

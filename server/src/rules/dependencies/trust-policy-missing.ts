import { foldersUpwards } from '../../base/path.ts';
import { dependencyRule } from '../../engine/rule.ts';
import { settingKey } from './shared/settings.ts';
import { managerVersion } from './shared/package-manager.ts';

export const trustPolicyMissing = dependencyRule(
  {
    id: 'dependencies/trust-policy-missing',
    title: 'A release may have less proof of its origin than the one before',
    why: 'Releases of many packages prove which repository and workflow built them. One that suddenly comes without that proof is how stolen accounts show. With `trustPolicy: no-downgrade` pnpm refuses such a release.',
    severity: 'info',
    confidence: 'high',
    profiles: [],
    messages: {
      missing: 'Releases are taken that prove less of their origin than earlier ones. Set `trustPolicy: no-downgrade`.',
      off: 'With `trustPolicy: off` pnpm takes releases that prove less of their origin than earlier ones. Set it to `no-downgrade`.',
    },
    aliases: [],
    references: ['CWE-353', 'https://pnpm.io/settings#trustpolicy'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model, env }) {
    if (model.format !== 'pnpm-workspace.yaml') return;
    const policy = model.settings.find(({ section, key }) => section === '' && key === 'trustPolicy');
    if (policy?.value === 'off') yield { message: 'off', span: policy.valueSpan, key: settingKey(policy) };
    if (policy || managerVersion(file.path, 'pnpm', env.workspace, '10.21.0') === 'older') return;
    const inNpmrc = [...foldersUpwards(file.path)].some((folder) =>
      env.workspace
        .get('dependencies', folder === '' ? '.npmrc' : `${folder}/.npmrc`)
        ?.settings.some(({ key }) => key === 'trust-policy'),
    );
    const first = /(?<=^\uFEFF?["']?)[A-Za-z]\w*(?=["']?[ \t]*:)/m.exec(file.text);
    if (!inNpmrc && first) {
      const span = { start: first.index, end: first.index + first[0].length };
      yield { message: 'missing', span, key: 'trustPolicy' };
    }
  },
);

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { OWN_RULES } from '../../server/src/engine/own-rules.ts';
import { PROFILES, type RuleMeta } from '../../server/src/engine/rule.ts';
import { RULES } from '../../server/src/rules/index.ts';
import { explainRule } from '../../server/src/service/explain.ts';
import { npmVersions } from '../../server/src/model/dependencies/versions/npm.ts';
import { ROOT, sourcesIn } from '../support/imports.ts';

const { version: VERSION } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { readonly version: string };

/**
 * Peers' ids that several of our rules share on purpose, because the peer has one rule for what we keep apart. Any other sharing is a mistake: the
 * peer's suppression would silence more than it says.
 */
const SHARED_ALIASES: readonly string[] = [
  // No tag and the tag `latest`.
  'checkov:CKV_DOCKER_7',
  'droast:DF001',
  'trivy:DS-0001',
  // Variables that switch the check of certificates off, in ENV and in commands.
  'checkov:CKV2_DOCKER_12',
  'checkov:CKV2_DOCKER_14',
  'checkov:CKV2_DOCKER_16',
  'checkov:CKV2_DOCKER_5',
  'checkov:CKV2_DOCKER_6',
  // A secret's name and a secret's value.
  'kics:passwords_and_secrets',
  // The namespaces of the node: network, processes, IPC.
  'gatekeeper:psp/host-namespaces',
  'kubescape:host-pid-ipc-privileges',
  'kyverno:disallow-host-namespaces',
  'psa:hostnamespaces',
  // No user and the user root.
  'trivy:DS-0002',
  // CMD, ENTRYPOINT and HEALTHCHECK.
  'buildkit:MultipleInstructionsDisallowed',
  // Secrets in variables, files and commands.
  'dockle:CIS-DI-0010',
  'trivy:DS-0031',
  // A hostPath is no type of the Restricted standard either, and told once.
  'psa:restrictedvolumes',
  // Privileged containers and capabilities that are as good.
  'kubescape:rule-privileged-container',
  // Low numbers of users and of groups.
  'kube-score:Container Security Context User Group ID',
  // Restricted wants a masked `/proc` in user namespaces, too.
  'psa:procmount_restricted',
  // Everyone with and without a name; anonymous people and the administrators' group.
  'gatekeeper:general/disallowanonymous',
  'kyverno:restrict-binding-system-groups',
  // Commands in pods and in nodes.
  'checkov:CKV2_K8S_2',
  // Creating, changing and deleting workloads; Services as well.
  'trivy:KSV-0048',
  'trivy:KSV-0056',
  // The same, in words of another peer.
  'kyverno:restrict-volume-types',
  // No seccomp profile and one that does not confine.
  'trivy:KSV-0104',
  // API versions that are deprecated, that are removed, and PodSecurityPolicy.
  'api-lifecycle:removed-api-version',
  'gatekeeper:general/verifydeprecatedapi',
  'kics:object_is_using_a_deprecated_api_version',
  'kube-linter:no-extensions-v1beta',
  'kube-score:Stable version',
  'kyverno:check-deprecated-apis',
  'kyverno:disallow-deprecated-apis',
  'trivy:KSV-0107',
  // Requests and limits, of CPU and of memory; liveness and readiness.
  'gatekeeper:general/containerlimits',
  'gatekeeper:general/containerrequests',
  'gatekeeper:general/requiredprobes',
  'kube-score:Container Resources',
  'kube-score:Pod Probes',
  'kyverno:require-requests-limits',
  // Snippets of nginx, and versions of its controller that allow them.
  'kubescape:CVE-2021-25742',
  // Services that are open by themselves, and through an Ingress.
  'kubescape:exposure-to-internet',
  // What a schema says: types, required fields, and the two that say which schema.
  'kubeconform:schema',
  // The namespace `default`, written or left out, and those of the cluster.
  'checkov:CKV_K8S_21',
  'kics:using_unrecommended_namespace',
  'kube-linter:use-namespace',
  'trivy:KSV-0110',
  'kubeconform:schema-strict',
  // Requests and limits in one check.
  'gatekeeper:general/containerresources',
  'kube-linter:unset-memory-requirements',
  'kube-linter:schema-validation',
  'kube-linter:template-kubeconform',
  // A port's name in a container and in a Service; the namespaces `default` and `kube-system`.
  'kube-linter:invalid-target-ports',
];

describe('rules', () => {
  const metas: readonly RuleMeta[] = [...RULES, ...OWN_RULES].map(({ meta }) => meta);

  it('are there, in the order of their ids, each once', () => {
    const ids = RULES.map(({ meta }) => meta.id as string);
    assert.ok(ids.length > 20);
    assert.deepEqual(ids, [...new Set(ids)].sort());
  });

  it('each stand in a file of the same name, with tests', () => {
    for (const { meta } of RULES) {
      assert.ok(existsSync(path.join(ROOT, 'server/src/rules', `${meta.id}.ts`)), meta.id);
      const test = path.join(ROOT, 'test/rules', `${meta.id}.test.ts`);
      assert.ok(existsSync(test), `${meta.id} has no test`);
      assert.match(readFileSync(test, 'utf8'), /testRule\(/, meta.id);
    }
  });

  it('share no peer’s id unless it is meant', () => {
    const users = new Map<string, string[]>();
    for (const { id, aliases } of metas) {
      assert.equal(new Set(aliases).size, aliases.length, `${id} names an alias twice`);
      for (const alias of aliases) users.set(alias, [...(users.get(alias) ?? []), id]);
    }
    const shared = [...users].filter(([, ids]) => ids.length > 1).map(([alias]) => alias);
    assert.deepEqual(shared.sort(), [...SHARED_ALIASES].sort());
  });

  for (const meta of metas) {
    it(`${meta.id}: is described as people expect`, () => {
      assert.match(meta.id, /^[a-z]+\/[a-z0-9]+(?:-[a-z0-9]+)*$/);
      assert.match(meta.title, /^[A-Za-z`].*[^.]$/s);
      assert.match(meta.why, /^[A-Z`"][^]*[.`]$/);
      assert.ok(meta.why.length >= 60, 'why is too short to tell why');
      assert.ok(Object.keys(meta.messages).length > 0);
      for (const message of Object.values(meta.messages)) {
        // The configuration's mistakes are sentences of their own.
        if (message === '{mistake}') continue;
        assert.match(message, /[.?`]$/, message);
        assert.match(message, /^[A-Z`{"]/, message);
        assert.ok(!/\s{2}|\n/.test(message), message);
      }
      for (const alias of meta.aliases) assert.match(alias, /^[a-z][a-z0-9-]*:\S(?:.*\S)?$/);
      for (const profile of meta.profiles) assert.ok(PROFILES.includes(profile));
      assert.equal(new Set(meta.profiles).size, meta.profiles.length);
      assert.match(meta.since, /^\d+\.\d+\.\d+$/);
      assert.ok(npmVersions.compare(meta.since, VERSION) <= 0, `${meta.since} is not out yet`);
      assert.ok(explainRule({ meta }).includes(meta.why));
    });
  }

  it('explain placeholders so that they can be read inside code, too', () => {
    const meta = { ...metas[0], messages: { a: 'Use `{name}` for {what}.' } } as RuleMeta;
    assert.match(explainRule({ meta }), /- Use `<name>` for \*what\*\.\n/);
  });

  it('stay small', () => {
    for (const { path: file, text } of sourcesIn('server/src/rules')) {
      if (file.split('/').length !== 5) continue;
      assert.ok(text.split('\n').length <= 150, `${file} is long; move what is shared into support/`);
    }
  });
});

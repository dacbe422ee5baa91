import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/base/edit.ts';
import { actionsAt } from '../../server/src/service/actions.ts';
import { Workspace } from '../../server/src/service/workspace.ts';
import { kubernetesToy } from '../support/toy-rules.ts';

const RULES = [kubernetesToy('kubernetes/privileged', 'privileged'), kubernetesToy('kubernetes/host', 'hostNetwork')];

/** The title of the offer to suppress the first finding, and the text after it, in which the finding is then quiet. */
function suppressed(path: string, text: string): readonly [title: string, text: string] | undefined {
  const workspace = new Workspace({ today: '2026-11-23', rules: RULES });
  workspace.set(path, text);
  const [finding] = workspace.report(path).findings;
  assert.ok(finding);
  const action = actionsAt(workspace, path, finding.span).find(({ kind }) => kind === 'suppress');
  if (action?.kind !== 'suppress') return undefined;
  const changed = applyEdits(text, action.edits);
  workspace.set(path, changed);
  assert.ok(
    !workspace.report(path).findings.some(({ rule, span }) => rule === finding.rule && span.start === finding.span.start),
  );
  assert.ok(workspace.report(path).suppressed.length > 0);
  return [action.title, changed];
}

const POD = '"apiVersion": "v1", "kind": "Pod"';
const FOR_RESOURCE = 'Suppress kubernetes/host for this resource, with a reason';
const FOR_CONTAINER = 'Suppress kubernetes/privileged for container `a`, with a reason';

describe('service: suppressing in manifests', () => {
  it('writes a comment in YAML', () => {
    assert.deepEqual(suppressed('a.yaml', 'apiVersion: v1\nkind: Pod\nspec:\n  hostNetwork: true\n'), [
      'Suppress kubernetes/host here, with a reason',
      'apiVersion: v1\nkind: Pod\nspec:\n  # larboard-ignore kubernetes/host: \n  hostNetwork: true\n',
    ]);
  });

  it('writes an annotation in JSON', () => {
    assert.deepEqual(suppressed('a.json', `{${POD}, "metadata": {"name": "x"}, "spec": {"hostNetwork": true}}`), [
      FOR_RESOURCE,
      `{${POD}, "metadata": {"name": "x", "annotations": { "larboard.dev/ignore": "kubernetes/host: " }}, "spec": {"hostNetwork": true}}`,
    ]);
  });

  it('adds to the annotation that is there', () => {
    const text = (ignore: string): string =>
      `{${POD}, "metadata": {"annotations": {"larboard.dev/ignore": "${ignore}"}}, "spec": {"hostNetwork": true}}`;
    assert.deepEqual(suppressed('a.json', text('privileged: why')), [FOR_RESOURCE, text('privileged: why; kubernetes/host: ')]);
  });

  it('writes one for a container', () => {
    const text = (annotations: string): string =>
      `{\n  ${POD},\n  "metadata": {\n    "name": "x"${annotations}\n  },\n  "spec": {"containers": [{"name": "a", "image": "privileged"}]}\n}\n`;
    assert.deepEqual(suppressed('a.json', text('')), [
      FOR_CONTAINER,
      text(',\n    "annotations": { "larboard.dev/ignore.a": "kubernetes/privileged: " }'),
    ]);
  });

  it('writes one where a comment would be part of a text', () => {
    const text = (annotations: string): string =>
      `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: x\n${annotations}data:\n  a: |\n    one\n    hostNetwork\n`;
    assert.deepEqual(suppressed('a.yaml', text('')), [
      FOR_RESOURCE,
      text("  annotations:\n    larboard.dev/ignore: 'kubernetes/host: '\n"),
    ]);
  });

  it('writes none outside of resources', () => {
    const text = `{"apiVersion": "v1", "kind": "List", "hostNetwork": true, "items": [{${POD}}]}`;
    assert.equal(suppressed('a.json', text), undefined);
  });
});

describe('service: suppressing in lockfiles', () => {
  const FINDINGS = {
    'yarn.lock': 'a@http://u:p@h.example/a.tgz:\n  version "1.0.0"\n  resolved "http://u:p@h.example/a.tgz#0123456789"\n',
    'pnpm-lock.yaml':
      "lockfileVersion: '9.0'\n\npackages:\n\n  a@http://u:p@h.example/a.tgz:\n    resolution: {tarball: http://u:p@h.example/a.tgz}\n    version: 1.0.0\n",
    'bun.lock': '{\n  "packages": {\n    "a": ["a@http://u:p@h.example/a.tgz", {}],\n  }\n}\n',
    'Pipfile.lock': '{"default": {"a": {"file": "http://u:p@h.example/a.whl"}}}',
  };
  for (const [path, text] of Object.entries(FINDINGS))
    it(`writes no comment into ${path}`, () => {
      const workspace = new Workspace({ today: '2026-11-23' });
      workspace.set(path, text);
      const [finding] = workspace.report(path).findings;
      assert.ok(finding);
      for (const action of actionsAt(workspace, path, finding.span))
        if (action.kind === 'suppress') assert.deepEqual(action.edits, []);
    });
});

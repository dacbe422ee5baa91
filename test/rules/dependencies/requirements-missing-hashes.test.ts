import { requirementsMissingHashes } from '../../../server/src/rules/dependencies/requirements-missing-hashes.ts';
import { testRule } from '../../support/rule-tester.ts';

const path = 'requirements.txt';
const says = (name: string): string =>
  `${name} has no hash, but other requirements of this file have, so pip refuses to install it. Add its hashes.`;
const required = (name: string): string =>
  `${name} has no hash, but \`--require-hashes\` asks for one, so pip refuses to install it. Add its hashes.`;

testRule(requirementsMissingHashes, {
  clean: [
    { path, code: 'a==1.0\nb==2.0\n' },
    { path, code: 'a==1.0 --hash=sha256:aa\nb==2.0 --hash=sha256:bb\n', shown: true },
    { path, code: 'a==1.0 --hash=sha256:aa\nb==2.0 \\\n    --hash=sha256:bb \\\n    --hash=sha256:cc\n' },
    { path, code: 'a==1.0 --hash=sha256:aa\nb @ https://h.example/b.whl#sha256=bb\n' },
    { path, code: 'a==1.0 --hash=sha256:aa\n-e .\n' },
    { path, code: 'a==1.0 --hash=sha256:aa\n-r other.txt\n# b==1\n' },
    { path: 'requirements.in', code: 'a\nb\n' },
    { path: 'constraints.txt', code: 'a==1.0 --hash=sha256:aa\nb==1.0\n' },
  ],
  caught: [
    { path, code: 'a==1.0 --hash=sha256:aa\n⟦b⟧==2.0\n', says: says('b') },
    { path, code: '⟦b⟧==2.0\na==1.0 \\\n    --hash=sha256:aa\n⟦c⟧[x]>=1 ; python_version > "3"\n', says: [says('b'), says('c')] },
    { path, code: '--require-hashes\n⟦a⟧==1.0\n', says: required('a') },
    { path, code: '--require-hashes\n⟦a⟧==1.0\nb==1 --hash=sha256:aa\n', says: says('a') },
    { path: 'requirements/dev.txt', code: 'a==1.0 --hash=sha256:aa\n⟦b⟧ @ https://h.example/b.whl\n', says: says('b') },
  ],
});

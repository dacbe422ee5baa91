import { goReplaceFork } from '../../../server/src/rules/dependencies/go-replace-fork.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (name: string, other: string): string =>
  `${name} is replaced by ${other}, so other code runs under its name and its advisories and updates are missed. Return to the original, or import the fork under its own name.`;
const mod = (code: string, path = 'go.mod') => ({ path, code });

testRule(goReplaceFork, {
  clean: [
    mod('replace example.com/a => example.com/a v1.2.3\n'),
    mod('replace example.com/a => ../fork\n'),
    mod('replace github.com/Sirupsen/logrus => github.com/sirupsen/logrus v1.9.3\n'),
    mod('replace golang.org/x/crypto => github.com/golang/crypto v0.17.0\n'),
    mod('replace k8s.io/api v0.29.0 => k8s.io/api v0.29.1\n'),
    mod('replace example.com/a => example.com/a/v2 v2.0.0\n'),
    mod('replace gopkg.in/yaml.v2 => github.com/go-yaml/yaml v2.4.0+incompatible\n'),
    mod('require github.com/me/fork v1.0.0\n'),
    mod('// replace example.com/a => example.com/b v1.0.0\nmodule example.com/m\n'),
  ],
  caught: [
    { ...mod('replace github.com/a/b => ⟦github.com/me/b⟧ v1.0.1\n'), says: says('github.com/a/b', 'github.com/me/b') },
    {
      ...mod(
        'replace (\n\tgithub.com/a/b v1.0.0 => ⟦github.com/me/b⟧ v1.0.1\n\texample.com/x/v2 => ⟦example.com/y/v2⟧ v2.0.0\n)\n',
      ),
      says: [says('github.com/a/b', 'github.com/me/b'), says('example.com/x/v2', 'example.com/y/v2')],
    },
    {
      ...mod('use ./a\nreplace github.com/a/b => ⟦github.com/me/b⟧ v1.0.1\n', 'go.work'),
      says: says('github.com/a/b', 'github.com/me/b'),
    },
    {
      ...mod('replace k8s.io/client-go => ⟦github.com/me/client-go⟧ v0.1.0\n'),
      says: says('k8s.io/client-go', 'github.com/me/client-go'),
    },
  ],
});

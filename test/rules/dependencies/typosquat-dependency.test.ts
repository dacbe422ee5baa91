import { typosquatDependency } from '../../../server/src/rules/dependencies/typosquat-dependency.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (name: string, target: string): string =>
  `${name} looks like the well-known package ${target}, but is not it. Ask for ${target} if that is meant.`;

testRule(typosquatDependency, {
  clean: [
    '{"dependencies":{"preact":"10","preact-router":"4"}}',
    '{"dependencies":{"lodash":"4","preact":"10","nuxt":"3","koa":"2","colors":"1","color":"4","colorette":"2","lodash.merge":"4"}}',
    '{"dependencies":{"@types/nodee":"1","@babel/helper-foo":"1","eslint-plugin-acme":"1","react-acme":"1","@acme/lodash":"1","my-app":"1","vue-x":"1"}}',
    '{"dependencies":{"lodahs":"file:./lodahs","expres":"u/expres"}}',
    { code: '{"dependencies":{"expres":"1.0.0"}}', files: { 'packages/expres/package.json': '{"name":"expres"}' } },
    {
      code: '{"dependencies":{"expres":"1"}}',
      files: {
        'package-lock.json':
          '{"packages":{"":{"dependencies":{"expres":"1"}},"node_modules/expres":{"link":true,"resolved":"x"}}}',
      },
    },
    { path: 'requirements.txt', code: 'requests\nDjango\nurllib3\nboto\nboto3\npymysql\npython_dateutil\nRuamel_Yaml\n' },
    { path: 'requirements.txt', code: 'bs4\nsklearn\nasyncio\n' },
    { path: 'Cargo.toml', code: '[dependencies]\nserde_json = "1"\ntokio = "1"\nsha1 = "0.10"\nsha2 = "0.10"\n' },
    {
      path: 'go.mod',
      code: 'module m\nrequire (\n\tgithub.com/gorilla/muxx v1.0.0\n\tgithub.com/acme/logrus v1.0.0\n\tgopkg.in/yaml.v3 v3.0.0\n)\n',
    },
    {
      path: 'package-lock.json',
      code: '{"packages":{"":{"dependencies":{"lodahs":"1"}},"node_modules/lodahs":{"version":"1.0.0"}}}',
    },
  ],
  caught: [
    { code: '{"dependencies":{"⟦lodahs⟧":"4"}}', says: says('lodahs', 'lodash'), fixed: '{"dependencies":{"lodash":"4"}}' },
    {
      code: '{"dependencies":{"react":"18","⟦raect⟧":"18"}}',
      says: says('raect', 'react'),
      fixed: '{"dependencies":{"react":"18"}}',
    },
    {
      code: '{"dependencies":{"⟦expresss⟧":"4","⟦axois⟧":"1","⟦cross_env⟧":"7","⟦momemt⟧":"2","⟦l0dash⟧":"4","⟦env-cross⟧":"7"}}',
      says: [
        says('expresss', 'express'),
        says('axois', 'axios'),
        says('cross_env', 'cross-env'),
        says('momemt', 'moment'),
        says('l0dash', 'lodash'),
        says('env-cross', 'cross-env'),
      ],
      fixed: '{"dependencies":{"express":"4","axios":"1","cross-env":"7","moment":"2","lodash":"4","cross-env":"7"}}',
    },
    {
      code: '{"dependencies":{"⟦@bable/core⟧":"7","⟦@type/node⟧":"20","⟦angular-core⟧":"17","⟦node-lodash⟧":"4","⟦chalk-js⟧":"5","⟦modernize-x⟧":"1"}}'.replace(
        ',"⟦modernize-x⟧":"1"',
        '',
      ),
      says: [
        says('@bable/core', '@babel/core'),
        says('@type/node', '@types/node'),
        says('angular-core', '@angular/core'),
        says('node-lodash', 'lodash'),
        says('chalk-js', 'chalk'),
      ],
      fixed: '{"dependencies":{"@babel/core":"7","@types/node":"20","@angular/core":"17","lodash":"4","chalk":"5"}}',
    },
    {
      path: 'requirements.txt',
      code: '⟦reqeusts⟧==2\n⟦Djagno⟧\n⟦python-flask⟧>=2\n⟦scikitlearn⟧\n⟦numppy⟧ # why\n⟦jeilyfish⟧\n',
      says: [
        says('reqeusts', 'requests'),
        says('Djagno', 'django'),
        says('python-flask', 'flask'),
        says('scikitlearn', 'scikit-learn'),
        says('numppy', 'numpy'),
        says('jeilyfish', 'jellyfish'),
      ],
      fixed: 'requests==2\ndjango\nflask>=2\nscikit-learn\nnumpy # why\njellyfish\n',
    },
    {
      code: '{"dependencies":{"⟦reаct⟧":"18","⟦ex\u200bpress⟧":"4"}}',
      says: [says('reаct', 'react'), says('ex\u200bpress', 'express')],
      fixed: '{"dependencies":{"react":"18","express":"4"}}',
    },
    {
      path: 'pyproject.toml',
      code: '[project]\ndependencies = ["⟦colourama⟧>=0.4"]\n',
      says: says('colourama', 'colorama'),
      fixed: '[project]\ndependencies = ["colorama>=0.4"]\n',
    },
    {
      path: 'Cargo.toml',
      code: '[dependencies]\n⟦rustdecimal⟧ = "1"\n⟦serde-json⟧ = "1"\n⟦tokoi⟧ = { version = "1", features = ["full"] }\n',
      says: [says('rustdecimal', 'rust_decimal'), says('serde-json', 'serde_json'), says('tokoi', 'tokio')],
      fixed: '[dependencies]\nrust_decimal = "1"\nserde_json = "1"\ntokio = { version = "1", features = ["full"] }\n',
    },
    {
      path: 'go.mod',
      code: 'module m\nrequire (\n\t⟦github.com/siruspen/logrus⟧ v1.9.0\n\t⟦github.com/go-gorilla/mux⟧ v1.8.0\n)\n',
      says: [
        says('github.com/siruspen/logrus', 'github.com/sirupsen/logrus'),
        says('github.com/go-gorilla/mux', 'github.com/gorilla/mux'),
      ],
      fixed: 'module m\nrequire (\n\tgithub.com/sirupsen/logrus v1.9.0\n\tgithub.com/gorilla/mux v1.8.0\n)\n',
    },
    // The group of an artifact of Maven, written apart from its name.
    {
      path: 'pom.xml',
      code: '<project><dependencies><dependency><groupId>⟦org.springframwork⟧</groupId><artifactId>spring-core</artifactId></dependency></dependencies></project>',
      says: says('org.springframwork:spring-core', 'org.springframework:spring-core'),
      fixed:
        '<project><dependencies><dependency><groupId>org.springframework</groupId><artifactId>spring-core</artifactId></dependency></dependencies></project>',
    },
    {
      path: 'build.gradle',
      code: "dependencies { implementation group: '⟦org.springframwork⟧', name: 'spring-core', version: '6.1.0' }\n",
      says: says('org.springframwork:spring-core', 'org.springframework:spring-core'),
      fixed: "dependencies { implementation group: 'org.springframework', name: 'spring-core', version: '6.1.0' }\n",
    },
    {
      path: 'gradle/libs.versions.toml',
      code: '[libraries]\na = { group = "⟦org.springframwork⟧", name = "spring-core", version = "6.1.0" }\n',
      says: says('org.springframwork:spring-core', 'org.springframework:spring-core'),
      fixed: '[libraries]\na = { group = "org.springframework", name = "spring-core", version = "6.1.0" }\n',
    },
  ],
});

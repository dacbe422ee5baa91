import { wrongPackageName } from '../../../server/src/rules/dependencies/wrong-package-name.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (name: string, behind: string, right: string): string =>
  `${name} is ${behind}. Ask for ${right} and check the version (as of 2026-11).`;

testRule(wrongPackageName, {
  clean: [
    '{"dependencies":{"@babel/core":"7","uuid":"9","typescript":"5"},"scripts":{"tsc":"tsc"}}',
    '{"dependencies":{"tsc":"file:./tsc","babel":"workspace:*"}}',
    { code: '{"dependencies":{"anthropic":"*"}}', files: { 'packages/anthropic/package.json': '{"name":"anthropic"}' } },
    {
      path: 'requirements.txt',
      code: 'scikit-learn==1.4\nbeautifulsoup4\n# sklearn\npython-dotenv\nyaml @ https://h.example/yaml.whl\n',
    },
    { path: 'uv.lock', code: '[[package]]\nname = "sklearn"\nversion = "0.0"\n' },
    { path: 'go.mod', code: 'module m\nrequire github.com/sirupsen/logrus v1.9.0\n' },
  ],
  caught: [
    {
      path: 'requirements.txt',
      code: '⟦sklearn⟧==0.0\n⟦PIL⟧\n⟦python_jwt⟧>=1\n',
      says: [
        says('sklearn', 'a placeholder that the authors of scikit-learn have retired', 'scikit-learn'),
        says('PIL', 'the library that Pillow replaced in 2011', 'pillow'),
        says('python_jwt', 'another library of a similar name', 'pyjwt'),
      ],
      fixed: 'sklearn==0.0\npillow\npyjwt>=1\n',
    },
    {
      path: 'requirements.txt',
      code: 'beautifulsoup4==4.12\n⟦bs4⟧==0.0.1\n',
      says: says('bs4', 'a placeholder that only asks for beautifulsoup4', 'beautifulsoup4'),
      fixed: 'beautifulsoup4==4.12\n',
    },
    {
      code: '{"devDependencies":{"⟦tsc⟧":"^2.0.0"}}',
      says: says('tsc', 'an abandoned wrapper: the compiler is a command of typescript', 'typescript'),
      fixed: '{"devDependencies":{"typescript":"^2.0.0"}}',
    },
    {
      path: 'pyproject.toml',
      code: '[tool.poetry.dependencies]\n⟦opencv⟧ = "*"\n',
      says: says('opencv', "not OpenCV's package", 'opencv-python'),
      fixed: '[tool.poetry.dependencies]\nopencv-python = "*"\n',
    },
    {
      path: 'go.mod',
      code: 'module m\nrequire ⟦github.com/Sirupsen/logrus⟧ v1.9.0\n',
      says: says(
        'github.com/Sirupsen/logrus',
        'the former spelling, which breaks builds that have both',
        'github.com/sirupsen/logrus',
      ),
      fixed: 'module m\nrequire github.com/sirupsen/logrus v1.9.0\n',
    },
    // The right name begins with 8.0.31.
    {
      path: 'build.gradle',
      code: "dependencies {\n  implementation '⟦mysql:mysql-connector-java⟧:8.0.20'\n}\n",
      says: says('mysql:mysql-connector-java', "the former name of MySQL's driver", 'com.mysql:mysql-connector-j'),
    },
    {
      path: 'build.gradle',
      code: "dependencies {\n  implementation '⟦mysql:mysql-connector-java⟧:8.0.33'\n}\n",
      says: says('mysql:mysql-connector-java', "the former name of MySQL's driver", 'com.mysql:mysql-connector-j'),
      fixed: "dependencies {\n  implementation 'com.mysql:mysql-connector-j:8.0.33'\n}\n",
    },
    {
      path: 'requirements.txt',
      code: '⟦pycrypto⟧~=2.6\n',
      says: says('pycrypto', 'abandoned since 2013, with known vulnerabilities', 'pycryptodome'),
    },
  ],
});

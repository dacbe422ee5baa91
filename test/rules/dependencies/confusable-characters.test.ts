import { confusableCharacters } from '../../../server/src/rules/dependencies/confusable-characters.ts';
import { testRule } from '../../support/rule-tester.ts';

const letter = (plain: string, points: string): string =>
  `This reads like "${plain}", but has letters of another script in it: ${points}. Write the plain ones.`;
const invisible = (plain: string, points: string): string =>
  `There are characters without a shape in "${plain}": ${points}. Remove them.`;
const direction = (points: string): string => `Controls turn the order of the text around here: ${points}. Remove them.`;

testRule(confusableCharacters, {
  clean: [
    '{"dependencies":{"react":"18"}}',
    '{"description":"Кот и react: reаct \u200b 👨\u200d👩\u200d👧 ❤\ufe0f","keywords":["α-betа"],"author":"Иван Пeтров","dependencies":{"a":"1"}}',
    '{"scripts":{"hello":"echo Привет ✔\ufe0f 1\ufe0f\u20e3 naïve café µs"},"dependencies":{"größe":"1"}}',
    '{"homepage":"https://пример.example/straße"}',
    { path: 'requirements.txt', code: '# Автор: Ивaн — naïve \u200b\nrequests==2 # “quoted”\n' },
    { path: 'pyproject.toml', code: '[project]\ndescription = "reаct"\nauthors = [{name = "Пeтр", email = "p@h.example"}]\n' },
    { path: 'package-lock.json', code: '{"packages":{"node_modules/a":{"deprecated":"Gone \u200b ⚠\ufe0f usе b"}}}' },
    { path: 'pom.xml', code: '<project><developers><developer><name>Ali Yazıcı</name></developer></developers></project>' },
  ],
  caught: [
    {
      path: 'pom.xml',
      code: '<project><dependencies><dependency><groupId>a</groupId><artifactId>⟦lıb⟧</artifactId></dependency></dependencies></project>',
      says: letter('lib', 'U+0131'),
      fixed:
        '<project><dependencies><dependency><groupId>a</groupId><artifactId>lib</artifactId></dependency></dependencies></project>',
    },
    {
      code: '{"dependencies":{"⟦reаct⟧":"18","⟦ехpress⟧":"4"}}',
      says: [letter('react', 'U+0430'), letter('express', 'U+0435, U+0445')],
      fixed: '{"dependencies":{"react":"18","express":"4"}}',
    },
    {
      code: '{"dependencies":{"⟦ex\u200bpress⟧":"4","⟦lodash\ufe01\ufe02⟧":"4"}}',
      says: [invisible('express', 'U+200B'), invisible('lodash', 'U+FE01, U+FE02')],
      fixed: '{"dependencies":{"express":"4","lodash":"4"}}',
    },
    {
      code: '{"scripts":{"build":"node ⟦\u202ebuild.js\u2066⟧ && ⟦сurl⟧ x"}}',
      says: [direction('U+202E, U+2066'), letter('curl', 'U+0441')],
      fixed: '{"scripts":{"build":"node build.js && curl x"}}',
    },
    {
      code: '{"dependencies":{"a":"⟦https://h.examplе/a.tgz⟧","b":"⟦^1.\u200d0⟧"}}',
      says: [letter('https://h.example/a.tgz', 'U+0435'), invisible('^1.0', 'U+200D')],
      fixed: '{"dependencies":{"a":"https://h.example/a.tgz","b":"^1.0"}}',
    },
    {
      path: 'requirements.txt',
      code: '⟦req\u200buests==2⟧\n⟦ｆlask⟧\n# safe ⟦\u202eline⟧\n--index-url ⟦https://рypi.example/simple⟧\n',
      says: [
        invisible('requests==2', 'U+200B'),
        letter('flask', 'U+FF46'),
        direction('U+202E'),
        letter('https://pypi.example/simple', 'U+0440'),
      ],
      fixed: 'requests==2\nflask\n# safe line\n--index-url https://pypi.example/simple\n',
    },
    {
      path: 'package-lock.json',
      code: '{"packages":{"node_modules/a":{"version":"1.0.0","resolved":"⟦https://registry.nрmjs.example/a.tgz⟧"}}}',
      says: letter('https://registry.npmjs.example/a.tgz', 'U+0440'),
    },
    {
      path: 'Cargo.toml',
      code: '[dependencies]\n"⟦sеrde⟧" = "1"\n',
      says: letter('serde', 'U+0435'),
      fixed: '[dependencies]\n"serde" = "1"\n',
    },
  ],
});

import { chmodWorldWritable } from '../../../server/src/rules/dockerfile/chmod-world-writable.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(chmodWorldWritable, {
  clean: [
    'FROM a:1\nRUN --mount=type=cache,target=/cache chmod 777 /cache/x\n',
    'FROM a:1\nRUN tempDir="$(mktemp -d)" && chmod 777 "$tempDir" && x && rm -rf "$tempDir"\n',
    'FROM a:1\nRUN D=`mktemp -d`; chmod -R a+w $D/x\n',
    'FROM a:1\nRUN mkdir /srv && chmod 777 /srv && su x -c make && rm -rf /a /srv\n',
    'FROM a:1\nRUN chmod 755 /a && chmod +x /b && chmod u+rwx /c && chmod +w /d\n',
    'FROM a:1\nRUN chmod 1777 /data && chmod 777 /tmp && chmod a+rwxt /x\n',
    'FROM a:1\nRUN chmod -R go-w /a && chmod o=rx /b\n',
    'FROM a:1\nRUN chmod $MODE /a\n',
    'FROM a:1\nCOPY --chmod=0644 a /a\n',
    'FROM a:1\nRUN echo chmod 777 /a\n',
    'FROM a:1\nRUN chmod --reference=/a /b\n',
  ],
  caught: [
    {
      code: 'FROM a:1\nRUN rm -rf /srv && mkdir /srv && chmod ⟦777⟧ /srv\n',
      says: 'Mode 777 lets every user in the container change /srv. Use 755.',
      fixed: 'FROM a:1\nRUN rm -rf /srv && mkdir /srv && chmod 755 /srv\n',
      alternatives: { 'Use 775': 'FROM a:1\nRUN rm -rf /srv && mkdir /srv && chmod 775 /srv\n' },
    },
    {
      code: 'FROM a:1\nRUN chmod ⟦777⟧ /srv && rm -rf /srv/tmp\n',
      says: 'Mode 777 lets every user in the container change /srv. Use 755.',
      fixed: 'FROM a:1\nRUN chmod 755 /srv && rm -rf /srv/tmp\n',
      alternatives: { 'Use 775': 'FROM a:1\nRUN chmod 775 /srv && rm -rf /srv/tmp\n' },
    },
    {
      code: 'FROM a:1\nRUN find /x -type d -exec chmod ⟦777⟧ {} \\;\n',
      says: 'Mode 777 lets every user in the container change these files. Use 755.',
      fixed: 'FROM a:1\nRUN find /x -type d -exec chmod 755 {} \\;\n',
      alternatives: { 'Use 775': 'FROM a:1\nRUN find /x -type d -exec chmod 775 {} \\;\n' },
    },
    {
      code: 'FROM a:1\nRUN chmod ⟦777⟧ /app\n',
      says: 'Mode 777 lets every user in the container change /app. Use 755.',
      fixed: 'FROM a:1\nRUN chmod 755 /app\n',
      alternatives: { 'Use 775': 'FROM a:1\nRUN chmod 775 /app\n' },
    },
    {
      code: 'FROM a:1\nRUN mkdir -p /d && sudo chmod -R ⟦a+rwX⟧ /d /e\n',
      says: 'Mode a+rwX lets every user in the container change these files. Use ug+rwX.',
      fixed: 'FROM a:1\nRUN mkdir -p /d && sudo chmod -R ug+rwX /d /e\n',
    },
    {
      code: 'FROM a:1\nCOPY --chmod=⟦0666⟧ a /a\nRUN install -m ⟦777⟧ b /b && mkdir -m ⟦0777⟧ /c\n',
      says: [
        'Mode 0666 lets every user in the container change /a. Use 0644.',
        'Mode 777 lets every user in the container change these files. Use 755.',
        'Mode 0777 lets every user in the container change /c. Use 0755.',
      ],
      fixed: 'FROM a:1\nCOPY --chmod=0644 a /a\nRUN install -m 755 b /b && mkdir -m 0755 /c\n',
      alternatives: {
        'Use 0664': 'FROM a:1\nCOPY --chmod=0664 a /a\nRUN install -m 777 b /b && mkdir -m 0777 /c\n',
        'Use 775': 'FROM a:1\nCOPY --chmod=0666 a /a\nRUN install -m 775 b /b && mkdir -m 0777 /c\n',
        'Use 0775': 'FROM a:1\nCOPY --chmod=0666 a /a\nRUN install -m 777 b /b && mkdir -m 0775 /c\n',
      },
    },
    {
      code: 'FROM a:1\nRUN chmod ⟦o+w⟧ $DIR\n',
      says: 'Mode o+w lets every user in the container change these files. Use rights for one group.',
    },
    {
      code: 'FROM a:1\nRUN ["chmod", "⟦777⟧", "/a"]\n',
      says: 'Mode 777 lets every user in the container change /a. Use 755.',
      fixed: 'FROM a:1\nRUN ["chmod", "755", "/a"]\n',
      alternatives: { 'Use 775': 'FROM a:1\nRUN ["chmod", "775", "/a"]\n' },
    },
  ],
});

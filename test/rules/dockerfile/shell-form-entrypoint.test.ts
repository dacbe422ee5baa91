import { shellFormEntrypoint } from '../../../server/src/rules/dockerfile/shell-form-entrypoint.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (keyword: string): string =>
  `${keyword} is in shell form, so a shell takes the signals that are meant for the program. Use the JSON form.`;

testRule(shellFormEntrypoint, {
  clean: [
    'FROM a:1\nCMD ["node", "app.js"]\n',
    'FROM a:1\nENTRYPOINT [ "/app" ]\n',
    'FROM a:1\nCMD node app.js $PORT\n',
    'FROM a:1\nCMD node "${APP}"\n',
    'FROM a:1\nCMD exec node app.js\n',
    'FROM a:1\nCMD cd /app && exec node app.js\n',
    'FROM a:1\nSHELL ["/bin/bash", "-c"]\nCMD node app.js\n',
    'FROM mcr.microsoft.com/windows/nanoserver:ltsc2022\nCMD app.exe\n',
    'FROM a:1\nHEALTHCHECK CMD curl -f http://localhost/ || exit 1\n',
    'FROM a:1\nHEALTHCHECK NONE\n',
    'FROM a:1\nCMD []\n',
    'FROM a:1\nCMD\n',
    'FROM a:1\nENTRYPOINT ["a", \n',
    'FROM a:1\nRUN node app.js\n',
    "FROM a:1\nRUN ['node', 'app.js']\n",
    'FROM a:1\nCMD [ -f /x ] && exec node\n',
    'FROM a:1\nCMD [ "$A" = b ]\n',
    "FROM a:1\nCMD ['node', \n",
    'FROM {{ image }}\nCMD node app.js\n',
  ],
  caught: [
    {
      code: 'FROM a:1\nCMD ⟦["npm", "start"⟧\n',
      says: 'CMD is in shell form, so a shell takes the signals that are meant for the program. Use the JSON form.',
    },
    { code: 'FROM a:1\nCMD ⟦node app.js⟧\n', says: says('CMD'), fixed: 'FROM a:1\nCMD ["node", "app.js"]\n' },
    {
      code: 'from a:1\nentrypoint ⟦/app  --name "a b" \'c"d\'⟧',
      says: says('ENTRYPOINT'),
      fixed: 'from a:1\nentrypoint ["/app",  "--name", "a b", "c\\"d"]',
    },
    {
      code: 'FROM a:1\nCMD ⟦node \\\n  # the program\n  app.js⟧\n',
      says: says('CMD'),
      fixed: 'FROM a:1\nCMD ["node", \\\n  # the program\n  "app.js"]\n',
    },
    {
      code: 'FROM a:1\nHEALTHCHECK --interval=5s CMD ⟦/health⟧\n',
      says: 'HEALTHCHECK is in shell form, so each check starts a shell first, and the image must have one. Use the JSON form.',
      fixed: 'FROM a:1\nHEALTHCHECK --interval=5s CMD ["/health"]\n',
    },
    {
      code: 'FROM a:1\nENTRYPOINT ⟦/app⟧\nCMD ["--help"]\n',
      says: says('ENTRYPOINT'),
      fixed: 'FROM a:1\nENTRYPOINT ["/app"]\nCMD ["--help"]\n',
    },
    {
      code: 'FROM a:1\nENTRYPOINT ["/entry.sh"]\nCMD ⟦app⟧\n',
      says: says('CMD'),
      fixed: 'FROM a:1\nENTRYPOINT ["/entry.sh"]\nCMD ["app"]\n',
    },
    {
      code: 'FROM a:1\nCMD ⟦migrate && node "app.js"⟧\n',
      says: says('CMD'),
      fixed: 'FROM a:1\nCMD ["/bin/sh", "-c", "migrate && node \\"app.js\\""]\n',
    },
    {
      code: 'FROM a:1\nCMD ⟦a > /dev/null \\\n  | b⟧\n',
      says: says('CMD'),
      fixed: 'FROM a:1\nCMD ["/bin/sh", "-c", "a > /dev/null \\\n  | b"]\n',
    },
    { code: 'FROM a:1\nCMD ⟦rm *.log⟧\n', says: says('CMD'), fixed: 'FROM a:1\nCMD ["/bin/sh", "-c", "rm *.log"]\n' },
    { code: 'FROM a:1\nCMD ⟦a;\tb⟧\n', says: says('CMD') },
    {
      code: "FROM a:1\nCMD ⟦['node', 'app.js']⟧\n".replace("⟦['node', 'app.js']⟧", '⟦A=b node⟧'),
      says: says('CMD'),
      fixed: 'FROM a:1\nCMD ["/bin/sh", "-c", "A=b node"]\n',
    },
  ],
});

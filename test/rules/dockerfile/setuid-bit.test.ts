import { setuidBit } from '../../../server/src/rules/dockerfile/setuid-bit.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(setuidBit, {
  clean: [
    'FROM a:1\nRUN chmod 0755 /a && chmod u-s /b && chmod a-s /c && chmod 2775 /shared && chmod g+s /d\n',
    'FROM a:1\nRUN setcap cap_net_bind_service=+ep /a && setcap -r /b\n',
    'FROM a:1\nRUN find / -perm /6000 -type f -exec chmod a-s {} \\;\n',
    'FROM a:1\nRUN chmod 1777 /tmp\n',
  ],
  caught: [
    {
      code: 'FROM a:1\nRUN chmod ⟦u+s⟧ /bin/app\n',
      says: 'Mode u+s lets whoever starts the program run it with the rights of its owner.',
    },
    {
      code: 'FROM a:1\nRUN chmod ⟦4755⟧ /a && chmod ⟦+s⟧ /b\nCOPY --chmod=⟦4755⟧ a /a\n',
      says: [
        'Mode 4755 lets whoever starts the program run it with the rights of its owner.',
        'Mode +s lets whoever starts the program run it with the rights of its owner.',
        'Mode 4755 lets whoever starts the program run it with the rights of its owner.',
      ],
    },
    {
      code: 'FROM a:1\nRUN setcap ⟦cap_net_raw,cap_sys_admin=+ep⟧ /a && setcap ⟦=ep⟧ /b\n',
      says: [
        '`cap_sys_admin` lets the program past the kernel’s checks, whoever starts it.',
        '`=ep` lets the program past the kernel’s checks, whoever starts it.',
      ],
    },
  ],
});

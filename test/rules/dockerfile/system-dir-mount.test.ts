import { systemDirMount } from '../../../server/src/rules/dockerfile/system-dir-mount.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(systemDirMount, {
  clean: [
    'FROM a:1\nWORKDIR /usr/src/app\nWORKDIR /etc/nginx\nWORKDIR /opt\n',
    'FROM a:1\nVOLUME /var/lib/x /dev/shm\nVOLUME $D\n',
    'FROM a:1\nWORKDIR /\n',
    'FROM a:1\nRUN cd /etc\n',
  ],
  caught: [
    { code: 'FROM a:1\nWORKDIR ⟦/etc⟧\n', says: '/etc belongs to the system. Work in a folder of your own, such as /app.' },
    {
      code: 'FROM a:1\nVOLUME ⟦/proc⟧ /data ⟦/sys/fs/cgroup⟧\n',
      says: [
        '/proc belongs to the system. Put the volume on a folder of your own.',
        '/sys/fs/cgroup belongs to the system. Put the volume on a folder of your own.',
      ],
    },
    {
      code: 'FROM a:1\nARG D=/usr/bin/\nWORKDIR ⟦$D⟧\nVOLUME [⟦"/"⟧]\n',
      says: [
        '/usr/bin/ belongs to the system. Work in a folder of your own, such as /app.',
        '/ belongs to the system. Put the volume on a folder of your own.',
      ],
    },
  ],
});

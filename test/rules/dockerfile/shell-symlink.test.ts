import { shellSymlink } from '../../../server/src/rules/dockerfile/shell-symlink.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(shellSymlink, {
  clean: [
    'FROM a:1\nSHELL ["/bin/bash", "-c"]\n',
    'FROM a:1\nRUN ln -s /usr/bin/python3 /usr/bin/python\n',
    'FROM a:1\nRUN ls /bin/sh && ln -s /bin/sh\n',
    'FROM a:1\nRUN ln -s /bin/sh /usr/local/bin/x\n',
    'FROM scratch\nCOPY busybox /\nRUN ["/busybox", "ln", "-s", "/busybox", "/bin/sh"]\n',
    'FROM a:1\nRUN cp /bin/sh /tmp/sh && dpkg-reconfigure tzdata\n',
  ],
  caught: [
    {
      code: 'FROM debian:13\nRUN ln -sf /bin/bash ⟦/bin/sh⟧\n',
      says: 'This replaces the system’s shell to change that of RUN. Use `SHELL ["/bin/bash", "-c"]`.',
      fixed: 'FROM debian:13\nSHELL ["/bin/bash", "-c"]\n',
    },
    {
      code: 'FROM a:1\nRUN rm /bin/sh && ln -s /bin/bash ⟦/bin/sh⟧\n',
      says: 'This replaces the system’s shell to change that of RUN. Use `SHELL ["/bin/bash", "-c"]`.',
      fixed: 'FROM a:1\nSHELL ["/bin/bash", "-c"]\n',
    },
    {
      code: 'FROM a:1\nRUN apt-get update && mv /bin/bash ⟦/bin/sh⟧ && x\n',
      says: 'This replaces the system’s shell to change that of RUN. Use `SHELL ["/bin/bash", "-c"]`.',
    },
    {
      code: 'FROM debian:13\nRUN echo "dash dash/sh boolean false" | debconf-set-selections && dpkg-reconfigure ⟦dash⟧\n',
      says: 'This replaces the system’s shell to change that of RUN. Use `SHELL ["/bin/bash", "-c"]`.',
      fixed: 'FROM debian:13\nSHELL ["/bin/bash", "-c"]\n',
    },
    {
      code: 'FROM debian:13\nRUN unlink /bin/sh && ["ln"]; sudo ln -sfT bash ⟦/usr/bin/sh⟧\n',
      says: 'This replaces the system’s shell to change that of RUN. Use `SHELL ["/bin/bash", "-c"]`.',
    },
  ],
});

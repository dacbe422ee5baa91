import { dockerSocketVolume } from '../../../server/src/rules/dockerfile/docker-socket-volume.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(dockerSocketVolume, {
  clean: [
    'FROM a:1\nVOLUME /data\n',
    'FROM a:1\nRUN --mount=type=bind,source=a,target=/a x\n',
    'FROM a:1\nENV DOCKER_HOST=unix:///var/run/docker.sock\n',
    'FROM a:1\nRUN ls /var/run/docker.sock\n',
  ],
  caught: [
    {
      code: 'FROM a:1\nVOLUME ⟦/var/run/docker.sock⟧\n',
      says: 'Whoever reaches the socket of the container engine is root on the host. Do not mount it.',
    },
    {
      code: 'FROM a:1\nVOLUME ["/data", ⟦"/run/containerd/containerd.sock"⟧]\n',
      says: 'Whoever reaches the socket of the container engine is root on the host. Do not mount it.',
    },
    {
      code: 'FROM a:1\nRUN ⟦--mount=type=bind,source=/var/run/docker.sock,target=/x⟧ x\n',
      says: 'Whoever reaches the socket of the container engine is root on the host. Do not mount it.',
    },
    {
      code: 'FROM a:1\nRUN docker run -v ⟦/var/run/docker.sock:/var/run/docker.sock⟧ x\n',
      says: 'Whoever reaches the socket of the container engine is root on the host. Do not mount it.',
    },
  ],
});

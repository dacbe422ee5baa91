import type { Span } from '../../../base/span.ts';
import { mountField, mountsOf, type Instruction } from '../../../model/dockerfile/index.ts';

/** Sockets of container engines: who may write to one is root on the host. */
const ENGINE_SOCKET =
  /(?:^|[/=:,])(?:var\/)?run\/(?:docker\.sock|containerd\/containerd\.sock|crio\/crio\.sock|podman\/podman\.sock)/;

export const isEngineSocket = (text: string): boolean => ENGINE_SOCKET.test(text);

/** The `--mount` flags of an instruction that bind an engine's socket. */
export const socketMounts = ({ flags }: Instruction): readonly Span[] =>
  flags
    .filter(({ name }) => name === 'mount')
    .filter((flag) =>
      mountsOf([flag]).some((fields) =>
        isEngineSocket(
          `${mountField(fields, 'source', 'src') ?? ''},${mountField(fields, 'target', 'dst', 'destination') ?? ''}`,
        ),
      ),
    )
    .map(({ span }) => span);

import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipOptions {
  readonly method?: 'stored' | 'deflated';
  /** Writes all sizes and offsets as zip64 does. */
  readonly zip64?: boolean;
  /** Changes what the directory says of an entry. */
  readonly lie?: { readonly crc?: number; readonly size?: number; readonly flags?: number; readonly method?: number };
  readonly comment?: string;
  /** When the files were changed, as the format writes a day. */
  readonly date?: number;
}

/** A zip file with some files in it. */
export function zip(
  files: Readonly<Record<string, string | Buffer>>,
  { method = 'deflated', zip64 = false, lie = {}, comment = '', date = 0 }: ZipOptions = {},
): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const plain = Buffer.from(content);
    const packed = method === 'stored' ? plain : deflateRawSync(plain);
    const crc = lie.crc ?? crc32(plain);
    const size = lie.size ?? plain.length;
    const bytes = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(bytes.length, 26);
    parts.push(local, bytes, packed);
    const extra = Buffer.alloc(zip64 ? 28 : 0);
    if (zip64) {
      extra.writeUInt16LE(1, 0);
      extra.writeUInt16LE(24, 2);
      extra.writeBigUInt64LE(BigInt(size), 4);
      extra.writeBigUInt64LE(BigInt(packed.length), 12);
      extra.writeBigUInt64LE(BigInt(offset), 20);
    }
    const head = Buffer.alloc(46);
    head.writeUInt32LE(0x02014b50, 0);
    head.writeUInt16LE(lie.flags ?? 0, 8);
    head.writeUInt16LE(date, 14);
    head.writeUInt16LE(lie.method ?? (method === 'stored' ? 0 : 8), 10);
    head.writeUInt32LE(crc, 16);
    head.writeUInt32LE(zip64 ? 0xffffffff : packed.length, 20);
    head.writeUInt32LE(zip64 ? 0xffffffff : size, 24);
    head.writeUInt16LE(bytes.length, 28);
    head.writeUInt16LE(extra.length, 30);
    head.writeUInt32LE(zip64 ? 0xffffffff : offset, 42);
    directory.push(head, bytes, extra);
    offset += 30 + bytes.length + packed.length;
  }
  const entries = Object.keys(files).length;
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(zip64 ? 0xffff : entries, 8);
  end.writeUInt16LE(zip64 ? 0xffff : entries, 10);
  end.writeUInt32LE(zip64 ? 0xffffffff : size, 12);
  end.writeUInt32LE(zip64 ? 0xffffffff : offset, 16);
  end.writeUInt16LE(Buffer.byteLength(comment), 20);
  return Buffer.concat([...parts, ...directory, ...(zip64 ? [end64(entries, size, offset)] : []), end, Buffer.from(comment)]);
}

function end64(entries: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(56 + 20);
  end.writeUInt32LE(0x06064b50, 0);
  end.writeBigUInt64LE(44n, 4);
  end.writeBigUInt64LE(BigInt(entries), 24);
  end.writeBigUInt64LE(BigInt(entries), 32);
  end.writeBigUInt64LE(BigInt(size), 40);
  end.writeBigUInt64LE(BigInt(offset), 48);
  end.writeUInt32LE(0x07064b50, 56);
  end.writeBigUInt64LE(BigInt(offset + size), 64);
  end.writeUInt32LE(1, 72);
  return end;
}

import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/**
 * Wisp 1 packets over one WebSocket, as Puter's SDK speaks them (its source): type, stream (little
 * endian), content.
 */
const packets = { connect: 1, data: 2, more: 3, close: 4 } as const;

function packet(type: number, stream: number, content: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt8(type, 0);
  head.writeUInt32LE(stream, 1);
  return Buffer.concat([head, content]);
}

/** An unmasked binary frame; the length in as few bytes as it takes. */
function frame(content: Buffer): Buffer {
  const { length } = content;
  const head = Buffer.alloc(length < 126 ? 2 : length < 65_536 ? 4 : 10);
  head.writeUInt8(0x82, 0);
  head.writeUInt8(length < 126 ? length : length < 65_536 ? 126 : 127, 1);
  if (head.length === 4) head.writeUInt16BE(length, 2);
  if (head.length === 10) head.writeBigUInt64BE(BigInt(length), 2);
  return Buffer.concat([head, content]);
}

/** Takes whole masked frames off the front of what has come in; binary ones are handed on. */
function frames(waiting: Buffer, take: (content: Buffer) => void): Buffer {
  let rest = waiting;
  for (;;) {
    if (rest.length < 6) return rest;
    const short = rest.readUInt8(1) & 127;
    const at = short === 126 ? 4 : short === 127 ? 10 : 2;
    if (rest.length < at + 4) return rest;
    const length =
      short === 126
        ? rest.readUInt16BE(2)
        : short === 127
          ? Number(rest.readBigUInt64BE(2))
          : short;
    if (rest.length < at + 4 + length) return rest;
    const mask = rest.subarray(at, at + 4);
    const content = Buffer.from(rest.subarray(at + 4, at + 4 + length)).map(
      (byte, index) => byte ^ (mask[index % 4] ?? 0),
    );
    if ((rest.readUInt8(0) & 15) === 2) take(Buffer.from(content));
    rest = rest.subarray(at + 4 + length);
  }
}

/** Puter's network: answers the upgrade and carries TCP streams, to wherever the page says. */
export function serveWisp(request: IncomingMessage, socket: Duplex): void {
  const accept = createHash('sha1')
    .update(`${request.headers['sec-websocket-key'] ?? ''}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
    .digest('base64');
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\nsec-websocket-accept: ${accept}\r\n\r\n`,
  );
  const streams = new Map<number, Socket>();
  const send = (type: number, stream: number, content: Buffer): void => {
    if (socket.writable) socket.write(frame(packet(type, stream, content)));
  };
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(128, 0);
  send(packets.more, 0, buffer);
  let waiting: Buffer = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    waiting = frames(Buffer.concat([waiting, chunk]), (content) => {
      const stream = content.readUInt32LE(1);
      if (content[0] === packets.connect) {
        const there = connect(content.readUInt16LE(6), content.toString('utf8', 8));
        streams.set(stream, there);
        there.on('data', (data: Buffer) => send(packets.data, stream, data));
        there.on('close', (failed) => send(packets.close, stream, Buffer.of(failed ? 3 : 2)));
        there.on('error', () => undefined);
      } else if (content[0] === packets.data) streams.get(stream)?.write(content.subarray(5));
      else if (content[0] === packets.close) streams.get(stream)?.end();
    });
  });
  socket.on('error', () => undefined);
  socket.on('close', () => streams.forEach((there) => there.destroy()));
}

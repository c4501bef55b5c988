import { type ClientRequest, createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What happens to the next batch of records on its way: the line breaks inside it, or inside the answer to it, or `meanwhile` happens. */
export type Fault = 'in-the-request' | 'in-the-answer' | { meanwhile: () => void };

/** A line between kiosk and server that can break at a chosen place; everything else passes unchanged. */
export class FaultyProxy {
  private readonly server: Server;
  private readonly target: number;
  /** A header of the answers that is left out on the way. */
  private readonly without: string | undefined;
  private armed: Fault | null = null;
  /** How many faults have happened. */
  happened = 0;

  private constructor(target: number, without: string | undefined) {
    this.target = target;
    this.without = without;
    this.server = createServer((from, to) => this.pass(from, to));
  }

  static async before(target: number, without?: string): Promise<FaultyProxy> {
    const proxy = new FaultyProxy(target, without);
    await new Promise<void>((done) => proxy.server.listen(0, '127.0.0.1', done));
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  arm(fault: Fault): void {
    this.armed = fault;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private pass(from: IncomingMessage, to: ServerResponse): void {
    const fault = from.method === 'POST' && from.url === '/api/records/' ? this.armed : null;
    if (fault) {
      this.armed = null;
      this.happened += 1;
    }
    const { method, headers, url: path } = from;
    const onward = request({ host: '127.0.0.1', port: this.target, method, path, headers });
    onward.on('error', () => to.destroy());
    to.on('close', () => onward.destroy());
    if (fault === 'in-the-request') {
      breakRequest(from, to, onward);
      return;
    }
    onward.on('response', (answer) => {
      if (fault === 'in-the-answer') {
        breakAnswer(answer, to);
        return;
      }
      if (this.without) delete answer.headers[this.without];
      to.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.on('error', () => to.destroy());
      answer.pipe(to);
    });
    from.pipe(onward);
    if (typeof fault === 'object') fault?.meanwhile();
  }
}

/** Half of the batch reaches the server, then the line is gone for both. */
function breakRequest(from: IncomingMessage, to: ServerResponse, onward: ClientRequest): void {
  const parts: Buffer[] = [];
  from.on('data', (part: Buffer) => parts.push(part));
  from.on('end', () => {
    const whole = Buffer.concat(parts);
    onward.write(whole.subarray(0, Math.ceil(whole.length / 2)), () => {
      onward.destroy();
      to.destroy();
    });
  });
}

/** The server has committed and answered; half of its answer reaches the kiosk. */
function breakAnswer(answer: IncomingMessage, to: ServerResponse): void {
  const parts: Buffer[] = [];
  answer.on('data', (part: Buffer) => parts.push(part));
  answer.on('end', () => {
    const whole = Buffer.concat(parts);
    to.writeHead(answer.statusCode ?? 502, { ...answer.headers, 'content-length': String(whole.length) });
    to.write(whole.subarray(0, Math.floor(whole.length / 2)), () => to.destroy());
  });
}

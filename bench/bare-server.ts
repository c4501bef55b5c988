import { createServer } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';

// The least a Node server can do: the same bytes, compressed beforehand, for every request.
const { body } = workerData as { body: Uint8Array };
const bytes = Buffer.from(body);
const headers = { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'br', 'content-length': bytes.length };
const server = createServer((_request, response) => {
  response.writeHead(200, headers).end(bytes);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  parentPort?.postMessage(typeof address === 'object' && address ? address.port : 0);
});

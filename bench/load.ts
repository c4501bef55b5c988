import { spawn } from 'node:child_process';

/** Requests per second from autocannon in a process of its own: 16 connections, brotli accepted. */
export async function requestsPerSecond(url: string, seconds: number): Promise<number> {
  const cannon = ['node_modules/autocannon/autocannon.js', '-c', '16', '-d', String(seconds), '-H', 'accept-encoding=br', '--json', url];
  const child = spawn(process.execPath, cannon, { stdio: ['ignore', 'pipe', 'ignore'] });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  await new Promise((resolve) => child.on('close', resolve));
  const result = JSON.parse(output.slice(output.indexOf('{'))) as { requests: { average: number }; non2xx: number };
  if (result.non2xx > 0) throw new Error(`${result.non2xx} answers of ${url} were not 2xx`);
  return result.requests.average;
}

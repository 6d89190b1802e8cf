import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { close, listen } from '../../src/listen.ts';
import type { Log } from '../../src/ports.ts';
import type { PrometheusMeter } from './meter.ts';

export type MetricsDoor = { address: string; stop(): Promise<void> };

/** Milliseconds in which what is being read may end. */
const LONGEST_END = 500;

/** A door of its own for whoever watches over the bot: /metrics, and nothing else. */
export async function openMetricsDoor(
  meter: Pick<PrometheusMeter, 'text'>,
  { port, host, log }: { port: number; host: string; log: Log },
): Promise<MetricsDoor> {
  const server: Server = createServer({ requestTimeout: 5000, headersTimeout: 5000 }, (request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    meter.text().then(
      ({ type, body }) => response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(body),
      (error: unknown) => {
        log.error('metrics-failed', error);
        response.writeHead(500).end();
      },
    );
  });
  await listen(server, { port, host, setting: 'METRICS_PORT' });
  const address = `http://${host}:${(server.address() as AddressInfo).port}/metrics`;
  log.info('metrics-open', { address });
  return {
    address,
    stop: () => close(server, LONGEST_END),
  };
}

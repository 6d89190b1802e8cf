import { afterEach, describe, expect, it } from 'vitest';
import { type MetricsDoor, openMetricsDoor } from '../../../adapters/prometheus/door.ts';
import { createMeter } from '../../../adapters/prometheus/meter.ts';
import { ConfigError } from '../../../src/errors.ts';
import { counted } from '../../../src/ports.ts';
import { writtenLog } from '../../support/lines.ts';
import { send } from '../web/http.ts';

const now = {
  inHand: () => 3,
  waiting: async () => 7,
  storeHealthy: async () => true,
  channels: () => ({ slack: true, teams: false }),
};
const { log } = writtenLog();
const host = '127.0.0.1';

/** The value of each series, by its name with its labels. */
function seriesIn(body: string): Map<string, number> {
  const lines = body.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  );
}

describe('the meter', () => {
  it('counts each thing by itself, from nought on, and how long acknowledgements took by channel', async () => {
    const meter = createMeter();
    for (const [at, what] of counted.entries()) for (let n = 0; n < at; n++) meter.count(what);
    meter.acknowledged('slack', 40);
    meter.acknowledged('slack', 2600);
    const series = seriesIn((await meter.text()).body);
    for (const [at, what] of counted.entries()) expect(series.get(`inkopen_${what}_total`), what).toBe(at);
    expect(series.get('inkopen_acknowledged_seconds_count{channel="slack"}')).toBe(2);
    expect(series.get('inkopen_acknowledged_seconds_bucket{le="0.05",channel="slack"}')).toBe(1);
    expect(series.get('inkopen_acknowledged_seconds_bucket{le="3",channel="slack"}')).toBe(2);
  });

  it('shows what is going on at the moment of looking', async () => {
    const meter = createMeter();
    let waiting = 7;
    meter.watch({ ...now, waiting: async () => waiting });
    waiting = 8;
    const series = seriesIn((await meter.text()).body);
    expect(series.get('inkopen_turns_in_hand')).toBe(3);
    expect(series.get('inkopen_messages_waiting')).toBe(8);
    expect(series.get('inkopen_store_healthy')).toBe(1);
    expect(series.get('inkopen_channel_ready{channel="slack"}')).toBe(1);
    expect(series.get('inkopen_channel_ready{channel="teams"}')).toBe(0);
  });

  it('shows memory and how long the event loop was held up', async () => {
    const series = seriesIn((await createMeter().text()).body);
    for (const name of [
      'process_resident_memory_bytes',
      'nodejs_eventloop_lag_p99_seconds',
      'process_start_time_seconds',
    ])
      expect(series.has(name), name).toBe(true);
  });
});

describe('the door of the metrics', () => {
  let door: MetricsDoor | undefined;
  afterEach(() => door?.stop());

  it('shows them at /metrics, and nothing anywhere else', async () => {
    door = await openMetricsDoor(createMeter(), { port: 0, host, log });
    const shown = await send(door.address, { path: '/metrics' });
    expect(shown.status).toBe(200);
    expect(shown.headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(seriesIn(shown.body).get('inkopen_declined_total')).toBe(0);
    for (const path of ['/', '/metrics/', '/metrics?x', '/healthz', '/turns'])
      expect((await send(door.address, { path })).status, path).toBe(404);
    expect((await send(door.address, { path: '/metrics', method: 'POST', body: 'x' })).status).toBe(404);
  });

  it('says nothing of what went wrong while looking', async () => {
    const text = async () => {
      throw new Error('geheim');
    };
    door = await openMetricsDoor({ text }, { port: 0, host, log });
    expect(await send(door.address, { path: '/metrics' })).toMatchObject({ status: 500, body: '' });
  });

  it('names the setting when its port is taken', async () => {
    door = await openMetricsDoor(createMeter(), { port: 0, host, log });
    const port = Number(new URL(door.address).port);
    const refused = await openMetricsDoor(createMeter(), { port, host, log }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ConfigError);
    expect(String(refused)).toContain(`METRICS_PORT: poort ${port} is al in gebruik`);
  });
});

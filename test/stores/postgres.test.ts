import { afterAll, beforeAll, describe } from 'vitest';
import { storeContract } from './contract.ts';
import { openServer, type Server, withoutServer } from './server.ts';

describe.skipIf(withoutServer)(`the store in PostgreSQL${withoutServer}`, () => {
  let server: Server;
  beforeAll(async () => {
    server = await openServer();
  }, 60_000);
  afterAll(() => server.remove());

  storeContract(() => server.store());
});

import { parentPort } from 'node:worker_threads';
import { SchemaDesk, type SchemaJob } from './schema-desk.ts';

const desk = new SchemaDesk();

parentPort!.on('message', async ({ id, job }: { id: number; job: SchemaJob }) => {
  try {
    parentPort!.postMessage({ id, result: await desk.validate(job) });
  } catch (error) {
    parentPort!.postMessage({ id, error: error instanceof Error ? error.stack : String(error) });
  }
});

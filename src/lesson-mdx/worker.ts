import { parentPort, workerData } from 'node:worker_threads';
import { checkLesson } from './check-lesson.ts';

// Loading takes longer than checking on a slow machine: the time limit starts at 'ready'.
parentPort?.postMessage('ready');
parentPort?.postMessage(await checkLesson(workerData));

// What a trace of Chromium says of a page's main thread.

/** @typedef {{name: string, ts: number, tts: number, tdur: number, args?: any}} TraceEvent */

/** Categories to trace for it. */
export const categories = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'v8',
  'blink.task_attribution',
  'blink.user_timing',
  'loading',
];

/**
 * When the last event that `isStart` picks was, and what its thread did from then on.
 * @param {Buffer} trace
 * @param {(event: any) => boolean} isStart
 * @returns {{began: number, events: TraceEvent[]}}
 */
export function eventsSince(trace, isStart) {
  const { traceEvents: all } = JSON.parse(trace.toString());
  const start = all.filter(isStart).at(-1);
  if (!start) throw new Error('the trace has no such beginning');
  const { pid, tid, ts: began } = start;
  return {
    began,
    events: all.filter((event) => event.pid === pid && event.tid === tid && event.ts >= began),
  };
}

const scriptEvents = new Set([
  'EvaluateScript',
  'v8.evaluateModule',
  'v8.compile',
  'v8.compileModule',
  'FunctionCall',
  'v8.callFunction',
  'TimerFire',
  'FireIdleCallback',
  'FireAnimationFrame',
  'EventDispatch',
]);

/**
 * What runs or compiles script. Microtasks, in which lit renders, have no event of their own: they are
 * the tasks of their kind.
 * @param {TraceEvent} event
 */
export function isScript({ name, args }) {
  return scriptEvents.has(name) || args?.blink_task_scope?.type === 'TASK_SCOPE_MICROTASK';
}

/** @param {TraceEvent} event */
export function isTask({ name }) {
  return name === 'RunTask' || name === 'ThreadControllerImpl::RunTask';
}

/**
 * Milliseconds of processor time of each of the events; one that lies within another is not counted.
 * Not of the clock: what else the machine does is no time of the page's.
 * @param {TraceEvent[]} events
 * @returns {number[]}
 */
export function spent(events) {
  const times = [];
  let end = 0;
  for (const { tts, tdur } of events.filter((one) => one.tdur).sort((a, b) => a.tts - b.tts)) {
    if (tts + tdur <= end) continue;
    times.push((tts + tdur - Math.max(tts, end)) / 1000);
    end = tts + tdur;
  }
  return times;
}

/** @param {number[]} numbers */
export function total(numbers) {
  return numbers.reduce((sum, each) => sum + each, 0);
}

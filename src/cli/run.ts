import { release } from '../base/release.js';
import { didYouMean } from './did-you-mean.js';
import { help } from './help.js';
import { Mistake } from './mistake.js';
import { exit, type Ports } from './ports.js';
import { prices } from './prices.js';
import { quote } from './quote.js';

const commands = new Map([
  ['quote', quote],
  ['prices', prices],
]);

const answers = new Map([
  ['help', help],
  ['--help', help],
  ['-h', help],
  ['--version', `${release}\n`],
]);

/**
 * Runs what was typed after the program's name.
 * @returns its exit code
 */
export async function run(args: readonly string[], ports: Ports): Promise<number> {
  try {
    return await answered(args, ports);
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    ports.err(`user-pays-image: ${error.message}\n`);
    return exit.mistake;
  }
}

async function answered([name = '', ...rest]: readonly string[], ports: Ports): Promise<number> {
  const command = commands.get(name);
  if (command) return command(rest, ports);
  const answer = answers.get(name);
  if (answer === undefined) throw new Mistake(`${unknown(name)} “--help” says more.`);
  ports.out(answer);
  return exit.ok;
}

function unknown(name: string): string {
  const known = [...commands.keys()];
  return name
    ? `“${name}” is no command: there are ${known.join(' and ')}.${didYouMean(name, known)}`
    : `Say a command: ${known.join(' or ')}.`;
}

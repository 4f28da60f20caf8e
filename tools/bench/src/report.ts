import { type Figure, keeps, type Line, type Promised } from './figure.ts';

/** All figures of one run. */
export interface Report {
  readonly machine: string;
  /** YYYY-MM-DD */
  readonly day: string;
  readonly quick: boolean;
  readonly figures: readonly Figure[];
}

const rounded = (value: number, digits: number): number => Number.parseFloat(value.toPrecision(digits)) + 0;

/** Three significant digits, thousands separated; whole from 100 on; never an exponent. */
const numberText = (value: number): string => {
  const text = Math.abs(value) >= 100 ? Math.round(value) : rounded(value, 3);
  return text.toLocaleString('en', { maximumSignificantDigits: 15 });
};

/** With as many digits more as it takes to show on which side of its promise it is. */
const medianText = ({ spread: { median }, promised, met }: Line): string => {
  for (let digits = 3; promised && digits <= 15; digits++) {
    const shown = Math.abs(median) >= 100 && digits === 3 ? Math.round(median) : rounded(median, digits);
    if (keeps(promised, shown) === met) return shown.toLocaleString('en', { maximumSignificantDigits: 15 });
  }
  return numberText(median);
};

const withUnit = (text: string, unit: string): string => (unit ? `${text} ${unit}` : text);

const promiseText = (promised: Promised | undefined, unit: string): string => {
  if (!promised) return '';
  const [sign, value] = 'atMost' in promised ? ['≤', promised.atMost] : ['≥', promised.atLeast];
  return withUnit(`${sign} ${numberText(value)}`, unit);
};

const spreadText = ({ spread: { least, most, rounds } }: Line): string =>
  rounds === 1 ? 'one value' : `${numberText(least)} … ${numberText(most)} in ${rounds} rounds`;

const outcomeText = ({ met }: Line): string => (met === undefined ? '' : met ? 'met' : '**missed**');

const rowText = (line: Line): string => {
  const { what, unit, promised } = line;
  const cells = [
    what,
    promiseText(promised, unit),
    withUnit(medianText(line), unit),
    spreadText(line),
    outcomeText(line),
  ];
  return `| ${cells.join(' | ')} |`;
};

const figureText = ({ title, how, lines }: Figure): string =>
  [
    `## ${title}`,
    '',
    how,
    '',
    '| figure | promise | median | least … most | |',
    '| --- | --- | --- | --- | --- |',
    ...lines.map(rowText),
  ].join('\n');

/** Promises that the median of a run did not keep. */
export const missedIn = ({ figures }: Report): readonly Line[] =>
  figures.flatMap(({ lines }) => lines.filter(({ met }) => met === false));

const summary = (report: Report): string => {
  const missed = missedIn(report);
  const promised = report.figures.flatMap(({ lines }) => lines.filter(({ met }) => met !== undefined)).length;
  return missed.length === 0
    ? `All ${promised} promised figures are met.`
    : `${missed.length} of ${promised} promised figures are **missed**: ${missed.map(({ what }) => what).join('; ')}.`;
};

/** A run as Markdown. */
export const reportText = (report: Report): string =>
  [
    '# Benchmarks',
    '',
    `Written by \`npm run bench\` on ${report.day}; change the code, not this page. Each figure is measured beside its peer, in turn within the same rounds. The median decides whether a promise is met.${report.quick ? ' This is a quick run: it shows that everything can be measured, and decides nothing.' : ''}`,
    '',
    `Machine: ${report.machine}.`,
    '',
    summary(report),
    '',
    report.figures.map(figureText).join('\n\n'),
    '',
  ].join('\n');

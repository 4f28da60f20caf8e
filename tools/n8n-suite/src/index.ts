export { type Bench, chosen, startBench } from './bench.ts';
export { checkForms } from './check-forms.ts';
export { checkPackage } from './check-package.ts';
export { checkReadme } from './check-readme.ts';
export { checkTrigger } from './check-trigger.ts';
export { checkExamples, type Example, exampleIn } from './examples.ts';
export { packInto } from './pack.ts';
export { standIn } from './stand-in.ts';
export { engineWith, type Subject } from './subject.ts';

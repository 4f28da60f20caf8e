/** What is wrong with the value of one input, in words that follow its name. */
export class ValueProblem extends Error {
  override readonly name = 'ValueProblem';
}

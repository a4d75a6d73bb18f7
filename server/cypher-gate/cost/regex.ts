/**
 * Why a regular expression could take too long, or undefined when it cannot. A backtracking engine, which Neo4j has, cannot
 * be stopped while it compares: so no repetition of what itself repeats or chooses, and few repetitions beside one another.
 */
export function slowRegex(text: string): string | undefined {
  if (text.length > 500) return "it is longer than 500 characters";
  const plain = text.replace(/\\[^0-9k]/g, "x").replace(/\[(?:\\.|[^\]\\])*\]/g, "x");
  if (/\\/.test(plain)) return "it refers back to a group";
  const outside = plain.replace(/\(\?[a-z]*\)/g, "").replace(/\(\?:/g, "(");
  if (/\(\?/.test(outside)) return "it looks ahead or behind";
  if (endless(outside) > mostEndless) return `it repeats without an end more than ${mostEndless} times`;
  if (/\{\d{4,}|,\d{4,}\}/.test(outside)) return "it repeats something more than 999 times";
  return repeatedGroupThatVaries(outside) ? "it repeats a group that itself repeats or chooses" : undefined;
}

const mostEndless = 3;

/** How often it repeats something without an upper bound: each time multiplies the time it may take by the length of the text. */
export const endless = (text: string): number => (text.match(/[*+]|\{\d*,\}/g) ?? []).length;

function repeatedGroupThatVaries(text: string): boolean {
  const opened: number[] = [];
  for (const [index, letter] of [...text].entries()) {
    if (letter === "(") opened.push(index);
    if (letter !== ")") continue;
    const opening = opened.pop();
    const inside = text.slice(opening === undefined ? 0 : opening + 1, index);
    if (/^[*+?{]/.test(text.slice(index + 1)) && /[*+?{|]/.test(inside)) return true;
  }
  return false;
}

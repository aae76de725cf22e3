const BROWSERS: [string, RegExp][] = [
  ["Edge", /\bEdg(?:A|iOS|e)?\/(\d+)/], ["Opera", /\bOPR\/(\d+)/], ["Samsung Internet", /\bSamsungBrowser\/(\d+)/], ["Firefox", /\b(?:Firefox|FxiOS)\/(\d+)/],
  ["Chrome", /\b(?:Headless)?(?:Chrome|CriOS)\/(\d+)/], ["Safari", /\bVersion\/(\d+).*\bSafari\b/],
];
const SYSTEMS: [string, RegExp][] = [
  ["iPhone", /\biPhone\b/], ["iPad", /\biPad\b/], ["Android", /\bAndroid\b/], ["ChromeOS", /\bCrOS\b/], ["Windows", /\bWindows\b/], ["Mac", /\bMacintosh\b/], ["Linux", /\bLinux\b/],
];

/** What a browser says of itself, as a person calls it: `Firefox 140 on Windows`. What is not known is shown as it was said. */
export function browserName(agent: string): string {
  for (const [name, sign] of BROWSERS) {
    const version = sign.exec(agent)?.[1];
    const system = SYSTEMS.find(([, its]) => its.test(agent))?.[0];
    if (version) return `${name} ${version}${system ? ` on ${system}` : ""}`;
  }
  return agent;
}

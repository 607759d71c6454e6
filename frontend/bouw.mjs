// Builds the one stylesheet of Leidraad: NL Design System components, only the rules that our templates use,
// with the component tokens already filled in. What a theme may change stays a custom property (leidraad.css).
import { readFileSync, writeFileSync, copyFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { transform } from "lightningcss";

const BRON = "../src/leidraad";
const UIT = `${BRON}/ui/static/ui`;
const pakket = (naam, bestand) => readFileSync(`node_modules/${naam}/dist/${bestand}`, "utf8");

const ONDERDELEN = [
  ["@nl-design-system-candidate/skip-link-css", "skip-link.css"],
  ["@nl-design-system-candidate/button-css", "button.css"],
  ["@nl-design-system-candidate/data-badge-css", "data-badge.css"],
  ["@nl-design-system-candidate/number-badge-css", "number-badge.css"],
  ...["alert", "breadcrumb-nav", "checkbox", "form-field", "form-field-description", "form-field-error-message",
    "form-fieldset", "form-label", "select", "table", "textarea", "textbox",
  ].map((naam) => [`@utrecht/${naam}-css`, "index.css"]),
];

// Every word in our templates and component code that could be a class name.
function gebruikteWoorden(map) {
  const woorden = new Set();
  for (const item of readdirSync(map, { withFileTypes: true, recursive: true })) {
    const pad = join(item.parentPath ?? item.path, item.name);
    if (!item.isFile() || !/\.(html|py)$/.test(item.name) || /\/tests\//.test(pad)) continue;
    for (const [woord] of readFileSync(pad, "utf8").matchAll(/[a-z][a-z0-9]*(?:[-_]+[a-z0-9]+)*/g)) woorden.add(woord);
  }
  return woorden;
}

// What our pages never ask for: table parts, input kinds, and a focus ring other than our own.
const NOOIT = { type: ["tfoot", "figcaption"], attribute: ["pattern", "inputmode"] };
const EIGEN_FOCUS = /^utrecht-/;

// A selector stays when all classes that it asks for are used.
function bruikbaar(selector, woorden) {
  const focus = selector.some((deel) => deel.type === "pseudo-class" && deel.kind === "focus-visible");
  if (focus && selector.some((deel) => deel.type === "class" && EIGEN_FOCUS.test(deel.name))) return false;
  return selector.every((deel) => {
    if (NOOIT[deel.type]?.includes((deel.kind ?? deel.name)?.toLowerCase())) return false;
    if (deel.type === "class") return woorden.has(deel.name);
    if (deel.type === "pseudo-class" && ["where", "is", "any", "has"].includes(deel.kind)) {
      return deel.selectors.some((binnen) => bruikbaar(binnen, woorden));
    }
    return true;
  });
}

function zonderOngebruikt(css, woorden) {
  const { code } = transform({
    filename: "onderdelen.css",
    code: Buffer.from(css),
    visitor: {
      Rule: {
        style: (regel) => (regel.value.selectors.some((selector) => bruikbaar(selector, woorden)) ? undefined : []),
      },
      Selector: (selector) => (bruikbaar(selector, woorden) ? undefined : []),
    },
  });
  return code.toString();
}

function leesTokens(css) {
  return new Map([...css.matchAll(/^\s*(--[\w-]+):\s*([^;]+);/gm)].map(([, naam, waarde]) => [naam, waarde]));
}

// Replaces var(--token) by its value; `blijft` holds the names that stay a custom property.
// A token without a value gives ONBEKEND, so that the whole declaration can go.
const ONBEKEND = "__onbekend__";
function vulIn(css, tokens, blijft) {
  let uit = "";
  for (let plek = 0; ; ) {
    const begin = css.indexOf("var(", plek);
    if (begin < 0) return uit + css.slice(plek);
    let einde = begin + 4;
    for (let diepte = 1; diepte > 0; einde++) diepte += { "(": 1, ")": -1 }[css[einde]] ?? 0;
    const binnen = css.slice(begin + 4, einde - 1);
    const komma = binnen.indexOf(",");
    const naam = (komma < 0 ? binnen : binnen.slice(0, komma)).trim();
    const terugval = komma < 0 ? null : vulIn(binnen.slice(komma + 1).trim(), tokens, blijft);
    uit += css.slice(plek, begin);
    if (tokens.has(naam)) uit += vulIn(tokens.get(naam), tokens, blijft);
    else if (blijft.has(naam)) uit += terugval && !terugval.includes(ONBEKEND) ? `var(${naam},${terugval})` : `var(${naam})`;
    else uit += terugval ?? ONBEKEND;
    plek = einde;
  }
}

// A custom property that nobody reads goes, and then the ones that only it read.
function zonderOngelezen(css) {
  const gelezen = new Set([...css.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, naam]) => naam));
  const over = css.replace(/(?<=[{;]\s*)(--[\w-]+):[^;{}]*(;|(?=\}))/g, (heel, naam) => (gelezen.has(naam) ? heel : ""));
  return over === css ? css : zonderOngelezen(over);
}

const eigen = readFileSync("leidraad.css", "utf8");
const woorden = gebruikteWoorden(BRON);
const onderdelen = zonderOngebruikt(ONDERDELEN.map(([naam, bestand]) => pakket(naam, bestand)).join("\n"), woorden);
const tokens = new Map([
  ...leesTokens(pakket("@nl-design-system-unstable/voorbeeld-design-tokens", "theme.css")),
  ...Object.entries(JSON.parse(readFileSync("tokens.json", "utf8"))).map(([naam, waarde]) => [`--${naam}`, waarde]),
]);
const blijft = new Set([...(eigen + onderdelen).matchAll(/(?<![\w-])(--[\w-]+)\s*:/g)].map(([, naam]) => naam));
for (const naam of [...blijft]) if (tokens.has(naam) && !eigen.includes(`${naam}:`)) tokens.delete(naam);
const stijl = `${onderdelen}\n${eigen}`.replaceAll("var(--utrecht-space-around, 0)", "0");
const ingevuld = zonderOngelezen(vulIn(stijl, tokens, blijft).replace(
  /(?<=[{;]\s*)[\w-]+:[^;{}]*__onbekend__[^;{}]*(;|(?=\}))/g, ""));

const { code } = transform({
  filename: "leidraad.css",
  code: Buffer.from(`/*! NL Design System: EUPL-1.2, zie LICENTIES.txt */\n${ingevuld}`),
  minify: true,
  targets: { chrome: 111 << 16, firefox: 115 << 16, safari: (16 << 16) | (4 << 8) },
});
writeFileSync(`${UIT}/leidraad.css`, code);
copyFileSync("node_modules/htmx.org/dist/htmx.min.js", `${UIT}/htmx.min.js`);
for (const gewicht of [400, 600, 700]) {
  const naam = `source-sans-3-latin-${gewicht}-normal.woff2`;
  copyFileSync(`node_modules/@fontsource/source-sans-3/files/${naam}`, `${UIT}/fonts/${naam}`);
}
copyFileSync("node_modules/@fontsource/source-sans-3/LICENSE", `${UIT}/fonts/OFL.txt`);
console.log(`leidraad.css: ${(code.length / 1024).toFixed(1)} KiB`);
if (code.length > 40_000) throw new Error("leidraad.css is groter dan 40 kB");

import hooks from "eslint-plugin-react-hooks";
import ts from "typescript-eslint";

export default ts.config(
  { ignores: ["dist", "src/api/schema.ts", "src/build/app-document.ts"] },
  ...ts.configs.recommended,
  hooks.configs.flat.recommended,
  {
    files: ["src/**/*.{ts,tsx}"],
    rules: {
      eqeqeq: "error",
      "no-console": "error",
      // What an effect answers is run as its clean-up, and what was nothing in one browser is something in the next: scrollIntoView answers a promise by now.
      "no-restricted-syntax": ["error", {
        selector: "CallExpression[callee.name=/^use(Layout|Insertion)?Effect$/] > ArrowFunctionExpression:first-child:not([body.type=/^(BlockStatement|ArrowFunctionExpression)$/]):not([body.operator='void'])",
        message: "Write { } or void: an effect answers nothing, or a function that cleans up.",
      }],
      "max-lines": ["error", { max: 200, skipBlankLines: true }],
    },
  },
  { files: ["src/words.ts"], rules: { "max-lines": "off" } },
);

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
      "max-lines": ["error", { max: 200, skipBlankLines: true }],
    },
  },
  { files: ["src/words.ts"], rules: { "max-lines": "off" } },
);

// Packs what was built ahead of time, once and as small as it gets, so that no answer of the server has to.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const folder = new URL("dist/studio/", import.meta.url);
const worth = /\.(js|css|svg)$/;
for (const name of readdirSync(folder).filter(it => worth.test(it))) {
  const plain = readFileSync(new URL(name, folder));
  writeFileSync(new URL(name + ".gz", folder), gzipSync(plain, { level: 9 }));
  writeFileSync(new URL(name + ".br", folder), brotliCompressSync(plain, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length },
  }));
}

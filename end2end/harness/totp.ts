/** The codes of an authenticator app (RFC 6238), made without one. */
import { createHmac } from "node:crypto";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

function decoded(secret: string): Buffer {
  const bits = [...secret].map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const bytes = bits.match(/.{8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => parseInt(byte, 2)));
}

/** The code of now, of a secret in base 32. */
export function codeOf(secret: string, now = Date.now()): string {
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)));
  const tag = createHmac("sha1", decoded(secret)).update(step).digest();
  const start = tag[tag.length - 1]! & 0x0f;
  const number = tag.readUInt32BE(start) & 0x7fff_ffff;
  return String(number % 1_000_000).padStart(6, "0");
}

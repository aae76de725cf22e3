import { expect, it } from "vitest";
import { constantOf, hasHoles, partsOf, segmentsOf } from "./segments";

it("counts as carriers do: 160 in one of GSM-7, 153 in each of several, 70 and 67 of anything else", () => {
  expect(segmentsOf("a".repeat(160))).toMatchObject({ count: 1, units: 160 });
  expect(segmentsOf("a".repeat(161))).toMatchObject({ count: 2, units: 161 });
  expect(segmentsOf("a".repeat(307)).count).toBe(3);
  expect(segmentsOf("ł".repeat(70))).toMatchObject({ count: 1, forcing: "ł" });
  expect(segmentsOf("ł".repeat(71)).count).toBe(2);
});

it("takes two places for an extended character, and never cuts one in two", () => {
  expect(segmentsOf("€".repeat(80))).toMatchObject({ count: 1, units: 160 });
  expect(segmentsOf(`${"a".repeat(152)}€${"a".repeat(10)}`)).toMatchObject({ count: 2 });
  expect(segmentsOf("😀")).toMatchObject({ count: 1, units: 2, forcing: "😀" });
});

it("counts what stands around the holes", () => {
  expect(constantOf("Hi {{ contact.first_name }}, it \\{{ stays")).toBe("Hi , it {{ stays");
  expect(hasHoles("no \\{{ hole }}")).toBe(false);
});

it("takes a template apart at its holes, and puts nothing in and leaves nothing out", () => {
  expect(partsOf("Hi {{ contact.first_name }}{{ order }}")).toEqual(["Hi ", "{{ contact.first_name }}", "", "{{ order }}", ""]);
  expect(partsOf("no \\{{ hole }}")).toEqual(["no \\{{ hole }}"]);
});

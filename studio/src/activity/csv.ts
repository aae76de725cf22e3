/** A field as spreadsheets read it; what could be taken for a formula is text. */
const field = (value: unknown) => {
  const text = String(value ?? "");
  const plain = /^[=+\-@\t]/.test(text) && !/^\+\d+$/.test(text) ? "'" + text : text;
  return /[",\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
};

export const csv = (columns: string[], rows: unknown[][]) => [columns, ...rows].map(row => row.map(field).join(",")).join("\r\n") + "\r\n";

export function save(name: string, text: string) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

// What a file is, told from its first bytes, as evidence/Kind tells it.

export const HEAD_BYTES = 512;

const HEIF_BRANDS = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif"];
const OFFICE_ENTRY = /^(\[Content_Types]\.xml|_rels\/|word\/|xl\/|ppt\/|mimetypeapplication\/)/;
const CHAT_ENTRY = /^([^/]{0,80}_chat\.txt|WhatsApp Chat|WeChat|ChatExport|result\.json)/;
const CHAT_LINE = /^[\uFEFF\u200E]*\[?\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}:\d{2}/;
const MARKS = [
  ["#!AMR", "AMR"],
  ["OggS", "OGG"],
  ["\x1aE\xdf\xa3", "WEBM"],
  ["\xff\xd8\xff", "JPEG"],
  ["\x89PNG\r\n\x1a\n", "PNG"],
  ["%PDF-", "PDF"],
  ["\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "OFFICE"],
];

function ofBrand(brand) {
  if (HEIF_BRANDS.some((heif) => brand.startsWith(heif))) return "HEIC";
  if (brand.startsWith("qt  ")) return "MOV";
  return brand.startsWith("M4A ") || brand.startsWith("M4B ") ? "M4A" : "MP4";
}

function ofArchive(entry) {
  if (OFFICE_ENTRY.test(entry)) return "OFFICE";
  return CHAT_ENTRY.test(entry) ? "CHAT" : "ZIP";
}

function ofText(head) {
  let text;
  try {
    // A letter may be cut in two where the head ends: that is no error.
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(head, { stream: true });
  } catch {
    return "UNKNOWN";
  }
  if (text === "" || /[\x00-\x08\x0b\x0c\x0e-\x1f]/.test(text)) return "UNKNOWN";
  return CHAT_LINE.test(text) ? "CHAT" : "TEXT";
}

export function kindOf(head) {
  const start = String.fromCharCode(...head);
  // WeChat puts one byte before the mark.
  if (start.startsWith("#!SILK") || start.startsWith("#!SILK", 1)) return "SILK";
  if (start.startsWith("ftyp", 4)) return ofBrand(start.slice(8));
  if (start.startsWith("PK\x03\x04")) return ofArchive(start.slice(30));
  const mark = MARKS.find(([bytes]) => start.startsWith(bytes));
  return mark ? mark[1] : ofText(head);
}

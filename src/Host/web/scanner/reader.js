// Finds the QR code in a picture, with ZXing as WebAssembly from this host.
import { prepareZXingModule, readBarcodes } from "/lib/zxing/reader/index.js";

const loading = prepareZXingModule({
  overrides: { locateFile: (file) => `/lib/zxing/reader/${file}` },
  fireImmediately: true,
});

/** The text of the code in the picture, or null. */
export async function read(picture) {
  await loading;
  const [code] = await readBarcodes(picture, { formats: ["QRCode"], maxNumberOfSymbols: 1 });
  return code?.isValid ? code.text : null;
}

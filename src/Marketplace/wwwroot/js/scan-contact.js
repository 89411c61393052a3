// Reads a badge with the entry scanner's camera and sends its code: the next page asks the visitor.
import { openCamera } from "/scanner/camera.js";

const form = document.querySelector("[data-contact-scan]");
document.querySelector("[data-finder]").hidden = false;
openCamera((code) => {
  form.elements.code.value = code;
  form.requestSubmit();
});

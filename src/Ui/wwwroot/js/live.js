// Everything works without this file. It binds by data-* attributes; see README.md of the project.
import { listenToForms } from "./forms.js";
import { openStreams } from "./streams.js";
import { showCurrentEntry, focusErrors } from "./focus.js";

focusErrors();
showCurrentEntry();
listenToForms();
openStreams();

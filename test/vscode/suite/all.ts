import './folder.test.ts';
import './drafting.test.ts';
import './office.test.ts';
import './paste-table.test.ts';
import './pasting.test.ts';
import './reading.test.ts';
import './recognition.test.ts';
import './settings.test.ts';

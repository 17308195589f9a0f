import './drafting.test.ts';
import './recognition.test.ts';

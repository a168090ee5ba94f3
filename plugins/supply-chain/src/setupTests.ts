import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// One second is too short for a first render where a machine does something else as well
configure({ asyncUtilTimeout: 20_000 });

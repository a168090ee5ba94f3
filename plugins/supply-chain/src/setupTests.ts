import '@testing-library/jest-dom';

// Tables of a hundred rows take seconds to draw where the machine has other work
jest.setTimeout(20_000);

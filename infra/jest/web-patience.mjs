import { configure } from '@testing-library/react';

// What `findBy` and `waitFor` wait for comes when it comes: on a busy machine later than in one second.
configure({ asyncUtilTimeout: 10_000 });

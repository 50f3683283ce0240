import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter, Route, Routes } from 'react-router';
import { HubProvider } from '../src/index';
import { BoardScreen } from './BoardScreen';
import { CatalogScreen } from './CatalogScreen';
import { GoalsScreen } from './GoalsScreen';
import { MyWorkScreen } from './MyWorkScreen';
import { SheetScreen } from './SheetScreen';

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <BrowserRouter>
      <HubProvider>
        <Routes>
          <Route path="/my-work" element={<MyWorkScreen />} />
          <Route path="/goals" element={<GoalsScreen />} />
          <Route path="/catalog" element={<CatalogScreen />} />
          <Route path="/sub-group" element={<BoardScreen />} />
          <Route path="*" element={<SheetScreen />} />
        </Routes>
      </HubProvider>
    </BrowserRouter>
  </StrictMode>,
);

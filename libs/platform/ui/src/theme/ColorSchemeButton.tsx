import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconButton } from '../controls/IconButton';

export const ColorSchemeButton = ({ className }: { className?: string }) => {
  const { setColorScheme } = useMantineColorScheme();
  const current = useComputedColorScheme('light', { getInitialValueInEffect: false });
  const next = current === 'dark' ? 'light' : 'dark';
  return (
    <IconButton
      icon="contrast"
      label={`Switch to ${next} colors`}
      className={className}
      onClick={() => setColorScheme(next)}
    />
  );
};

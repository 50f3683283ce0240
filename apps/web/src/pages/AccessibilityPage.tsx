export const AccessibilityPage = () => null;
